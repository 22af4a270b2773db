import type { Glance } from "../core/glance.js";
import { hashWord, tailOf } from "../core/hash.js";
import type { Lang } from "../core/label.js";
import { CAPITAL, DIGIT, LETTER } from "../core/signs.js";
import type { Span } from "../core/span.js";
import { HEAD, type Sentence, type Text, type Token } from "../core/text.js";
import { unitAt } from "../core/unit-at.js";
import { glance } from "./glance.js";
import { guessLanguage } from "./language.js";
import { findQuotes } from "./quotes.js";
import { headOf, readToken, unitsOf } from "./read-tokens.js";
import { splitSentences } from "./sentences.js";
import { tokenise } from "./tokens.js";

/**
 * A message prepared for matching: words, sentences, language, quotations. Pure and total on any string. Where the quick reading is
 * given, what comes back uses its lists (the careful one writes over them) and is good as long as they are.
 */
export function prepare(original: string, seen?: Glance): Text {
  const quick = seen ?? glance(original);
  if (quick.odd) {
    const evasions: Span[] = [];
    const tokens = tokenise(original, evasions);
    const words = writeOver(quick, original, tokens);
    return new Prepared(original, seen === undefined ? kept(words) : words, evasions, tokens);
  }
  return new Prepared(original, seen ?? kept(quick), NONE);
}

const NONE: readonly never[] = [];
/** All signs. */
const ANY = -1;

class Prepared implements Text {
  readonly count: number;
  readonly hashes: Int32Array;
  readonly tails: Int32Array;
  readonly signs: Int32Array;
  readonly all: number;
  readonly sentences: readonly Sentence[];
  private quotations: readonly Span[] | undefined;
  private guess: { readonly lang: Lang | undefined } | undefined;

  constructor(
    readonly original: string,
    private readonly seen: Glance,
    readonly evasions: readonly Span[],
    private read?: readonly Token[],
  ) {
    this.count = seen.count;
    this.hashes = seen.hashes;
    this.tails = seen.tails;
    this.signs = seen.signs;
    this.all = seen.odd ? ANY : seen.all;
    this.sentences = splitSentences(original, seen, (k) => this.word(k));
  }

  get tokens(): readonly Token[] {
    if (this.read === undefined) {
      const tokens = new Array<Token>(this.count);
      for (let k = 0; k < this.count; k++) tokens[k] = readToken(this.original, this.seen, k);
      this.read = tokens;
    }
    return this.read;
  }
  get quoted(): readonly Span[] {
    return (this.quotations ??= findQuotes(this.original, this.seen.all));
  }
  get lang(): Lang | undefined {
    return (this.guess ??= { lang: guessLanguage(this.original, this.seen) }).lang;
  }
  word(k: number): string {
    return this.read === undefined ? readToken(this.original, this.seen, k).word : this.read[k]!.word;
  }
  startOf(k: number): number {
    return this.seen.ends[k]! - this.seen.lengths[k]!;
  }
  endOf(k: number): number {
    return this.seen.ends[k]!;
  }
  unitsOf(k: number, into: Uint16Array): number {
    return !this.seen.odd ? unitsOf(this.original, this.seen, k, into) : copyUnits(this.read![k]!.word, into);
  }
  head(k: number): number {
    return this.read === undefined ? headOf(this.original, this.seen, k) : hashWord(this.read[k]!.word.slice(0, HEAD));
  }
}

function copyUnits(word: string, into: Uint16Array): number {
  const count = Math.min(word.length, into.length);
  for (let i = 0; i < count; i++) into[i] = unitAt(word, i);
  return count;
}

/** What the quick reading saw, in lists of its own. */
const kept = ({ count, hashes, ends, lengths, signs, tails, all, odd }: Glance): Glance => ({
  count, all, odd, hashes: hashes.slice(0, count), ends: ends.slice(0, count), lengths: lengths.slice(0, count), signs: signs.slice(0, count), tails: tails.slice(0, count),
});

/** Writes the words that the careful reading found into the lists of the quick one: what it would have seen, had it known them. */
function writeOver({ all, hashes, ends, lengths, signs, tails }: Glance, original: string, tokens: readonly Token[]): Glance {
  for (let k = 0; k < tokens.length; k++) {
    const { start, end, word } = tokens[k]!;
    hashes[k] = hashWord(word);
    ends[k] = end;
    lengths[k] = end - start;
    signs[k] = signsOf(original, tokens[k]!);
    tails[k] = tailOf(word);
  }
  return { count: tokens.length, all, odd: true, hashes, ends, lengths, signs, tails };
}

/** Digits and letters of a word, and capitals where it stands. */
function signsOf(original: string, { start, end, word }: Token): number {
  let signs = 0;
  let units = 0;
  for (let i = 0; i < word.length; i++) {
    const unit = unitAt(word, i);
    units |= unit;
    if (unit >= 0x30 && unit <= 0x39) signs |= DIGIT;
    else if (unit >= 0x61 && unit <= 0x7a) signs |= LETTER;
  }
  for (let i = start; i < end; i++) {
    const unit = unitAt(original, i);
    units |= unit;
    if (unit >= 0x41 && unit <= 0x5a) signs |= CAPITAL;
  }
  if (units < 0x80) return signs;
  return (/\p{N}/u.test(word) ? DIGIT : 0) | (/\p{L}/u.test(word) ? LETTER : 0) | (/\p{Lu}/u.test(original.slice(start, end)) ? CAPITAL : 0);
}
