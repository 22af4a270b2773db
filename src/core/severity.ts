/**
 * What somebody should do: `info` a trend, alerts nobody · `low` recorded, nobody told · `medium` next working day ·
 * `high` the same day · `critical` now. `none`: nothing found.
 */
export const SEVERITIES = ["none", "info", "low", "medium", "high", "critical"] as const;
export type Severity = (typeof SEVERITIES)[number];

export const severityRank = (severity: Severity): number => SEVERITIES.indexOf(severity);
export const maxSeverity = (a: Severity, b: Severity): Severity => (severityRank(a) >= severityRank(b) ? a : b);
export const atLeast = (severity: Severity, floor: Severity): boolean => severityRank(severity) >= severityRank(floor);
