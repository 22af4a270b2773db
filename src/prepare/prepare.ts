import type { Glance } from "../core/glance.js";
import { hashWord } from "../core/hash.js";
import type { Span } from "../core/span.js";
import type { Text, Token } from "../core/text.js";
import { glance } from "./glance.js";
import { guessLanguage, tailOf } from "./language.js";
import { findQuotes } from "./quotes.js";
import { splitSentences } from "./sentences.js";
import { tokenise } from "./tokens.js";
import { readTokens } from "./read-tokens.js";

/** A message prepared for matching: words, sentences, language, quotations. Pure and total on any string. */
export function prepare(original: string, seen: Glance = glance(original)): Text {
  const evasions: Span[] = [];
  const tokens = seen.odd ? tokenise(original, evasions) : readTokens(original, seen);
  const words = seen.odd ? wordsOf(tokens, seen.all) : seen;
  return { original, tokens, hashes: words.hashes.slice(0, tokens.length), sentences: splitSentences(original, tokens), lang: guessLanguage(words), evasions, quoted: findQuotes(original, seen.all) };
}

/** What the quick reading would have seen, had it known the words that the careful one found. */
function wordsOf(tokens: readonly Token[], all: number): Pick<Glance, "count" | "hashes" | "lengths" | "tails" | "all"> {
  return {
    count: tokens.length,
    hashes: Int32Array.from(tokens, ({ word }) => hashWord(word)),
    lengths: Int32Array.from(tokens, ({ word }) => word.length),
    tails: Int32Array.from(tokens, ({ word }) => tailOf(word)),
    all,
  };
}
