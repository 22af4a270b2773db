import { CUES, SETTINGS, type Evidence } from "../core/evidence.js";
import { EMPTY_HASH, hashUnit, mix } from "../core/hash.js";
import { ENTITY_TYPES, LABELS } from "../core/label.js";
import type { Text } from "../core/text.js";

/**
 * The features of a message. Two blocks of hashed n-grams, each scaled to unit length so that short and long messages weigh the
 * same: words, pairs of words and the beginnings of long words; and runs of four letters within words. And a small dense block
 * (patterns under their cues, cues, identifiers, shape). Training and weighing use this one function; `bucketBits` is the model's.
 *
 * What it returns is one object for all messages, written over by the next: it holds nothing of a message but numbers.
 */
export interface Features {
  /** Hashed features, each once a block: up to `words` those of words, from there to `count` those of letters. */
  buckets: Uint32Array;
  /** Where each stands first: twice the number of its last token, and one more if it is a pair with the token before. */
  places: Uint32Array;
  words: number;
  count: number;
  /** The dense features that are not zero, by their number in `DENSE`. */
  readonly present: Uint8Array;
  presentCount: number;
  /** Values of all dense features. */
  readonly dense: Float64Array;
}

/** log2 of the most buckets that a model may have. */
export const MOST_BUCKET_BITS = 20;
/** Longest message that is read whole, in words: what follows adds no n-grams (patterns and identifiers see all of it). */
const MOST_TOKENS = 2000;
/** More than any place. */
export const MOST_PLACES = 2 * MOST_TOKENS;
/** Words of at least `of` letters have a beginning of `letters`: it is alike for most inflections. */
const BEGINNING = { letters: 4, of: 6 };
const RUN_LENGTH = 4;
/** Blocks smaller than this are not scaled up to length 1: a short message must not shout. */
const FEWEST = { words: 24, letters: 100 };
/** How much the dense block weighs against the n-grams, each of whose blocks has length 1. */
const DENSE_VALUE = 0.075;

/** What each feature of a block counts, so that the block has length 1. */
export const wordValue = ({ words }: Features): number => 1 / Math.sqrt(Math.max(words, FEWEST.words));
export const letterValue = ({ count, words }: Features): number => 1 / Math.sqrt(Math.max(count - words, FEWEST.letters));

/** Names of the dense features, in order. */
export const DENSE: readonly string[] = [
  ...LABELS.flatMap((label) => CUES.map((cue) => `pattern:${label}:${cue}`)),
  ...SETTINGS.map((setting) => `cue:${setting}`),
  ...ENTITY_TYPES.map((type) => `identifier:${type}`),
  "asked", "evasion", "quoted", "length",
];
const numbers = (names: readonly string[]): ReadonlyMap<string, number> => new Map(names.map((name, i) => [name, i]));
const [LABEL_AT, CUE_AT, SETTING_AT, TYPE_AT] = [LABELS, CUES, SETTINGS, ENTITY_TYPES].map(numbers) as [ReadonlyMap<string, number>, ReadonlyMap<string, number>, ReadonlyMap<string, number>, ReadonlyMap<string, number>];
const FIRST_SETTING = LABELS.length * CUES.length;
const FIRST_TYPE = FIRST_SETTING + SETTINGS.length;
const FIRST_SHAPE = FIRST_TYPE + ENTITY_TYPES.length;

/** The number of the dense feature that a piece of evidence adds to, or -1. */
export function denseNumber(one: Evidence): number {
  if (one.kind === "cue") return FIRST_SETTING + SETTING_AT.get(one.setting)!;
  if (one.kind === "pattern") {
    const label = LABEL_AT.get(one.label);
    return label === undefined ? -1 : label * CUES.length + CUE_AT.get(one.cue)!;
  }
  const type = one.kind === "identifier" && one.suspect !== true ? TYPE_AT.get(one.entity) : undefined;
  return type === undefined ? -1 : FIRST_TYPE + type;
}

const features: Features = { buckets: new Uint32Array(4096), places: new Uint32Array(4096), words: 0, count: 0, present: new Uint8Array(DENSE.length), presentCount: 0, dense: new Float64Array(DENSE.length) };
/** By bucket, a bit: it was found in this block, so that each counts once a block. */
const seen = new Int32Array((1 << MOST_BUCKET_BITS) >> 5);
/** How many bits of a hash are left out for its bucket. */
let shift = 0;
const [FIRST, LAST] = [0x3c, 0x3e];
/** The letters of a word, between marks of its beginning and end; `own`: without them. */
const letters = new Uint16Array(258).fill(FIRST);
const own = letters.subarray(1, -1);
/** The first letters of a word, as many as tell whether it is long. */
const beginning = new Uint16Array(BEGINNING.of);

/** What stands before the first word and after the last; what sets a beginning apart from a word; where the hash of a run begins. */
const [OPENING, ASKED, CLOSED, BEGINS, RUN] = [0x5bd1e995, 0x1b873593, 0x52dce729, 0x3f6ab1c7, 0x9747b28c | 0];

export function featuresOf(text: Text, evidence: readonly Evidence[], bucketBits: number): Features {
  const { count, hashes, sentences, evasions, quoted } = text;
  shift = 32 - bucketBits;
  features.count = 0;
  for (const { from, to, asked } of sentences) {
    let previous = OPENING;
    const until = Math.min(to, MOST_TOKENS);
    for (let k = from; k < until; k++) {
      const hash = mix(hashes[k]!);
      add(hash, k << 1);
      if (text.unitsOf(k, beginning) === BEGINNING.of) add(mix(BEGINS ^ hashOfBeginning()), k << 1);
      add(pair(previous, hash), k === from ? k << 1 : (k << 1) | 1);
      previous = hash;
    }
    if (until > from) add(pair(previous, asked ? ASKED : CLOSED), (until - 1) << 1);
  }
  features.words = features.count;
  closeBlock(0);
  const most = Math.min(count, MOST_TOKENS);
  for (let k = 0; k < most; k++) addLetters(text.unitsOf(k, own), k << 1);
  closeBlock(features.words);
  for (let i = 0; i < features.presentCount; i++) features.dense[features.present[i]!] = 0;
  features.presentCount = 0;
  for (const one of evidence) {
    const number = denseNumber(one);
    if (number >= 0) addDense(number, one.kind === "pattern" ? one.weight / 3 : 1, one.kind === "pattern" ? 2 : 1);
  }
  if (sentences.some(({ asked }) => asked)) addDense(FIRST_SHAPE, 1, 1);
  if (evasions.length > 0) addDense(FIRST_SHAPE + 1, 1, 1);
  if (quoted.length > 0) addDense(FIRST_SHAPE + 2, 1, 1);
  addDense(FIRST_SHAPE + 3, Math.log2(1 + count) / 4, 2);
  return features;
}

const pair = (previous: number, hash: number): number => mix(Math.imul(previous, 31) ^ hash);

/** The hash of the first letters of the word in `beginning`. */
function hashOfBeginning(): number {
  let hash: number = EMPTY_HASH;
  for (let i = 0; i < BEGINNING.letters; i++) hash = hashUnit(hash, beginning[i]!);
  return hash;
}

/** All runs of four letters of the word in `own`, of so many units, and the marks round it. */
function addLetters(length: number, place: number): void {
  if (length < RUN_LENGTH - 1) return;
  letters[length + 1] = LAST;
  for (let i = 0; i + RUN_LENGTH <= length + 2; i++) {
    let hash = RUN;
    for (let j = i; j < i + RUN_LENGTH; j++) hash = hashUnit(hash, letters[j]!);
    add(mix(hash), place);
  }
}

function add(hash: number, place: number): void {
  const bucket = hash >>> shift;
  const bit = 1 << (bucket & 31);
  if ((seen[bucket >> 5]! & bit) !== 0) return;
  seen[bucket >> 5]! |= bit;
  if (features.count === features.buckets.length) grow();
  features.buckets[features.count] = bucket;
  features.places[features.count++] = place;
}

function grow(): void {
  for (const key of ["buckets", "places"] as const) {
    const longer = new Uint32Array(features.count * 2);
    longer.set(features[key]);
    features[key] = longer;
  }
}

/** Forgets which buckets were found, from the feature `from` on. */
function closeBlock(from: number): void {
  for (let i = from; i < features.count; i++) seen[features.buckets[i]! >> 5] = 0;
}

/** Adds to a dense feature, up to `most`. */
function addDense(number: number, value: number, most: number): void {
  if (features.dense[number] === 0) features.present[features.presentCount++] = number;
  features.dense[number] = Math.min(features.dense[number]! + value * DENSE_VALUE, most * DENSE_VALUE);
}
