import { CHANNELS, DIRECTIONS, ROLES, type Message, type Party } from "../core/message.js";
import type { Problem } from "../core/problem.js";
import type { Line } from "./lines.js";

/** Reads one line of JSONL. A line that is no message comes back as a Problem; unknown words are reported once each through `once`. */
export function readMessage({ text: line, number }: Line, file: string, once: (problem: Problem) => void): Message | Problem {
  const problem = (code: string, message: string, hint: string): Problem => ({ code, file, line: number, message, hint });
  let value: unknown;
  try {
    value = JSON.parse(line.replace(/^\ufeff/, ""));
  } catch {
    return problem("jsonl/syntax", "not valid JSON", "one whole JSON object a line");
  }
  if (!isObject(value)) return problem("jsonl/object", "not a JSON object", 'write {"text":"…"}');
  const { text, id, sender, recipients, direction, channel } = value;
  if (typeof text !== "string") return problem("jsonl/text", '"text" is missing or not a string', 'every message needs "text"');
  if (id !== undefined && typeof id !== "string" && typeof id !== "number") return problem("jsonl/id", '"id" is not a string', "give a string, or leave it out: the line number is used");
  if (sender !== undefined && !isObject(sender)) return problem("jsonl/sender", '"sender" is not an object', 'write {"id":"u1","role":"client"}');
  if (recipients !== undefined && !(Array.isArray(recipients) && recipients.every(isObject))) return problem("jsonl/recipients", '"recipients" is not a list of objects', 'write [{"id":"u2","role":"solicitor"}]');
  const known = <T extends string>(list: readonly T[], key: string, given: unknown): T | undefined => {
    if (given === undefined) return undefined;
    if (list.includes(given as T)) return given as T;
    once(problem(`message/unknown-${key}`, `unknown ${key}, treated as "unknown"`, `one of: ${list.join(", ")}`));
    return "unknown" as T;
  };
  const party = (one: Record<string, unknown>): Party => {
    const role = known(ROLES, "role", one["role"]);
    return { ...one, id: String(one["id"] ?? ""), ...(role === undefined ? {} : { role }) } as Party;
  };
  const way = known(DIRECTIONS, "direction", direction);
  const by = known(CHANNELS, "channel", channel);
  return {
    ...value,
    text,
    id: id === undefined ? String(number) : String(id),
    line: number,
    ...(sender === undefined ? {} : { sender: party(sender) }),
    ...(recipients === undefined ? {} : { recipients: (recipients as Record<string, unknown>[]).map(party) }),
    ...(way === undefined ? {} : { direction: way }),
    ...(by === undefined ? {} : { channel: by }),
  } as Message;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);
