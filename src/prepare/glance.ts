import type { Glance } from "../core/glance.js";
import { EMPTY_HASH, hashUnit } from "../core/hash.js";
import { AT, CHANGED, DIGIT, LETTER } from "../core/signs.js";
import { APOSTROPHE, CHARACTERS, characterOf, INVISIBLE, LEAD, PICTURE, SIGN, UNKNOWN } from "./characters.js";
import { SPELLED_OUT } from "./spelling.js";
import { kindOf } from "./tokens.js";
import { unitAt } from "../core/unit-at.js";

const PRIME = 0x01000193;
/** Shortest word that may be leet, in code units. */
const SHORTEST_LEET = 4;

class Lists implements Glance {
  count = 0;
  all = 0;
  odd = false;
  hashes: Int32Array;
  ends: Int32Array;
  lengths: Int32Array;
  signs: Int32Array;
  tails: Int32Array;

  constructor(readonly size: number) {
    this.hashes = new Int32Array(size);
    this.ends = new Int32Array(size);
    this.lengths = new Int32Array(size);
    this.signs = new Int32Array(size);
    this.tails = new Int32Array(size);
  }
}

/** Kept for all messages up to this length; a longer message gets lists of its own. */
const KEPT = 1 << 16;
const kept = new Lists(KEPT + 1);

/** Reads a message quickly: hardly a branch, no allocation. Total on any string. */
export function glance(text: string): Glance {
  const length = text.length;
  const lists = length <= KEPT ? kept : new Lists(length + 1);
  const { hashes, ends, lengths, signs, tails } = lists;
  let count = 0;
  let all = 0;
  let odd = 0;
  /** 1 within a word. */
  let inside = 0;
  let hash: number = EMPTY_HASH;
  let run = 0;
  let sign = 0;
  let tail = 0;
  for (let i = 0; i < length; i++) {
    let character = CHARACTERS[unitAt(text, i)]!;
    if (character < 0) {
      if (character === UNKNOWN) character = CHARACTERS[unitAt(text, i)] = characterOf(unitAt(text, i));
      if (character === APOSTROPHE && isLetter(text, i + 1)) {
        run += inside;
        sign |= -inside & CHANGED;
        continue;
      }
      if (character === INVISIBLE) {
        odd |= inside;
        continue;
      }
      if (character === PICTURE || character === LEAD) {
        const width = character === LEAD && text.codePointAt(i)! > 0xffff ? 2 : 1;
        const kind = character === PICTURE ? "picture" : kindOf(text.codePointAt(i)!);
        if (kind === "word" || kind === "invisible") odd = 1;
        put(lists, count, hash, i, run, sign, tail);
        count += inside;
        hash = EMPTY_HASH;
        inside = run = sign = tail = 0;
        if (kind === "picture") put(lists, count++, hashOf(text, i, width), i + width, width, 0, 0);
        i += width - 1;
        continue;
      } else if ((character & ~AT) === SIGN) {
        if (inside === 1 && isLetter(text, i + 1)) odd = 1;
        character &= AT;
      } else if (character < 0) {
        odd |= character === APOSTROPHE ? 0 : 1;
        character = 0;
      }
    }
    const word = (character >>> 16) & 1;
    // Written at every unit; what is written last before `count` moves on, stays.
    hashes[count] = hash;
    ends[count] = i;
    lengths[count] = run;
    signs[count] = sign;
    tails[count] = tail;
    count += inside & ~word;
    inside = word;
    all |= character;
    hash = (Math.imul(hash ^ (character & 0xffff), PRIME) & -word) | (EMPTY_HASH & (word - 1));
    run = (run + 1) & -word;
    sign = (sign | character) & -word;
    tail = ((tail << 8) | (character & 0xff)) & -word;
    // Three letters alike in a row are no plain spelling.
    odd |= ((((tail ^ (tail >>> 8)) & 0xffff) - 1) >>> 31) & (character >>> 18);
  }
  put(lists, count, hash, length, run, sign, tail);
  count += inside;
  lists.count = count;
  lists.all = all;
  lists.odd = odd !== 0 || isDisguised(text, lists);
  return lists;
}

const hashOf = (text: string, from: number, width: number): number => {
  let hash: number = EMPTY_HASH;
  for (let i = from; i < from + width; i++) hash = hashUnit(hash, unitAt(text, i));
  return hash;
};

function put(lists: Lists, word: number, hash: number, end: number, length: number, sign: number, tail: number): void {
  lists.hashes[word] = hash;
  lists.ends[word] = end;
  lists.lengths[word] = length;
  lists.signs[word] = sign;
  lists.tails[word] = tail;
}

const isLetter = (text: string, at: number): boolean => {
  if (at >= text.length) return false;
  const unit = unitAt(text, at);
  if (CHARACTERS[unit] === UNKNOWN) CHARACTERS[unit] = characterOf(unit);
  return (CHARACTERS[unit]! & (LETTER | (1 << 31))) === LETTER;
};

/** Letters stand one by one, or digits amid the letters of a word. */
function isDisguised(text: string, { count, signs, lengths, ends }: Glance): boolean {
  let single = 0;
  for (let k = 0; k < count; k++) {
    const sign = signs[k]!;
    if ((sign & LETTER) === 0) {
      single = 0;
      continue;
    }
    single = lengths[k] === 1 ? single + 1 : 0;
    if (single === SPELLED_OUT) return true;
    if ((sign & DIGIT) !== 0 && lengths[k]! >= SHORTEST_LEET && hasDigitsAmidLetters(text, ends[k]! - lengths[k]!, ends[k]!)) return true;
  }
  return false;
}

function hasDigitsAmidLetters(text: string, from: number, to: number): boolean {
  let seen = 0;
  for (let i = from; i < to; i++) {
    if (isLetter(text, i)) {
      if (seen === 2) return true;
      seen = 1;
    } else if (seen === 1) seen = 2;
  }
  return false;
}
