import { isObject } from "../core/sound-message.js";
import { isDate } from "../core/day.js";
import type { Directory } from "../core/directory.js";
import { hintFor, type LocatedProblem } from "../core/problem.js";
import { CLOCK_KEYS, OFFICES } from "../core/rule.js";
import { SEVERITIES } from "../core/severity.js";

type Path = readonly (string | number)[];
type Report = (path: Path, code: string, message: string, hint: string) => void;
/** What of a value has the right shape; undefined where nothing has. What has not is reported. */
type Shape = (value: unknown, path: Path, report: Report) => unknown;

const is = (test: (value: unknown) => boolean, wanted: string): Shape => (value, path, report) => {
  if (test(value)) return value;
  report(path, "directory/shape", `${wanted} is wanted`, "rules/schema/directory.json says how a directory is written");
  return undefined;
};
const text = is((value) => typeof value === "string" && value !== "", "text");
const flag = is((value) => typeof value === "boolean", "true or false");
const number = is((value) => typeof value === "number" && value >= 0, "a number");
const date = is(isDate, "a date such as 2026-11-20");

const list = (of: Shape): Shape => (value, path, report) => {
  if (!Array.isArray(value)) return is(() => false, "a list")(value, path, report);
  return value.flatMap((one, i) => of(one, [...path, i], report) ?? []);
};

/** An object of these keys. Without one of `needed` nothing of it can be used. */
const record = (shapes: Readonly<Record<string, Shape>>, needed: readonly string[] = []): Shape => (value, path, report) => {
  if (!isObject(value)) return is(() => false, "an object")(value, path, report);
  const sound: Record<string, unknown> = {};
  for (const [key, one] of Object.entries(value)) {
    if (one === undefined) continue;
    const kept = Object.hasOwn(shapes, key) ? shapes[key]!(one, [...path, key], report) : unknown(key, Object.keys(shapes), [...path, key], report);
    if (kept !== undefined) sound[key] = kept;
  }
  const missing = needed.filter((key) => !(key in sound));
  for (const key of missing.filter((one) => !(one in value))) report([...path, key], "directory/shape", `"${key}" is missing`, "give it, or leave the whole entry out");
  return missing.length > 0 ? undefined : sound;
};

function unknown(key: string, known: readonly string[], path: Path, report: Report): undefined {
  report(path, "directory/unknown-key", `a directory knows no "${key}"`, hintFor(key, known));
}

/** An object with one shape for any of these keys. */
const each = (keys: readonly string[], of: Shape): Shape => record(Object.fromEntries(keys.map((key) => [key, of])));

const decision = { reason: text, owner: text };
const SHAPE = record({
  $schema: text,
  people: list(record({ id: text, name: text, supervisor: text, department: text, law: list(text), absent: list(record({ from: date, to: date }, ["from", "to"])) }, ["id"])),
  roles: each(OFFICES, list(record({ person: text, deputies: list(text), department: text, law: list(text) }, ["person"]))),
  zone: text, calendar: text, smallAgent: flag, coaf: flag,
  targets: each(CLOCK_KEYS, record({ hours: number, days: number, workingDays: number })),
  quietHours: record({ from: text, to: text }, ["from", "to"]),
  succession: each(OFFICES, list(is((value) => OFFICES.some((office) => office === value), `an office (${OFFICES.join(", ")})`))),
  ladder: each(SEVERITIES, list(number)),
  transfers: list(record({ from: text, to: text, ...decision }, ["from", "to", "reason", "owner"])),
  addUp: record({ messages: is((value) => Number.isInteger(value) && (value as number) >= 2, "a whole number from 2 up"), ...decision }, ["messages", "reason", "owner"]),
});

/** The part of a directory that has the right shape, and what has not. Callers without types get Problems, not crashes. */
export function soundDirectory(given: unknown): { readonly directory: Directory; readonly problems: readonly LocatedProblem[] } {
  const problems: LocatedProblem[] = [];
  const report: Report = (path, code, message, hint) => void problems.push({ path, problem: { code, message: `${message} at ${path.join(".") || "the top"}`, hint } });
  const sound = (SHAPE(given, [], report) ?? {}) as Partial<Directory>;
  return { directory: { people: [], roles: {}, ...sound }, problems };
}
