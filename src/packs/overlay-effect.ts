import type { Overlay } from "../core/overlay.js";
import type { LocatedProblem } from "../core/problem.js";
import { appliesUnder, type Pack, type Rule, type RouteRow, type SeverityRow, type When } from "../core/rule.js";
import { atLeast, maxSeverity, severityRank, type Severity } from "../core/severity.js";
import { canFire, includesAll } from "./lint.js";
import { applyOverlay, type Setting } from "./overlay.js";

/** Changes that can all be made and do not do what they seem to: a severity that decides nothing, and a rule taken out whose alert others give to the same people. */
export function effectsOf(overlay: Overlay, setting: Setting): LocatedProblem[] {
  const changed = applyOverlay(overlay, overlay.changes, setting);
  const [before, after] = [packsOf(setting), packsOf(changed)];
  const { severities } = changed;
  return overlay.changes.flatMap((change, i): LocatedProblem[] => {
    if (change.change !== "severity" && change.change !== "disable" && change.change !== "shadow") return [];
    const pack = before.find(({ rules }) => rules.some(({ id }) => id === change.rule));
    const rule = pack?.rules.find(({ id }) => id === change.rule);
    if (pack === undefined || rule === undefined) return [];
    const ordinary = ordinarySeverities(rule.when, severities);
    if (change.change === "severity") {
      const already = [...new Set(ordinary.map((one) => severityUnder(rule, one)))];
      if (ordinary.some((one) => severityUnder(rule, one) !== maxSeverity(change.severity, one))) return [];
      return [{ path: ["changes", i, "severity"], problem: { code: "overlay/no-effect", message: `"${change.severity}" changes nothing: it is the least that the rule asks for, and by the severity policy what it finds is ${already.join(" or ")}`, hint: 'a "policy" row for the label changes what the policy asks for' } }];
    }
    const told = addressees(rule, rule.when, ordinary, before);
    const others = after.filter((other) => appliesBeside(pack, other)).flatMap(({ rules }) => rules).flatMap((other) => {
      const when = other.id === rule.id || other.status !== undefined || other.category !== rule.category ? undefined : meeting(rule.when, other.when);
      const still = when === undefined ? [] : addressees(other, when, ordinarySeverities(when, severities), after).filter((one) => told.includes(one));
      return still.length === 0 ? [] : [{ id: other.id, still }];
    });
    if (others.length === 0) return [];
    const message = `${[...new Set(others.flatMap(({ still }) => still))].join(", ")} may be told all the same: ${others.map(({ id }) => id).join(", ")} ${others.length === 1 ? "hears" : "hear"} the same signal of the same senders`;
    return [{ path: ["changes", i, "rule"], problem: { code: "overlay/still-told", message, hint: `if nobody is to be told, ${change.change} those too, or lower the label by a "policy" row` } }];
  });
}

const packsOf = ({ base, packs }: Setting): readonly Pack[] => [base, ...packs];
const appliesBeside = (one: Pack, other: Pack): boolean => one.laws.length === 0 || appliesUnder(other, one.laws) || appliesUnder(one, other.laws);
const severityUnder = ({ severity }: Rule, ordinary: Severity): Severity => (severity === "base" ? ordinary : maxSeverity(severity, ordinary));

/** Conditions of which a message meets one value at most. */
const SINGLE = ["role", "direction", "account", "about", "admitted", "entity"] as const;
type Conditions = Partial<Pick<When, (typeof SINGLE)[number] | "supervised">>;

/** The conditions under which both hold, as far as they exclude one another; nothing where they do. */
function meeting(when: When, other: Conditions): When | undefined {
  const met: Record<string, unknown> = { ...when };
  for (const key of SINGLE) {
    const [a, b] = [when[key], other[key]] as (readonly string[] | undefined)[];
    const both = a === undefined || b === undefined ? (a ?? b) : a.filter((one) => b.includes(one));
    if (both?.length === 0) return undefined;
    if (both !== undefined) met[key] = both;
  }
  if (when.supervised !== undefined && other.supervised !== undefined && when.supervised !== other.supervised) return undefined;
  return canFire(met as unknown as When) ? (met as unknown as When) : undefined;
}

/** What the severity policy may say where a rule fits, the least first. */
function ordinarySeverities(when: When, rows: readonly SeverityRow[]): Severity[] {
  const found = new Set<Severity>();
  let isDecided = false;
  for (const { label, severity, ...conditions } of rows) {
    if (isDecided || !label.includes(when.signal) || meeting(when, conditions as Conditions) === undefined) continue;
    found.add(severity);
    isDecided = includesAll(conditions, when);
  }
  if (!isDecided) found.add("low");
  return [...found].sort((a, b) => severityRank(a) - severityRank(b));
}

/** Who may be told of what a rule finds under such conditions. */
function addressees(rule: Rule, when: When, ordinary: readonly Severity[], packs: readonly Pack[]): string[] {
  const most = severityUnder(rule, ordinary.at(-1)!);
  const tells = ({ category, rule: only, from = "medium", role, direction, about }: RouteRow): boolean =>
    category.includes(rule.category) && (only === undefined || only.includes(rule.id)) && atLeast(most, from) &&
    meeting(when, { ...(role === undefined ? {} : { role }), ...(direction === undefined ? {} : { direction }), ...(about === undefined ? {} : { about }) }) !== undefined;
  return [...new Set(packs.flatMap(({ routes }) => routes.filter(tells).flatMap(({ to }) => to)))];
}
