import { existsSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { formatProblem, type Problem } from "../core/problem.js";
import { atLeast } from "../core/severity.js";
import { createEngine } from "../create-engine.js";
import type { Engine } from "../engine.js";
import { exampleMessage } from "../packs/example.js";
import { groupFiles, readPack, type PackSource } from "../packs/pack.js";
import type { RuleExample, RuleFile } from "../packs/schema.js";
import { readSignals } from "../packs/signals.js";
import { lint } from "../packs/lint.js";
import { compilePhrases } from "../scan/compile.js";
import { stem } from "../train/stem.js";
import { overlayFrom } from "./overlay.js";
import { allPacks } from "./packs.js";
import { readFolder } from "./read-folder.js";
import { UsageError } from "./problems.js";

/** `obiter check`: schema, lint, phrases, and every example of every rule and signal. 0 clean, 1 problems, 2 usage. */
export function check(path: string, strict: boolean): number {
  if (!existsSync(path)) throw new UsageError(`there is no folder ${path}: give a pack, a folder of packs, or an overlay`);
  if (!statSync(path).isDirectory()) return checkOverlayFile(path);
  const folder = resolve(path);
  const root = existsSync(join(folder, "pack.json")) ? dirname(folder) : folder;
  const files = readFolder(folder, ".json");
  const { packs, signals } = groupFiles(root, files);
  if (packs.size === 0 && signals.length === 0) throw new UsageError(`there is no pack in ${path}: a pack is a folder with a pack.json`);
  const problems: Problem[] = [];
  const sources: PackSource[] = [];
  for (const [name, inside] of packs) {
    const { source, problems: found } = readPack(join(root, name), inside);
    problems.push(...found);
    if (source !== undefined) sources.push(source);
  }
  const read = readSignals(signals);
  problems.push(...read.problems, ...compilePhrases(read.phrases, { list: (name, lang) => read.words.get(name)?.get(lang), stem }).problems);
  problems.push(...sources.flatMap((source) => lint(source, strict)));

  let examples = 0;
  // What is wrong in itself is told before it is tried.
  for (const { pack, examples: byRule } of problems.length > 0 ? [] : sources) {
    const engine = createEngine({ packs: pack.id === "base" ? [] : [pack], law: pack.laws });
    for (const [rule, { hit, miss }] of byRule) {
      const file = join(root, pack.id, "rules", `${rule.split("/")[1]}.json`);
      hit.forEach((example, i) => { examples++; if (!fires(engine, rule, example)) problems.push(failed(file, `examples.hit[${i}] (${example.lang}) does not fire the rule`)); });
      miss.forEach((example, i) => { examples++; if (fires(engine, rule, example)) problems.push(failed(file, `examples.miss[${i}] (${example.lang}) fires the rule`)); });
    }
  }
  const plain = createEngine({ packs: [] });
  for (const { file, label, lang, hit, miss } of read.examples) {
    const holds = (text: string): boolean => plain.assess({ text, lang }).findings.some(({ category, severity }) => category === label && atLeast(severity, "low"));
    hit.forEach((text, i) => { examples++; if (!holds(text)) problems.push(failed(file, `examples.hit[${i}] is not found`)); });
    miss.forEach((text, i) => { examples++; if (holds(text)) problems.push(failed(file, `examples.miss[${i}] is found`)); });
  }
  for (const problem of problems) tell(problem);
  const rules = sources.reduce((sum, { pack }) => sum + pack.rules.length, 0);
  process.stdout.write(`${sources.length} packs, ${rules} rules, ${read.phrases.length} phrases, ${examples} examples: ${problems.length === 0 ? "all good" : `${problems.length} problems`}\n`);
  return problems.length === 0 ? 0 : 1;
}

/** The overlay against the shipped packs, and every example of its rules. What ended counts as a problem. */
function checkOverlayFile(path: string): number {
  const { overlay, problemsWith } = overlayFrom(path);
  // On this day every change holds.
  const engine = createEngine({ packs: allPacks, overlay, asOf: "0001-01-01" });
  const problems = problemsWith(engine.problems);
  let examples = 0;
  for (const change of problems.length > 0 ? [] : overlay.changes) {
    if (change.change !== "rule") continue;
    const { id, examples: { hit, miss } } = change.add as RuleFile;
    const run = (kind: "hit" | "miss", list: readonly RuleExample[], wrong: (fired: boolean) => boolean): void => list.forEach((example, i) => { examples++; if (wrong(fires(engine, id, example))) problems.push(failed(path, `${id}: examples.${kind}[${i}] (${example.lang}) ${kind === "hit" ? "does not fire" : "fires"} the rule`)); });
    run("hit", hit, (fired) => !fired);
    run("miss", miss, (fired) => fired);
  }
  for (const problem of problems) tell(problem);
  process.stdout.write(`${overlay.changes.length} changes, ${examples} examples: ${problems.length === 0 ? "all good" : `${problems.length} problems`}\n`);
  return problems.length === 0 ? 0 : 1;
}

const tell = (problem: Problem): void => void process.stdout.write(`${formatProblem(problem.file === undefined ? problem : { ...problem, file: relative(process.cwd(), problem.file) || problem.file })}\n`);

const failed = (file: string, message: string): Problem => ({ code: "check/example", file, message, hint: "mend the rule or its signal, or move the example to where it belongs" });

/** Whether a rule stands among those of a finding for the example. */
function fires(engine: Engine, rule: string, example: RuleExample): boolean {
  return engine.assess(exampleMessage(example)).findings.some((finding) => atLeast(finding.severity, "low") && (finding.rule === rule || finding.also?.includes(rule) === true));
}
