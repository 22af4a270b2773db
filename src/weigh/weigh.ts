import type { Evidence, Signal } from "../core/evidence.js";
import type { Label } from "../core/label.js";
import type { Text } from "../core/text.js";
import type { Written } from "../core/written.js";
import { MOST_BUCKET_BITS } from "./block.js";
import { reasonsOf } from "./contributions.js";
import { DENSE, featuresOf, type Features } from "./features.js";
import { createGate } from "./gate.js";
import { identifierSignals } from "./identifier-signals.js";
import { kindsAt } from "./kind.js";
import { MODEL_FORMAT, type LabelModel, type Model } from "./model.js";
import { createScorer, type Scorer } from "./score.js";
import type { WeightTable } from "./weight-table.js";

export type { Model } from "./model.js";

/** Whether something is a model over the features that this version reads. */
export const isModel = (given: Model): boolean =>
  given?.format === MODEL_FORMAT && typeof given.weights === "string" && given.bucketBits <= MOST_BUCKET_BITS && typeof given.gate?.weights === "string" && Array.isArray(given.labels) && given.labels.length > 0 && given.labels.every((one: LabelModel) => one?.dense?.length === DENSE.length);

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
    for (let i = 0; i < scoreAt.length; i++) if (scores[i]! >= scoreAt[i]! && !holds(signals, model.labels[i]!.label)) signals.push(signalOf(text, evidence, features, scorer.table, model.labels[i]!, i, scores[i]!));
    return signals;
  };
}

const holds = (signals: readonly Signal[], label: Label): boolean => signals.some((signal) => signal.label === label && signal.holds);

/** That a label holds, how sure that is, and why. */
function signalOf(text: Text, evidence: readonly Evidence[], features: Features, table: WeightTable, model: LabelModel, index: number, score: number): Signal {
  const { label, slope, shift, alert } = model;
  const probability = 1 / (1 + Math.exp(-(slope * score + shift)));
  const { contributions, span } = reasonsOf(text, evidence, features, table, model, index);
  const kinds = kindsAt(label, span, evidence);
  const signal: Written<Signal> = { label, holds: true, probability, sure: probability >= alert, spans: [span], contributions };
  if (kinds !== undefined) signal.kinds = kinds;
  return signal;
}

const hasPhrase = (evidence: readonly Evidence[]): boolean => {
  for (const { kind } of evidence) if (kind === "pattern") return true;
  return false;
};
