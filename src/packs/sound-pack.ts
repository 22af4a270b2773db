import { PACK_FORMAT } from "../core/rule.js";
import { isObject } from "../core/sound-message.js";

const isText = (value: unknown): boolean => typeof value === "string" && value !== "";
const isRule = (rule: unknown): boolean => isObject(rule) && isText(rule["id"]) && isText(rule["category"]) && isText(rule["severity"]) && isObject(rule["when"]) && isText(rule["when"]["signal"]) && ["title", "why", "next"].every((key) => isObject(rule[key])) && Array.isArray(rule["provisions"]);
const isRow = (row: unknown): boolean => isObject(row) && isText(row["id"]) && Array.isArray(row["category"]) && Array.isArray(row["to"]) && isText(row["action"]);

/** The field that keeps a value from being used as a pack. What stands in a pack more closely, `obiter check` says: packs are checked when they are built. */
export function wrongInPack(pack: unknown): string | undefined {
  if (!isObject(pack) || !isText(pack["id"]) || !Array.isArray(pack["rules"])) return "";
  if (pack["format"] !== PACK_FORMAT) return "format";
  if (!isText(pack["version"])) return "version";
  if (!Array.isArray(pack["laws"]) || !pack["laws"].every(isText)) return "laws";
  if (!isObject(pack["provisions"])) return "provisions";
  const rule = pack["rules"].findIndex((one) => !isRule(one));
  if (rule >= 0) return `rules[${rule}]`;
  if (!Array.isArray(pack["routes"])) return "routes";
  const row = pack["routes"].findIndex((one) => !isRow(one));
  return row >= 0 ? `routes[${row}]` : undefined;
}
