import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { didYouMean } from "../core/problem.js";
import { LABELS } from "../core/label.js";
import { UsageError } from "./problems.js";

/** `obiter new <pack>/<rule>`: writes a rule file that fails `check` until its texts, provisions and examples are written. Overwrites nothing. */
export function newRule(id: string, folder: string): number {
  const [pack, name] = /^([a-z0-9-]+)\/([a-z0-9-]+)$/.exec(id)?.slice(1) ?? [];
  if (pack === undefined || name === undefined) throw new UsageError(`"${id}" is no id of a rule: write <pack>/<name> in small letters, digits and hyphens`);
  const packs = existsSync(folder) ? readdirSync(folder).filter((one) => existsSync(join(folder, one, "pack.json"))) : [];
  if (!packs.includes(pack)) {
    const meant = didYouMean(pack, packs);
    throw new UsageError(`there is no pack "${pack}" in ${folder}${meant === undefined ? ": a pack is a folder with a pack.json" : `; did you mean "${meant}"?`}`);
  }
  const path = join(folder, pack, "rules", `${name}.json`);
  if (existsSync(path)) throw new UsageError(`${path} is there already`);
  const text = { en: "", pt: "", es: "" };
  const rule = {
    $schema: "../../schema/rule.json", id, title: { en: "Possible ", pt: "Possível ", es: "Posible " }, category: LABELS[0], when: { signal: LABELS[0] },
    severity: "base", provisions: [], why: text, next: text, examples: { hit: [], miss: [] },
  };
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(rule, null, 2)}\n`);
  process.stdout.write(`${path}: write its texts, what it rests on, and at least two hits and two misses in each language; then obiter check ${join(folder, pack)}\n`);
  return 0;
}
