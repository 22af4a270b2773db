import type { Evidence, Signal } from "../core/evidence.js";
import type { Text } from "../core/text.js";
import { reasonsOf } from "./contributions.js";
import { DENSE, featuresOf, MOST_BUCKET_BITS } from "./features.js";
import { createGate } from "./gate.js";
import { identifierSignals } from "./identifier-signals.js";
import { kindsAt } from "./kind.js";
import { MODEL_FORMAT, type LabelModel, type Model } from "./model.js";
import { createScorer, type Scorer } from "./score.js";

export type { Model } from "./model.js";

/** Whether something is a model over the features that this version reads. */
export const isModel = (given: Model): boolean =>
  given?.format === MODEL_FORMAT && typeof given.weights === "string" && given.bucketBits <= MOST_BUCKET_BITS && typeof given.gate?.weights === "string" && Array.isArray(given.labels) && given.labels.every((one: LabelModel) => one?.dense?.length === DENSE.length);

/**
 * From evidence to signals: identifiers speak for `pii` and `credentials`, the classifiers for every other label. The second stage
 * is read from the model, and run, only for messages in which a phrase stands or which the gate lets through.
 */
export function createWeigh(model: Model): (text: Text, evidence: readonly Evidence[]) => Signal[] {
  const scoreAt = model.labels.map(({ slope, shift, threshold }) => (Math.log(threshold / (1 - threshold)) - shift) / slope);
  const gate = createGate(model.gate);
  let scorer: Scorer | undefined;
  return (text, evidence) => {
    const signals = identifierSignals(text, evidence);
    if (!hasPhrase(evidence) && !gate(text.hashes, text.count)) return signals;
    scorer ??= createScorer(model);
    const features = featuresOf(text, evidence, model.bucketBits);
    const scores = scorer.scoresOf(features);
    for (let i = 0; i < scoreAt.length; i++) {
      if (scores[i]! < scoreAt[i]!) continue;
      const labelModel = model.labels[i]!;
      const { label, slope, shift, alert } = labelModel;
      if (signals.some((signal) => signal.label === label && signal.holds)) continue;
      const probability = 1 / (1 + Math.exp(-(slope * scores[i]! + shift)));
      const { contributions, span } = reasonsOf(text, evidence, features, scorer.table, labelModel, i);
      const kinds = kindsAt(label, span, evidence);
      signals.push({ label, holds: true, probability, sure: probability >= alert, spans: [span], contributions, ...(kinds === undefined ? {} : { kinds }) });
    }
    return signals;
  };
}

const hasPhrase = (evidence: readonly Evidence[]): boolean => {
  for (const { kind } of evidence) if (kind === "pattern") return true;
  return false;
};
