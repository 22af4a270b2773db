import { CUES, SETTINGS, type Evidence } from "../core/evidence.js";
import { ENTITY_TYPES, isNoted, LABELS } from "../core/label.js";
import type { Text } from "../core/text.js";

/**
 * The features of a message. Two blocks of hashed n-grams, words and pairs of words, and letters within words, each scaled to
 * unit length so that short and long messages weigh the same; and a small dense block (patterns under their cues, cues,
 * identifiers, shape). Training and weighing use this one function.
 */
export interface Features {
  /** Hashed features, each once a message: bucket, value, and the span where it first stands. */
  readonly buckets: Uint32Array;
  readonly values: Float32Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly count: number;
  readonly dense: Float32Array;
}

/** log2 of the number of buckets. */
export const BUCKET_BITS = 18;
const MASK = (1 << BUCKET_BITS) - 1;
/** Longest message that is read whole, in words: what follows adds no n-grams (patterns and identifiers see all of it). */
const MOST_TOKENS = 2000;
const LETTERS = { shortest: 3, longest: 5 };
/** Blocks smaller than this are not scaled up to length 1: a short message must not shout. */
const FEWEST = { words: 24, letters: 100 };
/** How much the dense block weighs against the n-grams, each of whose blocks has length 1. */
const DENSE_VALUE = 0.5;

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

/** The buckets of one message as they are found. Kept for all messages; it holds nothing of them but numbers, and grows to the longest. */
const scratch = { buckets: new Uint32Array(4096), starts: new Uint32Array(4096), ends: new Uint32Array(4096), count: 0 };
/** By bucket: the block in which it was last found, counted up for ever, so that each counts once a block. */
const seen = new Uint32Array(1 << BUCKET_BITS);
let block = 0;

function add(hash: number, start: number, end: number): void {
  const bucket = hash & MASK;
  if (seen[bucket] === block) return;
  seen[bucket] = block;
  const at = scratch.count++;
  if (at === scratch.buckets.length) {
    for (const key of ["buckets", "starts", "ends"] as const) {
      const longer = new Uint32Array(at * 2);
      longer.set(scratch[key]);
      scratch[key] = longer;
    }
  }
  scratch.buckets[at] = bucket;
  scratch.starts[at] = start;
  scratch.ends[at] = end;
}

function openBlock(): void {
  block = block === 0xffffffff ? 1 : block + 1;
  if (block === 1) seen.fill(0);
}

export function featuresOf(text: Text, evidence: readonly Evidence[]): Features {
  scratch.count = 0;
  openBlock();
  let budget = MOST_TOKENS;
  for (const sentence of text.sentences) {
    let previous = OPENING;
    let previousStart = sentence.start;
    for (let k = sentence.from; k < sentence.to && budget > 0; k++, budget--) {
      const { start, end, word } = text.tokens[k]!;
      const hash = hashWord(shapeOf(word), 0x811c9dc5);
      add(hash, start, end);
      add(mix(Math.imul(previous, 31) ^ hash), previousStart, end);
      previous = hash;
      previousStart = start;
    }
    add(mix(Math.imul(previous, 31) ^ (sentence.asked ? ASKED : CLOSED)), previousStart, sentence.end);
  }
  const words = scratch.count;
  openBlock();
  const most = Math.min(text.tokens.length, MOST_TOKENS);
  for (let k = 0; k < most; k++) {
    const { start, end, word } = text.tokens[k]!;
    const shape = shapeOf(word);
    if (shape.length >= LETTERS.shortest) addLetters(`<${shape}>`, start, end);
  }
  const { count } = scratch;
  const wordValue = 1 / Math.sqrt(Math.max(words, FEWEST.words));
  const letterValue = 1 / Math.sqrt(Math.max(count - words, FEWEST.letters));
  return {
    buckets: scratch.buckets.slice(0, count),
    values: new Float32Array(count).fill(wordValue, 0, words).fill(letterValue, words),
    starts: scratch.starts.slice(0, count),
    ends: scratch.ends.slice(0, count),
    count,
    dense: denseOf(text, evidence),
  };
}

/** All runs of three to five letters of a word. */
function addLetters(padded: string, start: number, end: number): void {
  for (let n = LETTERS.shortest; n <= LETTERS.longest; n++) {
    for (let i = 0; i + n <= padded.length; i++) {
      let hash = 0x9747b28c;
      for (let j = i; j < i + n; j++) hash = Math.imul(hash ^ padded.charCodeAt(j), 0x01000193);
      add(mix(hash), start, end);
    }
  }
}

/** What stands before the first word and after the last. */
const [OPENING, ASKED, CLOSED] = [0x5bd1e995, 0x1b873593, 0x52dce729];

function denseOf(text: Text, evidence: readonly Evidence[]): Float32Array {
  const dense = new Float32Array(DENSE.length);
  for (const one of evidence) {
    if (one.kind === "pattern") {
      const at = CUE_AT.get(`pattern:${one.label}:${one.cue}`);
      if (at !== undefined) dense[at]! += one.weight / 3;
    }
    else if (one.kind === "cue") dense[CUE_AT.get(`cue:${one.setting}`)!] = 1;
    else if (one.kind === "identifier" && !isNoted(one.entity)) dense[CUE_AT.get(`identifier:${one.entity}`)!] = 1;
  }
  for (let i = 0; i < dense.length; i++) if (dense[i]! > 2) dense[i] = 2;
  if (text.sentences.some(({ asked }) => asked)) dense[CUE_AT.get("asked")!] = 1;
  if (text.evasions.length > 0) dense[CUE_AT.get("evasion")!] = 1;
  if (text.quoted.length > 0) dense[CUE_AT.get("quoted")!] = 1;
  dense[CUE_AT.get("length")!] = Math.min(2, Math.log2(1 + text.tokens.length) / 4);
  return dense.map((value) => value * DENSE_VALUE);
}
