import { isDate } from "../core/day.js";
import { isSignalName, LANGS } from "../core/label.js";
import { hintFor } from "../core/problem.js";
import { SEVERITIES } from "../core/severity.js";
import { isObject } from "../core/sound-message.js";

/** What a change may refer to. */
export interface Known {
  readonly rules: readonly string[];
  readonly packs: readonly string[];
  readonly provisions: readonly string[];
  /** The signals of the restricted lane. */
  readonly lane: ReadonlySet<string>;
  /** The ids of the directory, where there is one. */
  readonly people?: readonly string[];
}

/** What is wrong with a value, and where within it: what it should be, or a Problem's code, message and hint; nothing where it is right. */
export type Check = (value: unknown, known: Known) => Wrong | undefined;
export interface Wrong {
  readonly code?: string;
  readonly path?: readonly (string | number)[];
  readonly message: string;
  readonly hint: string;
}

const within = (key: string | number, wrong: Wrong): Wrong => ({ ...wrong, path: [key, ...(wrong.path ?? [])] });

/** A value as a message may quote it: what JSON holds need not be a text. */
export const said = (value: unknown): string => (typeof value === "string" ? value : (JSON.stringify(value) ?? "undefined"));
export const must = (holds: (value: unknown) => boolean, what: string): Check => (value) => (holds(value) ? undefined : { message: `it is not ${what}`, hint: `give ${what}` });
export const oneOf = (list: readonly string[], what: string): Check => (value) => (list.includes(value as string) ? undefined : { message: `"${said(value)}" is no ${what}`, hint: hintFor(typeof value === "string" ? value : "", list) });
export const isText = (value: unknown): boolean => typeof value === "string" && value.trim() !== "";
export const isListOf = (holds: (value: unknown) => boolean) => (value: unknown): boolean => Array.isArray(value) && value.length > 0 && value.every(holds);
export const text = must(isText, "a text");
export const texts = must(isListOf(isText), "a list of texts");
export const optional = (check: Check): Check => (value, known) => (value === undefined ? undefined : check(value, known));
export const severity = oneOf(SEVERITIES.slice(1), "severity");
export const signal = must(isSignalName, "a signal: one of the labels, or x-…");
export const localised = must((value) => isObject(value) && LANGS.every((lang) => isText(value[lang])), `a text in each of ${LANGS.join(", ")}`);
export const date = must(isDate, "a date such as 2027-03-31");

/** An object of these fields and no others, some of which must be there. */
export const fields = (checks: Readonly<Record<string, Check>>, needed: readonly string[]): Check => (value, known) => {
  const keys = Object.keys(checks);
  if (!isObject(value)) return { message: "it is not an object", hint: `it knows: ${keys.join(", ")}` };
  const unknown = Object.keys(value).find((key) => !keys.includes(key));
  if (unknown !== undefined) return { path: [unknown], message: `unknown key "${unknown}"`, hint: hintFor(unknown, keys, `it knows: ${keys.join(", ")}`) };
  const missing = needed.find((key) => value[key] === undefined);
  if (missing !== undefined) return { message: `"${missing}" is missing`, hint: "add it, as rules/README.md says" };
  for (const [key, one] of Object.entries(value)) {
    const wrong = checks[key]!(one, known);
    if (wrong !== undefined) return within(key, wrong);
  }
  return undefined;
};

/** Fields that hold lists of such values, one at least. */
export const lists = (checks: Readonly<Record<string, Check>>): Readonly<Record<string, Check>> => Object.fromEntries(Object.entries(checks).map(([key, check]) => [key, listNamed(key, check)]));

const listNamed = (name: string, check: Check): Check => (value, known) => {
  if (!Array.isArray(value) || value.length === 0) return { message: `"${name}" is not a list of texts`, hint: `write such as "${name}": ["…"]` };
  for (const [i, one] of value.entries()) {
    const wrong = check(one, known);
    if (wrong !== undefined) return within(i, wrong);
  }
  return undefined;
};
