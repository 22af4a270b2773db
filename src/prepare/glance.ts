import type { Glance } from "../core/glance.js";
import { EMPTY_HASH, hashUnit, PRIME } from "../core/hash.js";
import { AT, CHANGED, DIGIT, LETTER } from "../core/signs.js";
import { APOSTROPHE, CHARACTERS, characterOf, INVISIBLE, LEAD, PICTURE, SIGN, UNKNOWN } from "./characters.js";
import { SPELLED_OUT } from "./spelling.js";
import { isInnerSign, kindOf } from "./tokens.js";
import { unitAt } from "../core/unit-at.js";

/** Shortest word that may be leet, in code units. */
const SHORTEST_LEET = 4;

class Lists implements Glance {
  count = 0;
  all = 0;
  odd = false;

  constructor(
    readonly size: number,
    readonly hashes = new Int32Array(size),
    readonly ends = new Int32Array(size),
    readonly lengths = new Int32Array(size),
    readonly signs = new Int32Array(size),
    readonly tails = new Int32Array(size),
  ) {}
}

/** A message is read in stretches of so many code units; most are one. */
const STRETCH = 1 << 16;
/** The lists of a stretch, kept for all: constants, so that the loop knows where they are. */
const [HASHES, ENDS, LENGTHS, SIGNS, TAILS] = [new Int32Array(STRETCH + 1), new Int32Array(STRETCH + 1), new Int32Array(STRETCH + 1), new Int32Array(STRETCH + 1), new Int32Array(STRETCH + 1)];
const kept = new Lists(STRETCH + 1, HASHES, ENDS, LENGTHS, SIGNS, TAILS);

/** Where a stretch ended, and what the next goes on with: whether a word was not over yet, that word, and the signs of the message so far. */
const STATE = new Int32Array(8);
const [AT_UNIT, INSIDE, HASH, LENGTH, SIGNS_SO_FAR, TAIL, ALL, ODD_SO_FAR] = [0, 1, 2, 3, 4, 5, 6, 7];

/** Reads a message quickly: hardly a branch, no allocation. Total on any string. */
export function glance(text: string): Glance {
  STATE.fill(0);
  STATE[HASH] = EMPTY_HASH;
  const lists = text.length <= STRETCH ? kept : new Lists(text.length + 1);
  let count = 0;
  do {
    const words = readStretch(text, STATE[AT_UNIT]!, Math.min(text.length, STATE[AT_UNIT]! + STRETCH));
    if (lists !== kept) copy(lists, count, words);
    count += words;
  } while (STATE[AT_UNIT]! < text.length);
  lists.count = count + STATE[INSIDE]!;
  lists.all = STATE[ALL]!;
  lists.odd = STATE[ODD_SO_FAR] !== 0 || isDisguised(text, lists);
  return lists;
}

/** Reads on, and says how many words ended; the one that did not stands after them. */
function readStretch(text: string, from: number, to: number): number {
  /** 1 within a word. */
  let inside = STATE[INSIDE]!;
  let hash = STATE[HASH]!;
  let run = STATE[LENGTH]!;
  let sign = STATE[SIGNS_SO_FAR]!;
  let tail = STATE[TAIL]!;
  let all = STATE[ALL]!;
  let odd = STATE[ODD_SO_FAR]!;
  /** The sign of a letter where three characters alike stood in a row, which is no plain spelling of letters. */
  let alike = 0;
  let count = 0;
  let i = from;
  for (;;) {
    let character = 0;
    // No call in here, so that all of it stays in registers.
    for (; i < to; i++) {
      character = CHARACTERS[unitAt(text, i)]!;
      if (character < 0) break;
      const word = (character >>> 16) & 1;
      // Written at every unit; what is written last before `count` moves on, stays.
      HASHES[count] = hash;
      ENDS[count] = i;
      LENGTHS[count] = run;
      SIGNS[count] = sign;
      TAILS[count] = tail;
      count += inside & ~word;
      inside = word;
      all |= character;
      hash = (Math.imul(hash ^ (character & 0xffff), PRIME) & -word) | (EMPTY_HASH & (word - 1));
      run = (run + 1) & -word;
      sign = (sign | character) & -word;
      tail = ((tail << 8) | (character & 0xff)) & -word;
      alike |= (((tail ^ (tail >>> 8)) & 0xffff) - 1) & character;
    }
    if (i >= to) break;
    // A unit that needs a thought: it ends the word, unless it stands within it.
    if (character === UNKNOWN) {
      CHARACTERS[unitAt(text, i)] = characterOf(unitAt(text, i));
      continue;
    }
    if (character === INVISIBLE || (character === APOSTROPHE && isLetter(text, i + 1))) {
      if (character === INVISIBLE) odd |= inside;
      else {
        run += inside;
        sign |= -inside & CHANGED;
      }
      i++;
      continue;
    }
    put(count, hash, i, run, sign, tail);
    count += inside;
    if (character === PICTURE || character === LEAD) {
      const width = character === LEAD && text.codePointAt(i)! > 0xffff ? 2 : 1;
      const kind = character === PICTURE ? "picture" : kindOf(text.codePointAt(i)!);
      if (kind === "word" || kind === "invisible") odd = 1;
      if (kind === "picture") put(count++, hashOf(text, i, width), i + width, width, 0, 0);
      i += width;
    } else {
      if ((character & ~AT) === SIGN) odd |= inside & (isInnerSign(text, i) ? 1 : 0);
      else odd |= character === APOSTROPHE ? 0 : 1;
      if ((character & ~AT) === SIGN) all |= character & AT;
      i++;
    }
    hash = EMPTY_HASH;
    inside = run = sign = tail = 0;
  }
  put(count, hash, i, run, sign, tail);
  STATE[AT_UNIT] = i;
  STATE[INSIDE] = inside;
  STATE[HASH] = hash;
  STATE[LENGTH] = run;
  STATE[SIGNS_SO_FAR] = sign;
  STATE[TAIL] = tail;
  STATE[ALL] = all;
  STATE[ODD_SO_FAR] = odd | (alike & LETTER);
  return count;
}

function put(word: number, hash: number, end: number, length: number, sign: number, tail: number): void {
  HASHES[word] = hash;
  ENDS[word] = end;
  LENGTHS[word] = length;
  SIGNS[word] = sign;
  TAILS[word] = tail;
}

/** Copies the words of a stretch, and the one that did not end. */
function copy({ hashes, ends, lengths, signs, tails }: Lists, at: number, words: number): void {
  hashes.set(HASHES.subarray(0, words + 1), at);
  ends.set(ENDS.subarray(0, words + 1), at);
  lengths.set(LENGTHS.subarray(0, words + 1), at);
  signs.set(SIGNS.subarray(0, words + 1), at);
  tails.set(TAILS.subarray(0, words + 1), at);
}

const hashOf = (text: string, from: number, width: number): number => {
  let hash: number = EMPTY_HASH;
  for (let i = from; i < from + width; i++) hash = hashUnit(hash, unitAt(text, i));
  return hash;
};

const isLetter = (text: string, at: number): boolean => {
  if (at >= text.length) return false;
  const unit = unitAt(text, at);
  if (CHARACTERS[unit] === UNKNOWN) CHARACTERS[unit] = characterOf(unit);
  return (CHARACTERS[unit]! & (LETTER | (1 << 31))) === LETTER;
};

/** Letters stand one by one, or digits amid the letters of a word. */
function isDisguised(text: string, { count, signs, lengths, ends }: Glance): boolean {
  let [single, mixed] = [0, 0];
  for (let k = 0; k < count; k++) {
    single += (lengths[k]! - 2) >>> 31;
    mixed |= signs[k]! & (signs[k]! << (LETTER / DIGIT - 1));
  }
  return (single >= SPELLED_OUT && isSpelledOut(signs, lengths, count)) || ((mixed & LETTER) !== 0 && hasLeet(text, signs, lengths, ends, count));
}

function isSpelledOut(signs: Int32Array, lengths: Int32Array, count: number): boolean {
  let single = 0;
  for (let k = 0; k < count; k++) {
    single = lengths[k] === 1 && (signs[k]! & LETTER) !== 0 ? single + 1 : 0;
    if (single === SPELLED_OUT) return true;
  }
  return false;
}

function hasLeet(text: string, signs: Int32Array, lengths: Int32Array, ends: Int32Array, count: number): boolean {
  for (let k = 0; k < count; k++) if ((signs[k]! & LETTER) !== 0 && (signs[k]! & DIGIT) !== 0 && lengths[k]! >= SHORTEST_LEET && hasDigitsAmidLetters(text, ends[k]! - lengths[k]!, ends[k]!)) return true;
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
