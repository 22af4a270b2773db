import { existsSync, readFileSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { counted } from "../core/counted.js";
import type { SignalName } from "../core/label.js";
import type { Law, Message } from "../core/message.js";
import { formatProblem, ObiterError, type Problem } from "../core/problem.js";
import { CLOCK_KEYS, type Pack, type Rule } from "../core/rule.js";
import { atLeast } from "../core/severity.js";
import { createEngine, foundation as shipped } from "../create-engine.js";
import { composeEngine, type Engine } from "../engine.js";
import { templates } from "../generated/templates.js";
import { readDirectory } from "../packs/directory.js";
import { exampleMessage } from "../packs/example.js";
import { placeAt, type SourceFile } from "../packs/json.js";
import { lint } from "../packs/lint.js";
import type { Setting } from "../packs/overlay.js";
import { effectsOf } from "../packs/overlay-effect.js";
import type { RuleFile } from "../packs/schema.js";
import { CLOCKS } from "../triage/clocks.js";
import { loadRules } from "./load-rules.js";
import { kindOf, packOf } from "./file-kind.js";
import { overlayFrom, type ReadOverlay } from "./overlay.js";
import { allPacks, besideShipped } from "./packs.js";
import { UsageError } from "./problems.js";
import { readPeople } from "./settings.js";

/** `obiter check`: schema, lint, phrases, and every example of every rule and signal. 0 clean, 1 problems, 2 usage. */
export function check(path: string, strict: boolean): number {
  if (existsSync(path) && !statSync(path).isDirectory()) return checkFile(path);
  const { root, folders, sources, signals, shared, foundation, problems: found } = loadRules(path);
  const problems: Problem[] = [...found, ...lint({ sources, signals, packs: [...besideShipped(sources.map(({ pack }) => pack)), ...(sources.some(({ pack }) => pack.id === "base") ? [] : [shipped.base])], templates: shared.templates.length > 0 ? shared.templates : Object.values(templates), clocks: CLOCK_KEYS.filter((key) => CLOCKS[key].starts !== "event" && CLOCKS[key].unrouted !== true) }, strict)];
  // Packs that cannot be read are not tried; where the base or a signal cannot, none is.
  const unsure = found.some(({ file }) => ["base", "signals"].some((folder) => file?.startsWith(join(root, folder) + sep)));
  const whole = unsure ? [] : sources;
  const own = signals.examples.map(({ label }) => label).filter((label) => label.startsWith("x-"));
  // Nobody is told of an example.
  const [base, ...packs] = [{ ...foundation.base, rules: [...foundation.base.rules, ...[...new Set(own)].map(hears)] }, ...whole.map(({ pack }) => pack).filter(({ id }) => id !== "base")].map((pack) => ({ ...pack, routes: [] }));
  const engine = composeEngine({ ...foundation, base: base! }, { packs });
  let examples = 0;
  // Each pack is tried under its own laws.
  for (const { pack, examples: byRule } of whole) {
    for (const [rule, given] of byRule) {
      const file = join(root, pack.id, "rules", `${rule.split("/")[1]}.json`);
      examples += run(given, (example) => fires(engine, rule, exampleMessage(example), pack.laws), (path, message) => problems.push(failed(file, ["examples", ...path], message)));
    }
  }
  for (const { file, label, lang, ...given } of unsure ? [] : signals.examples) {
    const holds = (text: string): boolean => engine.assess({ text, lang }).findings.some(({ category, severity }) => category === label && atLeast(severity, "low"));
    examples += run(given, holds, (path, message) => problems.push(failed(file, ["examples", ...path], message)));
  }
  const left = folders.filter((folder) => !whole.some(({ pack }) => pack.id === folder));
  const rules = sources.reduce((sum, { pack }) => sum + pack.rules.length, 0);
  return conclude(problems, `${counted(sources.length, "pack")}, ${counted(rules, "rule")}, ${counted(signals.phrases.length, "phrase")}, ${counted(examples, "example")}${left.length === 0 ? "" : ` (not tried: ${left.join(", ")})`}`);
}

function checkFile(path: string): number {
  const file = { path, text: readFileSync(path, "utf8") };
  switch (kindOf(file.text)) {
    case "directory": return checkDirectoryFile(file);
    case "participants": return checkPeopleFile(file);
    case "pack": throw new UsageError(`${path} is part of a pack, and is checked with it: obiter check ${packOf(path) ?? "<folder of the pack>"}`);
    default: return checkOverlayFile(path);
  }
}

/** The overlay against the shipped packs, and every example of its rules. What ended counts as a problem. */
function checkOverlayFile(path: string): number {
  let file: ReadOverlay;
  try {
    file = overlayFrom(path);
  } catch (error) {
    if (error instanceof ObiterError) return conclude(error.problems, "nothing of it can be used");
    throw error;
  }
  const { overlay, problemsWith } = file;
  // On this day every change holds.
  const engine = createEngine({ packs: allPacks, overlay, asOf: "0001-01-01" });
  const problems = problemsWith(engine.problems);
  let examples = 0;
  overlay.changes.forEach((change, i) => {
    if (problems.length > 0 || change.change !== "rule") return;
    const { id, examples: given } = change.add as RuleFile;
    examples += run(given, (example) => fires(engine, id, exampleMessage(example), []), (inside, message) => problems.push(failed(path, ["changes", i, "add", "examples", ...inside], message)));
  });
  const setting: Setting = { base: shipped.base, packs: allPacks, severities: shipped.severities, alerts: {}, phrases: [], channels: shipped.channels };
  const effects = problems.length > 0 ? [] : problemsWith(effectsOf(overlay, setting));
  return conclude([...problems, ...effects], `${counted(overlay.changes.length, "change")}, ${counted(examples, "example")}`);
}

/** The directory, alone and against the routes of the shipped packs. */
function checkDirectoryFile(file: SourceFile): number {
  const { directory, problems, locate } = readDirectory(file);
  const found = directory === undefined ? [] : createEngine({ packs: allPacks, directory }).problems;
  return conclude([...problems, ...found.map((one) => locate(one.path, one.problem))], `${counted(directory?.people.length ?? 0, "person", "people")}, ${counted(Object.keys(directory?.roles ?? {}).length, "office")}`);
}

function checkPeopleFile(file: SourceFile): number {
  const { people, problems } = readPeople(file);
  return conclude(problems, `${counted(people?.people.length ?? 0, "person", "people")}, ${counted(people?.conversations.length ?? 0, "conversation")}`);
}

/** Tries examples, tells which are judged otherwise than they say, and counts them. */
function run<T>({ hit, miss }: { readonly hit: readonly T[]; readonly miss: readonly T[] }, found: (example: T) => boolean, wrong: (path: readonly (string | number)[], message: string) => void): number {
  hit.forEach((example, i) => found(example) || wrong(["hit", i], `hit ${i + 1} is not found`));
  miss.forEach((example, i) => found(example) && wrong(["miss", i], `miss ${i + 1} is found`));
  return hit.length + miss.length;
}

/** Whether a rule stands among those of a finding for the message, under these laws. */
function fires(engine: Engine, rule: string, message: Message, law: readonly Law[]): boolean {
  return engine.assess({ ...message, matter: { law } }).findings.some((finding) => atLeast(finding.severity, "low") && (finding.rule === rule || finding.also?.includes(rule) === true));
}

/** A rule that hears a signal of a pack's own, so that its examples are tried whatever rules read it. */
const hears = (signal: SignalName): Rule => ({ id: `base/${signal}`, title: UNSAID, category: signal, when: { signal }, severity: "low", provisions: [], why: UNSAID, next: UNSAID });
const UNSAID = { en: "", pt: "", es: "" };

const failed = (file: string, path: readonly (string | number)[], message: string): Problem => ({
  code: "check/example", file, ...placeAt(readFileSync(file, "utf8"), path), message, hint: "mend the rule or its signal, or move the example to where it belongs",
});

function conclude(problems: readonly Problem[], checked: string): number {
  for (const problem of problems) process.stdout.write(`${isNote(problem) ? "note: " : ""}${withLine(problem)}\n`);
  const wrong = problems.filter((problem) => !isNote(problem)).length;
  process.stdout.write(`${checked}: ${wrong === 0 ? "all good" : counted(wrong, "problem")}\n`);
  return wrong === 0 ? 0 : 1;
}

/** What a firm may well want, once it knows. */
const isNote = ({ code }: Problem): boolean => code === "overlay/still-told";

/** Longest part of a line that is shown, and how much of it before the place. */
const SHOWN = { length: 100, before: 40 };

/** The problem, and under it the line that it speaks of, with a caret at the place. */
function withLine(problem: Problem): string {
  const { file, line, column = 1 } = problem;
  if (file === undefined) return formatProblem(problem);
  const told = formatProblem({ ...problem, file: relative(process.cwd(), file) || file });
  const source = line === undefined || !existsSync(file) ? undefined : readFileSync(file, "utf8").split("\n")[line - 1];
  if (source === undefined) return told;
  const from = Math.max(0, column - 1 - SHOWN.before);
  return `${told}\n  | ${source.slice(from, from + SHOWN.length).replaceAll("\t", " ")}\n  | ${" ".repeat(column - 1 - from)}^`;
}
