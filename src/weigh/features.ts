import { CUES, SETTINGS, type Evidence } from "../core/evidence.js";
import { EMPTY_HASH, mix, PRIME } from "../core/hash.js";
import { ENTITY_TYPES, LABELS } from "../core/label.js";
import { DIGIT } from "../core/signs.js";
import type { Text } from "../core/text.js";
import { Block } from "./block.js";

/**
 * The features of a message. Two blocks of hashed n-grams, each scaled to unit length so that short and long messages weigh the
 * same: words, pairs of words and the beginnings of long words; and runs of four letters within words. And a small dense block
 * (patterns under their cues, cues, identifiers, shape). Training and weighing use this one function; `bucketBits` is the model's.
 *
 * What it returns is one object for all messages, written over by the next: it holds nothing of a message but numbers.
 */
export interface Features {
  readonly words: Block;
  readonly letters: Block;
  /** The dense features that are not zero, by their number in `DENSE`. */
  readonly present: Uint8Array;
  /** Of each, the number of the first piece of evidence that adds to it, or `NOWHERE`. */
  readonly sources: Int32Array;
  presentCount: number;
  /** Values of all dense features. */
  readonly dense: Float64Array;
}

/** Longest message that is read whole, in words: what follows adds no n-grams (patterns and identifiers see all of it). */
const MOST_TOKENS = 2000;
/** More than any place. */
export const MOST_PLACES = 2 * MOST_TOKENS;
/** Words of at least `of` letters have a beginning of `letters`: it is alike for most inflections. */
const BEGINNING = { letters: 4, of: 6 };
const RUN_LENGTH = 4;
/** Blocks smaller than this are not scaled up to length 1: a short message must not shout. */
const FEWEST = { words: 24, letters: 100 };
/** What the shape of a message says stands at no place of it. */
export const NOWHERE = -1;
/** How much the dense block weighs against the n-grams, each of whose blocks has length 1. */
const DENSE_VALUE = 0.075;

/** What each feature of a block counts, so that the block has length 1. */
export const wordValue = ({ words }: Features): number => 1 / Math.sqrt(Math.max(words.count, FEWEST.words));
export const letterValue = ({ letters }: Features): number => 1 / Math.sqrt(Math.max(letters.count, FEWEST.letters));

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

const [words, letters] = [new Block(), new Block()];
const features: Features = { words, letters, present: new Uint8Array(DENSE.length), sources: new Int32Array(DENSE.length), presentCount: 0, dense: new Float64Array(DENSE.length) };
const [FIRST, LAST] = [0x3c, 0x3e];
/** The letters of a word, between marks of its beginning and end; `own`: without them. */
const spelled = new Uint16Array(258).fill(FIRST);
const own = spelled.subarray(1, -1);

/** What stands before the first word and after the last; what sets a beginning apart from a word; where the hash of a run begins. */
const [OPENING, ASKED, CLOSED, BEGINS, RUN] = [0x5bd1e995, 0x1b873593, 0x52dce729, 0x3f6ab1c7, 0x9747b28c | 0];

export function featuresOf(text: Text, evidence: readonly Evidence[], bucketBits: number): Features {
  const { count, hashes, signs, sentences, evasions, quoted } = text;
  const shift = 32 - bucketBits;
  words.clear();
  letters.clear();
  let isAsked = false;
  for (const { from, to, asked } of sentences) {
    isAsked ||= asked;
    let previous = OPENING;
    const until = Math.min(to, MOST_TOKENS);
    for (let k = from; k < until; k++) {
      const hash = mix(hashes[k]!);
      const length = text.unitsOf(k, own);
      if ((signs[k]! & DIGIT) !== 0) foldDigits(length);
      words.reserve(4);
      words.add(hash >>> shift, k << 1);
      if (length >= BEGINNING.of) words.add(mix(BEGINS ^ hashOfBeginning()) >>> shift, k << 1);
      words.add(pair(previous, hash) >>> shift, k === from ? k << 1 : (k << 1) | 1);
      if (length >= RUN_LENGTH - 1) addLetters(length, shift, k << 1);
      previous = hash;
    }
    if (until > from) words.add(pair(previous, asked ? ASKED : CLOSED) >>> shift, (until - 1) << 1);
  }
  for (let i = 0; i < features.presentCount; i++) features.dense[features.present[i]!] = 0;
  features.presentCount = 0;
  for (let i = 0; i < evidence.length; i++) addEvidence(evidence[i]!, i);
  if (isAsked) addDense(FIRST_SHAPE, 1, 1, NOWHERE);
  if (evasions.length > 0) addDense(FIRST_SHAPE + 1, 1, 1, NOWHERE);
  if (quoted.length > 0) addDense(FIRST_SHAPE + 2, 1, 1, NOWHERE);
  addDense(FIRST_SHAPE + 3, Math.log2(1 + count) / 4, 2, NOWHERE);
  return features;
}

const pair = (previous: number, hash: number): number => mix(Math.imul(previous, 31) ^ hash);

/** Digits are all alike, in what `own` holds of a word. */
function foldDigits(length: number): void {
  for (let i = 0; i < length; i++) if (own[i]! >= 0x30 && own[i]! <= 0x39) own[i] = 0x30;
}

/** One step of a hash, of a unit that is folded (`hashUnit`). */
const step = (hash: number, unit: number): number => Math.imul(hash ^ unit, PRIME);

/** The hash of the first letters of the word in `own`. */
const hashOfBeginning = (): number => step(step(step(step(EMPTY_HASH, own[0]!), own[1]!), own[2]!), own[3]!);

/** All runs of four letters of the word in `own`, of so many units, and the marks round it. */
function addLetters(length: number, shift: number, place: number): void {
  letters.reserve(length);
  spelled[length + 1] = LAST;
  let [a, b, c] = [FIRST, spelled[1]!, spelled[2]!];
  for (let i = RUN_LENGTH - 1; i < length + 2; i++) {
    const d = spelled[i]!;
    letters.add(mix(step(step(step(step(RUN, a), b), c), d)) >>> shift, place);
    a = b;
    b = c;
    c = d;
  }
}

/** Adds a piece of evidence, which is asked for its kind but once: pieces are of so many shapes that each question is a search. */
function addEvidence(one: Evidence, source: number): void {
  switch (one.kind) {
    case "cue":
      return addDense(FIRST_SETTING + SETTING_AT.get(one.setting)!, 1, 1, source);
    case "pattern": {
      const label = LABEL_AT.get(one.label);
      if (label !== undefined) addDense(label * CUES.length + CUE_AT.get(one.cue)!, one.weight / 3, 2, source);
      return;
    }
    case "identifier": {
      const type = one.suspect === true ? undefined : TYPE_AT.get(one.entity);
      if (type !== undefined) addDense(FIRST_TYPE + type, 1, 1, source);
    }
  }
}

/** Adds to a dense feature, up to `most`. */
function addDense(number: number, value: number, most: number, source: number): void {
  const { dense } = features;
  if (dense[number] === 0) {
    features.present[features.presentCount] = number;
    features.sources[features.presentCount++] = source;
  }
  dense[number] = Math.min(dense[number]! + value * DENSE_VALUE, most * DENSE_VALUE);
}
