import type { Due } from "../core/assessment.js";
import { dayOf, isDate, isInstant } from "../core/day.js";
import type { Law } from "../core/message.js";
import { hintFor, ObiterError, type Problem } from "../core/problem.js";
import { CLOCK_KEYS, type ClockKey } from "../core/rule.js";
import type { Written } from "../core/written.js";
import { dateIn, isZone, type Calendar } from "./calendar.js";
import { nowProblems } from "./circumstances.js";
import { CLOCKS, ranOn, regimeOf, ruleOn, type Clock } from "./clocks.js";
import { endOf, isCountable, pausedDays, thirdOf, type Period, type Place } from "./count.js";

/** Where and how a firm counts. */
export interface Counting {
  readonly calendars: readonly Calendar[];
  /** Id of the calendar of the firm. Default `none`: Saturdays and Sundays only. */
  readonly calendar?: string;
  /** IANA zone of the firm. Default UTC. */
  readonly zone?: string;
  /** The ANPD's longer periods for small agents. */
  readonly smallAgent?: boolean;
  /** Laws under which it is counted: they say whether an article is that of the UK GDPR or of the EU GDPR. */
  readonly laws?: readonly Law[];
  /** Internal targets in place of the shipped ones. */
  readonly targets?: Partial<Readonly<Record<ClockKey, Period>>>;
  /** ISO date whose law decides whether a rule runs, and by which name. Default: the day of the start. */
  readonly asOf?: string;
  /** Instant at which the message is read: tells whether the period has run out. */
  readonly now?: string;
}

/**
 * When a clock that starts at an instant runs out; days on which it stood still (`paused`) do not count. Without a start, or outside the
 * calendar's years, there is no date, and the Problem says why. Throws ObiterError where key, counting or pause are none.
 */
export function dueOf(key: ClockKey, start: string | undefined, counting: Counting, paused = 0): Due {
  refuseMistakes(key, counting, paused);
  return countDue(key, start, counting, paused);
}

/** The same, for a counting that is known to be right, or of which somebody has been told that it is not: a target that cannot be counted is none. */
export function countDue(key: ClockKey, start: string | undefined, counting: Counting, paused = 0): Due {
  const clock = CLOCKS[key];
  const period = counting.smallAgent === true ? (clock.smallAgent ?? clock.period) : clock.period;
  const day = counting.asOf ?? dayOf(start);
  const { basis } = ruleOn(clock, day);
  const due: Written<Due> = { regime: regimeOf(clock, counting.laws, day), basis, provisional: clock.starts === "known" || clock.starts === "breach" };
  const place = placeOf(clock, counting);
  const problem = "code" in place ? place : (startProblem(start) ?? lawProblem(clock, day));
  if (problem !== undefined) return { ...due, provisional: true, problem };
  const { calendar, zone } = place as Place;
  const count = (length: Period, still = 0): string | undefined => endOf(length, start!, place as Place, still);
  const own = counting.targets?.[key];
  const target = (own !== undefined && isCountable(own) ? own : undefined) ?? clock.target ?? (due.provisional && period !== undefined ? thirdOf(period) : undefined);
  const confirmBy = target === undefined ? undefined : count(target);
  const at = period === undefined ? undefined : count(period, paused);
  if (period === undefined) due.basis = `${basis}: promptly, by the firm's internal target`;
  const weekendsOnly = at !== undefined && countsHolidays(period!) && calendar.id === "none";
  if (weekendsOnly) due.basis = `${basis}; public holidays are not known here, check them`;
  if (at !== undefined) due.at = at;
  if (confirmBy !== undefined) due.confirmBy = at !== undefined && at < confirmBy ? at : confirmBy;
  if (at !== undefined && counting.now !== undefined && hasPassed(at, counting.now, zone)) due.elapsed = true;
  if (weekendsOnly) due.weekendsOnly = true;
  if (period !== undefined && at === undefined) {
    due.provisional = true;
    due.problem = beyond(calendar);
  }
  return due;
}

/** An access request, as the firm's record has it. */
export interface UkRequest {
  readonly received: string;
  readonly identified?: string;
  readonly paid?: string;
  /** ISO dates on which clarification was asked for and came; without the second it is still awaited. */
  readonly clarified?: readonly { readonly asked: string; readonly answered?: string }[];
  /** The firm took the two further months, and told the person why within the first. */
  readonly extended?: true;
}

/**
 * When an access request is due under Art. 12A UK GDPR: the month, or the three of an extension, starts at the latest of receipt, the
 * proof of identity that was asked for, and the fee; days from asking for clarification to receiving it, both counted, do not count,
 * each once and only while it runs. What was received before Art. 12A is due by Art. 12(3), from receipt.
 */
export function ukRequestDue({ received, identified, paid, clarified = [], extended }: UkRequest, counting: Counting): Due {
  const key = extended === true ? "uk-request-extended" : "uk-request";
  const day = counting.asOf ?? dayOf(received);
  if (ruleOn(CLOCKS[key], day) !== CLOCKS[key]) return dueOf(key, received, counting);
  const starts = [received, identified, paid].filter((one) => one !== undefined);
  const start = received === undefined ? undefined : (starts.find((one) => !isInstant(one)) ?? starts.reduce((latest, one) => (Date.parse(one) > Date.parse(latest) ? one : latest)));
  const due = dueOf(key, start, counting);
  const problem = due.problem ?? clarificationProblem(clarified);
  if (problem !== undefined) return { regime: due.regime, basis: due.basis, provisional: true, problem };
  const pauses = clarified.map(({ asked, answered }) => ({ from: asked, to: answered! }));
  return dueOf(key, start, counting, pausedDays(pauses, dateIn(start!, "Europe/London")));
}

function clarificationProblem(clarified: NonNullable<UkRequest["clarified"]>): Problem | undefined {
  if (!Array.isArray(clarified) || clarified.some(({ asked, answered }) => !isDate(asked) || (answered !== undefined && (!isDate(answered) || answered < asked)))) {
    return { code: "clock/clarification", message: "a clarification has dates that are none, or was answered before it was asked for", hint: "give asked and answered as dates such as 2026-11-20" };
  }
  return clarified.every(({ answered }) => answered !== undefined) ? undefined : { code: "clock/awaited", message: "clarification is still awaited: the period stands still", hint: "count again once it has come" };
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
  if (!isInstant(start)) return /T.*(?:Z|[+-]\d{2}:?\d{2})$/.test(start) ? { code: "clock/no-time", message: "there is no such day or time", hint: "give one that exists, such as 2026-11-20T16:40:00Z" } : { code: "clock/no-offset", message: "the time has no offset from UTC", hint: "give sentAt with an offset or Z, or say the time zone of the export" };
  return undefined;
}

const lawProblem = (clock: Clock, day: string | undefined): Problem | undefined =>
  ranOn(clock, day) ? undefined : { code: "clock/not-in-force", message: `the rule came into force on ${clock.from!}`, hint: "it starts nothing earlier: look at what bound the firm on that day" };

const beyond = ({ id, from, to }: Calendar): Problem => ({ code: "clock/calendar-years", message: `the calendar ${id} knows ${from.slice(0, 4)} to ${to.slice(0, 4)}`, hint: "count by hand, or give a calendar of that year" });

/** What types cannot keep out of JavaScript. */
function refuseMistakes(key: string, counting: Counting, paused: number): void {
  if (typeof counting !== "object" || counting === null) throw new ObiterError([{ code: "clock/counting", message: "nothing says how to count", hint: 'import { calendars } from "obiter" and give { calendars }' }]);
  const { calendars, targets = {}, now } = counting;
  const problems: Problem[] = [];
  const known = CLOCK_KEYS.some((one) => one === key);
  if (!known) {
    problems.push({ code: "clock/unknown", message: `there is no clock "${String(key)}"`, hint: hintFor(String(key), CLOCK_KEYS) });
  }
  if (!Array.isArray(calendars)) problems.push({ code: "clock/calendars", message: '"calendars" is not a list', hint: 'import { calendars } from "obiter" and give { calendars }' });
  if (!Number.isInteger(paused) || paused < 0 || paused > LONGEST_PAUSE) problems.push({ code: "clock/paused", message: "the days on which it stood still are no number of days", hint: `give a whole number from 0 to ${LONGEST_PAUSE}` });
  for (const [one, period] of Object.entries(targets ?? {})) if (!isCountable(period)) problems.push({ code: "clock/target", message: `the target of "${one}" cannot be counted`, hint: "give whole days or working days, or hours, of at most thirty years" });
  if (now !== undefined) problems.push(...nowProblems(now));
  if (problems.length > 0) throw new ObiterError(problems);
}

const LONGEST_PAUSE = 10_950;
