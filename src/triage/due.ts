import type { Due } from "../core/assessment.js";
import type { Problem } from "../core/problem.js";
import type { ClockKey } from "../core/rule.js";
import type { Written } from "../core/written.js";
import { dateIn, isZone, type Calendar } from "./calendar.js";
import { CLOCKS, type Clock } from "./clocks.js";
import { daysInclusive, endOf, isCountable, isInstant, thirdOf, type Period, type Place } from "./count.js";

/** Where and how a firm counts. */
export interface Counting {
  readonly calendars: readonly Calendar[];
  /** Id of the calendar of the firm. Default `none`: Saturdays and Sundays only. */
  readonly calendar?: string;
  /** IANA zone of the firm. Default UTC. */
  readonly zone?: string;
  /** The ANPD's longer periods for small agents. */
  readonly smallAgent?: boolean;
  /** Internal targets in place of the shipped ones. */
  readonly targets?: Partial<Readonly<Record<ClockKey, Period>>>;
  /** Instant at which the message is read: tells whether the period has run out. */
  readonly now?: string;
}

/** When a clock that starts at an instant runs out. Without a start, or outside the calendar's years, there is no date, and the Problem says why. */
export function dueOf(key: ClockKey, start: string | undefined, counting: Counting, pausedDays = 0): Due {
  const clock = CLOCKS[key];
  const period = counting.smallAgent === true ? (clock.smallAgent ?? clock.period) : clock.period;
  const due: Written<Due> = { regime: clock.regime, basis: clock.basis, provisional: clock.starts === "known" || clock.starts === "breach" };
  const place = placeOf(clock, counting);
  const problem = "code" in place ? place : startProblem(start);
  if (problem !== undefined) return { ...due, provisional: true, problem };
  const { calendar, zone } = place as Place;
  const count = (length: Period, paused = 0): string | undefined => endOf(length, start!, place as Place, paused);
  const own = counting.targets?.[key];
  const target = (own !== undefined && isCountable(own) ? own : undefined) ?? clock.target ?? (due.provisional && period !== undefined ? thirdOf(period) : undefined);
  const confirmBy = target === undefined ? undefined : count(target);
  const at = period === undefined ? undefined : count(period, pausedDays);
  if (period === undefined) due.basis = `${clock.basis}: promptly, by the firm's internal target`;
  else if (countsHolidays(period) && calendar.id === "none") due.basis = `${clock.basis}; public holidays are not known here, check them`;
  if (at !== undefined) due.at = at;
  if (confirmBy !== undefined) due.confirmBy = at !== undefined && at < confirmBy ? at : confirmBy;
  if (at !== undefined && counting.now !== undefined && hasPassed(at, counting.now, zone)) due.elapsed = true;
  if (period !== undefined && at === undefined) {
    due.provisional = true;
    due.problem = beyond(calendar);
  }
  return due;
}

/**
 * When an access request is due under Art. 12A UK GDPR: the month starts at the latest of receipt, the proof of identity that was
 * asked for, and the fee; days from asking for clarification to receiving it, both counted, do not count. Instants, and ISO dates for the pauses.
 */
export function ukRequestDue(request: { readonly received: string; readonly identified?: string; readonly paid?: string; readonly clarified?: readonly { readonly asked: string; readonly answered: string }[] }, counting: Counting): Due {
  const { received, identified, paid, clarified = [] } = request;
  const start = [received, identified, paid].filter((one) => one !== undefined).reduce((latest, one) => (Date.parse(one) > Date.parse(latest) ? one : latest));
  return dueOf("uk-request", start, counting, clarified.reduce((sum, { asked, answered }) => sum + daysInclusive(asked, answered), 0));
}

/** Whether a due date or instant lies before an instant: a date has passed when its day is over. */
export function hasPassed(at: string, now: string, zone: string): boolean {
  if (!isInstant(now)) return false;
  return isInstant(at) ? Date.parse(at) < Date.parse(now) : at < dateIn(now, zone);
}

function placeOf({ place }: Clock, { calendars, calendar = "none", zone = "UTC" }: Counting): Place | Problem {
  const wanted = place === "br" ? { id: "br", zone: "America/Sao_Paulo" } : place === "uk" ? { id: calendar.startsWith("gb-") ? calendar : "gb-eaw", zone: "Europe/London" } : { id: calendar, zone };
  const found = calendars.find(({ id }) => id === wanted.id);
  if (found === undefined) return { code: "clock/calendar", message: `there is no calendar "${wanted.id}"`, hint: `one of: ${calendars.map(({ id }) => id).join(", ")}` };
  if (!isZone(wanted.zone)) return { code: "clock/zone", message: `"${wanted.zone}" is no time zone`, hint: "give an IANA name such as Europe/London" };
  return { calendar: found, zone: wanted.zone };
}

const countsHolidays = (period: Period): boolean => "workingDays" in period || ("months" in period && period.roll === true);

function startProblem(start: string | undefined): Problem | undefined {
  if (start === undefined) return { code: "clock/no-start", message: "no start of the period is known", hint: "a person sets it: when did the firm receive or know it?" };
  if (!isInstant(start)) return { code: "clock/no-offset", message: "the time has no offset from UTC", hint: "give sentAt with an offset or Z, or say the time zone of the export" };
  return undefined;
}

const beyond = ({ id, from, to }: Calendar): Problem => ({ code: "clock/calendar-years", message: `the calendar ${id} knows ${from.slice(0, 4)} to ${to.slice(0, 4)}`, hint: "count by hand, or give a calendar of that year" });
