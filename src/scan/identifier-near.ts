import { CAPITAL, DIGIT } from "../core/signs.js";
import type { Words } from "../core/text.js";
import type { Signs } from "./identifier-units.js";
import type { With } from "./identifier.js";

/** As far as readers look, in words: for a house number before a street, for one after it or a family name, and for the first capital of a name. */
const BACK = 5;
const AHEAD = 8;
const NAME = 4;
/** Fewest digits of a code. */
const FEWEST_DIGITS = 4;

/** What words ask for, a bit each; nothing is always there. A bracket is looked for by the reader. */
const NOTHING = 1;
const ANY_DIGIT = 2;
const DIGITS = 4;
const DIGIT_AFTER = 8;
const DIGIT_BEFORE = 16;
const MIXED = 32;
const CAPITALS = 64;
const CAPITAL_AFTER = 128;
const CAPITAL_BEFORE = 256;
const BITS: Readonly<Record<With, number>> = { digit: ANY_DIGIT, digits: DIGITS, "digit-after": DIGIT_AFTER, "digit-before": DIGIT_BEFORE, mixed: MIXED, bracket: NOTHING, capitals: CAPITALS, "capital-after": CAPITAL_AFTER, "capitals-before": CAPITAL_BEFORE };

/** What a trigger asks for, as a number for `isNear`. */
export const askedOf = (asked: With | undefined): number => (asked === undefined ? NOTHING : BITS[asked]);

/**
 * Whether something of what is asked for beside a word stands where its readers look: no word is read otherwise, and mostly none is.
 */
export function isNear(asked: number, text: Words, word: number, seen: Signs): boolean {
  if ((asked & NOTHING) !== 0) return true;
  if ((asked & CAPITALS) !== 0 && has(text, CAPITAL, word, word) && has(text, CAPITAL, word + 1, word + NAME)) return true;
  if ((asked & CAPITAL_AFTER) !== 0 && has(text, CAPITAL, word + 1, word + NAME) && has(text, CAPITAL, word + 1, word + AHEAD, 2)) return true;
  if ((asked & CAPITAL_BEFORE) !== 0 && has(text, CAPITAL, word - 1, word - 1)) return true;
  if (seen.digits === 0) return false;
  if ((asked & ANY_DIGIT) !== 0 || ((asked & DIGITS) !== 0 && seen.digits >= FEWEST_DIGITS) || ((asked & MIXED) !== 0 && seen.isMixed)) return true;
  return ((asked & DIGIT_AFTER) !== 0 && has(text, DIGIT, word + 1, word + AHEAD)) || ((asked & DIGIT_BEFORE) !== 0 && has(text, DIGIT, word - BACK, word - 1));
}

/** Whether so many of the words `first..last` have a sign. */
function has({ count, signs }: Words, sign: number, first: number, last: number, many = 1): boolean {
  const stop = last < count ? last : count - 1;
  let found = 0;
  for (let k = first > 0 ? first : 0; k <= stop; k++) if ((signs[k]! & sign) !== 0 && ++found === many) return true;
  return false;
}
