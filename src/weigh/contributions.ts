import { firstWhere } from "../core/first-where.js";
import type { Contribution, Evidence } from "../core/evidence.js";
import type { Span } from "../core/span.js";
import type { Sentence, Text } from "../core/text.js";
import { DENSE, denseNumber, letterValue, MOST_PLACES, wordValue, type Features } from "./features.js";
import type { LabelModel } from "./model.js";
import { rowAt, weightIn, type WeightTable } from "./weight-table.js";

/** Contributions that are shown, at most. */
const SHOWN = 6;

/** By place of a feature (`Features.places`): what stands there says for a label. Empty between messages. */
const sums = new Float64Array(MOST_PLACES);
const touched = new Uint8Array(MOST_PLACES);
const places = new Int32Array(MOST_PLACES);

/** Why a label holds. */
export interface Reasons {
  /** What moved it, strongest first. Names say the kind of feature; the words are in the span. */
  readonly contributions: readonly Contribution[];
  /** The sentence that speaks most for it. */
  readonly span: Span;
}

/** What moved one label, and where. */
export function reasonsOf({ tokens, sentences }: Text, evidence: readonly Evidence[], features: Features, table: WeightTable, { step, denseStep, dense }: LabelModel, label: number): Reasons {
  const [word, letter] = [wordValue(features), letterValue(features)];
  let count = 0;
  for (let i = 0; i < features.count; i++) {
    const row = rowAt(table, features.buckets[i]!);
    if (row < 0) continue;
    const weight = weightIn(table.rows, row, label);
    if (weight === 0) continue;
    const place = features.places[i]!;
    if (touched[place] === 0) places[count++] = place;
    touched[place] = 1;
    sums[place]! += weight * step * (i < features.words ? word : letter);
  }
  const contributions: Contribution[] = [];
  /** In hundredths, so that their order does not matter. */
  const bySentence = new Array<number>(sentences.length).fill(0);
  const put = (feature: string, hundredths: number, start: number, end: number): void => {
    if (hundredths === 0) return;
    if (end > start) {
      const i = firstWhere(sentences.length - 1, (at) => sentences[at]!.end > start);
      if (start >= sentences[i]!.start && end <= sentences[i]!.end) bySentence[i]! += hundredths;
    }
    const weight = hundredths / 100;
    const at = firstWhere(contributions.length, (i) => isBefore(weight, start, end, feature, contributions[i]!));
    if (at === SHOWN) return;
    contributions.splice(at, 0, end > start ? { feature, weight, span: { start, end } } : { feature, weight });
    if (contributions.length > SHOWN) contributions.pop();
  };
  for (let i = 0; i < count; i++) {
    const place = places[i]!;
    const last = place >> 1;
    put("words", inHundredths(sums[place]!), tokens[last - (place & 1)]!.start, tokens[last]!.end);
    sums[place] = touched[place] = 0;
  }
  for (let j = 0; j < features.presentCount; j++) {
    const number = features.present[j]!;
    const source = evidence.find((one) => denseNumber(one) === number);
    put(DENSE[number]!, inHundredths(features.dense[number]! * dense[number]! * denseStep), source?.start ?? 0, source?.end ?? 0);
  }
  return { contributions, span: strongest(sentences, bySentence) };
}

const inHundredths = (sum: number): number => Math.round(sum * 100);

/** Whether a contribution is shown before another: the stronger, then what stands first. */
function isBefore(weight: number, start: number, end: number, feature: string, other: Contribution): boolean {
  const order = Math.abs(other.weight) - Math.abs(weight) || start - (other.span?.start ?? 0) || end - (other.span?.end ?? 0);
  return order < 0 || (order === 0 && feature < other.feature);
}

function strongest(sentences: readonly Sentence[], sums: readonly number[]): Span {
  let best = 0;
  for (let i = 1; i < sums.length; i++) if (sums[i]! > sums[best]!) best = i;
  const { start, end } = sentences[best]!;
  return { start, end };
}
