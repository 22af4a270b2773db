/** An ISO date that is in the calendar. */
export const isDate = (value: unknown): value is string => typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value) && isDay(Number(value.slice(0, 4)), Number(value.slice(5, 7)), Number(value.slice(8)));

/** The ISO date of an instant as it is written; none where it is no instant. */
export const dayOf = (instant: string | undefined): string | undefined => (typeof instant === "string" && isDate(instant.slice(0, 10)) ? instant.slice(0, 10) : undefined);

/** True when the day exists. `month` 1..12. */
export function isDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day <= [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]!;
}

/** An ISO 8601 date and time that exists and says its offset: anything less starts no clock. */
export const isInstant = (at: string): boolean => INSTANT.test(at) && isDate(at.slice(0, 10)) && !Number.isNaN(Date.parse(at));
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/;
