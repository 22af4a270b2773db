import type { Span } from "../core/span.js";
import { unitAt } from "../core/unit-at.js";

/** What a code unit is to identifiers. */
export const WORD = 1;
export const DIGIT = 2;
/** An odd space, dash, digit or sign, which the plain text has in its usual form; and what makes a key of a digit (`5️⃣`), for which it has spaces. */
export const ODD = 4;
const KNOWN = 128;

const isOfWord = (character: string): boolean => /^[\p{L}\p{N}\p{M}_]$/u.test(character);
const IS_ODD = /^[\u0009-\u000d\u00a0\u1680\u2000-\u200a\u2010-\u2015\u2028\u2029\u202f\u205f\u20e3\u2212\u3000\ufe0f\ufe58\ufe63\uff0b-\uff1a\uff20]$/;

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

/** True for what ends in "'s". */
export const isPossessive = (text: string, { start, end }: Span): boolean =>
  end - start > 1 && (unitAt(text, end - 1) | 32) === 115 && (unitAt(text, end - 2) === 39 || unitAt(text, end - 2) === 0x2019);

/** True for a capital letter. */
export const isCapitalAt = (text: string, at: number): boolean => {
  const unit = unitAt(text, at);
  return unit < 128 ? unit >= 65 && unit <= 90 : /\p{Lu}/u.test(String.fromCharCode(unit));
};

/** Small letters, and characters, of a stretch that somebody made up, at least: what `password-made-up.ts` and its like read is no shorter. */
const FEWEST_LETTERS = 3;
const SHORTEST = 7;

const SPACE = 32;

/** What a character of ASCII is to a first look: nothing, a digit or sign that something is read from, a space that is written anew, or a mark that may set a stretch apart (`identifier-marks.ts`). */
const SIGN = 1;
const ODD_SPACE = 2;
const MARK = 4;

/** By code unit of ASCII what it is, where something is read from these. */
export const classesOf = (isRead: (unit: number) => boolean): Uint8Array =>
  Uint8Array.from({ length: 128 }, (_, unit) => (isMark(unit) ? MARK : 0) | (isRead(unit) || isDigit(unit) ? SIGN : unit >= 9 && unit <= 13 ? ODD_SPACE : 0));

/** `_…_`, `*…*`, `~…~`, backticks: what chat sets in italics, in bold, struck through, and as code. */
export const isMark = (unit: number): boolean => unit === 95 || unit === 42 || unit === 126 || unit === 96;

/** A digit of ASCII; in a plain text every digit is. */
export const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57;

/** Where reading is worth while, seen in one look. */
export class Signs {
  private mixed: boolean | undefined;

  constructor(
    private readonly text: string,
    /** Where its digits stand, full-width ones too. */
    readonly digitsAt: readonly number[] = [],
    /** Where the first and last of its digits, and of the signs that something is read from, stand; −1: none does. */
    readonly first = -1,
    readonly last = -1,
    /** It is known to be its own plain text. */
    readonly isPlain = false,
    /** It is known to have no marks. */
    readonly isUnmarked = false,
  ) {}

  /** A stretch without spaces, of seven characters or more, has three small letters and a digit. What is not of ASCII may be a small letter. */
  get isMixed(): boolean {
    return (this.mixed ??= this.digits > 0 && hasMixed(this.text, this.first, this.digitsAt[this.digits - 1]!));
  }
  get digits(): number {
    return this.digitsAt.length;
  }
}

export function signsOf(text: string, classes: Uint8Array): Signs {
  const digitsAt: number[] = [];
  let first = -1;
  let last = -1;
  let isPlain = true;
  let marks = 0;
  for (let i = 0; i < text.length; i++) {
    let unit = unitAt(text, i);
    if (unit > 127) {
      if ((kindOf(unit) & (DIGIT | ODD)) === 0) continue;
      isPlain = false;
      unit = unitAt(plainUnit(unit), 0);
    }
    const found = classes[unit]!;
    if (found === 0) continue;
    if (found === ODD_SPACE) {
      isPlain = false;
      continue;
    }
    if ((found & MARK) !== 0) marks++;
    if ((found & SIGN) === 0) continue;
    if (isDigit(unit)) digitsAt.push(i);
    if (first < 0) first = i;
    last = i;
  }
  return new Signs(text, digitsAt, first, last, isPlain, marks === 0);
}

const isSpace = (unit: number): boolean => unit === SPACE || (unit >= 9 && unit <= 13);

/** Looks at the stretches from that of a first sign to that of the last digit. */
function hasMixed(text: string, first: number, lastDigit: number): boolean {
  let start = first;
  while (start > 0 && !isSpace(unitAt(text, start - 1))) start--;
  let letters = 0;
  let digits = 0;
  for (let i = start; i < text.length; i++) {
    const unit = unitAt(text, i);
    if (isSpace(unit)) {
      if (letters >= FEWEST_LETTERS && digits > 0 && i - start >= SHORTEST) return true;
      if (i > lastDigit) return false;
      start = i + 1;
      letters = digits = 0;
    } else if (unit > 127) {
      letters++;
      digits += kindOf(unit) & DIGIT;
    } else if (unit >= 97 && unit <= 122) letters++;
    else if (isDigit(unit)) digits++;
  }
  return letters >= FEWEST_LETTERS && digits > 0 && text.length - start >= SHORTEST;
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
