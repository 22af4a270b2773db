import type { Assessment, Finding, Route } from "../core/assessment.js";
import { maxSeverity, type Severity } from "../core/severity.js";
import { isReporting, type Office } from "../core/rule.js";
import { refuseViewer } from "./viewer.js";

/** Who looks: the holder of an office, a person by id, or the figures of the firm, in which there are no names. */
export type Viewer = Office | "metrics" | { readonly person: string };

/** Readers who are not shown what quotes a message that is presumed privileged: places in the text, and the words that decided. */
const WITHOUT_PRIVILEGED: readonly string[] = ["hr", "it-security", "metrics"];

/** The office by which a route reaches somebody. */
export const reached = ({ to, via }: Route): string => via ?? to;

/** Whether a finding is among those that made a route. */
export const restsOn = ({ because, restricted }: Route, finding: Finding): boolean => because.includes(finding.rule) && restricted === finding.restricted;

/**
 * What somebody may see of an assessment: the routes that reach them and the findings they rest on; the reporting officers all, the
 * restricted lane too, but for what is about the holder of the office; metrics every finding that is not restricted, without message, places,
 * people and times. An office does not see what went past one of its holders: the deputy who took it looks as a person. Nothing of a
 * restricted finding is left for anybody else: the view is that of the assessment without it. Throws ObiterError where there is no such office.
 */
export function view(assessment: Assessment, viewer: Viewer): Assessment {
  refuseViewer(viewer);
  const { privileged, messageId } = assessment;
  const wentPast = (route: Route): boolean => (route.past ?? []).some(({ office, because }) => office === viewer && (because === "implicated" || because === "subordinate"));
  const reaching = assessment.routes.filter((route) => (typeof viewer === "object" ? route.people?.includes(viewer.person) === true : reached(route) === viewer && !wentPast(route)));
  const isOverseen = ({ past }: Finding): boolean => isReporting(viewer) && past?.some((office) => office === viewer) !== true;
  const seen = assessment.findings.filter((finding) => reaching.some((route) => restsOn(route, finding)) || isOverseen(finding) || (viewer === "metrics" && finding.restricted === undefined));
  const routes = assessment.routes.filter((route) => reaching.includes(route) || (!wentPast(route) && seen.some((finding) => isOverseen(finding) && restsOn(route, finding))));
  const findings = seen.map((finding) => {
    const offices = typeof viewer === "object" ? reaching.filter((route) => restsOn(route, finding)).map(reached) : [viewer];
    return isReporting(viewer) ? finding : shown(finding, viewer !== "metrics" && (privileged === undefined || !offices.every((office) => WITHOUT_PRIVILEGED.includes(office))));
  });
  const severity = findings.reduce<Severity>((most, finding) => maxSeverity(most, finding.severity), "none");
  const { shadow: _, ...rest } = assessment;
  return { ...rest, messageId: viewer === "metrics" ? "" : messageId, severity, findings, routes };
}

/** The assessment as it would be without its restricted findings. */
export function withoutLane(assessment: Assessment): Assessment {
  const shadow = assessment.shadow?.filter(({ restricted }) => restricted === undefined).map((finding) => shown(finding, true)) ?? [];
  const { shadow: _, ...rest } = assessment;
  const findings = assessment.findings.filter(({ restricted }) => restricted === undefined).map((finding) => shown(finding, true));
  const severity = findings.reduce<Severity>((most, finding) => maxSeverity(most, finding.severity), "none");
  return { ...rest, severity, findings, routes: assessment.routes.filter(({ restricted }) => restricted === undefined), ...(shadow.length > 0 ? { shadow } : {}) };
}

/** Without the evidence of restricted signals, which other labels may have weighed; without what quotes, where it may not be quoted. */
function shown(finding: Finding, quoting: boolean): Finding {
  const { contributions = [], ...rest } = finding;
  if (!quoting) return { ...rest, spans: [] };
  const open = finding.restricted === undefined ? contributions.filter(({ feature }) => !feature.includes("money-laundering")) : contributions;
  return { ...rest, ...(open.length > 0 ? { contributions: open } : {}) };
}
