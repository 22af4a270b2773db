import { isDate, isInstant } from "../core/day.js";
import { wrongLaw } from "../core/law.js";
import type { Marker, Message } from "../core/message.js";
import { hintFor, type Problem } from "../core/problem.js";
import { FIELDS, isObject, PARTY, withKnownWords, wrongField, type Fields } from "../core/sound-message.js";
import type { Line } from "./lines.js";

/** ISO 8601: a date and a time of day; what follows is the offset. */
const TIME = /^(\d{4}-\d\d-\d\d)T(?:[01]\d|2[0-3])(?::[0-5]\d){1,2}(?:\.\d+)?(Z|[+-]\d\d:?\d\d)?$/;

/** Reads one line of JSONL, as `messageOf` does. */
export function readMessage(line: Line, file: string, once: (problem: Problem) => void, id?: string): Message | Problem {
  const read = valueOf(line, file);
  return "problem" in read ? read.problem : messageOf(read.value, line.number, file, once, id);
}

/** The value that a line of JSON holds. */
export function valueOf({ text, number }: Line, file: string): { readonly value: unknown } | { readonly problem: Problem } {
  try {
    return { value: JSON.parse(text.replace(/^\ufeff/, "")) };
  } catch {
    return { problem: { code: "jsonl/syntax", file, line: number, message: "not valid JSON", hint: "one whole JSON object a line" } };
  }
}

/**
 * The message that a parsed value is. What is none comes back as a Problem that names the field. A role, direction or channel that
 * Obiter does not know is treated as `unknown`; that, a key or a law that it does not know, and a time that starts no clock are told
 * through `once`, each value once a file. A message without an id gets `id`, by default the number of its line.
 */
export function messageOf(value: unknown, number: number, file: string, once: (problem: Problem) => void, id = String(number)): Message | Problem {
  const problem = (code: string, message: string, hint: string): Problem => ({ code, file, line: number, message, hint });
  if (!isObject(value)) return problem("jsonl/object", "not a JSON object", 'write {"text":"…"}');
  const wrong = wrongField(value);
  if (wrong === "text") return problem("jsonl/text", '"text" is missing or not a string', 'every message needs "text"');
  if (wrong !== undefined) return problem(`jsonl/${wrong}`, `"${wrong}" is not what it should be`, `write ${FIELDS[wrong]}, or leave it out`);
  const keys = (given: Fields, known: readonly string[]): void => {
    for (const key in given) {
      if (known.includes(key)) continue;
      once(problem("message/unknown-key", `unknown key ${JSON.stringify(key.slice(0, 40))}, left out`, hintFor(key, known, `it knows: ${known.join(", ")}`)));
    }
  };
  const laws = (given: unknown): void => {
    for (const law of (given ?? []) as readonly string[]) {
      const mistaken = wrongLaw(law.slice(0, 40));
      if (mistaken !== undefined) once(problem("message/unknown-law", `${mistaken.message}, treated as unknown`, mistaken.hint));
    }
  };
  const party = (given: Fields): Fields => {
    keys(given, PARTY);
    laws(given["admitted"]);
    return only(PARTY, given);
  };
  const kept = only(Object.keys(FIELDS), value);
  keys(value, Object.keys(FIELDS));
  if (isObject(kept["sender"])) kept["sender"] = party(kept["sender"]);
  if (Array.isArray(kept["recipients"])) kept["recipients"] = (kept["recipients"] as Fields[]).map(party);
  laws((kept["matter"] as Fields | undefined)?.["law"]);
  if (kept["sentAt"] !== undefined) tellTime(kept["sentAt"] as string, (code, message, hint) => once(problem(code, message, hint)));
  const message = withKnownWords({ ...kept, id: String(kept["id"] ?? id) } as unknown as Message, (field, given, known) =>
    once(problem(`message/unknown-${field}`, `unknown ${field} ${JSON.stringify(given.slice(0, 40))}, treated as "unknown"`, `one of: ${known.join(", ")}`)));
  // Only an export says which messages nobody wrote: those are not read.
  const { markers: given = [], text, id: own, ...rest } = message;
  const markers = given.filter((one: Marker) => one !== "system");
  return { ...rest, ...(markers.length > 0 ? { markers } : {}), text, id: own!, line: number };
}

/** Says why a time starts no clock. */
function tellTime(sentAt: string, once: (code: string, message: string, hint: string) => void): void {
  if (isInstant(sentAt)) return;
  const [, day, offset] = TIME.exec(sentAt) ?? [];
  if (!isDate(day) || offset !== undefined) once("message/unknown-time", '"sentAt" is no ISO 8601 time: it starts no clock', "write such as 2026-11-20T16:40:00Z");
  else once("message/unknown-offset", '"sentAt" has no offset, so that it starts no clock', "write such as 2026-11-20T16:40:00Z or 2026-11-20T16:40:00-03:00");
}

/** Some fields of an object, as far as it has them. */
const only = (keys: readonly string[], given: Fields): Record<string, unknown> => Object.fromEntries(keys.flatMap((key) => (given[key] === undefined ? [] : [[key, given[key]]])));
