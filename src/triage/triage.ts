import type { Finding, Route } from "../core/assessment.js";
import type { Directory } from "../core/directory.js";
import { isFirmRole, lawsOf, type Law, type Message } from "../core/message.js";
import { PLACES } from "../core/place.js";
import { appliesUnder, type Addressee, type ClockKey, type Pack, type RouteRow } from "../core/rule.js";
import { atLeast } from "../core/severity.js";
import { heldAtBorder } from "./border.js";
import { dateIn, isZone, type Calendar } from "./calendar.js";
import { CLOCKS } from "./clocks.js";
import { isInstant } from "./count.js";
import { barred, type Bar } from "./implicated.js";
import { inSilence, noContact } from "./no-contact.js";
import { choose } from "./recipient.js";
import { dueFrom } from "./start.js";

export interface Policy {
  readonly base: Pack;
  readonly packs: readonly Pack[];
  readonly law: readonly Law[];
  readonly calendars: readonly Calendar[];
  readonly directory?: Directory;
}

/** What the caller knows when a message is read. */
export interface Circumstances {
  /** Instant of the reading (ISO 8601 with offset): for absences and for periods that have run out. Default: when it was sent. */
  readonly now?: string;
  /** Ids of people against whom the message makes an allegation, beside its sender. */
  readonly implicated?: readonly string[];
}

/** A route before its people are chosen. */
interface Draft {
  readonly to: Addressee;
  readonly row: RouteRow;
  readonly rows: readonly string[];
  readonly because: readonly string[];
  readonly restricted: "mlro" | undefined;
  readonly clock?: { readonly key: ClockKey; readonly law: Law | undefined };
}

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
    for (const row of pack.routes) {
      if (!speaksOf(row, message, laws)) continue;
      for (const restricted of [undefined, "mlro"] as const) {
        const because = findings.filter((finding) => finding.restricted === restricted && fits(row, finding)).map(({ rule }) => rule);
        if (because.length === 0) continue;
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
  const silence = noContact(findings, message);
  return withoutRepeats(all).flatMap((draft) => {
    const route = addressed(draft, findings, message, policy, circumstances);
    return route === undefined ? [] : inSilence(route, silence);
  });
}

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
  const kept = drafts.filter((draft) => fuller(draft) === undefined);
  return kept.map((draft) => ({ ...draft, rows: [...draft.rows, ...drafts.filter((one) => fuller(one) === draft).flatMap(({ rows }) => rows)] }));
}

/** The route with its people. None where it is for recipients and nobody of the firm received the message. */
function addressed({ to, row, rows, because, restricted, clock }: Draft, findings: readonly Finding[], message: Message, policy: Policy, { now, implicated = [] }: Circumstances): Route | undefined {
  const { directory, calendars } = policy;
  const about = findings.find((finding) => because.includes(finding.rule))!.about;
  const accused = row.kind === "conduct" && about === "firm" && message.sender !== undefined ? [message.sender.id, ...implicated] : implicated;
  const bars = barred(accused, message, directory);
  const place = clock?.law === undefined ? undefined : PLACES[clock.law];
  const named = to === "recipients" ? { people: recipientsOf(message, bars) } : directory === undefined ? undefined : choose(to, { directory, message, bars, today: dayOf(now ?? message.sentAt, directory), restricted: restricted !== undefined });
  if (to === "recipients" && named!.people.length === 0) return undefined;
  const chosen = named === undefined ? undefined : { past: [], ...named };
  const counting = { calendars, ...place, ...(directory === undefined ? {} : settingsOf(directory)), ...(now === undefined ? {} : { now }) };
  const held = directory === undefined || chosen === undefined ? [] : heldAtBorder(message.matter?.law ?? [], chosen.people, directory);
  return {
    to,
    action: row.action,
    ...(clock === undefined ? {} : { due: dueFrom(clock.key, message, about, counting) }),
    because,
    row: rows[0]!,
    ...(rows.length > 1 ? { rows: rows.slice(1) } : {}),
    kind: row.kind,
    ...(chosen === undefined ? {} : { people: chosen.people }),
    ...(chosen !== undefined && "via" in chosen && chosen.via !== undefined ? { via: chosen.via } : {}),
    ...(chosen !== undefined && chosen.people.length === 0 ? { unrouted: true as const } : {}),
    ...(chosen !== undefined && chosen.past.length > 0 ? { past: chosen.past } : {}),
    ...(bars.size > 0 ? { neverTo: [...bars.keys()].sort() } : {}),
    ...(restricted === undefined ? {} : { restricted }),
    ...(row.template === undefined ? {} : { template: row.template }),
    ...(held.length > 0 ? { withoutText: held } : {}),
  };
}

/** The firm's day at an instant, where the directory knows of absences. */
function dayOf(instant: string | undefined, { people, zone }: Directory): string | undefined {
  if (instant === undefined || !isInstant(instant) || people.every(({ absent }) => absent === undefined)) return undefined;
  return dateIn(instant, zone !== undefined && isZone(zone) ? zone : "UTC");
}

const settingsOf = ({ zone, calendar, smallAgent, targets }: Directory) => ({ ...(zone === undefined ? {} : { zone }), ...(calendar === undefined ? {} : { calendar }), ...(smallAgent === undefined ? {} : { smallAgent }), ...(targets === undefined ? {} : { targets }) });

/** The people of the firm who received a message, without those who may not be told. */
const recipientsOf = ({ recipients = [] }: Message, bars: ReadonlyMap<string, Bar>): string[] => [...new Set(recipients.filter(({ id, role }) => isFirmRole(role) && role !== "bot" && !bars.has(id)).map(({ id }) => id))].sort();

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
