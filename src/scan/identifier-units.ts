import { unitAt } from "../core/unit-at.js";

/** What a code unit is to identifiers. */
export const WORD = 1;
export const DIGIT = 2;
/** An odd space, dash, digit or sign, which the plain text has in its usual form. */
export const ODD = 4;
const KNOWN = 128;

const isOfWord = (character: string): boolean => /^[\p{L}\p{N}\p{M}_]$/u.test(character);
const IS_ODD = /^[\u0009-\u000d\u00a0\u1680\u2000-\u200a\u2010-\u2015\u2028\u2029\u202f\u205f\u2212\u3000\ufe58\ufe63\uff0b-\uff1a\uff20]$/;

/** By code unit, filled as units are met. */
const KINDS = new Uint8Array(0x10000);

function meet(unit: number): number {
  const character = String.fromCharCode(unit);
  const word = (unit < 0xd800 || unit > 0xdfff) && unit !== 0xaa && unit !== 0xba && isOfWord(character);
  return (KINDS[unit] = KNOWN | (word ? WORD : 0) | ((unit >= 48 && unit <= 57) || (unit >= 0xff10 && unit <= 0xff19) ? DIGIT : 0) | (IS_ODD.test(character) ? ODD : 0));
}

export const kindOf = (unit: number): number => KINDS[unit]! || meet(unit);

/** True for a letter, digit, mark or underscore; ordinal signs (`nº`, `1ª`) end a word, so that `nº123` has a number in it. */
export const isWordAt = (text: string, at: number): boolean => at >= 0 && at < text.length && (kindOf(unitAt(text, at)) & WORD) !== 0;

export const isDigitAt = (text: string, at: number): boolean => at >= 0 && at < text.length && (kindOf(unitAt(text, at)) & DIGIT) !== 0;

/** How far ahead digits are counted, in characters. */
export const AHEAD = 34;

/** How many digits stand in the next 34 characters. */
export function digitsFrom(text: string, at: number): number {
  let digits = 0;
  for (let i = at; i < at + AHEAD && i < text.length; i++) digits += (kindOf(unitAt(text, i)) & DIGIT) >> 1;
  return digits;
}

/** True for a capital letter. */
export const isCapitalAt = (text: string, at: number): boolean => {
  const unit = unitAt(text, at);
  return unit < 128 ? unit >= 65 && unit <= 90 : /\p{Lu}/u.test(String.fromCharCode(unit));
};

/** Letters, and characters, of a stretch that somebody made up, at least. */
const FEWEST_LETTERS = 3;
const SHORTEST = 7;

/** Where reading is worth while: how many digits a text has (full-width ones too), and where the first and last of its digits and of the signs among `units` stand. */
export class Signs {
  readonly digits: number = 0;
  readonly first: number = -1;
  readonly last: number = -1;
  private mixed: boolean | undefined;

  constructor(private readonly text: string, units: Uint8Array) {
    for (let i = 0; i < text.length; i++) {
      const unit = unitAt(text, i);
      if (unit < 128 ? units[unit] === 0 : (kindOf(unit) & (DIGIT | ODD)) === 0) continue;
      const plain = unit < 128 ? unit : plainUnit(unit).charCodeAt(0);
      if (units[plain] === 0) continue;
      if (plain >= 48 && plain <= 57) this.digits++;
      if (this.first < 0) this.first = i;
      this.last = i;
    }
  }

  /** Whether a stretch without spaces has letters and a digit. What is not of ASCII may be a letter. */
  get isMixed(): boolean {
    return (this.mixed ??= isMixed(this.text));
  }
}

function isMixed(text: string): boolean {
  let start = 0;
  let letters = 0;
  let digits = 0;
  for (let i = 0; i <= text.length; i++) {
    const unit = i < text.length ? unitAt(text, i) : 32;
    if (unit === 32 || (unit >= 9 && unit <= 13)) {
      if (letters >= FEWEST_LETTERS && digits > 0 && i - start >= SHORTEST) return true;
      start = i + 1;
      letters = digits = 0;
    } else if (unit >= 48 && unit <= 57) digits++;
    else if ((unit >= 97 && unit <= 122) || unit > 127) letters++;
  }
  return false;
}

/** The same text, of the same length, with odd spaces, dashes, line breaks, full-width digits and signs made plain. */
export function plainOf(text: string): string {
  let plain = "";
  let last = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = unitAt(text, i);
    if ((kindOf(unit) & ODD) === 0) continue;
    plain += text.slice(last, i) + plainUnit(unit);
    last = i + 1;
  }
  return last === 0 ? text : plain + text.slice(last);
}

function plainUnit(unit: number): string {
  if (unit >= 0xff0b) return unit === 0xff20 ? "@" : String.fromCharCode(unit - 0xfee0);
  return (unit >= 0x2010 && unit <= 0x2015) || unit === 0x2212 || unit >= 0xfe58 ? "-" : " ";
}
