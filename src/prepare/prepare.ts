import type { Span } from "../core/span.js";
import type { Text } from "../core/text.js";
import { guessLanguage } from "./language.js";
import { findQuotes } from "./quotes.js";
import { splitSentences } from "./sentences.js";
import { tokenise } from "./tokens.js";

/** A message prepared for matching: words, sentences, language, quotations. Pure and total on any string. */
export function prepare(original: string): Text {
  const evasions: Span[] = [];
  const tokens = tokenise(original, evasions);
  const { lang, share } = guessLanguage(original, tokens);
  return { original, tokens, sentences: splitSentences(original, tokens), lang, langShare: share, evasions, quoted: findQuotes(original) };
}
