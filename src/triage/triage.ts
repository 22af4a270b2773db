import type { Finding, Route } from "../core/assessment.js";
import type { Directory } from "../core/directory.js";
import { dayOf } from "../core/day.js";
import { indexed } from "../core/indexed.js";
import { lawsOf, type Law, type Message } from "../core/message.js";
import { isUnder } from "../core/place.js";
import { appliesUnder, isOfLane, type Addressee, type ClockKey, type Pack, type RouteRow } from "../core/rule.js";
import { atLeast } from "../core/severity.js";
import { sort } from "../core/sort.js";
import { address, type Draft, type Policy } from "./address.js";
import type { Circumstances } from "./circumstances.js";
import { CLOCKS, ranOn } from "./clocks.js";
import { named } from "./named.js";
import { inSilence, noContact } from "./no-contact.js";
import { scopeOf, supervisorsOf } from "./recipient.js";

export type { Policy } from "./address.js";

/**
 * Who must know of the findings, what they are asked to do, by when, and who must not be told. Every row of the policies that
 * fits makes a route; routes of one kind to one addressee with one action and one clock are one. A conduct route never reaches
 * whoever is implicated, nor their subordinates: the next in line takes it, and if nobody is left it says `unrouted`.
 */
export function triage(findings: readonly Finding[], message: Message, policy: Policy, circumstances: Circumstances = {}): Route[] {
  if (findings.length === 0) return [];
  const drafts = draftsOf(findings, message, policy);
  const all = findings.some(({ severity }) => severity === "critical") ? [...drafts, ...unaddressed(findings, drafts)] : drafts;
  if (all.length === 0) return [];
  const silence = noContact(findings, message);
  const { directory } = policy;
  const reading = {
    message, policy, circumstances, findings, accused: findings.map((finding) => named(finding, message, directory)),
    scope: directory === undefined ? undefined : scopeOf(message, directory), supervisors: directory === undefined ? NONE : supervisorsOf(message, directory),
  };
  const routes: Route[] = [];
  for (const draft of withoutRepeats(all)) {
    const route = address(draft, reading);
    if (route !== undefined) routes.push(inSilence(route, silence));
  }
  return routes;
}

/** In the open, and to the reporting officer alone. */
const LANES = [undefined, "mlro"] as const;

/** What the rows of the policies that fit ask for: what they ask of the same people with the same clock is asked once. */
function draftsOf(findings: readonly Finding[], message: Message, policy: Policy): Draft[] {
  const laws = lawsOf(message, policy.law);
  const day = policy.asOf ?? dayOf(message.sentAt);
  const drafts: Draft[] = [];
  for (const standing of rowsFor(policy, findings)) {
    if (!appliesUnder(standing.pack, laws) || !speaksOf(standing.row, message, laws)) continue;
    for (const lane of LANES) addDrafts(drafts, standing, findings, lane, { laws, day, directory: policy.directory });
  }
  for (const { because } of drafts) if (because.length > 1) because.sort();
  return drafts;
}

/** What binds a firm: the laws, the day whose law counts, and what its directory says. */
interface Bound {
  readonly laws: readonly Law[];
  readonly day: string | undefined;
  readonly directory: Directory | undefined;
}

/** Adds what a row asks for the findings of a lane: of a restricted one nobody else hears, whatever a row says (`isOfLane`). */
function addDrafts(drafts: Draft[], { row, pack, id }: Standing, findings: readonly Finding[], restricted: "mlro" | undefined, { laws, day, directory }: Bound): void {
  const clock = row.clock === undefined || !ranOn(CLOCKS[row.clock], day) || (CLOCKS[row.clock].optIn === true && directory?.coaf !== true) ? undefined : { key: row.clock, laws: laws.filter((one) => appliesUnder(pack, [one]) && (row.law === undefined || isUnder(one, row.law))) };
  for (const given of row.to) {
    const to = pack.laws.length === 0 ? asLawCalls(given, laws) : given;
    const because = rulesUnder(row, findings, restricted, to);
    if (because === undefined) continue;
    const draft = alike(drafts, to, row, restricted, clock?.key);
    if (draft === undefined) drafts.push({ to, row, restricted, clock, rows: [id], because });
    else {
      draft.rows.push(id);
      for (const rule of because) if (!draft.because.includes(rule)) draft.because.push(rule);
    }
  }
}

/** The addressee of a row that speaks under any law, as the laws of the message call them: the data protection officer is Brazil's encarregado (LGPD art. 41), where no other law binds. */
const asLawCalls = (to: Addressee, laws: readonly Law[]): Addressee => (to === "dpo" && laws.length > 0 && laws.every((law) => law === "BR") ? "encarregado" : to);

/** The draft that asks the same of the same people with the same clock and text. */
function alike(drafts: readonly Draft[], to: Addressee, row: RouteRow, restricted: "mlro" | undefined, clock: ClockKey | undefined): Draft | undefined {
  for (const one of drafts) if (one.to === to && asksAlike(one.row, row) && one.restricted === restricted && one.clock?.key === clock && one.row.template === row.template) return one;
  return undefined;
}

const asksAlike = (a: RouteRow, b: RouteRow): boolean => a.action === b.action && a.kind === b.kind;

const NONE: readonly never[] = [];

/** The rules of the findings in a lane that a row is about and somebody may be told of, each once; nothing where there is none. */
function rulesUnder(row: RouteRow, findings: readonly Finding[], lane: "mlro" | undefined, to: Addressee): string[] | undefined {
  let rules: string[] | undefined;
  for (const finding of findings) {
    if (finding.restricted !== lane || !fits(row, finding) || (lane !== undefined && !isOfLane(to, finding.kind))) continue;
    if (rules === undefined) rules = [finding.rule];
    else if (!rules.includes(finding.rule)) rules.push(finding.rule);
  }
  return rules;
}

/** A row of a pack, its place among the rows of all packs, and `<pack>/<row>`. */
interface Standing {
  readonly row: RouteRow;
  readonly pack: Pack;
  readonly at: number;
  readonly id: string;
}
const rowsOn = indexed(({ base, packs }: Policy) =>
  [base, ...packs].flatMap((pack) => pack.routes.map((row) => ({ row, pack, id: `${pack.id}/${row.id}` }))).flatMap((one, at) => {
    const standing: Standing = { ...one, at };
    return one.row.category.map((category) => [category, standing] as const);
  }),
);

/** The rows of a policy that are about a category of the findings, in their order. */
function rowsFor(policy: Policy, findings: readonly Finding[]): readonly Standing[] {
  const rows = rowsOn(policy);
  if (findings.length === 1) return rows.get(findings[0]!.category) ?? NONE;
  const found: Standing[] = [];
  for (const { category } of findings) for (const one of rows.get(category) ?? NONE) if (!found.includes(one)) found.push(one);
  return sort(found, (a, b) => a.at - b.at);
}

/** What is critical and no row speaks of goes to the managing partner, or in the restricted lane to the reporting officer. */
function unaddressed(findings: readonly Finding[], drafts: readonly Draft[]): Draft[] {
  const covered = (finding: Finding): boolean => drafts.some(({ to, restricted, because }) => to !== "recipients" && restricted === finding.restricted && because.includes(finding.rule));
  const left = findings.filter((finding) => finding.severity === "critical" && !covered(finding));
  return [...new Set(left.map(({ restricted }) => restricted))].sort().map((restricted) => {
    const ours = left.filter((finding) => finding.restricted === restricted);
    const kind = ours[0]!.about === "firm" ? "conduct" : "protective";
    const to = restricted === undefined ? "managing-partner" : "mlro";
    return { to, row: { id: "no-row", category: [], to: [to], action: "escalate", kind }, rows: ["base/no-row"], because: [...new Set(ours.map(({ rule }) => rule))].sort(), restricted, clock: undefined };
  });
}

/** What asks the same of the same people as another, for no other reason, and with no time of its own, is part of that other. */
function withoutRepeats(drafts: readonly Draft[]): readonly Draft[] {
  if (drafts.every(({ clock }) => clock === undefined)) return drafts;
  const same = (a: Draft, b: Draft): boolean => a.to === b.to && asksAlike(a.row, b.row) && a.restricted === b.restricted && (a.row.template === undefined || a.row.template === b.row.template);
  const fuller = (draft: Draft): Draft | undefined => (draft.clock !== undefined ? undefined : drafts.find((one) => one.clock !== undefined && same(draft, one) && draft.because.every((rule) => one.because.includes(rule))));
  const kept: Draft[] = [];
  for (const draft of drafts) {
    const into = fuller(draft);
    if (into === undefined) kept.push(draft);
    else into.rows.push(...draft.rows);
  }
  return kept;
}

/** Whether a row is about messages such as this one. */
function speaksOf({ action, role, direction, channel, law }: RouteRow, message: Message, laws: readonly Law[]): boolean {
  return (
    (action !== "hold-send" || message.stage === "draft") && (role === undefined || role.includes(message.sender?.role ?? "unknown")) && (direction === undefined || direction.includes(message.direction ?? "unknown")) &&
    (channel === undefined || channel.includes(message.channel ?? "unknown")) && (law === undefined || appliesUnder({ laws: law }, laws))
  );
}

/** Whether a row is about such a finding. */
export const fits = ({ category, rule, from = "medium", about }: RouteRow, finding: Finding): boolean =>
  category.includes(finding.category) && atLeast(finding.severity, from) && (about === undefined || about.includes(finding.about)) && (rule === undefined || rule.some((id) => id === finding.rule || finding.also?.includes(id) === true));
