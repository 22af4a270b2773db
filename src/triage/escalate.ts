import { isInstant } from "../core/day.js";
import type { NoContact, Route } from "../core/assessment.js";
import type { Directory } from "../core/directory.js";
import { ObiterError } from "../core/problem.js";
import type { Addressee, Office } from "../core/rule.js";
import type { Severity } from "../core/severity.js";
import { isZone } from "./calendar.js";
import type { Case } from "./cases.js";
import { nowProblems } from "./circumstances.js";
import { afterQuiet } from "./quiet-hours.js";
import { lineAfter } from "./succession.js";
import { reached } from "./view.js";

/** Somebody has seen a case: an office, or a person by id. */
export interface Ack {
  readonly caseId: string;
  readonly by: string;
  /** ISO 8601 instant. */
  readonly at: string;
}

/** Somebody to tell. */
export interface Notice {
  readonly caseId: string;
  /** 0: the route itself; from 1 on, the next in line, because nobody has answered. */
  readonly step: number;
  readonly to: Addressee;
  readonly people?: readonly string[];
  /** Ids of people who must not be told. */
  readonly neverTo?: readonly string[];
  /** Instant at which it goes out. */
  readonly at: string;
  readonly unrouted?: true;
  /** Nothing goes there, whoever is told. */
  readonly noContact?: NoContact;
}

/** Minutes without an answer after which the next in line are told. */
const LADDER: Readonly<Record<Severity, readonly number[]>> = {
  critical: [15, 60], high: [240, 480], medium: [1440, 4320], low: [], info: [], none: [],
};

/**
 * Who is to be told of a case by now, and when to ask again. A route's ladder ends when somebody whom it told answers. Quiet hours
 * of the directory delay what is not critical, and no legal clock. Without a time of opening only the first step goes out, at `now`.
 * Throws ObiterError where `now` is no instant.
 */
export function next(one: Case, acks: readonly Ack[], now: string, directory?: Directory): { readonly notices: readonly Notice[]; readonly again?: string } {
  const problems = nowProblems(now);
  if (problems.length > 0) throw new ObiterError(problems);
  const opened = one.opened !== undefined && isInstant(one.opened) ? one.opened : undefined;
  const zone = directory?.zone !== undefined && isZone(directory.zone) ? directory.zone : "UTC";
  const notices: Notice[] = [];
  let again: string | undefined;
  for (const route of one.routes) {
    const told = new Set<string>();
    for (const [step, minutes] of [0, ...(opened === undefined ? [] : (directory?.ladder?.[one.severity] ?? LADDER[one.severity]))].entries()) {
      const recipient = step === 0 ? { to: reached(route) as Addressee, people: route.people } : further(route, told, directory);
      if (recipient === undefined) break;
      const ready = opened === undefined ? now : later(opened, minutes);
      const at = one.severity === "critical" ? ready : afterQuiet(ready, directory?.quietHours, zone, route.due === undefined ? [] : [route.due]);
      if (answered(one.id, told, acks, at)) break;
      if (Date.parse(at) > Date.parse(now)) {
        if (again === undefined || at < again) again = at;
        break;
      }
      for (const name of [recipient.to, ...(recipient.people ?? [])]) told.add(name);
      notices.push({ caseId: one.id, step, to: recipient.to, ...(recipient.people === undefined ? {} : { people: recipient.people }), ...(route.neverTo === undefined ? {} : { neverTo: route.neverTo }), at, ...(route.unrouted === true && step === 0 ? { unrouted: true as const } : {}), ...(route.noContact === undefined ? {} : { noContact: route.noContact }) });
    }
  }
  return { notices: [...new Map(notices.map((notice) => [JSON.stringify(notice), notice])).values()], ...(again === undefined ? {} : { again }) };
}

const later = (instant: string, minutes: number): string => new Date(Date.parse(instant) + minutes * 60_000).toISOString().replace(".000Z", "Z");
const answered = (id: string, told: ReadonlySet<string>, acks: readonly Ack[], before: string): boolean => acks.some(({ caseId, by, at }) => caseId === id && told.has(by) && Date.parse(at) <= Date.parse(before));

/** The first office in line after the one that a route reached which has not been told, and those of its people who may know. */
function further(route: Route, told: ReadonlySet<string>, directory: Directory | undefined): { to: Office; people?: readonly string[] } | undefined {
  const office = reached(route);
  const line = office === "recipients" ? (["managing-partner", "colp"] as const) : lineAfter(office as Office, directory, route.restricted !== undefined);
  const offices = line.flatMap((to) => {
    if (directory === undefined) return [{ to }];
    const people = (directory.roles[to] ?? []).flatMap(({ person, deputies = [] }) => [person, ...deputies]).filter((id) => route.neverTo?.includes(id) !== true && !told.has(id));
    return people.length === 0 ? [] : [{ to, people: [...new Set(people)].sort() }];
  });
  return offices.find(({ to }) => !told.has(to));
}
