import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import * as z from "zod";
import { readFolder } from "../cli/read-folder.js";
import { formatProblem, type Problem } from "../core/problem.js";
import { overlaySchema } from "../packs/overlay-schema.js";
import type { Pack } from "../core/rule.js";
import { catalogue } from "../packs/catalogue.js";
import { groupFiles, readPack } from "../packs/pack.js";
import * as schemas from "../packs/schema.js";
import { readShared } from "../packs/shared.js";
import { readSignals } from "../packs/signals.js";
import { compilePhrases } from "../scan/compile.js";
import { triggersOf } from "../scan/identifier-triggers.js";
import type { Identifier } from "../scan/identifier.js";
import { MODEL_FORMAT } from "../weigh/model.js";
import { commonness } from "./commonness.js";
import { HOLDOUT, readCorpus } from "./corpus.js";
import { compilePhones } from "./phones.js";
import { stem } from "./stem.js";

/**
 * Builds `src/generated/` from `rules/` and from the files of `src/scan/identifiers/`: nothing is registered by hand, and
 * nothing is read or compiled at run time. Also writes the JSON Schemas that editors use.
 */

const OUT = "src/generated";
const problems: Problem[] = [];
mkdirSync(`${OUT}/packs`, { recursive: true });
mkdirSync("rules/schema", { recursive: true });

/** Deep data is read fastest as JSON in a string, long texts as they stand. */
const json = (value: unknown): string => `/* @__PURE__ */ JSON.parse(${JSON.stringify(JSON.stringify(value))})`;
const write = (name: string, imports: string, type: string, constant: string, value: unknown): void =>
  writeFileSync(`${OUT}/${name}.ts`, `${imports}\n\nexport const ${constant} = ${json(value)} as ${type};\n`);

const { packs, signals, shared: sharedFiles } = groupFiles("rules", readFolder("rules", ".json"));

const sources = readSignals(signals);
problems.push(...sources.problems);
const compiled = compilePhrases(sources.phrases, { list: (name, lang) => sources.words.get(name)?.get(lang), stem, spellings: sources.spellings }, commonness(readCorpus("rules/models/default/corpus").filter(({ author }) => author !== HOLDOUT)));
problems.push(...compiled.problems.map(({ entry, problem }) => ({ ...problem, ...sources.phrases[entry]!.place() })));
const { matcher, ...others } = compiled.tables;
writeFileSync(`${OUT}/signals.ts`, `import type { ScanTables } from "../scan/compile.js";\n\nexport const signals: ScanTables = /* @__PURE__ */ Object.assign({ matcher: ${JSON.stringify(matcher)} }, ${json(others)} as Omit<ScanTables, "matcher">);\n`);

const names: string[] = [];
const read: Pack[] = [];
for (const [folder, files] of [...packs].sort(([a], [b]) => (a < b ? -1 : 1))) {
  const { source, problems: found } = readPack(`rules/${folder}`, files);
  problems.push(...found);
  if (source === undefined) continue;
  const { pack, severities } = source;
  read.push(pack);
  if (pack.id === "base") {
    write("base", 'import type { Pack, SeverityRow } from "../core/rule.js";', "{ readonly pack: Pack; readonly severities: readonly SeverityRow[] }", "base", { pack, severities: severities ?? [] });
  } else {
    names.push(pack.id);
    write(`packs/${pack.id}`, 'import type { Pack } from "../../core/rule.js";', "Pack", camel(pack.id), pack);
  }
}
writeFileSync(`${OUT}/packs/index.ts`, names.map((name) => `export { ${camel(name)} } from "./${name}.js";\n`).join(""));

writeFileSync("rules/INDEX.md", catalogue(read));

const shared = readShared("rules", sharedFiles);
problems.push(...shared.problems);
write("channels", 'import type { ChannelProfiles } from "../core/channel.js";', "ChannelProfiles", "channels", shared.channels);
write("calendars", 'import type { Calendar } from "../triage/calendar.js";', "readonly Calendar[]", "calendars", shared.calendars);
write("templates", 'import type { Template } from "../core/template.js";', "Readonly<Record<string, Template>>", "templates", Object.fromEntries(shared.templates.map((template) => [template.id, template])));

write("phones", 'import type { PhoneTables } from "../scan/identifier-phones.js";', "PhoneTables", "phones", compilePhones());

const identifiers = readdirSync("src/scan/identifiers").filter((name) => name.endsWith(".ts")).sort().map((name) => name.slice(0, -3));
writeFileSync(
  `${OUT}/identifiers.ts`,
  `${identifiers.map((name) => `import { identifier as ${camel(name)} } from "../scan/identifiers/${name}.js";\n`).join("")}\nexport const identifiers = [${identifiers.map((name) => `() => ${camel(name)}`).join(", ")}];\n`,
);
const known = await Promise.all(identifiers.map(async (name) => ((await import(`../scan/identifiers/${name}.js`)) as { identifier: Identifier }).identifier));
writeFileSync(`${OUT}/triggers.ts`, `import type { TriggerTexts } from "../scan/identifier-triggers.js";\n\nexport const triggers: TriggerTexts = ${JSON.stringify(triggersOf(known))};\n`);

const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
writeFileSync(`${OUT}/version.ts`, `export const version = ${JSON.stringify(version)};\n`);

/** Before a model is trained, an empty one stands in its place. */
const modelNamed = (name: string): unknown => {
  const path = `rules/models/${name}/model.json`;
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : { format: MODEL_FORMAT, name: "none", version: "0.0.0", bucketBits: 1, labels: [], weights: "", gate: { bits: 0, least: 0, weights: "gA==" } };
};
write("model", 'import type { Model } from "../weigh/model.js";', "Model", "model", modelNamed("default"));
write("large", 'import type { Model } from "../weigh/model.js";', "Model", "large", modelNamed("large"));

const files = { signal: schemas.signalSchema, cue: schemas.cueSchema, kind: schemas.kindSchema, words: schemas.wordsSchema, spellings: schemas.spellingsSchema, rule: schemas.ruleSchema, provisions: schemas.provisionsSchema, pack: schemas.packSchema, routes: schemas.routesSchema, template: schemas.templateSchema, severity: schemas.severityTableSchema, people: schemas.peopleSchema, directory: schemas.directorySchema, overlay: overlaySchema, calendar: schemas.calendarSchema, channels: schemas.channelsSchema };
for (const [name, schema] of Object.entries(files)) writeFileSync(`rules/schema/${name}.json`, `${JSON.stringify(z.toJSONSchema(schema, { target: "draft-7", io: "input" }), null, 2)}\n`);

function camel(name: string): string {
  return name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

if (problems.length > 0) {
  process.stderr.write(`${problems.map(formatProblem).join("\n")}\n`);
  process.exit(1);
}
