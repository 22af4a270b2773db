import { isInstant } from "../core/day.js";
import type { NoContact, Route } from "../core/assessment.js";
import type { Directory } from "../core/directory.js";
import { ObiterError } from "../core/problem.js";
import type { Addressee, Office } from "../core/rule.js";
import type { Severity } from "../core/severity.js";
import { dayOf } from "./address.js";
import { isZone } from "./calendar.js";
import type { Case } from "./cases.js";
import { nowProblems } from "./circumstances.js";
import { afterQuiet } from "./quiet-hours.js";
import { everybodyOf } from "./recipient.js";
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
  /** Offices that must not be told. */
  readonly recused?: readonly Office[];
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
 * Who is to be told of a case by now, and when to ask again. A route's ladder ends when somebody answers whom it told, or who is next in
 * line and was told of the same by another route; nobody is told of the same twice as the next in line. Quiet hours of the directory
 * delay what is not critical, and no legal clock. Without a time of opening only the first step goes out, at `now`.
 * Throws ObiterError where `now` is no instant.
 */
export function next(one: Case, acks: readonly Ack[], now: string, directory?: Directory): { readonly notices: readonly Notice[]; readonly again?: string } {
  const problems = nowProblems(now);
  if (problems.length > 0) throw new ObiterError(problems);
  const notices = new Map<string, Notice>();
  /** When a name was first told of a rule, by both. */
  const told = new Map<string, number>();
  /** Whom each route has asked, while it goes on asking. */
  const ladders = new Map(one.routes.map((route) => [route, new Set<string>()]));
  let again: string | undefined;
  for (const { route, step, at } of stepsOf(one, now, directory)) {
    const asked = ladders.get(route);
    if (asked === undefined) continue;
    const time = Date.parse(at);
    const hasAnswered = (name: string): boolean => acks.some(({ caseId, by, at: when }) => caseId === one.id && by === name && Date.parse(when) <= time);
    const toldAt = (name: string): number => Math.max(...route.because.map((rule) => told.get(`${rule} ${name}`) ?? Infinity));
    const isNew = (name: string): boolean => toldAt(name) >= time;
    const recipient = step === 0 ? { to: reached(route) as Addressee, people: route.people } : [...asked].some(hasAnswered) ? undefined : further(route, asked, { hasAnswered, isNew, at, directory });
    if (recipient === undefined) ladders.delete(route);
    else if (time > Date.parse(now)) {
      again ??= at;
      ladders.delete(route);
    } else {
      const { to } = recipient;
      // Whom another ladder tells at this very moment need not be told twice, and is asked all the same.
      const people = step === 0 ? recipient.people : recipient.people?.filter((name) => toldAt(name) === Infinity);
      for (const name of [to, ...(recipient.people ?? [])]) {
        asked.add(name);
        for (const rule of route.because) if (!told.has(`${rule} ${name}`)) told.set(`${rule} ${name}`, time);
      }
      const notice: Notice = { caseId: one.id, step, to, ...(people === undefined ? {} : { people }), ...(route.neverTo === undefined ? {} : { neverTo: route.neverTo }), ...(route.recused === undefined ? {} : { recused: route.recused }), at, ...(route.unrouted === true && step === 0 ? { unrouted: true as const } : {}), ...(route.noContact === undefined ? {} : { noContact: route.noContact }) };
      if (step === 0 || people?.length !== 0) notices.set(JSON.stringify(notice), notice);
    }
  }
  return { notices: [...notices.values()], ...(again === undefined ? {} : { again }) };
}

/** The steps of all ladders of a case, in the order of their time. */
function stepsOf({ routes, opened, severity }: Case, now: string, directory: Directory | undefined): readonly { readonly route: Route; readonly step: number; readonly at: string }[] {
  const start = opened !== undefined && isInstant(opened) ? opened : undefined;
  const zone = directory?.zone !== undefined && isZone(directory.zone) ? directory.zone : "UTC";
  const ladder = [0, ...(start === undefined ? [] : (directory?.ladder?.[severity] ?? LADDER[severity]))];
  const steps = ladder.flatMap((minutes, step) => routes.map((route) => {
    const ready = start === undefined ? now : later(start, minutes);
    return { route, step, at: severity === "critical" ? ready : afterQuiet(ready, directory?.quietHours, zone, route.due === undefined ? [] : [route.due]) };
  }));
  return steps.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

const later = (instant: string, minutes: number): string => new Date(Date.parse(instant) + minutes * 60_000).toISOString().replace(".000Z", "Z");

/** What is known of a case at a step of a ladder. */
interface Asking {
  readonly hasAnswered: (name: string) => boolean;
  /** Whether it is news to them. */
  readonly isNew: (name: string) => boolean;
  readonly at: string;
  readonly directory: Directory | undefined;
}

/** The first office in line after the one that a route reached with somebody to whom it is news, who may know and is there; none where one in line before has answered. */
function further(route: Route, asked: ReadonlySet<string>, { hasAnswered, isNew, at, directory }: Asking): { readonly to: Office; readonly people?: readonly string[] } | undefined {
  const { neverTo = [], recused = [], scope, restricted } = route;
  const office = reached(route);
  const bars = new Map(neverTo.map((id) => [id, "implicated" as const]));
  for (const to of office === "recipients" ? (["managing-partner", "colp"] as const) : lineAfter(office as Office, directory, restricted !== undefined)) {
    if (recused.includes(to) || asked.has(to)) continue;
    const people = directory === undefined ? undefined : everybodyOf(to, { directory, scope, supervisors: [], bars, today: dayOf(at, directory), restricted: restricted !== undefined });
    if ([to, ...(people ?? [])].some((name) => hasAnswered(name) && !isNew(name))) return undefined;
    const fresh = (people ?? [to]).filter(isNew);
    if (fresh.length > 0) return { to, ...(people === undefined ? {} : { people: fresh }) };
  }
  return undefined;
}
