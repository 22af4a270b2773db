import { f1 } from "../report/metrics.js";
import { MODEL_FORMAT, type LabelModel, type Model } from "../weigh/model.js";
import { bestThreshold, calibrate } from "./calibrate.js";
import { createFit, type Fitted, type Plan } from "./fit.js";
import type { Lesson } from "./lesson.js";
import { sigmoid } from "./linear.js";
import { LEARNED, WIDTH, type Rows } from "./rows.js";
import { trainGate } from "./train-gate.js";
import { writeWeights } from "./write-weights.js";

/** A label holds where F1 is best; somebody is told only where precision counts twice as much as recall. */
const BETA = { holds: 1, alert: 0.5 };
/** F hardly changes about its best, so that chance would choose how many are told: of the thresholds that reach so much of the best, the highest is taken. */
const NEARLY = 0.99;
/**
 * A day has far more ordinary chat than the corpora: for what somebody is told of, each such message counts as this many. So many that of
 * public chat (text messages, developers' channels, small talk) at most two in a thousand are raised: `npm run train:public`.
 */
const ORDINARY = 40;

/** A model, and by label what it said of each message when it had read nothing by that author: calibrated probabilities. */
export interface Made {
  readonly model: Model;
  readonly probabilities: ReadonlyMap<string, readonly number[]>;
}

/** Cross-validates by author for calibration, thresholds and the gate; then fits on everything. */
export function makeModel(name: string, version: string, lesson: Lesson, plan: Plan): Made {
  const { messages, rows, folds, without, ordinary } = lesson;
  const fit = createFit(rows, messages.length, plan);
  const scores = LEARNED.map(() => new Array<number>(messages.length));
  folds.forEach((own, fold) => {
    const fitted = fit(without(fold));
    for (const i of own) scoreFitted(rows, i, fitted).forEach((score, label) => (scores[label]![i] = score));
  });
  const fitted = fit(Uint32Array.from({ length: rows.count }, (_, i) => i));
  const probabilities = new Map<string, readonly number[]>();
  const labels = LEARNED.map((label, i): LabelModel => {
    const holds = messages.map((message) => message.labels.includes(label));
    const { slope, shift } = calibrate(scores[i]!, holds);
    const own = scores[i]!.map((score) => sigmoid(slope * score + shift));
    probabilities.set(label, own);
    const threshold = bestThreshold(own, holds, BETA.holds);
    const alert = Math.max(threshold, bestThreshold(own, holds, BETA.alert, NEARLY, (message) => (ordinary(message) ? ORDINARY : 1)));
    return { label, bias: fitted.bias[i]!, step: fitted.steps[i]!, denseStep: fitted.denseSteps[i]!, dense: Array.from(fitted.dense).filter((_, cell) => cell % WIDTH === i), slope, shift, threshold, alert };
  });
  const gate = trainGate(lesson, messages.map((_, i) => labels.some(({ label, threshold }) => probabilities.get(label)![i]! >= threshold)));
  return { model: { format: MODEL_FORMAT, name, version, bucketBits: plan.bucketBits, gate, labels, weights: writeWeights(fitted.hashed, WIDTH) }, probabilities };
}

/** Macro-F1 over the labels with a classifier, each message judged by a model that read nothing by its author. */
export function crossValidated({ model, probabilities }: Made, { messages }: Lesson): number {
  const scores = model.labels.map(({ label, threshold }) => {
    const counts = { hit: 0, false: 0, missed: 0 };
    messages.forEach(({ labels }, i) => {
      const found = probabilities.get(label)![i]! >= threshold;
      if (found || labels.includes(label)) counts[!found ? "missed" : labels.includes(label) ? "hit" : "false"]++;
    });
    return f1(counts);
  });
  return scores.reduce((sum, score) => sum + score, 0) / scores.length;
}

/** The scores of row `i`, before calibration. */
export function scoreFitted({ hashed, dense }: Rows, i: number, fitted: Fitted): Float64Array {
  const scores = Float64Array.from(fitted.bias);
  for (let k = hashed.offsets[i]!; k < hashed.offsets[i + 1]!; k++)
    for (let label = 0; label < WIDTH; label++) scores[label]! += fitted.hashed[hashed.at[k]! * WIDTH + label]! * fitted.steps[label]! * hashed.values[k]!;
  for (let k = dense.offsets[i]!; k < dense.offsets[i + 1]!; k++)
    for (let label = 0; label < WIDTH; label++) scores[label]! += fitted.dense[dense.at[k]! * WIDTH + label]! * fitted.denseSteps[label]! * dense.values[k]!;
  return scores;
}
