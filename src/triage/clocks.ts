import type { Due } from "../core/assessment.js";
import { addMonths, addWorkingDays, covers, dateIn, rollForward, type Calendar } from "./calendar.js";

/** A period that a rule sets, counted exactly as that rule says. */
export interface Clock {
  readonly regime: string;
  readonly basis: string;
  /** Calendar whose working days it counts or rolls to. */
  readonly calendar?: "gb-eaw" | "br";
  /** IANA zone whose days it counts. */
  readonly zone: string;
  /** True: what Obiter sees is not yet the start event; a person must confirm it. */
  readonly provisional: boolean;
  /** From the instant of the start event (ISO 8601) to the due instant or date. */
  readonly due: (start: string, calendar: Calendar | undefined) => string;
}

/** The clocks that routes may name. */
export const CLOCKS: Readonly<Record<string, Clock>> = {
  "gdpr-breach": {
    regime: "UK GDPR and EU GDPR Art. 33(1)", basis: "72 hours after becoming aware; hours run through nights, weekends and holidays", zone: "Europe/London", provisional: true,
    due: (start) => new Date(Date.parse(start) + 72 * 3_600_000).toISOString().replace(".000Z", "Z"),
  },
  "gdpr-request": {
    regime: "UK GDPR and EU GDPR Art. 12(3)", basis: "one month from receipt: the same day of the next month, else its last day, rolled to the next working day", calendar: "gb-eaw", zone: "Europe/London", provisional: false,
    due: (start, calendar) => rollForward(addMonths(dateIn(start, "Europe/London"), 1), calendar!),
  },
  "lgpd-incident": {
    regime: "Resolução CD/ANPD 15/2024, art. 6º", basis: "three business days from knowledge, the first day left out; weekends and national holidays skipped", calendar: "br", zone: "America/Sao_Paulo", provisional: true,
    due: (start, calendar) => addWorkingDays(dateIn(start, "America/Sao_Paulo"), 3, calendar!),
  },
};

/** An ISO 8601 date and time that says its offset. */
const isInstant = (at: string): boolean => /T.*(?:Z|[+-]\d{2}:?\d{2})$/.test(at) && !Number.isNaN(Date.parse(at));

/** When a clock that starts at `start` runs out. Without a start, or outside the calendar's years, there is no date. */
export function dueOf(clock: Clock, start: string | undefined, calendars: readonly Calendar[]): Due {
  const { regime, basis, provisional } = clock;
  if (start === undefined || !isInstant(start)) return { regime, basis: `${basis}; no start is known`, provisional: true };
  const calendar = calendars.find(({ id }) => id === clock.calendar);
  if (clock.calendar !== undefined && (calendar === undefined || !covers(calendar, dateIn(start, clock.zone)))) {
    return { regime, basis: `${basis}; the calendar does not reach that year`, provisional: true };
  }
  return { at: clock.due(start, calendar), regime, basis, provisional };
}
