import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { LABELS, type Label } from "../core/label.js";
import { prepare } from "../prepare/prepare.js";
import { createScan } from "../scan/scan.js";
import { createIdentify } from "../scan/identify.js";
import { BUCKET_BITS, featuresOf } from "../weigh/features.js";
import { encodeWeights, type LabelModel, type Model } from "../weigh/model.js";
import { bestThreshold, calibrate } from "./calibrate.js";
import { HOLDOUT, readCorpus, type CorpusFile } from "./corpus.js";
import { scoreRow, sigmoid, trainLinear, type Row, type Settings } from "./linear.js";
import { signals } from "../generated/signals.js";
import { identifiers } from "../generated/identifiers.js";

/**
 * Trains the default model: `npm run train`. Deterministic: the same corpora give the same bytes. Calibration and thresholds
 * come from cross-validation by author, so that no author is judged by a model that has read another file of theirs.
 */

const FOLDER = "rules/models/default";
/** Heaviest weights kept per label: more grows the package, and hardly the accuracy. */
const KEPT = 8000;
/** A false alarm costs more than a miss. */
const BETA = 0.8;
const SETTINGS: Settings = { buckets: 1 << BUCKET_BITS, cost: 0.5, positive: 3, epochs: 60, tolerance: 0.1 };
/** `pii` is decided by identifiers alone. */
const LEARNED: readonly Label[] = LABELS.filter((label) => label !== "pii");

const scan = createScan(signals, createIdentify(identifiers));
const rowOf = (message: string): Row => {
  const text = prepare(message);
  return featuresOf(text, scan(text));
};

const files: CorpusFile[] = readCorpus(`${FOLDER}/corpus`).filter(({ author }) => author !== HOLDOUT);
const messages = files.flatMap(({ author, lang, messages: all }) => all.map((message) => ({ author: `${lang}-${author}`, message, row: rowOf(message.text) })));
const authors = [...new Set(messages.map(({ author }) => author))];
/** Authors are dealt to folds so that every language stands in every fold. */
const FOLDS = 5;
const foldOf = new Map(authors.map((author, i) => [author, i % FOLDS]));
process.stderr.write(`${messages.length} messages by ${authors.length} authors\n`);

const labels: LabelModel[] = LEARNED.map((label) => {
  const holds = messages.map(({ message }) => message.labels.includes(label));
  const scores = new Array<number>(messages.length);
  for (let fold = 0; fold < FOLDS; fold++) {
    const inside = messages.flatMap(({ author }, i) => (foldOf.get(author) === fold ? [] : [i]));
    const weights = trainLinear(inside.map((i) => messages[i]!.row), Uint8Array.from(inside, (i) => Number(holds[i])), SETTINGS);
    messages.forEach(({ author, row }, i) => {
      if (foldOf.get(author) === fold) scores[i] = scoreRow(row, weights);
    });
  }
  const { slope, shift } = calibrate(scores, holds);
  const threshold = bestThreshold(scores.map((score) => sigmoid(slope * score + shift)), holds, BETA);
  const weights = trainLinear(messages.map(({ row }) => row), Uint8Array.from(holds, Number), SETTINGS);
  process.stderr.write(`${label}: ${holds.filter(Boolean).length} positives, threshold ${threshold}\n`);
  return { label, bias: Number(weights.bias.toPrecision(6)), ...encodeWeights(weights.hashed, KEPT), dense: Array.from(weights.dense, (weight) => Math.round(weight * 1000) / 1000), slope, shift, threshold };
});

const model: Model = { name: "default", version: "0.1.0", bucketBits: BUCKET_BITS, labels };
if (!existsSync(FOLDER)) mkdirSync(FOLDER, { recursive: true });
writeFileSync(`${FOLDER}/model.json`, `${JSON.stringify(model, null, 1)}\n`);
