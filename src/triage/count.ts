import { isDate } from "../core/day.js";
import { addDays, addMonths, addWorkingDays, covers, dateIn, rollForward, type Calendar } from "./calendar.js";

/**
 * A length of time and how a rule counts it. `hours`: consecutive · `days`: calendar days, the day of the start left out, or
 * day 1 with `inclusive` · `workingDays`: the day of the start left out · `months`: the same day of the month, else its last;
 * with `roll`, the next working day · `afterYear`: calendar days after the end of the calendar year.
 */
export type Period =
  | { readonly hours: number }
  | { readonly days: number; readonly inclusive?: true }
  | { readonly workingDays: number }
  | { readonly months: number; readonly roll?: true }
  | { readonly afterYear: number };

/** Whose days are counted. */
export interface Place {
  readonly calendar: Calendar;
  /** IANA zone. */
  readonly zone: string;
}

/**
 * When a period that starts at an instant ends: an instant for hours, else a date. `pausedDays` do not count (calendar days,
 * before rolling). Undefined where the calendar does not reach.
 */
export function endOf(period: Period, start: string, { calendar, zone }: Place, pausedDays = 0): string | undefined {
  if ("hours" in period) return iso(Date.parse(start) + period.hours * HOUR + pausedDays * 24 * HOUR);
  const day = dateIn(start, zone);
  if ("days" in period) return addDays(day, period.days - (period.inclusive ? 1 : 0) + pausedDays);
  if ("afterYear" in period) return addDays(`${day.slice(0, 4)}-12-31`, period.afterYear);
  if ("months" in period && period.roll !== true) return addDays(addMonths(day, period.months), pausedDays);
  if (!covers(calendar, day)) return undefined;
  const end = "months" in period ? rollForward(addDays(addMonths(day, period.months), pausedDays), calendar) : addWorkingDays(day, period.workingDays, calendar);
  return covers(calendar, end) ? end : undefined;
}

const HOUR = 3_600_000;
const iso = (time: number): string => new Date(time).toISOString().replace(".000Z", "Z");

/** A third of a period: by then a person at the firm should have confirmed what a machine saw, so that most of it is left. */
export function thirdOf(period: Period): Period {
  const third = (count: number): number => Math.max(1, Math.floor(count / 3));
  if ("hours" in period) return { hours: third(period.hours) };
  if ("workingDays" in period) return { workingDays: third(period.workingDays) };
  if ("days" in period) return { days: third(period.days) };
  return { days: 10 };
}

/** Whether a period can be counted at all: some whole number of days or months, or of hours, within thirty years. */
export function isCountable(period: Period): boolean {
  const [unit, ...more] = UNITS.filter((one) => one in period);
  if (unit === undefined || more.length > 0) return false;
  const count = (period as Readonly<Record<string, unknown>>)[unit];
  return typeof count === "number" && count >= 0 && count <= (unit === "hours" ? 262_800 : 10_950) && (unit === "hours" || Number.isInteger(count));
}

const UNITS = ["hours", "days", "workingDays", "months", "afterYear"] as const;

/** Calendar days from one date to another, both counted. */
const daysInclusive = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / (24 * HOUR)) + 1;

/** Days, each once, on which a month from a date stood still: from that date on and while it runs. Pauses are ISO dates, both counted. */
export function pausedDays(pauses: readonly { readonly from: string; readonly to: string }[], start: string): number {
  let [paused, free] = [0, start];
  for (const { from, to } of [...pauses].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const begins = from > free ? from : free;
    if (begins > addDays(addMonths(start, 1), paused)) break;
    if (to < begins) continue;
    paused += daysInclusive(begins, to);
    free = addDays(to, 1);
  }
  return paused;
}
