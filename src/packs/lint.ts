import { conductOf } from "../core/conduct.js";
import { KINDS, LABELS, LANGS, type Kind } from "../core/label.js";
import { DIRECTIONS, ROLES, type Law } from "../core/message.js";
import { isUnder } from "../core/place.js";
import { hintFor, type Problem } from "../core/problem.js";
import { isOfLane, laneOf, REPORTING_OFFICES, type ClockKey, type Pack, type Rule, type SeverityRow, type When } from "../core/rule.js";
import { severityRank } from "../core/severity.js";
import type { Template } from "../core/template.js";
import { catchAll } from "./catch-all.js";
import { placeAt } from "./json.js";
import type { PackSource } from "./pack.js";
import type { SignalSources } from "./signals.js";

/** What a check looks at: packs, and the signal files that came along. */
export interface Linted {
  readonly sources: readonly PackSource[];
  /** These packs and those that stand beside them, the base among them. */
  readonly packs: readonly Pack[];
  readonly signals: Pick<SignalSources, "phrases">;
  /** The texts that a person may send. */
  readonly templates: readonly Template[];
  /** The clocks that messages start. */
  readonly clocks: readonly ClockKey[];
}

/** Examples that a rule needs of each kind, in each language. */
const FEWEST = 2;

/** What a schema cannot say of packs. With `strict`, provisions not yet confirmed against their instrument are listed too. */
export function lint(linted: Linted, strict: boolean): Problem[] {
  return [...linted.sources.flatMap((source) => lintPack(source, linted, strict)), ...linted.signals.phrases.flatMap(lintPhrase)];
}

type Add = (code: string, file: string, path: readonly (string | number)[], message: string, hint: string) => void;

function lintPack(source: PackSource, linted: Linted, strict: boolean): Problem[] {
  const problems: Problem[] = [];
  const add: Add = (code, name, path, message, hint) => {
    const file = source.files.get(name)!;
    problems.push({ code: `lint/${code}`, file: file.path, ...placeAt(file.text, path), message, hint });
  };
  for (const rule of source.pack.rules) lintRule(rule, source, linted, add);
  lintProvisions(source.pack, strict, add);
  lintRoutes(source.pack, linted, add);
  lintLaws(source.pack, linted, add);
  if (source.pack.id === "base") lintClocks(linted, add);
  lintSeverities(source.severities ?? [], add);
  return problems;
}

function lintRule(rule: Rule, { pack, examples }: PackSource, { signals, packs }: Linted, add: Add): void {
  const { id, title, provisions, when, restricted } = rule;
  const file = `rules/${id.split("/")[1]}.json`;
  for (const lang of LANGS) {
    for (const kind of ["hit", "miss"] as const) {
      const count = examples.get(id)![kind].filter((example) => example.lang === lang).length;
      if (count < FEWEST) add("examples", file, ["examples", kind], `${count} ${kind} examples in ${lang}`, `every rule has at least ${FEWEST} hits and ${FEWEST} misses in each language`);
    }
  }
  if (provisions.length === 0 && pack.id !== "base") add("provision", file, ["provisions"], "the rule cites no provision", "a rule of a jurisdiction rests on at least one key of provisions.json");
  if (!/^Possible/.test(title.en)) add("title", file, ["title", "en"], "the English title accuses", "begin it with “Possible”");
  if (restricted !== undefined && !laneIn(packs).has(when.signal)) add("lane", file, ["restricted"], `${when.signal} is not restricted`, "remove it: the base says which signals are of the restricted lane, and no other rule can keep a finding from those who hear of it");
  if (!canFire(when)) add("dead-rule", file, ["when"], "the rule never fires: its conditions exclude one another", "an entity needs the signal pii or credentials, a kind a signal that has it; role and direction decide whose conduct it is about");
  if (when.signal.startsWith("x-") && signals.phrases.length > 0 && !signals.phrases.some(({ meaning }) => meaning.kind === "pattern" && meaning.label === when.signal)) add("dead-rule", file, ["when", "signal"], `no phrase speaks for ${when.signal}`, `write rules/signals/${when.signal}/<lang>.json`);
  const by = pack.rules.find((other) => other.id !== id && covers(other, rule) && (other.id < id || !covers(rule, other)));
  if (by !== undefined) add("shadowed-rule", file, ["id"], `${by.id} says all that the rule says, wherever it applies`, "narrow the one, or remove the other");
}

/** The signals of the restricted lane, as the base among the packs has it. */
const laneIn = (packs: readonly Pack[]): ReadonlySet<string> => laneOf(packs.find(({ id }) => id === "base") ?? { rules: [] });

/** Some sender and direction meet the conditions. */
export function canFire({ signal, entity, kind = ["unknown"], role = ROLES, direction = DIRECTIONS, about }: When): boolean {
  if (entity !== undefined && signal !== "pii" && signal !== "credentials") return false;
  const kinds: readonly string[] = ["unknown", ...((KINDS as Readonly<Record<string, readonly Kind[]>>)[signal] ?? [])];
  if (!kind.some((one) => kinds.includes(one))) return false;
  return role.some((one) => direction.some((other) => about?.includes(conductOf({ text: "", sender: { id: "", role: one }, direction: other })) ?? true));
}

/** The conditions of a rule with those of a row that reads its findings. */
function both(when: When, row: { readonly [K in "role" | "direction" | "about"]: When[K] | undefined }): When {
  const meet = <T>(a: readonly T[] | undefined, b: readonly T[] | undefined): readonly T[] | undefined => (a === undefined || b === undefined ? (a ?? b) : a.filter((one) => b.includes(one)));
  const conditions = { role: meet(when.role, row.role), direction: meet(when.direction, row.direction), about: meet(when.about, row.about) };
  return { ...when, ...Object.fromEntries(Object.entries(conditions).filter(([, list]) => list !== undefined)) };
}

/** Whether a rule applies wherever the other does, is at least as strict, and cites as much. */
function covers(wide: Rule, narrow: Rule): boolean {
  const strict = ({ severity }: Rule): number => (severity === "base" ? 0 : severityRank(severity));
  return (
    wide.category === narrow.category && wide.restricted === narrow.restricted && wide.status === undefined && strict(wide) >= strict(narrow) &&
    narrow.provisions.every((key) => wide.provisions.includes(key)) && includesAll(wide.when, narrow.when)
  );
}

/** Each condition of the wide one is also a condition of the narrow one, no wider there. */
export const includesAll = (wide: object, narrow: object): boolean =>
  Object.entries(wide).every(([key, value]: [string, unknown]) => {
    const other = (narrow as Readonly<Record<string, unknown>>)[key];
    return Array.isArray(value) ? Array.isArray(other) && other.every((one) => value.includes(one)) : value === other;
  });

/** A year from which archives of chat are read: what is called by it was not always in force. */
const RECENT = /\b20(?:1[89]|[2-9]\d)\b/;

function lintProvisions({ rules, provisions }: Pack, strict: boolean, add: Add): void {
  const cited = new Set(rules.flatMap((rule) => rule.provisions));
  for (const [key, { cite, from, confirmed }] of Object.entries(provisions)) {
    if (from === undefined && RECENT.test(cite)) add("undated", "provisions.json", [key, "cite"], `"${key}" does not say from which day it is in force`, 'add "from", an ISO date: messages are judged by what was in force when they were sent');
    if (!cited.has(key)) add("unused-provision", "provisions.json", [key], `no rule cites "${key}"`, "remove it, or cite it");
    if (strict && !confirmed) add("unconfirmed", "provisions.json", [key], `"${key}" is not confirmed against the instrument`, "check it and set confirmed to true");
  }
}

/** Laws that no pack has: what is theirs alone never applies. */
function lintLaws({ laws: own, rules, routes, provisions }: Pack, { packs }: Linted, add: Add): void {
  if (own.length === 0) return;
  const isServed = (law: Law): boolean => packs.some(({ laws }) => isUnder(law, laws) || laws.some((one) => isUnder(one, [law])));
  const look = (file: string, path: readonly (string | number)[], laws: readonly Law[] = []): void => laws.forEach((law, i) => isServed(law) || add("dead-law", file, [...path, i], `no pack speaks of the law ${law}`, "name it in pack.json, or remove it"));
  for (const { id, when } of rules) look(`rules/${id.split("/")[1]}.json`, ["when", "law"], when.law);
  for (const [key, { laws }] of Object.entries(provisions)) look("provisions.json", [key, "laws"], laws);
  routes.forEach(({ law }, i) => look("routes.json", [i, "law"], law));
}

function lintClocks({ packs, clocks }: Linted, add: Add): void {
  for (const clock of clocks) if (!packs.some(({ routes }) => routes.some((row) => row.clock === clock))) add("unused-clock", "routes.json", [], `no route of any pack uses the clock "${clock}"`, "name it in the row of a routes.json that starts it");
}

function lintRoutes({ routes }: Pack, { packs, templates }: Linted, add: Add): void {
  const rules = packs.flatMap((pack) => pack.rules);
  const lane = laneIn(packs);
  const categories = new Set<string>([...LABELS, ...rules.map(({ category }) => category)]);
  routes.forEach(({ id, category, rule = [], role, direction, about, to, template }, i) => {
    if (routes.findIndex((row) => row.id === id) !== i) add("duplicate", "routes.json", [i, "id"], `there are two rows "${id}"`, "each needs an id of its own");
    if (category.every((one) => !categories.has(one))) add("unreachable-route", "routes.json", [i, "category"], `no rule finds ${category.join(" or ")}`, "write the rule, or remove the row");
    else if (!rules.some((one) => category.includes(one.category) && (rule.length === 0 || rule.includes(one.id)) && canFire(both(one.when, { role, direction, about })))) add("unreachable-route", "routes.json", [i], "no finding meets the conditions of the row", "its role, direction and about, and those of its rules, exclude one another");
    const kinds = rules.filter((one) => lane.has(one.when.signal) && category.includes(one.category) && (rule.length === 0 || rule.includes(one.id))).flatMap(({ when }) => when.kind ?? ["unknown" as const]);
    const other = to.find((one) => !kinds.every((kind) => isOfLane(one, kind)));
    if (other !== undefined) add("lane", "routes.json", [i, "to"], `${other} is told of what is restricted`, `address it to ${REPORTING_OFFICES.join(" and ")} alone, or to the COFA by a row that names rules of the kind client-account only: nobody else is told, whatever the row says`);
    const text = templates.find((one) => one.id === template);
    const unsent = to.find((one) => text?.by.includes(one) === false);
    if (template !== undefined && text === undefined) {
      add("template", "routes.json", [i, "template"], `there is no text "${template}"`, hintFor(template, templates.map((one) => one.id), "write rules/templates/<id>.json"));
    } else if (unsent !== undefined) add("template", "routes.json", [i, "template"], `${unsent} may not send the text "${template!}"`, `name ${unsent} in its by, or send them another`);
    rule.forEach((one, j) => {
      const named = rules.find((other) => other.id === one);
      if (named === undefined) add("unreachable-route", "routes.json", [i, "rule", j], `there is no rule "${one}"`, hintFor(one, rules.map((other) => other.id), "remove it"));
      else if (!category.includes(named.category)) add("unreachable-route", "routes.json", [i, "rule", j], `"${one}" finds ${named.category}, of which the row does not speak`, "add the category, or remove the rule");
    });
  });
}

/** A row of the severity policy that earlier rows leave nothing. */
function lintSeverities(rows: readonly SeverityRow[], add: Add): void {
  rows.forEach(({ severity: _, label, ...conditions }, i) => {
    const left = label.filter((one) => !rows.slice(0, i).some(({ severity: __, label: earlier, ...wider }) => earlier.includes(one) && includesAll(wider, conditions)));
    if (left.length === 0) add("dead-row", "severity.json", [i], "earlier rows decide all that this one speaks of", "move it up, or remove it");
  });
}

const lintPhrase = (phrase: SignalSources["phrases"][number]): Problem[] => {
  const found = catchAll(phrase);
  return found === undefined ? [] : [{ code: "lint/catch-all", ...phrase.place(), ...found }];
};
