import { firstWhere } from "../core/first-where.js";
import type { Contribution, Evidence } from "../core/evidence.js";
import type { Span } from "../core/span.js";
import type { Text } from "../core/text.js";
import { DENSE, denseNumber, letterValue, MOST_PLACES, wordValue, type Features } from "./features.js";
import type { LabelModel } from "./model.js";
import { rowAt, type WeightTable } from "./weight-table.js";

/** By place of a feature (`Features.places`): what stands there says for a label. Empty between messages. */
const sums = new Float64Array(MOST_PLACES);
const touched = new Uint8Array(MOST_PLACES);

/** What moved one label, strongest first. Names say the kind of feature; the words are in the span. */
export function contributionsOf({ tokens }: Text, evidence: readonly Evidence[], features: Features, table: WeightTable, { step, denseStep, dense }: LabelModel, label: number): Contribution[] {
  const { cells, labelOf, weightOf } = table;
  const [word, letter] = [wordValue(features), letterValue(features)];
  const places: number[] = [];
  for (let i = 0; i < features.count; i++) {
    const row = rowAt(table, features.buckets[i]!);
    if (row < 0) continue;
    for (let k = row + cells[row]!; k > row; k--) {
      if (labelOf[cells[k]!] !== label) continue;
      const place = features.places[i]!;
      if (touched[place] === 0) places.push(place);
      touched[place] = 1;
      sums[place]! += weightOf[cells[k]!]! * step * (i < features.words ? word : letter);
      break;
    }
  }
  const contributions: Contribution[] = [];
  const put = (feature: string, sum: number, span: Span | undefined): void => {
    const weight = Math.round(sum * 100) / 100;
    if (weight !== 0) contributions.push(span === undefined ? { feature, weight } : { feature, weight, span });
  };
  for (const place of places) {
    const last = place >> 1;
    put("words", sums[place]!, { start: tokens[last - (place & 1)]!.start, end: tokens[last]!.end });
    sums[place] = touched[place] = 0;
  }
  for (let j = 0; j < features.presentCount; j++) {
    const number = features.present[j]!;
    const source = evidence.find((one) => denseNumber(one) === number);
    put(DENSE[number]!, features.dense[number]! * dense[number]! * denseStep, source === undefined ? undefined : { start: source.start, end: source.end });
  }
  return contributions.sort(
    (a, b) => Math.abs(b.weight) - Math.abs(a.weight) || (a.span?.start ?? 0) - (b.span?.start ?? 0) || (a.span?.end ?? 0) - (b.span?.end ?? 0) || (a.feature < b.feature ? -1 : 1),
  );
}

/** The sentence that speaks most for the label. */
export function strongestSentence({ sentences }: Text, contributions: readonly Contribution[]): Span {
  const sums = new Float64Array(sentences.length);
  for (const { span, weight } of contributions) {
    if (span === undefined) continue;
    const i = firstWhere(sentences.length - 1, (at) => sentences[at]!.end > span.start);
    if (span.start >= sentences[i]!.start && span.end <= sentences[i]!.end) sums[i]! += weight;
  }
  const { start, end } = sentences[sums.reduce((best, sum, i) => (sum > sums[best]! ? i : best), 0)]!;
  return { start, end };
}
