import { isObject } from "../core/sound-message.js";
import { isDate } from "../core/day.js";
import { isSignalName, LABELS, LANGS } from "../core/label.js";
import type { Change } from "../core/overlay.js";
import { CHANNELS } from "../core/message.js";
import { didYouMean, hintFor, type LocatedProblem, type Problem } from "../core/problem.js";
import { ACTIONS, CLOCK_KEYS, isReporting, OFFICES, REPORTING_OFFICES } from "../core/rule.js";
import { SEVERITIES } from "../core/severity.js";

/** What a change may refer to. */
export interface Known {
  readonly rules: readonly string[];
  readonly packs: readonly string[];
  readonly provisions: readonly string[];
  /** The ids of the directory, where there is one. */
  readonly people?: readonly string[];
}

/** What is wrong with a value: what it should be, or a Problem's code, message and hint; nothing where it is right. */
type Check = (value: unknown, known: Known) => { readonly code?: string; readonly message: string; readonly hint: string } | undefined;

/** A value as a message may quote it: what JSON holds need not be a text. */
const said = (value: unknown): string => (typeof value === "string" ? value : (JSON.stringify(value) ?? "undefined"));
const must = (holds: (value: unknown) => boolean, what: string): Check => (value) => (holds(value) ? undefined : { message: `it is not ${what}`, hint: `give ${what}` });
const oneOf = (list: readonly string[], what: string): Check => (value) => {
  if (typeof value === "string" && list.includes(value)) return undefined;
  const meant = typeof value === "string" ? didYouMean(value, list) : undefined;
  return { message: `"${said(value)}" is no ${what}`, hint: meant === undefined ? `one of: ${list.join(", ")}` : `did you mean "${meant}"?` };
};
const isText = (value: unknown): boolean => typeof value === "string" && value.trim() !== "";
const isListOf = (holds: (value: unknown) => boolean) => (value: unknown): boolean => Array.isArray(value) && value.length > 0 && value.every(holds);
const text = must(isText, "a text");
const texts = must(isListOf(isText), "a list of texts");
const optional = (check: Check): Check => (value, known) => (value === undefined ? undefined : check(value, known));
const severity = oneOf(SEVERITIES.slice(1), "severity");
const signal = must(isSignalName, "a signal: one of the labels, or x-…");
const localised = (value: unknown): boolean => isObject(value) && LANGS.every((lang) => isText(value[lang]));
const date = must(isDate, "a date such as 2027-03-31");

/** A rule that is there. One of a pack that is not on is not wrong, but the change does nothing. */
const rule: Check = (value, { rules, packs }) => {
  if (typeof value === "string" && rules.includes(value)) return undefined;
  const pack = said(value).split("/")[0]!;
  if (typeof value === "string" && /^[a-z0-9-]+\/[a-z0-9-]+$/.test(value) && !packs.includes(pack)) return { code: "overlay/pack-off", message: `the pack "${pack}" is not on`, hint: "the change does nothing; put the pack on, or remove the change" };
  return { code: "overlay/unknown-rule", message: `there is no rule "${said(value)}"`, hint: hintFor(said(value), rules, "it may be gone: `obiter packs` lists the rules") };
};

/** Somebody of the directory; anybody where there is none. */
const person: Check = (value, { people }) => {
  if (!isText(value)) return { message: "it is not a person", hint: "give an id of the directory" };
  if (people === undefined || people.includes(value as string)) return undefined;
  return { code: "overlay/unknown-person", message: `nobody of the directory has the id "${said(value)}"`, hint: hintFor(value as string, people, "add them to the directory; until then the change is not made") };
};
const persons: Check = (value, known) => (Array.isArray(value) && value.length > 0 ? value.map((one) => person(one, known)).find((wrong) => wrong !== undefined) : { message: "it is not a list of persons", hint: "give ids of the directory" });

const newRule: Check = (value, { rules, provisions }) => {
  const wrong = (message: string, hint: string) => ({ message, hint });
  if (!isObject(value)) return wrong("it is not a rule", "write one as rules/README.md says");
  if (typeof value["id"] !== "string" || !/^firm\/[a-z0-9-]+$/.test(value["id"])) return wrong("the id of a firm's rule is not firm/<name>", "write such as firm/side-letters");
  if (rules.filter((id) => id === value["id"]).length > 1) return wrong(`there are two rules "${value["id"]}"`, "each needs an id of its own");
  if (!["title", "why", "next"].every((key) => localised(value[key]))) return wrong("a text is missing", "title, why and next in en, pt and es");
  if (!isSignalName(value["category"])) return wrong("its category is none", "one of the labels, or x-…");
  if (!isObject(value["when"]) || !isSignalName(value["when"]["signal"])) return wrong("it reads no signal", 'write "when": { "signal": … }');
  if (!Object.entries(value["when"]).every(([key, one]) => ["signal", "supervised", "atLeast"].includes(key) || isListOf(isText)(one))) return wrong("a condition is not a list", 'write such as "role": ["paralegal"]');
  if (value["severity"] !== "base" && !SEVERITIES.some((one) => one === value["severity"])) return wrong("its severity is none", `base, or one of: ${SEVERITIES.slice(1).join(", ")}`);
  const missing = Array.isArray(value["provisions"]) ? value["provisions"].find((key) => !provisions.includes(said(key))) : "";
  return missing === undefined ? undefined : wrong(`there is no provision "${said(missing)}"`, "provisions is a list of keys of the overlay's own provisions; it may be empty");
};

const ROW = ["label", "role", "direction", "channel", "entity", "recipient", "kind", "severity"];
const ROUTE = ["id", "category", "rule", "from", "about", "role", "direction", "channel", "law", "to", "action", "clock", "template", "kind"];
/** The keys that a row may have, and lists where lists are wanted. */
const rowOf = (value: Readonly<Record<string, unknown>>, keys: readonly string[], single: readonly string[]): ReturnType<Check> => {
  const unknown = Object.keys(value).find((key) => !keys.includes(key));
  if (unknown !== undefined) return { message: `unknown key "${unknown}"`, hint: hintFor(unknown, keys, `it knows: ${keys.join(", ")}`) };
  const loose = Object.keys(value).find((key) => !single.includes(key) && !isListOf(isText)(value[key]));
  return loose === undefined ? undefined : { message: `"${loose}" is not a list of texts`, hint: `write such as "${loose}": ["…"]` };
};

const row: Check = (value, known) =>
  !isObject(value) || !isListOf(isSignalName)(value["label"]) ? { message: "the row names no label", hint: 'write such as "label": ["undertaking"]' } : severity(value["severity"], known) ?? rowOf(value, ROW, ["severity"]);

const route: Check = (value, known) => {
  if (!isObject(value) || !isText(value["id"]) || !isListOf(isText)(value["category"])) return { message: "it is not a row of a routing policy", hint: "id, category, to, action and kind, as rules/README.md says" };
  if (!isListOf((one) => OFFICES.some((office) => office === one) || one === "recipients")(value["to"])) return { message: "it is addressed to no office", hint: `one of: ${OFFICES.join(", ")}, recipients` };
  if ((value["category"] as readonly string[]).includes("money-laundering") && !(value["to"] as readonly unknown[]).every(isReporting)) return { message: "it tells others of suspected laundering than the reporting officers", hint: `leave money-laundering out, or address it to ${REPORTING_OFFICES.join(" and ")} alone` };
  return (
    oneOf(ACTIONS, "action")(value["action"], known) ?? oneOf(["conduct", "protective"], "kind of route")(value["kind"], known) ?? optional(oneOf(CLOCK_KEYS, "clock"))(value["clock"], known) ??
    optional(severity)(value["from"], known) ?? rowOf(value, ROUTE, ["id", "from", "action", "clock", "template", "kind"])
  );
};

const COMMON = { reason: text, owner: text, expires: date } as const;
const FIELDS: Readonly<Record<Change["change"], Readonly<Record<string, Check>>>> = {
  disable: { rule },
  shadow: { rule },
  severity: { rule, severity },
  policy: { row },
  alert: { label: oneOf(LABELS, "label"), from: must((value) => typeof value === "number" && value > 0 && value <= 1, "a probability above 0 and up to 1") },
  terms: { signal, lang: oneOf(LANGS, "language"), strength: optional(oneOf(["certain", "likely", "hint"], "strength")), phrases: texts },
  exclude: { signal, lang: oneOf(LANGS, "language"), phrases: texts },
  rule: { add: newRule },
  route: { add: route },
  channel: { channel: oneOf(CHANNELS.slice(0, -1), "channel"), approved: must((value) => typeof value === "boolean", "true or false") },
  appoint: { office: oneOf(OFFICES, "office"), person, deputies: optional(persons) },
};

/** What keeps an overlay as a whole from being read. */
export function checkOverlay(overlay: unknown): Problem[] {
  const wrong = (code: string, message: string, hint: string): Problem[] => [{ code, message, hint }];
  if (!isObject(overlay)) return wrong("overlay/shape", "the overlay is not an object", 'write { "format": 1, "version": "1.0.0", "changes": [] }');
  if (overlay["format"] === undefined) return wrong("overlay/format", "the overlay has no format", 'write "format": 1');
  if (overlay["format"] !== 1) return wrong("overlay/format", `the overlay is of format ${said(overlay["format"])}, and this version reads format 1`, "update Obiter, or write the overlay as its schema says");
  const { version } = overlay;
  if (typeof version !== "string" || !/^\d+\.\d+\.\d+$/.test(version)) return wrong("overlay/version", version === undefined ? "the overlay has no version" : `${JSON.stringify(version)} is no version of an overlay`, 'give one such as "1.0.0": assessments name it');
  if (!Array.isArray(overlay["changes"])) return wrong("overlay/changes", '"changes" is not a list', "write a list of changes");
  const provisions = overlay["provisions"] ?? {};
  const bad = isObject(provisions) ? Object.keys(provisions).find((key) => !isObject(provisions[key]) || !isText(provisions[key]["cite"]) || !isListOf(isText)(provisions[key]["laws"] ?? ["all"])) : "";
  return bad === undefined ? [] : wrong("overlay/provisions", `the provision "${bad}" has no cite, or its laws are no list`, "write { cite, gist, confirmed }");
}

/** What is wrong with a change, and where within it. Types alone cannot keep it out: overlays are written by hand. */
export function checkChange(change: unknown, known: Known): LocatedProblem | undefined {
  const problem = (path: readonly string[], { code = "overlay/change", message, hint }: { code?: string; message: string; hint: string }): LocatedProblem => ({ path, problem: { code, message, hint } });
  if (!isObject(change)) return problem([], { message: "it is not a change", hint: "write { change, reason, owner, expires, … }" });
  const kind = oneOf(Object.keys(FIELDS), "change")(change["change"], known);
  if (kind !== undefined) return problem(["change"], kind);
  const fields: Readonly<Record<string, Check>> = { ...COMMON, ...FIELDS[change["change"] as Change["change"]] };
  for (const [key, check] of Object.entries(fields)) {
    const found = check(change[key], known);
    if (found !== undefined) return problem(key in change ? [key] : [], { ...found, message: key in change ? found.message : `"${key}" is missing` });
  }
  const unknown = Object.keys(change).find((key) => key !== "change" && !(key in fields));
  return unknown === undefined ? undefined : problem([unknown], { message: `unknown key "${unknown}"`, hint: `${change["change"] as string} knows: ${Object.keys(fields).join(", ")}` });
}
