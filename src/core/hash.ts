import { unitAt } from "./unit-at.js";

/** The hash of nothing: where the hash of a word begins. */
export const EMPTY_HASH = 0x811c9dc5 | 0;
/** What each step multiplies by. */
export const PRIME = 0x01000193;

/** One step of a word's hash (FNV-1a over UTF-16 code units): from the hash of what stands before to that with `unit`. Digits are all alike. */
export const hashUnit = (hash: number, unit: number): number => Math.imul(hash ^ (unit >= 0x30 && unit <= 0x39 ? 0x30 : unit), PRIME);

/** The hash of a folded word, or of its first `length` units: 32 bits, signed. Its low bits are poor: `mix` it before a table is indexed by it. */
export function hashWord(word: string, length = word.length): number {
  let hash = EMPTY_HASH;
  for (let i = 0; i < length; i++) hash = hashUnit(hash, unitAt(word, i));
  return hash;
}

/** The last four UTF-16 code units of a word, a byte each. */
export function tailOf(word: string): number {
  let tail = 0;
  for (let i = Math.max(0, word.length - 4); i < word.length; i++) tail = (tail << 8) | (unitAt(word, i) & 0xff);
  return tail;
}

/** Spreads a hash over all 32 bits, signed (a finisher of Hash Prospector, Wellons 2018: a bijection). */
export function mix(hash: number): number {
  let h = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  h = Math.imul(h ^ (h >>> 12), 0x297a2d39);
  return h ^ (h >>> 15);
}
