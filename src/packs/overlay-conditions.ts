import { CHANNEL_TRAITS } from "../core/channel.js";
import { ALL_KINDS, ENTITY_TYPES } from "../core/label.js";
import { wrongLaw } from "../core/law.js";
import { CHANNELS, DIRECTIONS, MARKERS, ROLES } from "../core/message.js";
import { ACTIONS, ADMISSIONS, CLOCK_KEYS, isCategoryOf, isReporting, OFFICES, REPORTING_OFFICES } from "../core/rule.js";
import { SEVERITIES } from "../core/severity.js";
import { isObject } from "../core/sound-message.js";
import { fields, isListOf, isText, lists, localised, must, oneOf, said, severity, signal, text, type Check } from "./overlay-values.js";

/** What firms add: a rule, a row of the severity policy, a row of the routing policy. What is misspelt in a condition would allow everything, or nothing. */

const law: Check = (value) => (typeof value === "string" ? wrongLaw(value) : { message: `${said(value)} is no law`, hint: "give ISO 3166 codes such as GB-EAW (England and Wales), BR, ES or EU" });
const role = oneOf(ROLES, "role");
const direction = oneOf(DIRECTIONS, "direction");
const channel = oneOf([...CHANNELS, ...CHANNEL_TRAITS], "channel, nor what one is like");
const entity = oneOf(ENTITY_TYPES, "type of identifier");
const about = oneOf(["firm", "client", "outsider"], "answer to whose conduct it is");

const WHEN: Readonly<Record<string, Check>> = {
  signal,
  ...lists({ entity, kind: oneOf([...ALL_KINDS, "unknown"], "kind"), marker: oneOf(MARKERS, "marker"), law, role, direction, channel, account: oneOf(["corporate", "personal"], "account"), about, admitted: oneOf(ADMISSIONS, "answer to where somebody is admitted"), recipient: role }),
  atLeast: must((value) => Number.isInteger(value) && (value as number) >= 2, "a whole number from 2 up"),
  supervised: must((value) => typeof value === "boolean", "true or false"),
};
const anything: Check = () => undefined;
const ruleFields = fields(
  {
    $schema: anything, id: text, title: localised, category: signal, when: fields(WHEN, ["signal"]), severity: oneOf(["base", ...SEVERITIES.slice(1)], "severity"), provisions: must(Array.isArray, "a list of keys of the overlay's own provisions; it may be empty"),
    why: localised, next: localised, restricted: oneOf(["mlro"], "lane"), status: oneOf(["shadow"], "status"), examples: anything,
  },
  ["id", "category", "when", "severity", "provisions"],
);

export const newRule: Check = (value, known) => {
  if (!isObject(value)) return { message: "it is not a rule", hint: "write one as rules/README.md says" };
  const { id, category, when, restricted, provisions } = value;
  if (typeof id !== "string" || !/^firm\/[a-z0-9-]+$/.test(id)) return { message: "the id of a firm's rule is not firm/<name>", hint: "write such as firm/side-letters" };
  if (known.rules.filter((one) => one === id).length > 1) return { message: `there are two rules "${id}"`, hint: "each needs an id of its own" };
  if (!["title", "why", "next"].every((key) => localised(value[key], known) === undefined)) return { message: "a text is missing", hint: "title, why and next in en, pt and es" };
  const wrong = ruleFields(value, known);
  if (wrong !== undefined) return wrong;
  const { signal: read } = when as { readonly signal: string };
  if (!isCategoryOf(category as string, read)) return { path: ["category"], message: `a rule on ${read} does not find ${category as string}`, hint: `write "${read}", or a category of the firm's own: x-…` };
  if (restricted !== undefined && !known.lane.has(read)) return { path: ["restricted"], message: `${read} is not restricted`, hint: "remove it: nothing is kept from those who hear of it" };
  const missing = (provisions as readonly unknown[]).find((key) => !known.provisions.includes(said(key)));
  return missing === undefined ? undefined : { message: `there is no provision "${said(missing)}"`, hint: "provisions is a list of keys of the overlay's own provisions; it may be empty" };
};

export const row: Check = fields({ ...lists({ label: signal, role, direction, channel, entity, recipient: role, kind: oneOf(ALL_KINDS, "kind") }), severity: oneOf(SEVERITIES.slice(2), "severity of a label that holds") }, ["label", "severity"]);

const routeFields = fields(
  { id: text, ...lists({ category: signal, rule: text, about, role, direction, channel: oneOf(CHANNELS, "channel"), law, to: text }), from: severity, action: oneOf(ACTIONS, "action"), clock: oneOf(CLOCK_KEYS, "clock"), template: text, kind: oneOf(["conduct", "protective"], "kind of route") },
  ["id", "category", "to", "action", "kind"],
);

export const route: Check = (value, known) => {
  if (!isObject(value) || !isText(value["id"]) || !isListOf(isText)(value["category"])) return { message: "it is not a row of a routing policy", hint: "id, category, to, action and kind, as rules/README.md says" };
  if (!isListOf((one) => OFFICES.some((office) => office === one) || one === "recipients")(value["to"])) return { message: "it is addressed to no office", hint: `one of: ${OFFICES.join(", ")}, recipients` };
  if ((value["category"] as readonly string[]).includes("money-laundering") && !(value["to"] as readonly unknown[]).every(isReporting)) return { message: "it tells others of suspected laundering than the reporting officers", hint: `leave money-laundering out, or address it to ${REPORTING_OFFICES.join(" and ")} alone` };
  return routeFields(value, known);
};
