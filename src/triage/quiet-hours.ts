import { isInstant } from "../core/day.js";
import type { Due } from "../core/assessment.js";
import { wallClockIn } from "./calendar.js";

/**
 * When a notice goes out that is ready at an instant: at once, or when the quiet hours end. Never later than a legal clock or an
 * internal target allows: then at once. Times of day are those of the zone.
 */
export function afterQuiet(ready: string, quiet: { readonly from: string; readonly to: string } | undefined, zone: string, dues: readonly Due[]): string {
  if (quiet === undefined || !isTimeOfDay(quiet.from) || !isTimeOfDay(quiet.to)) return ready;
  const { time } = wallClockIn(ready, zone);
  const inside = quiet.from <= quiet.to ? quiet.from <= time && time < quiet.to : time >= quiet.from || time < quiet.to;
  if (!inside) return ready;
  const waits = (minutes(quiet.to) - minutes(time) + DAY) % DAY;
  const end = new Date(Math.floor(Date.parse(ready) / MINUTE) * MINUTE + waits * MINUTE).toISOString().replace(".000Z", "Z");
  const limits = dues.flatMap(({ at, confirmBy }) => [at, confirmBy]).filter((limit) => limit !== undefined);
  return limits.some((limit) => (isInstant(limit) ? Date.parse(limit) <= Date.parse(end) : limit < wallClockIn(end, zone).date)) ? ready : end;
}

export const isTimeOfDay = (time: string): boolean => /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(time);

const MINUTE = 60_000;
const DAY = 24 * 60;
const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
