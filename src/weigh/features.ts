import { CUES, SETTINGS, type Evidence } from "../core/evidence.js";
import { ENTITY_TYPES, LABELS } from "../core/label.js";
import type { Text } from "../core/text.js";

/**
 * The features of a message. Two blocks: hashed n-grams (words, pairs of words, letters within words), scaled to unit length so
 * that short and long messages weigh the same, and a small dense block (patterns under their cues, cues, identifiers, shape).
 * Training and weighing use this one function.
 */
export interface Features {
  /** Hashed features: bucket, value, and the span they stand for. */
  readonly buckets: Uint32Array;
  readonly values: Float32Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly count: number;
  readonly dense: Float32Array;
}

/** log2 of the number of buckets. */
export const BUCKET_BITS = 17;
const MASK = (1 << BUCKET_BITS) - 1;
/** Longest message that is read whole, in words: what follows adds no n-grams (patterns and identifiers see all of it). */
const MOST_TOKENS = 2000;
const LETTERS = { shortest: 3, longest: 5 };
const WORD_VALUE = 1;
const PAIR_VALUE = 1;
const SKIP_VALUE = 0.5;
const LETTERS_VALUE = 0.35;

/** Names of the dense features, in order. */
export const DENSE: readonly string[] = [
  ...LABELS.flatMap((label) => CUES.map((cue) => `pattern:${label}:${cue}`)),
  ...SETTINGS.map((setting) => `cue:${setting}`),
  ...ENTITY_TYPES.map((type) => `identifier:${type}`),
  "asked", "evasion", "quoted", "length",
];
const CUE_AT = new Map<string, number>(DENSE.map((name, i) => [name, i]));

const hashWord = (word: string, seed: number): number => {
  let hash = seed;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return mix(hash);
};
const mix = (hash: number): number => {
  let h = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  h = Math.imul(h ^ (h >>> 12), 0x297a2d39);
  return (h ^ (h >>> 15)) >>> 0;
};

/** A word as n-grams see it: digits are all alike. */
const shapeOf = (word: string): string => (/[0-9]/.test(word) ? word.replace(/[0-9]/g, "0").slice(0, 12) : word);

export function featuresOf(text: Text, evidence: readonly Evidence[]): Features {
  const buckets: number[] = [];
  const values: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const add = (hash: number, value: number, start: number, end: number): void => {
    buckets.push(hash & MASK);
    values.push(value);
    starts.push(start);
    ends.push(end);
  };
  let budget = MOST_TOKENS;
  for (const sentence of text.sentences) {
    let previous = 0x5bd1e995;
    let before = 0;
    let previousStart = sentence.start;
    let beforeStart = sentence.start;
    for (let k = sentence.from; k < sentence.to && budget > 0; k++, budget--) {
      const { start, end, word } = text.tokens[k]!;
      const shape = shapeOf(word);
      const hash = hashWord(shape, 0x811c9dc5);
      add(hash, WORD_VALUE, start, end);
      add(mix(Math.imul(previous, 31) ^ hash), PAIR_VALUE, previousStart, end);
      if (before !== 0) add(mix(Math.imul(before, 37) ^ hash ^ 0x3c6ef372), SKIP_VALUE, beforeStart, end);
      if (shape.length >= 3) {
        const padded = `<${shape}>`;
        for (let n = LETTERS.shortest; n <= LETTERS.longest; n++) {
          for (let i = 0; i + n <= padded.length; i++) add(hashWord(padded.slice(i, i + n), 0x9747b28c), LETTERS_VALUE, start, end);
        }
      }
      before = previous;
      beforeStart = previousStart;
      previous = hash;
      previousStart = start;
    }
    const closing = sentence.asked ? 0x1b873593 : 0x52dce729;
    if (sentence.to > sentence.from) add(mix(Math.imul(previous, 31) ^ closing), PAIR_VALUE, previousStart, sentence.end);
  }
  let square = 0;
  for (const value of values) square += value * value;
  const scale = square === 0 ? 0 : 1 / Math.sqrt(square);
  return {
    buckets: Uint32Array.from(buckets),
    values: Float32Array.from(values, (value) => value * scale),
    starts: Uint32Array.from(starts),
    ends: Uint32Array.from(ends),
    count: buckets.length,
    dense: denseOf(text, evidence),
  };
}

function denseOf(text: Text, evidence: readonly Evidence[]): Float32Array {
  const dense = new Float32Array(DENSE.length);
  for (const one of evidence) {
    if (one.kind === "pattern") dense[CUE_AT.get(`pattern:${one.label}:${one.cue}`)!]! += one.weight / 3;
    else if (one.kind === "cue") dense[CUE_AT.get(`cue:${one.setting}`)!] = 1;
    else dense[CUE_AT.get(`identifier:${one.entity}`)!] = 1;
  }
  for (let i = 0; i < dense.length; i++) if (dense[i]! > 2) dense[i] = 2;
  if (text.sentences.some(({ asked }) => asked)) dense[CUE_AT.get("asked")!] = 1;
  if (text.evasions.length > 0) dense[CUE_AT.get("evasion")!] = 1;
  if (text.quoted.length > 0) dense[CUE_AT.get("quoted")!] = 1;
  dense[CUE_AT.get("length")!] = Math.min(2, Math.log2(1 + text.tokens.length) / 4);
  return dense;
}
