import { writeFileSync } from "node:fs";
import { LABELS, type Label } from "../core/label.js";
import type { Channel, Direction, Role } from "../core/message.js";
import { composeEngine } from "../engine.js";
import { base } from "../generated/base.js";
import { identifiers } from "../generated/identifiers.js";
import { signals } from "../generated/signals.js";
import { prepare } from "../prepare/prepare.js";
import { measure, type Metrics } from "../report/metrics.js";
import { createIdentify } from "../scan/identify.js";
import { createScan } from "../scan/scan.js";
import { BUCKET_BITS, featuresOf, type Features } from "../weigh/features.js";
import { encodeWeights, type LabelModel, type Model } from "../weigh/model.js";
import { writeCard } from "./card.js";
import { bestThreshold, calibrate } from "./calibrate.js";
import { HOLDOUT, readCorpus, type LabelledMessage } from "./corpus.js";
import { evade } from "./evade.js";
import { readExamples } from "./examples.js";
import { rarityOf } from "./rarity.js";
import { scoreRow, sigmoid, trainLinear, type Settings } from "./linear.js";

/**
 * Trains the default model: `npm run train`. Deterministic: the same corpora give the same bytes. Calibration and thresholds
 * come from cross-validation by author, so that no author is judged by a model that has read another file of theirs. The
 * examples of rules and signals are learnt from, each for its own label, and never judged.
 */

const FOLDER = "rules/models/default";
/** Weights kept per label: more grows the package, and hardly the accuracy. */
const KEPT = 32000;
/** A label holds where F1 is best; somebody is told only where precision counts twice as much as recall. */
const BETA = { holds: 1, alert: 0.5 };
const SETTINGS: Settings = { buckets: 1 << BUCKET_BITS, cost: 0.5, positive: 3, epochs: 30, tolerance: 0.1 };
/** An example of a rule counts as much as this many messages: it was written to say what is meant. */
const EXAMPLE_WEIGHT = 4;
/** `pii` is decided by identifiers alone. */
const LEARNED: readonly Label[] = LABELS.filter((label) => label !== "pii");

const scan = createScan(signals, createIdentify(identifiers));
const read = (message: string): Features => {
  const text = prepare(message);
  return featuresOf(text, scan(text));
};

const corpus = readCorpus(`${FOLDER}/corpus`);
const training = corpus.filter(({ author }) => author !== HOLDOUT);
const composed = training.flatMap(({ author, lang, messages: all }) => all.map((message) => ({ author: `${lang}-${author}`, message, features: read(message.text) })));
const rarity = rarityOf(composed.map(({ features }) => features), SETTINGS.buckets);
const messages = composed.map(({ author, message, features }) => ({ author, message, row: rarity.rowOf(features) }));
const examples = readExamples().map(({ label, text, holds }) => ({ label, holds, row: rarity.rowOf(read(text), EXAMPLE_WEIGHT) }));
const authors = [...new Set(messages.map(({ author }) => author))];
const FOLDS = 5;
const foldOf = new Map(authors.map((author, i) => [author, i % FOLDS]));
process.stderr.write(`${messages.length} messages by ${authors.length} authors, ${examples.length} examples\n`);

const labels: LabelModel[] = LEARNED.map((label) => {
  const holds = messages.map(({ message }) => message.labels.includes(label));
  const taught = examples.filter((example) => example.label === label);
  const train = (chosen: readonly number[]) =>
    trainLinear([...chosen.map((i) => messages[i]!.row), ...taught.map(({ row }) => row)], Uint8Array.from([...chosen.map((i) => holds[i]!), ...taught.map((example) => example.holds)], Number), SETTINGS);
  const scores = new Array<number>(messages.length);
  for (let fold = 0; fold < FOLDS; fold++) {
    const weights = train(messages.flatMap(({ author }, i) => (foldOf.get(author) === fold ? [] : [i])));
    messages.forEach(({ author, row }, i) => {
      if (foldOf.get(author) === fold) scores[i] = scoreRow(row, weights);
    });
  }
  const { slope, shift } = calibrate(scores, holds);
  const probabilities = scores.map((score) => sigmoid(slope * score + shift));
  const threshold = bestThreshold(probabilities, holds, BETA.holds);
  const alert = Math.max(threshold, bestThreshold(probabilities, holds, BETA.alert));
  const weights = train(messages.map((_, i) => i));
  process.stderr.write(`${label}: ${holds.filter(Boolean).length} positives, holds from ${threshold}, alerts from ${alert}\n`);
  return { label, bias: Number(weights.bias.toPrecision(6)), ...encodeWeights(rarity.fold(weights.hashed), rarity.messages, KEPT), dense: Array.from(weights.dense, (weight) => Math.round(weight * 1000) / 1000), slope, shift, threshold, alert };
});

const model: Model = { name: "default", version: "0.1.0", bucketBits: BUCKET_BITS, labels };
const json = `${JSON.stringify(model, null, 1)}\n`;
writeFileSync(`${FOLDER}/model.json`, json);

const engine = composeEngine({ base: base.pack, severities: base.severities, calendars: [], tables: signals, identify: createIdentify(identifiers), mayIdentify: () => true, model }, { packs: [] });
const holdout = new Map<string, { plain: Metrics; evaded: Metrics }>();
const judge = (rows: readonly LabelledMessage[], lang: string, rewrite: (text: string, i: number) => string): Metrics =>
  measure(
    rows.map(({ id, text: original, role, direction, channel, labels: truth, entities = [] }, i) => {
      const text = rewrite(original, i);
      return { text, lang, labels: truth, entities, assessment: engine.assess({ id, text, sender: { id: "sender", role: role as Role }, direction: direction as Direction, channel: channel as Channel }) };
    }),
  );
for (const lang of new Set(corpus.map((file) => file.lang))) {
  const rows = corpus.filter((file) => file.lang === lang && file.author === HOLDOUT).flatMap((file) => file.messages);
  holdout.set(lang, { plain: judge(rows, lang, (text) => text), evaded: judge(rows.filter(({ labels: truth }) => truth.length > 0), lang, evade) });
}
writeFileSync(`${FOLDER}/card.md`, writeCard(model.name, model.version, training, holdout, json.length));
