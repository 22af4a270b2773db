import { isInstant } from "../core/day.js";
import type { Due } from "../core/assessment.js";
import type { About, ClockKey } from "../core/rule.js";
import type { Message } from "../core/message.js";
import { dateIn, isZone } from "./calendar.js";
import { CLOCKS } from "./clocks.js";
import { countDue, hasPassed, type Counting } from "./due.js";
import { dayFirst, promisedDate } from "./promised-date.js";

/**
 * When what a message starts is due. Requests, complaints and reports of a breach by the firm's own people start at `sentAt`; a request
 * that they pass on may have come earlier, so its date is provisional; a
 * breach heard of otherwise starts nothing, but a person should look; an undertaking is due on the date in its text.
 */
export function dueFrom(key: ClockKey, { sentAt, text, lang }: Message, about: About, counting: Counting): Due {
  const due = countDue(key, CLOCKS[key].starts === "event" ? undefined : sentAt, counting);
  const { zone = "Europe/London", now, laws = [] } = counting;
  if (key === "undertaking" && sentAt !== undefined && isInstant(sentAt) && isZone(zone)) {
    const at = promisedDate(text, dateIn(sentAt, zone), dayFirst(laws, lang));
    if (at !== undefined) return { regime: due.regime, basis: "the date named in the message, as a machine reads it", at, provisional: true, ...(due.confirmBy === undefined ? {} : { confirmBy: due.confirmBy < at ? due.confirmBy : at }), ...(now !== undefined && hasPassed(at, now, zone) ? { elapsed: true as const } : {}) };
  }
  if (CLOCKS[key].starts === "received" && about === "firm" && due.at !== undefined) return { ...due, basis: `${due.basis}; passed on by the firm's own people: it may have been received earlier`, provisional: true };
  if (CLOCKS[key].starts !== "breach" || about === "firm" || due.problem !== undefined) return due;
  const { at: _, elapsed: __, ...rest } = due;
  return { ...rest, problem: { code: "clock/not-aware", message: "word of a breach from outside is not yet the firm's knowledge", hint: "a person sets the start once the firm is reasonably certain" } };
}
