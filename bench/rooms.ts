/** What subjects time on its own, bundled by `npm run bench` into `.cache/bench/rooms.js`. */
import { identifiers } from "../src/generated/identifiers.js";
import { model } from "../src/generated/model.js";
import { signals } from "../src/generated/signals.js";
import { triggers } from "../src/generated/triggers.js";
import { glance } from "../src/prepare/glance.js";
import { prepare } from "../src/prepare/prepare.js";
import { compilePhrases } from "../src/scan/compile.js";
import { createFind } from "../src/scan/find.js";
import { createMayIdentify, openTriggers } from "../src/scan/identifier-triggers.js";
import { createIdentify } from "../src/scan/identify.js";
import type { Identifier } from "../src/scan/identifier.js";
import { PhraseError, type Vocabulary } from "../src/scan/phrase.js";
import { createScan } from "../src/scan/scan.js";

export { featuresOf } from "../src/weigh/features.js";
export { createGate } from "../src/weigh/gate.js";
export { createScorer } from "../src/weigh/score.js";
export { createWeigh } from "../src/weigh/weigh.js";
export { glance, model, prepare };

const opened = openTriggers(triggers);
export const identify = createIdentify(identifiers, opened);
export const mayIdentify = createMayIdentify(opened);

/** What validators and telephone numbers are asked over texts: the questions as they were put, to be asked again. */
export function questionsIn(texts: readonly string[]): (() => unknown)[] {
  const asked: (() => unknown)[] = [];
  const noted = <Args extends unknown[], Answer>(ask: (...args: Args) => Answer) => (...args: Args): Answer => {
    asked.push(() => ask(...args));
    return ask(...args);
  };
  const listening = (one: Identifier): Identifier => ("check" in one && one.check !== undefined ? { ...one, check: noted(one.check) } : "read" in one && one.type === "phone" ? { ...one, read: noted(one.read) } : one);
  const listen = createIdentify(identifiers.map((make) => () => listening(make())), opened);
  for (const text of texts) listen(prepare(text));
  return asked;
}
export const scan = createScan(signals, identify);

const refuse = (): never => {
  throw new PhraseError("literals have no lists and no stems", "write words");
};
const PLAIN: Vocabulary = { list: refuse, stem: refuse };

/** The full scan stage over literals and patterns of one's own, read as the engine reads: says how many stand in a text, each with its span. */
export function finderOf(literals: readonly string[], patterns: readonly string[]): (text: string) => number {
  const sources = [...literals, ...patterns.map((pattern) => `/${pattern.replaceAll("/", "\\/")}/`)].map((phrase) => ({ phrase, lang: "en" as const, meaning: { kind: "pattern" as const, label: "bribery" as const, weight: 1 } }));
  const { tables, problems } = compilePhrases(sources, PLAIN);
  if (problems.length > 0) throw new Error(`${problems.length} entries were refused: ${problems[0]!.problem.message}`);
  const find = createFind(tables);
  return (text) => {
    let spans = 0;
    find(prepare(text, glance(text)), () => spans++);
    return spans;
  };
}
