/** A time as a clock on the wall shows it. */
export interface WallClock {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** True for an IANA time zone that this runtime knows. */
export function isTimeZone(zone: string): boolean {
  try {
    formatFor(zone);
    return true;
  } catch {
    return false;
  }
}

/** The ISO 8601 instant of a wall clock in a zone (`…Z`), or the wall clock without an offset where no zone is given. */
export function instantOf(wall: WallClock, zone: string | undefined): string {
  const asUtc = Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second);
  if (zone === undefined) return new Date(asUtc).toISOString().slice(0, 19);
  // Two steps settle the offset, except in the hour that a clock change skips, which is read as the hour after it.
  const first = asUtc - offsetAt(asUtc, zone);
  return new Date(asUtc - offsetAt(first, zone)).toISOString().replace(".000Z", "Z");
}

/** How far the zone is ahead of UTC at an instant, in milliseconds. */
function offsetAt(time: number, zone: string): number {
  const parts = formatFor(zone).formatToParts(time);
  const part = (type: string): number => Number(parts.find((one) => one.type === type)!.value);
  return Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second")) - time;
}

function formatFor(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat("en-GB", { timeZone: zone, year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric", second: "numeric", hourCycle: "h23" });
    formats.set(zone, format);
  }
  return format;
}
