import type { Assessment, Finding, Route } from "../core/assessment.js";
import { maxSeverity, type Severity } from "../core/severity.js";
import type { Office } from "../core/rule.js";

/** Who looks: the holder of an office, or the figures of the firm, in which there are no names. */
export type Viewer = Office | "metrics";

/** Views without what quotes a privileged message: places in the text, and the words that decided. */
const WITHOUT_PRIVILEGED: readonly Viewer[] = ["hr", "it-security", "metrics"];
/** Offices that see the restricted lane. */
const LANE: readonly Viewer[] = ["mlro", "deputy-mlro"];

/** The office by which a route reaches somebody. */
export const reached = ({ to, via }: Route): string => via ?? to;

/**
 * What a role may see of an assessment: the routes that reach it and the findings they rest on; the reporting officers also every
 * other finding, unless a route went past them; metrics every finding that is not restricted, without message, places, people and
 * times. Nothing of a restricted finding is left for anybody else: the view is that of the assessment without it.
 */
export function view(assessment: Assessment, role: Viewer): Assessment {
  const { privileged, messageId } = assessment;
  const reaching = role === "metrics" ? [] : assessment.routes.filter((route) => reached(route) === role);
  const seen = assessment.findings.filter((finding) => isFor(finding, role, reaching, assessment.routes));
  const routes = LANE.includes(role) ? assessment.routes.filter((route) => seen.some((finding) => restsOn(route, finding))) : reaching;
  const findings = seen.map((finding) => shownTo(finding, role, privileged !== undefined));
  const severity = findings.reduce<Severity>((most, finding) => maxSeverity(most, finding.severity), "none");
  return { ...assessment, messageId: role === "metrics" ? "" : messageId, severity, findings, routes };
}

function isFor(finding: Finding, role: Viewer, reaching: readonly Route[], all: readonly Route[]): boolean {
  if (reaching.some((route) => restsOn(route, finding))) return true;
  if (role === "metrics") return finding.restricted === undefined;
  return LANE.includes(role) && !all.some((route) => restsOn(route, finding) && (route.past ?? []).some(({ office, because }) => office === role && because !== "absent" && because !== "vacant"));
}

/** Whether a finding is among those that made a route. */
export const restsOn = ({ because, restricted }: Route, finding: Finding): boolean => because.includes(finding.rule) && restricted === finding.restricted;

/** Without the evidence of restricted signals, which other labels may have weighed; without what quotes, where it may not be quoted. */
function shownTo(finding: Finding, role: Viewer, privileged: boolean): Finding {
  if (LANE.includes(role)) return finding;
  const { contributions, ...rest } = finding;
  if (role === "metrics" || (privileged && WITHOUT_PRIVILEGED.includes(role))) return { ...rest, spans: [] };
  const shown = (contributions ?? []).filter(({ feature }) => !feature.includes("money-laundering"));
  return { ...rest, ...(shown.length > 0 ? { contributions: shown } : {}) };
}
