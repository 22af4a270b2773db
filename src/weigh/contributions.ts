import type { Contribution, Evidence } from "../core/evidence.js";
import type { Span } from "../core/span.js";
import type { Sentence, Text } from "../core/text.js";
import type { Block } from "./block.js";
import { DENSE, letterValue, MOST_PLACES, NOWHERE, wordValue, type Features } from "./features.js";
import type { LabelModel } from "./model.js";
import { rowAt, weightIn, type WeightTable } from "./weight-table.js";

/** Contributions that are shown, at most. */
const SHOWN = 6;

/** By place of a feature (`Block.places`): what stands there says for a label. Empty between messages. */
const sums = new Float64Array(MOST_PLACES);
/** By sentence, what is said in it, in hundredths, so that their order does not matter; longer messages have a list of their own. */
const bySentence = new Float64Array(64);
/** What moved the label most, strongest first: hundredths, where it stands, and the number in `DENSE`, or `WORDS`. */
const shown = { count: 0, hundredths: new Float64Array(SHOWN), starts: new Int32Array(SHOWN), ends: new Int32Array(SHOWN), features: new Int32Array(SHOWN) };
const WORDS = -1;
const nameOf = (feature: number): string => (feature === WORDS ? "words" : DENSE[feature]!);

/** Why a label holds. */
export interface Reasons {
  /** What moved it, strongest first. Names say the kind of feature; the words are in the span. */
  readonly contributions: readonly Contribution[];
  /** The sentence that speaks most for it. */
  readonly span: Span;
}

/** What moved one label, and where. */
export function reasonsOf(text: Text, evidence: readonly Evidence[], features: Features, table: WeightTable, { step, denseStep, dense }: LabelModel, label: number): Reasons {
  const { sentences } = text;
  gather(features.words, wordValue(features), table, step, label);
  gather(features.letters, letterValue(features), table, step, label);
  const said = sentences.length > bySentence.length ? new Float64Array(sentences.length) : bySentence.fill(0);
  shown.count = 0;
  for (let place = 0, end = Math.min(2 * text.count, MOST_PLACES); place < end; place++) {
    if (sums[place] === 0) continue;
    const last = place >> 1;
    put(WORDS, inHundredths(sums[place]!), text.startOf(last - (place & 1)), text.endOf(last), sentences, said);
    sums[place] = 0;
  }
  for (let j = 0; j < features.presentCount; j++) {
    const number = features.present[j]!;
    const source = features.sources[j]! === NOWHERE ? undefined : evidence[features.sources[j]!];
    put(number, inHundredths(features.dense[number]! * dense[number]! * denseStep), source?.start ?? 0, source?.end ?? 0, sentences, said);
  }
  const contributions: Contribution[] = [];
  for (let i = 0; i < shown.count; i++) {
    const feature = nameOf(shown.features[i]!);
    const weight = shown.hundredths[i]! / 100;
    const start = shown.starts[i]!;
    const end = shown.ends[i]!;
    contributions.push(end > start ? { feature, weight, span: { start, end } } : { feature, weight });
  }
  return { contributions, span: strongest(sentences, said) };
}

/** Adds what the features of a block say to their places. */
function gather({ buckets, places, count }: Block, value: number, table: WeightTable, step: number, label: number): void {
  for (let i = 0; i < count; i++) sums[places[i]!]! += weightIn(table.rows, rowAt(table, buckets[i]!), label) * step * value;
}

const inHundredths = (sum: number): number => Math.round(sum * 100);

/** Adds to the sentence in which something stands, and keeps it if it is among the strongest. */
function put(feature: number, hundredths: number, start: number, end: number, sentences: readonly Sentence[], said: Float64Array): void {
  if (hundredths === 0) return;
  if (end > start) {
    const i = sentenceAt(start, sentences);
    if (start >= sentences[i]!.start && end <= sentences[i]!.end) said[i]! += hundredths;
  }
  let at = shown.count;
  while (at > 0 && isBefore(feature, hundredths, start, end, at - 1)) at--;
  if (at === SHOWN) return;
  if (shown.count < SHOWN) shown.count++;
  for (let i = shown.count - 1; i > at; i--) copy(i - 1, i);
  shown.features[at] = feature;
  shown.hundredths[at] = hundredths;
  shown.starts[at] = start;
  shown.ends[at] = end;
}

function copy(from: number, to: number): void {
  shown.features[to] = shown.features[from]!;
  shown.hundredths[to] = shown.hundredths[from]!;
  shown.starts[to] = shown.starts[from]!;
  shown.ends[to] = shown.ends[from]!;
}

/** The first sentence that ends behind a place, else the last. */
function sentenceAt(place: number, sentences: readonly Sentence[]): number {
  let low = 0;
  let high = sentences.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sentences[middle]!.end > place) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Whether a contribution is shown before the one that is shown at `i`: the stronger, then what stands first. */
function isBefore(feature: number, hundredths: number, start: number, end: number, i: number): boolean {
  const order = Math.abs(shown.hundredths[i]!) - Math.abs(hundredths) || start - shown.starts[i]! || end - shown.ends[i]!;
  return order < 0 || (order === 0 && nameOf(feature) < nameOf(shown.features[i]!));
}

function strongest(sentences: readonly Sentence[], said: Float64Array): Span {
  let best = 0;
  for (let i = 1; i < sentences.length; i++) if (said[i]! > said[best]!) best = i;
  const { start, end } = sentences[best]!;
  return { start, end };
}
