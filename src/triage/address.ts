import { isInstant } from "../core/day.js";
import type { Finding, Route, Scope } from "../core/assessment.js";
import type { Directory } from "../core/directory.js";
import { isFirmRole, type Law, type Message, type Party } from "../core/message.js";
import { placeOf } from "../core/place.js";
import type { About, Addressee, ClockKey, Office, Pack, RouteRow } from "../core/rule.js";
import type { Written } from "../core/written.js";
import { heldAtBorder } from "./border.js";
import { dateIn, isZone, type Calendar } from "./calendar.js";
import type { Circumstances } from "./circumstances.js";
import type { Counting } from "./due.js";
import { barred, type Bar } from "./implicated.js";
import type { Named } from "./named.js";
import { choose, chooseOffice, type Chosen } from "./recipient.js";
import { dueFrom } from "./start.js";

export interface Policy {
  readonly base: Pack;
  readonly packs: readonly Pack[];
  readonly law: readonly Law[];
  readonly calendars: readonly Calendar[];
  /** ISO date whose law counts. Default: the day on which a message was sent. */
  readonly asOf?: string;
  readonly directory?: Directory;
}

/** A route before its people are chosen. */
export interface Draft {
  readonly to: Addressee;
  readonly row: RouteRow;
  /** Ids of the rows, and of the rules, that ask for it: those that ask the same are added. */
  readonly rows: string[];
  readonly because: string[];
  readonly restricted: "mlro" | undefined;
  readonly clock: { readonly key: ClockKey; readonly laws: readonly Law[] } | undefined;
}

/** What routes of one message share. */
export interface Reading {
  readonly message: Message;
  readonly policy: Policy;
  readonly circumstances: Circumstances;
  readonly findings: readonly Finding[];
  /** By finding: whom it accuses by name. */
  readonly accused: readonly Named[];
  readonly scope: Scope | undefined;
  readonly supervisors: readonly string[];
}

/** The route with its people. None where it is for recipients and nobody of the firm received the message. */
export function address({ to, row, rows, because, restricted, clock }: Draft, reading: Reading): Route | undefined {
  const { message, policy, circumstances: { now, implicated = NONE }, findings, accused, scope, supervisors } = reading;
  const { directory } = policy;
  let about: About | undefined;
  const people: string[] = [...implicated];
  const offices: Office[] = [];
  for (let i = 0; i < findings.length; i++) {
    if (findings[i]!.restricted !== restricted || !because.includes(findings[i]!.rule)) continue;
    about ??= findings[i]!.about;
    people.push(...accused[i]!.people);
    offices.push(...accused[i]!.offices);
  }
  if (row.kind === "conduct" && about === "firm" && message.sender?.id !== undefined) people.push(message.sender.id);
  const bars = barred(people, message, directory);
  const received = to === "recipients" ? recipientsOf(message, bars) : NONE;
  if (to === "recipients" && received.length === 0) return undefined;
  const chosen: Chosen =
    to === "recipients" ? toIds(received)
    : directory === undefined ? chooseOffice(to, offices, restricted !== undefined)
    : choose(to, { directory, scope, supervisors, bars, today: dayOf(now ?? message.sentAt, directory), restricted: restricted !== undefined });
  const held = directory === undefined ? NONE : heldAtBorder(message.matter?.law ?? NONE, chosen.people ?? NONE, directory);
  const route = { to, action: row.action } as Written<Route>;
  if (clock !== undefined) route.due = dueFrom(clock.key, message, about!, countingOf(policy, clock.laws, now));
  route.because = because;
  route.row = rows[0]!;
  if (rows.length > 1) route.rows = rows.slice(1);
  route.kind = row.kind;
  if (chosen.people !== undefined) route.people = chosen.people;
  if (chosen.via !== undefined) route.via = chosen.via;
  if (chosen.unrouted === true) route.unrouted = true;
  if (chosen.past.length > 0) route.past = chosen.past;
  if (bars.size > 0) route.neverTo = [...bars.keys()].sort();
  if (directory === undefined && offices.length > 0) route.recused = [...new Set(offices)].sort();
  if (scope !== undefined) route.scope = scope;
  if (restricted !== undefined) route.restricted = restricted;
  if (row.template !== undefined) route.template = row.template;
  if (held.length > 0) route.withoutText = held;
  return route;
}

const NONE: readonly never[] = [];

/** The firm's day at an instant, where the directory knows of absences. */
export function dayOf(instant: string | undefined, { people, zone }: Directory): string | undefined {
  if (instant === undefined || !isInstant(instant) || people.every(({ absent }) => absent === undefined)) return undefined;
  return dateIn(instant, zone !== undefined && isZone(zone) ? zone : "UTC");
}

/** How the periods of a route are counted: as the directory says, else as in the place of the first of its laws. */
const countingOf = ({ calendars, asOf, directory: { zone, calendar, smallAgent, targets } = NOBODY }: Policy, laws: readonly Law[], now: string | undefined): Counting => ({
  calendars, laws, ...(asOf === undefined ? undefined : { asOf }), ...(laws.length === 0 ? undefined : placeOf(laws[0]!)), ...(zone === undefined ? undefined : { zone }), ...(calendar === undefined ? undefined : { calendar }),
  ...(smallAgent === undefined ? undefined : { smallAgent }), ...(targets === undefined ? undefined : { targets }), ...(now === undefined ? undefined : { now }),
});
const NOBODY: Directory = { people: [], roles: {} };

/** The people of the firm who received a message, without those who may not be told. */
const recipientsOf = ({ recipients = [] }: Message, bars: ReadonlyMap<string, Bar>): readonly Party[] =>
  recipients.filter(({ id, role, supervisor }) => isFirmRole(role) && role !== "bot" && !(id !== undefined && bars.has(id)) && !(supervisor !== undefined && bars.has(supervisor)));

/** Those of them who have an id; where none has, they are told all the same, and not by name. */
function toIds(received: readonly Party[]): Chosen {
  const people = [...new Set(received.flatMap(({ id }) => id ?? []))].sort();
  return people.length === 0 ? { past: NONE } : { people, past: NONE };
}
