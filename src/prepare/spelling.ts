import { unitAt } from "../core/unit-at.js";
import { resolveLookAlikes } from "./look-alikes.js";

/** Digits and signs that stand for letters in leet spelling. */
const LEET: Readonly<Record<string, string>> = { "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "8": "b", "9": "g", "@": "a", $: "s", "!": "i", "|": "l", "+": "t", "€": "e" };

/** Two letters before or after a digit or sign that stands amid letters: `br1be`, `b4ck`, not `m2`, `4th`, `10k`, `a4`. */
const LEET_SHAPE = /^[a-z@$!|+€]*[a-z][0134578@$!|+€]{1,2}[a-z@$!|+€][a-z0134578@$!|+€]*$/;

/** Fewest single letters in a row that are read as one word spelled out: `b r i b e`, `b.r.i.b.e`. */
export const SPELLED_OUT = 4;

/** Longer than any word that is undone, in UTF-16 code units: what is longer is no word. */
const LONGEST = 64;

/** The plain spelling of a folded word that was written so as to be missed, or undefined when the word is plain. */
export function plainSpelling(word: string): string | undefined {
  if (word.length > LONGEST || isPlain(word)) return undefined;
  let plain = resolveLookAlikes(word) ?? word;
  if (plain.length >= 4 && LEET_SHAPE.test(plain)) plain = [...plain].map((sign) => LEET[sign] ?? sign).join("");
  if (hasThreeAlike(plain)) plain = plain.replace(/(\p{L})\1{2,}/gu, "$1");
  return plain === word ? undefined : plain;
}

/** Whether a word is nothing but letters from a to z, no three alike in a row: most are. */
function isPlain(word: string): boolean {
  for (let i = 0; i < word.length; i++) {
    const unit = unitAt(word, i);
    if (unit < 0x61 || unit > 0x7a) return false;
  }
  return !hasThreeAlike(word);
}

/** Whether three characters alike may stand in a row; nobody looks into pairs of surrogates. */
function hasThreeAlike(word: string): boolean {
  for (let i = 2; i < word.length; i++) {
    const unit = unitAt(word, i);
    if (unit >= 0xd800 || (unit === unitAt(word, i - 1) && unit === unitAt(word, i - 2))) return true;
  }
  return false;
}

/** Signs that may stand inside a leet word. */
export const isLeetSign = (character: string): boolean => character === "@" || character === "$" || character === "!" || character === "|" || character === "€";
