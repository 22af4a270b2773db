import type { Passed, Scope } from "../core/assessment.js";
import type { Appointment, Directory } from "../core/directory.js";
import { kept } from "../core/indexed.js";
import { isFirmRole, type Message } from "../core/message.js";
import type { Office } from "../core/rule.js";
import type { Bar } from "./implicated.js";
import { lineAfter } from "./succession.js";

/** What is known when people are chosen. */
export interface Choice {
  readonly directory: Directory;
  readonly scope: Scope | undefined;
  /** Ids of those who supervise the people of the message (`supervisorsOf`): its supervising solicitors, if there are any. */
  readonly supervisors: readonly string[];
  readonly bars: ReadonlyMap<string, Bar>;
  /** ISO date of the reading, for absences. */
  readonly today: string | undefined;
  /** A restricted matter: it stays with the offices that it is addressed to. */
  readonly restricted: boolean;
}

/** The people who take it where a directory names them, the office by which they do, and whom it went past on the way. */
export interface Chosen {
  readonly people?: readonly string[];
  readonly via?: Office;
  /** Nobody is left. */
  readonly unrouted?: true;
  readonly past: readonly Passed[];
}

/** The holders of an office, else their deputies, else the next in line. */
export function choose(office: Office, choice: Choice): Chosen {
  const past: Passed[] = [];
  for (const line of [office, ...lineAfter(office, choice.directory, choice.restricted)]) {
    const appointments = appointmentsOf(line, choice);
    if (appointments.length === 0) past.push({ office: line, because: "vacant" });
    const people = appointments.flatMap((appointment) => taker(line, appointment, choice, past) ?? []);
    if (people.length > 0) return { people: [...new Set(people)].sort(), ...(line === office ? {} : { via: line }), past };
  }
  return { people: [], unrouted: true, past };
}

/** Without a directory: the office, or if its holder is accused the next in line whose holder is not. */
export function chooseOffice(office: Office, accused: readonly Office[], restricted: boolean): Chosen {
  if (!accused.includes(office)) return { past: [] };
  const line = [office, ...lineAfter(office, undefined, restricted)];
  const free = line.find((one) => !accused.includes(one));
  const past = line.slice(0, free === undefined ? undefined : line.indexOf(free)).map((one) => ({ office: one, because: "implicated" as const }));
  return { ...(free === undefined ? { unrouted: true as const } : { via: free }), past };
}

/** Everybody of an office, deputies too, who may have it and is there. */
export const everybodyOf = (office: Office, choice: Choice): readonly string[] =>
  [...new Set(appointmentsOf(office, choice).flatMap(({ person, deputies = [] }) => [person, ...deputies]).filter((id) => whyPast(id, choice) === undefined))].sort();

/** The first of an appointment's chain who may have it and is there. */
function taker(office: Office, { person, deputies = [] }: Appointment, choice: Choice, past: Passed[]): string | undefined {
  for (const id of [person, ...deputies]) {
    const because = whyPast(id, choice);
    if (because === undefined) return id;
    past.push({ office, person: id, because });
  }
  return undefined;
}

const whyPast = (id: string, { bars, directory, today }: Choice): Bar | "absent" | undefined => bars.get(id) ?? (isAbsent(id, directory, today) ? "absent" : undefined);

const isAbsent = (id: string, { people }: Directory, today: string | undefined): boolean =>
  today !== undefined && people.some((person) => person.id === id && (person.absent ?? []).some(({ from, to }) => from <= today && today <= to));

/** Those of an office that fit the matter's law and the sender's department best. */
function appointmentsOf(office: Office, { directory, scope: { law = [], department } = {}, supervisors }: Choice): readonly Appointment[] {
  if (office === "supervising-solicitor" && supervisors.length > 0) return supervisors.map((person) => ({ person, deputies: (directory.roles[office] ?? []).flatMap((one) => [one.person, ...(one.deputies ?? [])]).filter((id) => id !== person) }));
  const all = directory.roles[office] ?? [];
  if (all.length < 2) return all;
  const fit = (appointment: Appointment): number => 2 * fits(appointment.law, law) + fits(appointment.department === undefined ? undefined : [appointment.department], department === undefined ? [] : [department]);
  const best = Math.max(...all.map(fit));
  return all.filter((one) => fit(one) === best);
}

/** 1: said and fitting · 0: not said · -1: said and not fitting. */
const fits = (said: readonly string[] | undefined, wanted: readonly string[]): number => (said === undefined || wanted.length === 0 ? 0 : said.some((one) => wanted.includes(one)) ? 1 : -1);

/** What of a message tells the holders of an office apart; nothing where the directory tells none apart. */
export function scopeOf({ sender, matter }: Message, directory: Directory): Scope | undefined {
  if (!isDivided(directory)) return undefined;
  const department = sender?.department ?? directory.people.find(({ id }) => id === sender?.id)?.department;
  if (matter?.law === undefined && department === undefined) return undefined;
  return { ...(matter?.law === undefined ? undefined : { law: matter.law }), ...(department === undefined ? undefined : { department }) };
}

const isDivided = kept(({ roles }: Directory): boolean => Object.values(roles).some((appointments) => appointments.length > 1 && appointments.some(({ law, department }) => law !== undefined || department !== undefined)));

/** Who supervises the people of the firm in a message: the sender's supervisor, or for a message from outside those of its recipients, of whom a solicitor without one deals with it; never the sender. */
export function supervisorsOf({ sender, recipients = [] }: Message, { people }: Directory): readonly string[] {
  const ours = isFirmRole(sender?.role) ? [sender!] : recipients.filter(({ role }) => isFirmRole(role));
  const found = ours.flatMap(({ id, supervisor, role }) => supervisor ?? people.find((person) => person.id === id)?.supervisor ?? (role === "solicitor" ? (id ?? []) : []));
  return [...new Set(found)].filter((id) => id !== sender?.id).sort();
}
