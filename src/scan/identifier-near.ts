import { CAPITAL, DIGIT } from "../core/signs.js";
import type { Words } from "../core/text.js";
import type { Signs } from "./identifier-units.js";
import type { With } from "./identifier.js";

/** As far as readers look, in words: for a house number before a street, after one, and for the capitals of a name. */
const BACK = 5;
const AHEAD = 8;
const NAME = 4;
/** Fewest digits of a code. */
const FEWEST_DIGITS = 4;

/**
 * Whether what is asked for beside a word stands where its reader looks: no word is read otherwise, and mostly none is.
 */
export function isNear(asked: With | undefined, text: Words, word: number, signs: Signs): boolean {
  switch (asked) {
    case "digit":
      return signs.digits > 0;
    case "digits":
      return signs.digits >= FEWEST_DIGITS;
    case "digit-after":
      return signs.digits > 0 && has(text, DIGIT, word + 1, word + AHEAD);
    case "digit-before":
      return signs.digits > 0 && has(text, DIGIT, word - BACK, word - 1);
    case "mixed":
      return signs.digits > 0 && signs.isMixed;
    case "capitals":
      return has(text, CAPITAL, word, word) && has(text, CAPITAL, word + 1, word + NAME);
    case "capital-after":
      return has(text, CAPITAL, word + 1, word + NAME);
    case "capitals-before":
      return has(text, CAPITAL, word - 1, word - 1);
    default:
      return true;
  }
}

/** Whether one of the words `first..last` has a sign. */
function has({ count, signs }: Words, sign: number, first: number, last: number): boolean {
  for (let k = Math.max(0, first); k <= last && k < count; k++) if ((signs[k]! & sign) !== 0) return true;
  return false;
}
