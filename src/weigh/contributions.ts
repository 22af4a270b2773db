import type { Contribution, Evidence } from "../core/evidence.js";
import type { Span } from "../core/span.js";
import type { Sentence, Text } from "../core/text.js";
import type { Block } from "./block.js";
import { DENSE, denseNumber, letterValue, MOST_PLACES, wordValue, type Features } from "./features.js";
import type { LabelModel } from "./model.js";
import { rowAt, weightIn, type WeightTable } from "./weight-table.js";

/** Contributions that are shown, at most. */
const SHOWN = 6;

/** By place of a feature (`Block.places`): what stands there says for a label. Empty between messages. */
const sums = new Float64Array(MOST_PLACES);
const touched = new Uint8Array(MOST_PLACES);
const places = new Int32Array(MOST_PLACES);
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
  let count = gather(0, features.words, wordValue(features), table, step, label);
  count = gather(count, features.letters, letterValue(features), table, step, label);
  const said = sentences.length > bySentence.length ? new Float64Array(sentences.length) : bySentence.fill(0);
  shown.count = 0;
  for (let i = 0; i < count; i++) {
    const place = places[i]!;
    const last = place >> 1;
    put(WORDS, inHundredths(sums[place]!), text.startOf(last - (place & 1)), text.endOf(last), sentences, said);
    sums[place] = touched[place] = 0;
  }
  for (let j = 0; j < features.presentCount; j++) {
    const number = features.present[j]!;
    const source = sourceOf(number, evidence);
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

/** Adds what the features of a block say to their places; of those, so many were met before, and so many after. */
function gather(met: number, { buckets, places: at, count }: Block, value: number, table: WeightTable, step: number, label: number): number {
  for (let i = 0; i < count; i++) {
    const weight = weightIn(table.rows, rowAt(table, buckets[i]!), label);
    if (weight === 0) continue;
    const place = at[i]!;
    if (touched[place] === 0) places[met++] = place;
    touched[place] = 1;
    sums[place]! += weight * step * value;
  }
  return met;
}

const inHundredths = (sum: number): number => Math.round(sum * 100);

/** The first piece of evidence that adds to a dense feature. */
function sourceOf(number: number, evidence: readonly Evidence[]): Span | undefined {
  for (const one of evidence) if (denseNumber(one) === number) return one;
  return undefined;
}

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
