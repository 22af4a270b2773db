import type { Finding, Route } from "../core/assessment.js";
import type { Directory } from "../core/directory.js";
import { isFirmRole, type Law, type Message } from "../core/message.js";
import { PLACES } from "../core/place.js";
import type { Addressee, ClockKey, Pack, RouteRow } from "../core/rule.js";
import { heldAtBorder } from "./border.js";
import { dateIn, isZone, type Calendar } from "./calendar.js";
import { isInstant } from "./count.js";
import { barred, type Bar } from "./implicated.js";
import type { Named } from "./named.js";
import { choose, chooseOffice, type Chosen } from "./recipient.js";
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
export interface Draft {
  readonly to: Addressee;
  readonly row: RouteRow;
  readonly rows: readonly string[];
  readonly because: readonly string[];
  readonly restricted: "mlro" | undefined;
  readonly clock?: { readonly key: ClockKey; readonly law: Law | undefined };
}

/** What routes of one message share. */
export interface Reading {
  readonly message: Message;
  readonly policy: Policy;
  readonly circumstances: Circumstances;
  /** Every finding, and whom it accuses by name. */
  readonly accusations: ReadonlyMap<Finding, Named>;
}

/** The route with its people. None where it is for recipients and nobody of the firm received the message. */
export function address({ to, row, rows, because, restricted, clock }: Draft, { message, policy, circumstances, accusations }: Reading): Route | undefined {
  const { directory, calendars } = policy;
  const { now, implicated = [] } = circumstances;
  const ours = [...accusations].filter(([finding]) => finding.restricted === restricted && because.includes(finding.rule));
  const { about } = ours[0]![0];
  const known = [...implicated, ...ours.flatMap(([, { people }]) => people)];
  const accused = row.kind === "conduct" && about === "firm" && message.sender !== undefined ? [message.sender.id, ...known] : known;
  const bars = barred(accused, message, directory);
  const place = clock?.law === undefined ? undefined : PLACES[clock.law];
  const chosen = takers(to);
  if (to === "recipients" && chosen.people?.length === 0) return undefined;
  const counting = { calendars, ...place, ...(directory === undefined ? {} : settingsOf(directory)), ...(now === undefined ? {} : { now }) };
  const held = directory === undefined ? [] : heldAtBorder(message.matter?.law ?? [], chosen.people ?? [], directory);
  return {
    to,
    action: row.action,
    ...(clock === undefined ? {} : { due: dueFrom(clock.key, message, about, counting) }),
    because,
    row: rows[0]!,
    ...(rows.length > 1 ? { rows: rows.slice(1) } : {}),
    kind: row.kind,
    ...(chosen.people === undefined ? {} : { people: chosen.people }),
    ...(chosen.via === undefined ? {} : { via: chosen.via }),
    ...(chosen.unrouted === true ? { unrouted: true as const } : {}),
    ...(chosen.past.length > 0 ? { past: chosen.past } : {}),
    ...(bars.size > 0 ? { neverTo: [...bars.keys()].sort() } : {}),
    ...(restricted === undefined ? {} : { restricted }),
    ...(row.template === undefined ? {} : { template: row.template }),
    ...(held.length > 0 ? { withoutText: held } : {}),
  };

  function takers(office: Addressee): Chosen {
    if (office === "recipients") return { people: recipientsOf(message, bars), past: [] };
    if (directory === undefined) return chooseOffice(office, ours.flatMap(([, { offices }]) => offices), restricted !== undefined);
    return choose(office, { directory, message, bars, today: dayOf(now ?? message.sentAt, directory), restricted: restricted !== undefined });
  }
}

/** The firm's day at an instant, where the directory knows of absences. */
function dayOf(instant: string | undefined, { people, zone }: Directory): string | undefined {
  if (instant === undefined || !isInstant(instant) || people.every(({ absent }) => absent === undefined)) return undefined;
  return dateIn(instant, zone !== undefined && isZone(zone) ? zone : "UTC");
}

const settingsOf = ({ zone, calendar, smallAgent, targets }: Directory) => ({ ...(zone === undefined ? {} : { zone }), ...(calendar === undefined ? {} : { calendar }), ...(smallAgent === undefined ? {} : { smallAgent }), ...(targets === undefined ? {} : { targets }) });

/** The people of the firm who received a message, without those who may not be told. */
const recipientsOf = ({ recipients = [] }: Message, bars: ReadonlyMap<string, Bar>): string[] => [...new Set(recipients.filter(({ id, role }) => isFirmRole(role) && role !== "bot" && !bars.has(id)).map(({ id }) => id))].sort();
