import { firstWhere } from "../core/first-where.js";
import { DIGIT } from "../core/signs.js";
import type { Text } from "../core/text.js";
import type { ScanTables } from "./compile.js";
import { createMatcher } from "./matcher.js";
import { createPatterns } from "./regex/patterns.js";

/** Tells of each phrase and pattern that stands in a message: its number, the words `first..last` that it touches, and its span. */
export type Find = (text: Text, found: (phrase: number, first: number, last: number, start: number, end: number) => void) => void;

/** Finds the phrases and the patterns of compiled tables, each once a sentence (see `Matcher` and `Patterns` for which match counts). */
export function createFind({ matcher, patterns, phrases }: ScanTables): Find {
  const words = createMatcher(matcher);
  const characters = createPatterns(patterns);
  const firstPattern = phrases.length - patterns.starts.length;
  return (text, found) => {
    const { original, count, sentences, all } = text;
    words.match(text, (phrase, first, last) => found(phrase, first, last, text.startOf(first), text.endOf(last)));
    if (count === 0) return;
    let sentence = { pattern: -1, end: 0 };
    characters.match(original, (pattern, start, end) => {
      if (pattern === sentence.pattern && start < sentence.end) return;
      const { tokens } = text;
      // The words that it touches; where it touches none (`!!!`), the word before it.
      let first = firstWhere(tokens.length - 1, (i) => tokens[i]!.end > start);
      if (first > 0 && tokens[first]!.start >= end) first--;
      const last = Math.max(first, firstWhere(tokens.length, (i) => tokens[i]!.start >= end) - 1);
      const next = firstWhere(sentences.length, (i) => sentences[i]!.from > first);
      sentence = { pattern, end: sentences[next]?.start ?? original.length };
      found(firstPattern + pattern, first, last, start, end);
    }, (all & DIGIT) !== 0);
  };
}
