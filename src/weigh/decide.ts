import type { Evidence, Signal } from "../core/evidence.js";
import type { SignalName } from "../core/label.js";
import type { Sentence, Text } from "../core/text.js";
import { kindsAt } from "./kind.js";

/** Phrases that decide make their signal hold from this weight in one sentence up: one `certain`, or two that are less so. */
const ENOUGH = 3;

const NOTHING: ReadonlySet<SignalName> = new Set();

const isDeciding = (one: Evidence): boolean => one.kind === "pattern" && one.decides === true;

/** Whether a phrase decides or excludes. Each piece of evidence is asked for its kind but once (`features.ts`). */
function hasLastWord(evidence: readonly Evidence[]): boolean {
  for (const one of evidence) {
    const { kind } = one;
    if (kind === "exclusion" || (kind === "pattern" && isDeciding(one))) return true;
  }
  return false;
}

/**
 * The last word of phrases: what decides without a classifier (`x-…` signals, express phrases and terms of the firm) makes its signal hold, and
 * a signal all of whose spans lie in sentences that the firm excluded is dropped. The confidence of such a signal grows with the
 * weight of its phrases and is not calibrated; it is sure, but for labels of which the firm wants nobody to be told (`untold`).
 */
export function decide(signals: readonly Signal[], { sentences }: Pick<Text, "sentences">, evidence: readonly Evidence[], untold: ReadonlySet<SignalName> = NOTHING): readonly Signal[] {
  if (!hasLastWord(evidence)) return signals;
  const deciding = evidence.filter(isDeciding);
  const excluded = evidence.filter((one) => one.kind === "exclusion");
  const said = new Map<SignalName, { sentence: Sentence; weight: number }>();
  for (const sentence of sentences) {
    const weights = new Map<SignalName, number>();
    for (const one of deciding) if (one.kind === "pattern" && one.start >= sentence.start && one.start < sentence.end) weights.set(one.label, (weights.get(one.label) ?? 0) + one.weight);
    for (const [label, weight] of weights) if (weight >= ENOUGH && weight > (said.get(label)?.weight ?? 0)) said.set(label, { sentence, weight });
  }
  const all = [...signals.filter(({ label, sure }) => sure || !said.has(label))];
  for (const [label, { sentence, weight }] of said) {
    if (all.some((signal) => signal.label === label && signal.holds)) continue;
    const contributions = deciding.flatMap((one) => (one.kind === "pattern" && one.label === label ? [{ feature: `pattern:${label}:${one.cue}`, weight: one.weight, span: { start: one.start, end: one.end } }] : []));
    const span = { start: sentence.start, end: sentence.end };
    const kinds = kindsAt(label, span, evidence);
    all.push({ label, holds: true, probability: Math.min(0.95, 1 - 2 ** -weight), sure: !untold.has(label), spans: [span], contributions, ...(kinds === undefined ? {} : { kinds }) });
  }
  return all.filter(({ label, spans }) => !spans.every((span) => excluded.some((one) => one.label === label && one.start <= span.start && span.end <= one.end)));
}
