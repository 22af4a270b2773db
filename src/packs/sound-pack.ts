import { isCategoryOf, PACK_FORMAT, type Pack } from "../core/rule.js";
import { isObject } from "../core/sound-message.js";

const isText = (value: unknown): boolean => typeof value === "string" && value !== "";
const isRule = (rule: unknown): boolean => isObject(rule) && isText(rule["id"]) && isText(rule["category"]) && isText(rule["severity"]) && isObject(rule["when"]) && isText(rule["when"]["signal"]) && ["title", "why", "next"].every((key) => isObject(rule[key])) && Array.isArray(rule["provisions"]);
const isProvision = (one: unknown): boolean => isObject(one) && isText(one["cite"]) && (one["laws"] === undefined || (Array.isArray(one["laws"]) && one["laws"].every(isText)));
const isRow = (row: unknown): boolean => isObject(row) && isText(row["id"]) && Array.isArray(row["category"]) && Array.isArray(row["to"]) && isText(row["action"]);

/** The field that keeps a value from being used as a pack. What stands in a pack more closely, `obiter check` says: packs are checked when they are built. */
export function wrongInPack(pack: unknown): string | undefined {
  if (!isObject(pack) || !isText(pack["id"]) || !Array.isArray(pack["rules"])) return "";
  if (pack["format"] !== PACK_FORMAT) return "format";
  if (!isText(pack["version"])) return "version";
  if (!Array.isArray(pack["laws"]) || !pack["laws"].every(isText)) return "laws";
  const { provisions } = pack;
  if (!isObject(provisions)) return "provisions";
  const key = Object.keys(provisions).find((one) => !isProvision(provisions[one]));
  if (key !== undefined) return `provisions.${key}`;
  const rule = pack["rules"].findIndex((one) => !isRule(one));
  if (rule >= 0) return `rules[${rule}]`;
  const stray = (pack["rules"] as Pack["rules"]).findIndex(({ category, when }) => !isCategoryOf(category, when.signal));
  if (stray >= 0) return `rules[${stray}].category`;
  if (!Array.isArray(pack["routes"])) return "routes";
  const row = pack["routes"].findIndex((one) => !isRow(one));
  return row >= 0 ? `routes[${row}]` : undefined;
}
