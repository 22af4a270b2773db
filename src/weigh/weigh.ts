import type { Contribution, Evidence, IdentifierEvidence, Signal } from "../core/evidence.js";
import { isNoted, SECRET_TYPES, WEAK_TYPES, type Label } from "../core/label.js";
import type { Span } from "../core/span.js";
import type { Text } from "../core/text.js";
import { DENSE, featuresOf, type Features } from "./features.js";
import { kindAt } from "./kind.js";
import { decodeWeights, type BucketTable, type Model } from "./model.js";

export type { Model } from "./model.js";

/** Contributions that are shown with a signal, at most. */
const SHOWN = 6;

/** From evidence to signals: identifiers speak for `pii` and `credentials`, the classifiers for every other label. */
export function createWeigh(model: Model): (text: Text, evidence: readonly Evidence[]) => Signal[] {
  let table: BucketTable | undefined;
  return (text, evidence) => {
    const signals = identifierSignals(evidence.filter((one) => one.kind === "identifier"));
    if (text.tokens.length === 0) return signals;
    table ??= decodeWeights(model);
    const features = featuresOf(text, evidence);
    const scores = scoresOf(model, table, features);
    model.labels.forEach(({ label, slope, shift, threshold, alert }, i) => {
      const probability = sigmoid(slope * scores[i]! + shift);
      if (probability < threshold || signals.some((signal) => signal.label === label && signal.holds)) return;
      const contributions = contributionsOf(model, table!, features, evidence, i);
      const span = strongestSentence(text, contributions);
      const kind = kindAt(label, span, evidence);
      signals.push({ label, holds: true, probability, sure: probability >= alert, spans: [span], contributions: contributions.slice(0, SHOWN), ...(kind === undefined ? {} : { kind }) });
    });
    return signals;
  };
}

const sigmoid = (score: number): number => 1 / (1 + Math.exp(-score));

/** The log-odds of every label of a model, before calibration. */
export function scoresOf({ labels }: Model, { offsets, labels: owners, weights }: BucketTable, { buckets, values, count, dense }: Features): Float64Array {
  const scores = Float64Array.from(labels, ({ bias }) => bias);
  for (let i = 0; i < count; i++) {
    const bucket = buckets[i]!;
    for (let k = offsets[bucket]!; k < offsets[bucket + 1]!; k++) scores[owners[k]!]! += weights[k]! * values[i]!;
  }
  for (let j = 0; j < dense.length; j++) {
    if (dense[j] === 0) continue;
    for (let i = 0; i < labels.length; i++) scores[i]! += labels[i]!.dense[j]! * dense[j]!;
  }
  return scores;
}

/** What moved one label, strongest first. Names say the kind of feature; the words are in the span. */
function contributionsOf({ labels }: Model, { offsets, labels: owners, weights }: BucketTable, features: Features, evidence: readonly Evidence[], label: number): Contribution[] {
  const bySpan = new Map<string, { feature: string; weight: number; span: Span }>();
  for (let i = 0; i < features.count; i++) {
    const bucket = features.buckets[i]!;
    for (let k = offsets[bucket]!; k < offsets[bucket + 1]!; k++) {
      if (owners[k] !== label) continue;
      const span = { start: features.starts[i]!, end: features.ends[i]! };
      const key = `${span.start} ${span.end}`;
      const entry = bySpan.get(key) ?? { feature: "words", weight: 0, span };
      entry.weight += weights[k]! * features.values[i]!;
      bySpan.set(key, entry);
    }
  }
  const contributions: Contribution[] = [...bySpan.values()];
  const { dense } = labels[label]!;
  for (let j = 0; j < dense.length; j++) {
    if (features.dense[j] === 0 || dense[j] === 0) continue;
    const feature = DENSE[j]!;
    const source = evidence.find((one) => one.kind !== "kind" && one.kind !== "exclusion" && feature === (one.kind === "pattern" ? `pattern:${one.label}:${one.cue}` : one.kind === "cue" ? `cue:${one.setting}` : `identifier:${one.entity}`));
    contributions.push({ feature, weight: features.dense[j]! * dense[j]!, ...(source === undefined ? {} : { span: { start: source.start, end: source.end } }) });
  }
  return contributions
    .map((one) => ({ ...one, weight: Math.round(one.weight * 100) / 100 }))
    .filter(({ weight }) => weight !== 0)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || (a.span?.start ?? 0) - (b.span?.start ?? 0) || (a.span?.end ?? 0) - (b.span?.end ?? 0) || (a.feature < b.feature ? -1 : 1));
}

/** The sentence that speaks most for the label. */
function strongestSentence({ sentences }: Text, contributions: readonly Contribution[]): Span {
  let best = sentences[0]!;
  let most = -Infinity;
  for (const sentence of sentences) {
    let sum = 0;
    for (const { span, weight } of contributions) if (span !== undefined && span.start >= sentence.start && span.end <= sentence.end) sum += weight;
    if (sum > most) [best, most] = [sentence, sum];
  }
  return { start: best.start, end: best.end };
}

/** One signal an identifier. A lone name or address is noted, unless they stand together or beside another identifier; so is a type that makes no label. */
function identifierSignals(identifiers: readonly IdentifierEvidence[]): Signal[] {
  const types = new Set(identifiers.map(({ entity }) => entity));
  const strong = identifiers.some(({ entity }) => !WEAK_TYPES.includes(entity) && !SECRET_TYPES.includes(entity) && !isNoted(entity));
  const together = WEAK_TYPES.every((type) => types.has(type));
  return identifiers.map(({ entity, subtype, confidence, start, end }) => {
    const label: Label = SECRET_TYPES.includes(entity) ? "credentials" : "pii";
    const holds = label === "credentials" || (!isNoted(entity) && (strong || together));
    return { label, holds, probability: confidence, sure: true, spans: [{ start, end }], contributions: [], entity, ...(subtype === undefined ? {} : { subtype }) };
  });
}
