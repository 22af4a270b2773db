import * as z from "zod";
import { PACK_FORMAT, type Pack, type Provision, type Rule, type SeverityRow } from "../core/rule.js";
import type { Problem } from "../core/problem.js";
import { didYouMean, hintFor } from "../core/problem.js";
import { insideOf, placeAt, readJson, type SourceFile } from "./json.js";
import { packSchema, provisionsSchema, routesSchema, ruleSchema, severityTableSchema, type RuleFile } from "./schema.js";

/** A pack as read from its folder: the data, and the examples of its rules, which are not shipped. */
export interface PackSource {
  readonly pack: Pack;
  readonly severities?: readonly SeverityRow[];
  readonly examples: ReadonlyMap<string, RuleFile["examples"]>;
  /** Its files by their names in its folder, for places in Problems. */
  readonly files: ReadonlyMap<string, SourceFile>;
}

const FILES: readonly string[] = ["pack.json", "provisions.json", "routes.json", "severity.json"];

/** Reads a pack folder: `pack.json`, `provisions.json`, `routes.json`, `rules/<rule>.json`; `severity.json` in `base`. Where something of it is wrong there is no pack. */
export function readPack(folder: string, files: readonly SourceFile[]): { source?: PackSource; problems: Problem[] } {
  const problems: Problem[] = [];
  const byName = new Map(files.map((file) => [insideOf(folder, file), file]));
  const read = <T>(name: string, schema: Parameters<typeof readJson>[1]): T | undefined => {
    const file = byName.get(name);
    if (file === undefined) return undefined;
    const { value, problems: found } = readJson(file, schema);
    problems.push(...found);
    return value as T | undefined;
  };
  if (!byName.has("pack.json")) {
    problems.push({ code: "pack/missing", file: `${folder}/pack.json`, message: "a pack needs a pack.json", hint: "write { format, id, version, title, laws }" });
  }
  const later = laterFormat(byName.get("pack.json"));
  if (later !== undefined) return { problems: [later] };
  const manifest = read<Pick<Pack, "format" | "id" | "version" | "title" | "laws">>("pack.json", packSchema);
  const provisions = read<Record<string, Provision>>("provisions.json", provisionsSchema);
  const routes = read<Pack["routes"]>("routes.json", routesSchema) ?? [];
  const severities = read<SeverityRow[]>("severity.json", severityTableSchema);
  const rules: Rule[] = [];
  const examples = new Map<string, RuleFile["examples"]>();
  for (const [name, file] of [...byName].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (FILES.includes(name)) continue;
    if (!/^rules\/[^/]+\.json$/.test(name)) {
      const meant = didYouMean(name, FILES);
      problems.push({ code: "pack/unknown-file", file: file.path, message: `no file ${name} belongs in a pack`, hint: meant === undefined ? `a pack has ${FILES.join(", ")} and rules/<rule>.json` : `did you mean ${meant}?` });
      continue;
    }
    const rule = read<RuleFile>(name, ruleSchema);
    if (rule === undefined) continue;
    const expected = `${folder.split("/").at(-1)!}/${name.slice("rules/".length, -".json".length)}`;
    const at = (...path: readonly (string | number)[]): Partial<Problem> => ({ file: file.path, ...placeAt(file.text, path) });
    if (rule.id !== expected) problems.push({ code: "rule/name", ...at("id"), message: `the id is "${rule.id}"`, hint: `by its file it is "${expected}"` });
    // Of a file that cannot be read nobody knows what is missing there.
    for (const [i, key] of provisions === undefined && byName.has("provisions.json") ? [] : rule.provisions.entries()) {
      if (provisions !== undefined && Object.hasOwn(provisions, key)) continue;
      problems.push({ code: "rule/provision", ...at("provisions", i), message: `no provision "${key}" in provisions.json`, hint: hintFor(key, Object.keys(provisions ?? {}), "add it there") });
    }
    const { examples: found, $schema: _, ...data } = rule;
    examples.set(rule.id, found);
    rules.push(data as Rule);
  }
  if (manifest === undefined) return { problems };
  const name = folder.split("/").at(-1)!;
  if (manifest.id !== name) problems.push({ code: "pack/name", file: `${folder}/pack.json`, ...placeAt(byName.get("pack.json")!.text, ["id"]), message: `the id is "${manifest.id}"`, hint: `by its folder it is "${name}": two packs of one id cannot be told apart` });
  const { format, id, version, title, laws } = manifest;
  const pack: Pack = { format, id, version, title, laws, rules, provisions: provisions ?? {}, routes };
  return problems.length > 0 ? { problems } : { source: { pack, examples, files: byName, ...(severities === undefined ? {} : { severities }) }, problems };
}

/** A pack of a later format cannot be read, and what else would be said of its files would mislead. */
function laterFormat(file: SourceFile | undefined): Problem | undefined {
  const format = file === undefined ? undefined : readJson(file, z.looseObject({ format: z.number() })).value?.format;
  return format === undefined || format <= PACK_FORMAT ? undefined : { code: "pack/format", file: file!.path, ...placeAt(file!.text, ["format"]), message: `the pack is of format ${format}, and this version reads format ${PACK_FORMAT}`, hint: "update Obiter, or write the pack as its schema says; until then it is left out" };
}

/** Everything under a folder of rules, sorted by where it stands into packs, signal files and what packs share. Schemas and models are not read. */
export function groupFiles(root: string, files: readonly SourceFile[]): { packs: Map<string, SourceFile[]>; signals: SourceFile[]; shared: SourceFile[] } {
  const packs = new Map<string, SourceFile[]>();
  const signals: SourceFile[] = [];
  const shared: SourceFile[] = [];
  for (const file of files) {
    const inside = insideOf(root, file);
    const folder = inside.split("/")[0]!;
    if (folder === "schema" || folder === "models") continue;
    if (folder === "signals") signals.push(file);
    else if (folder === "templates" || folder === "calendars" || !inside.includes("/")) shared.push(file);
    else packs.set(folder, [...(packs.get(folder) ?? []), file]);
  }
  return { packs, signals, shared };
}
