import { isDate } from "../core/day.js";
import { wrongLaw } from "../core/law.js";
import { CHANNELS, DIRECTIONS, MARKERS, ROLES, type Marker, type Message, type Party } from "../core/message.js";
import { didYouMean, type Problem } from "../core/problem.js";
import type { Line } from "./lines.js";

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields => typeof value === "object" && value !== null && !Array.isArray(value);
const isText = (value: unknown): boolean => typeof value === "string";
const isList = (value: unknown): boolean => Array.isArray(value) && value.every(isText);
const isParty = (value: unknown): boolean => isObject(value) && PARTY.every(([key, fits]) => value[key] === undefined || fits(value[key]));

/** What may stand in a sender or recipient, and in a message. Anything else is left out. */
const PARTY: readonly (readonly [keyof Party, (value: unknown) => boolean])[] = [
  ["id", (value) => isText(value) || typeof value === "number"], ["name", isText], ["role", isText], ["admitted", isList], ["supervisor", isText],
  ["department", isText], ["account", (value) => value === "corporate" || value === "personal"], ["toldOn", isText],
];
const FIELDS: readonly (readonly [keyof Message, (value: unknown) => boolean, string])[] = [
  ["id", (value) => isText(value) || typeof value === "number", "a string"],
  ["sentAt", isText, "an ISO 8601 string"],
  ["stage", (value) => value === "sent" || value === "draft", '"sent" or "draft"'],
  ["conversationId", isText, "a string"],
  ["sender", isParty, 'an object such as {"id":"u1","role":"client"}'],
  ["recipients", (value) => Array.isArray(value) && value.every(isParty), 'a list such as [{"id":"u2","role":"solicitor"}]'],
  ["direction", isText, "a string"],
  ["channel", isText, "a string"],
  ["lang", isText, "a BCP 47 tag such as en-GB"],
  ["matter", (value) => isObject(value) && (value["id"] === undefined || isText(value["id"])) && (value["law"] === undefined || isList(value["law"])), 'an object such as {"id":"m1","law":["GB-EAW"]}'],
  ["markers", (value) => Array.isArray(value) && value.every((one) => MARKERS.includes(one as Marker)), `a list of: ${MARKERS.join(", ")}`],
  ["exempt", (value) => typeof value === "boolean", "true or false"],
];

const MESSAGE_KEYS: readonly string[] = ["text", ...FIELDS.map(([key]) => key)];
const PARTY_KEYS: readonly string[] = PARTY.map(([key]) => key);

/** ISO 8601: a date and a time of day; what follows is the offset. */
const INSTANT = /^(\d{4}-\d\d-\d\d)T(?:[01]\d|2[0-3])(?::[0-5]\d){1,2}(?:\.\d+)?(Z|[+-]\d\d:?\d\d)?$/;

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
 * The message that a parsed value is. What is none comes back as a Problem that names the field. A role, direction or channel that
 * Obiter does not know is treated as `unknown`; that, a key or a law that it does not know, and a time that starts no clock are told
 * through `once`, each value once a file. A message without an id gets `id`, by default the number of its line.
 */
export function messageOf(value: unknown, number: number, file: string, once: (problem: Problem) => void, id = String(number)): Message | Problem {
  const problem = (code: string, message: string, hint: string): Problem => ({ code, file, line: number, message, hint });
  if (!isObject(value)) return problem("jsonl/object", "not a JSON object", 'write {"text":"…"}');
  if (!isText(value["text"])) return problem("jsonl/text", '"text" is missing or not a string', 'every message needs "text"');
  for (const [key, fits, shape] of FIELDS) {
    if (value[key] !== undefined && !fits(value[key])) return problem(`jsonl/${key}`, `"${key}" is not what it should be`, `write ${shape}, or leave it out`);
  }
  const known = (list: readonly string[], key: string, given: unknown): string => {
    if (list.includes(given as string)) return given as string;
    once(problem(`message/unknown-${key}`, `unknown ${key} ${JSON.stringify(String(given).slice(0, 40))}, treated as "unknown"`, `one of: ${list.join(", ")}`));
    return "unknown";
  };
  const keysOf = (given: Fields, keys: readonly string[]): void => {
    for (const key in given) {
      if (keys.includes(key)) continue;
      const meant = didYouMean(key, keys);
      once(problem("message/unknown-key", `unknown key ${JSON.stringify(key.slice(0, 40))}, left out`, meant === undefined ? `it knows: ${keys.join(", ")}` : `did you mean "${meant}"?`));
    }
  };
  const laws = (given: unknown): void => {
    for (const law of (given ?? []) as readonly string[]) {
      const wrong = wrongLaw(law);
      if (wrong !== undefined) once(problem("message/unknown-law", `${JSON.stringify(law.slice(0, 40))} is no law`, wrong.hint));
    }
  };
  const party = (given: Fields): Fields => {
    keysOf(given, PARTY_KEYS);
    laws(given["admitted"]);
    const kept = Object.fromEntries(PARTY.flatMap(([key]) => (given[key] === undefined ? [] : [[key, given[key]]])));
    return { ...kept, id: String(given["id"] ?? ""), ...(given["role"] === undefined ? {} : { role: known(ROLES, "role", given["role"]) }) };
  };
  keysOf(value, MESSAGE_KEYS);
  laws((value["matter"] as Fields | undefined)?.["law"]);
  if (isText(value["sentAt"])) {
    const [, day, offset] = INSTANT.exec(value["sentAt"] as string) ?? [];
    if (!isDate(day)) once(problem("message/unknown-time", '"sentAt" is no ISO 8601 time: it starts no clock', "write such as 2026-11-20T16:40:00Z"));
    else if (offset === undefined) once(problem("message/unknown-offset", '"sentAt" has no offset, so that it starts no clock', "write such as 2026-11-20T16:40:00Z or 2026-11-20T16:40:00-03:00"));
  }
  const kept: Record<string, unknown> = Object.fromEntries(FIELDS.flatMap(([key]) => (value[key] === undefined ? [] : [[key, value[key]]])));
  if (isObject(value["sender"])) kept["sender"] = party(value["sender"]);
  if (Array.isArray(value["recipients"])) kept["recipients"] = (value["recipients"] as Fields[]).map(party);
  if (kept["direction"] !== undefined) kept["direction"] = known(DIRECTIONS, "direction", kept["direction"]);
  if (kept["channel"] !== undefined) kept["channel"] = known(CHANNELS, "channel", kept["channel"]);
  // Only an export says which messages nobody wrote: those are not read.
  const markers = ((kept["markers"] ?? []) as readonly Marker[]).filter((one) => one !== "system");
  delete kept["markers"];
  return { ...kept, ...(markers.length > 0 ? { markers } : {}), text: value["text"], id: String(kept["id"] ?? id), line: number } as unknown as Message;
}
