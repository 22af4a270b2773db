import { unitAt } from "../core/unit-at.js";

/** The first stage: sums of weights of words and of pairs of words. Made by `npm run train`. */
export interface GateModel {
  /** log2 of the number of weights. */
  readonly bits: number;
  /** A message passes whose sum is at least this. */
  readonly least: number;
  /** Weights of four bits each, the even ones in the lower half of a byte, `MOST_GATE_WEIGHT` more than they are; base64. */
  readonly weights: string;
}

export const MOST_GATE_WEIGHT = 7;

/** What stands before the first word. */
export const OPENING = 0x5bd1e995;
/** Where the weights of a word, and of a pair of words, stand: `hash` and `previous` are `hashWord`'s, unmixed. */
export const wordSlot = (hash: number, shift: number): number => Math.imul(hash, 0x9e3779b1) >>> shift;
export const pairSlot = (previous: number, hash: number, shift: number): number => Math.imul(Math.imul(previous, 0x85ebca6b) ^ hash, 0x9e3779b1) >>> shift;

/**
 * Says of a message in which no phrase stands, from the hashes of its folded words in order (`hashWord`), whether it must be
 * weighed. What does not pass hardly ever would hold a label: the card says how often.
 */
export function createGate({ bits, least, weights }: GateModel): (hashes: Int32Array, count: number) => boolean {
  // Read where they stand: a table of numbers would have to be filled before the first message.
  const bytes = atob(weights);
  const weightAt = (slot: number): number => ((unitAt(bytes, slot >> 1) >> (4 * (slot & 1))) & 15) - MOST_GATE_WEIGHT;
  const shift = 32 - bits;
  return (hashes, count) => {
    if (count === 0) return false;
    let sum = 0;
    let previous = OPENING;
    for (let i = 0; i < count; i++) {
      const hash = hashes[i]!;
      sum += weightAt(wordSlot(hash, shift)) + weightAt(pairSlot(previous, hash, shift));
      previous = hash;
    }
    return sum >= least;
  };
}
