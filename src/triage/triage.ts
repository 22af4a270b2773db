import type { Finding, Route } from "../core/assessment.js";
import { indexed } from "../core/indexed.js";
import { lawsOf, type Law, type Message } from "../core/message.js";
import { appliesUnder, type Pack, type RouteRow } from "../core/rule.js";
import { atLeast } from "../core/severity.js";
import { address, type Circumstances, type Draft, type Policy } from "./address.js";
import { CLOCKS } from "./clocks.js";
import { named } from "./named.js";
import { inSilence, noContact } from "./no-contact.js";

export type { Circumstances, Policy } from "./address.js";

/**
 * Who must know of the findings, what they are asked to do, by when, and who must not be told. Every row of the policies that
 * fits makes a route; routes of one kind to one addressee with one action and one clock are one. A conduct route never reaches
 * whoever is implicated, nor their subordinates: the next in line takes it, and if nobody is left it says `unrouted`.
 */
export function triage(findings: readonly Finding[], message: Message, policy: Policy, circumstances: Circumstances = {}): Route[] {
  if (findings.length === 0) return [];
  const laws = lawsOf(message, policy.law);
  const drafts = new Map<string, Draft>();
  for (const pack of [policy.base, ...policy.packs]) {
    if (!appliesUnder(pack, laws)) continue;
    const law = laws.find((one) => pack.laws.includes(one)) ?? laws[0];
    for (const row of rowsFor(pack, findings)) {
      if (!speaksOf(row, message, laws)) continue;
      for (const restricted of LANES) {
        const ours = (finding: Finding): boolean => finding.restricted === restricted && fits(row, finding);
        if (!findings.some(ours)) continue;
        const because = findings.filter(ours).map(({ rule }) => rule);
        const clock = row.clock === undefined || (CLOCKS[row.clock].optIn === true && policy.directory?.coaf !== true) ? undefined : { key: row.clock, law };
        for (const to of row.to) {
          const key = [to, row.action, row.kind, restricted ?? "", clock?.key ?? "", row.template ?? ""].join(" ");
          const before = drafts.get(key);
          drafts.set(key, {
            to, row: before?.row ?? row, restricted, ...(clock === undefined ? {} : { clock: before?.clock ?? clock }),
            rows: [...(before?.rows ?? []), `${pack.id}/${row.id}`], because: [...new Set([...(before?.because ?? []), ...because])].sort(),
          });
        }
      }
    }
  }
  const all = [...drafts.values(), ...unaddressed(findings, [...drafts.values()])];
  if (all.length === 0) return [];
  const silence = noContact(findings, message);
  const reading = { message, policy, circumstances, accusations: new Map(findings.map((finding) => [finding, named(finding, message, policy.directory)])) };
  return withoutRepeats(all).flatMap((draft) => {
    const route = address(draft, reading);
    return route === undefined ? [] : inSilence(route, silence);
  });
}

/** In the open, and to the reporting officer alone. */
const LANES = [undefined, "mlro"] as const;

/** The rows of a pack that are about a category of the findings, in their order. */
function rowsFor(pack: Pack, findings: readonly Finding[]): readonly RouteRow[] {
  const rows = rowsOn(pack);
  if (findings.length === 1) return rows.get(findings[0]!.category) ?? [];
  const ours = new Set(findings.flatMap(({ category }) => rows.get(category) ?? []));
  return pack.routes.filter((row) => ours.has(row));
}
const rowsOn = indexed((pack: Pack) => pack.routes.flatMap((row) => row.category.map((category) => [category, row] as const)));

/** What is critical and no row speaks of goes to the managing partner, or in the restricted lane to the reporting officer. */
function unaddressed(findings: readonly Finding[], drafts: readonly Draft[]): Draft[] {
  const covered = (finding: Finding): boolean => drafts.some(({ to, restricted, because }) => to !== "recipients" && restricted === finding.restricted && because.includes(finding.rule));
  const left = findings.filter((finding) => finding.severity === "critical" && !covered(finding));
  return [...new Set(left.map(({ restricted }) => restricted))].sort().map((restricted) => {
    const ours = left.filter((finding) => finding.restricted === restricted);
    const kind = ours[0]!.about === "firm" ? "conduct" : "protective";
    const to = restricted === undefined ? "managing-partner" : "mlro";
    return { to, row: { id: "no-row", category: [], to: [to], action: "escalate", kind }, rows: ["base/no-row"], because: [...new Set(ours.map(({ rule }) => rule))].sort(), restricted };
  });
}

/** What asks the same of the same people as another, for no other reason, and with no time of its own, is part of that other. */
function withoutRepeats(drafts: readonly Draft[]): Draft[] {
  const same = (a: Draft, b: Draft): boolean => a.to === b.to && a.row.action === b.row.action && a.row.kind === b.row.kind && a.restricted === b.restricted && (a.row.template === undefined || a.row.template === b.row.template);
  const fuller = (draft: Draft): Draft | undefined => (draft.clock !== undefined ? undefined : drafts.find((one) => one !== draft && one.clock !== undefined && same(draft, one) && draft.because.every((rule) => one.because.includes(rule))));
  const into = drafts.map(fuller);
  return drafts.filter((_, i) => into[i] === undefined).map((draft) => (into.includes(draft) ? { ...draft, rows: [...draft.rows, ...drafts.filter((_, i) => into[i] === draft).flatMap(({ rows }) => rows)] } : draft));
}

/** Whether a row is about messages such as this one. */
function speaksOf({ action, role, direction, channel, law }: RouteRow, message: Message, laws: readonly Law[]): boolean {
  const { sender, stage } = message;
  return (
    (action !== "hold-send" || stage === "draft") && (role?.includes(sender?.role ?? "unknown") ?? true) && (direction?.includes(message.direction ?? "unknown") ?? true) &&
    (channel?.includes(message.channel ?? "unknown") ?? true) && (law?.some((one) => laws.includes(one)) ?? true)
  );
}

/** Whether a row is about such a finding. */
export const fits = ({ category, rule, from = "medium", about }: RouteRow, finding: Finding): boolean =>
  category.includes(finding.category) && atLeast(finding.severity, from) && (about?.includes(finding.about) ?? true) && (rule?.some((id) => id === finding.rule || finding.also?.includes(id) === true) ?? true);
