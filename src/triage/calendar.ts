import { isDate } from "../core/day.js";

/** Public holidays of a place, within the years that the calendar knows. Dates are ISO (`2026-11-20`). */
export interface Calendar {
  readonly id: string;
  readonly title: string;
  /** What the dates rest on. */
  readonly source: string;
  readonly from: string;
  readonly to: string;
  readonly holidays: readonly string[];
}

export function isCalendar(given: unknown): given is Calendar {
  const { id, from, to, holidays } = (given ?? {}) as Partial<Record<keyof Calendar, unknown>>;
  return typeof id === "string" && isDate(from) && isDate(to) && Array.isArray(holidays) && holidays.every(isDate);
}

const DAY = 86_400_000;
const asTime = (date: string): number => Date.parse(`${date}T00:00:00Z`);
const asDate = (time: number): string => new Date(time).toISOString().slice(0, 10);

export const addDays = (date: string, days: number): string => asDate(asTime(date) + days * DAY);

/** The same day of the month, `months` later; where that month has no such day, its last. */
export function addMonths(date: string, months: number): string {
  const [year, month, day] = date.split("-").map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return asDate(Date.UTC(year, month - 1 + months, Math.min(day, last)));
}

/** Neither Saturday, Sunday nor a holiday. */
export function isWorkingDay(date: string, { holidays }: Calendar): boolean {
  const weekday = new Date(asTime(date)).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidays.includes(date);
}

/** True for an IANA time zone that this runtime knows. */
export function isZone(zone: string): boolean {
  try {
    clockOf(zone);
    return true;
  } catch {
    return false;
  }
}

/** The date itself if it is a working day, else the next one. */
export function rollForward(date: string, calendar: Calendar): string {
  let rolled = date;
  while (!isWorkingDay(rolled, calendar)) rolled = addDays(rolled, 1);
  return rolled;
}

/** The `count`-th working day after `date`: the first day is left out, the last counts. */
export function addWorkingDays(date: string, count: number, calendar: Calendar): string {
  let reached = date;
  for (let counted = 0; counted < count; ) {
    reached = addDays(reached, 1);
    if (isWorkingDay(reached, calendar)) counted++;
  }
  return reached;
}

export const covers = (calendar: Calendar, date: string): boolean => date >= calendar.from && date <= calendar.to;

/** The wall-clock date of an instant in a time zone (IANA name). */
export const dateIn = (instant: string, zone: string): string => wallClockIn(instant, zone).date;

/** Date and time of day (`HH:MM`) that a clock on the wall of a zone shows at an instant. */
export function wallClockIn(instant: string, zone: string): WallClock {
  const time = Date.parse(instant);
  const clock = clockOf(zone);
  if (clock.time !== time) {
    const parts = clock.format.formatToParts(time);
    const part = (type: string): string => parts.find((one) => one.type === type)!.value;
    clock.shown = { date: `${part("year").padStart(4, "0")}-${part("month")}-${part("day")}`, time: `${part("hour")}:${part("minute")}` };
    clock.time = time;
  }
  return clock.shown;
}

export interface WallClock {
  readonly date: string;
  readonly time: string;
}

/** By zone, with what it showed last: the routes of a message ask for the same instants over and over. */
const clocks = new Map<string, { readonly format: Intl.DateTimeFormat; time: number; shown: WallClock }>();

function clockOf(zone: string) {
  let clock = clocks.get(zone);
  if (clock === undefined) {
    const format = new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
    clocks.set(zone, (clock = { format, time: NaN, shown: { date: "", time: "" } }));
  }
  return clock;
}
