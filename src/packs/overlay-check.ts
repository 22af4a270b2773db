import { isObject } from "../core/sound-message.js";
import { LABELS, LANGS } from "../core/label.js";
import type { Change } from "../core/overlay.js";
import { CHANNELS } from "../core/message.js";
import { hintFor, type LocatedProblem, type Problem } from "../core/problem.js";
import { OFFICES } from "../core/rule.js";
import { newRule, route, row } from "./overlay-conditions.js";
import { date, isListOf, isText, must, oneOf, optional, said, severity, signal, text, texts, type Check, type Known, type Wrong } from "./overlay-values.js";

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
  const problem = (path: readonly string[], { code = "overlay/change", path: inside = [], message, hint }: Wrong): LocatedProblem => ({ path: [...path, ...inside], problem: { code, message, hint } });
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
