import { wrongLaw } from "../core/law.js";
import type { Marker, Message } from "../core/message.js";
import type { Problem } from "../core/problem.js";
import { FIELDS, isObject, PARTY, withKnownWords, wrongField, type Fields } from "../core/sound-message.js";
import type { Line } from "./lines.js";

/** Reads one line of JSONL, as `messageOf` does. */
export function readMessage({ text: line, number }: Line, file: string, once: (problem: Problem) => void, id?: string): Message | Problem {
  let value: unknown;
  try {
    value = JSON.parse(line.replace(/^\ufeff/, ""));
  } catch {
    return { code: "jsonl/syntax", file, line: number, message: "not valid JSON", hint: "one whole JSON object a line" };
  }
  return messageOf(value, number, file, once, id);
}

/**
 * The message that a parsed value is. What is none comes back as a Problem that names the field; a role, direction, channel or law
 * that Obiter does not know is treated as unknown, and told through `once`, each value once a file. What is no field of a message is left out;
 * one without an id of its own gets `id`.
 */
export function messageOf(value: unknown, number: number, file: string, once: (problem: Problem) => void, id = String(number)): Message | Problem {
  const problem = (code: string, message: string, hint: string): Problem => ({ code, file, line: number, message, hint });
  if (!isObject(value)) return problem("jsonl/object", "not a JSON object", 'write {"text":"…"}');
  const wrong = wrongField(value);
  if (wrong === "text") return problem("jsonl/text", '"text" is missing or not a string', 'every message needs "text"');
  if (wrong !== undefined) return problem(`jsonl/${wrong}`, `"${wrong}" is not what it should be`, `write ${FIELDS[wrong]}, or leave it out`);
  const kept = only(Object.keys(FIELDS), value);
  if (isObject(kept["sender"])) kept["sender"] = only(PARTY, kept["sender"]);
  if (Array.isArray(kept["recipients"])) kept["recipients"] = (kept["recipients"] as Fields[]).map((one) => only(PARTY, one));
  const message = withKnownWords({ ...kept, id: String(kept["id"] ?? id) } as unknown as Message, (field, given, known) =>
    once(problem(`message/unknown-${field}`, `unknown ${field} ${JSON.stringify(given.slice(0, 40))}, treated as "unknown"`, `one of: ${known.join(", ")}`)));
  for (const law of message.matter?.law ?? []) {
    const mistaken = wrongLaw(law.slice(0, 40));
    if (mistaken !== undefined) once(problem("message/unknown-law", `${mistaken.message}, treated as unknown`, mistaken.hint));
  }
  // Only an export says which messages nobody wrote: those are not read.
  const { markers: given = [], text, id: own, ...rest } = message;
  const markers = given.filter((one: Marker) => one !== "system");
  return { ...rest, ...(markers.length > 0 ? { markers } : {}), text, id: own!, line: number };
}

/** Some fields of an object, as far as it has them. */
const only = (keys: readonly string[], given: Fields): Record<string, unknown> => Object.fromEntries(keys.flatMap((key) => (given[key] === undefined ? [] : [[key, given[key]]])));
