import type { Lang } from "../core/label.js";
import type { Meaning, SourcePhrase } from "../core/phrase.js";
import type { Problem } from "../core/problem.js";
import { buildTables, type MatcherTables } from "./matcher.js";
import { parsePhrase, PhraseError, type Element, type Vocabulary } from "./phrase.js";

/** Everything that `scan` needs of the signal files: plain data, built ahead and shipped. */
export interface ScanTables {
  readonly matcher: MatcherTables;
  /** By phrase id: the phrase as written, its language, and what it means. */
  readonly phrases: readonly { readonly phrase: string; readonly lang: Lang; readonly meaning: Meaning }[];
}

/** Compiles the phrases of all signal files. A phrase that cannot be read is a Problem and is left out. */
export function compilePhrases(sources: readonly SourcePhrase[], vocabulary: Vocabulary): { tables: ScanTables; problems: Problem[] } {
  const problems: Problem[] = [];
  const phrases: ScanTables["phrases"][number][] = [];
  const elements: Element[][] = [];
  for (const { phrase, lang, meaning, file, line } of sources) {
    try {
      elements.push(parsePhrase(phrase, lang, vocabulary));
      phrases.push({ phrase, lang, meaning });
    } catch (error) {
      if (!(error instanceof PhraseError)) throw error;
      problems.push({ code: "signal/phrase", file, line, message: error.message, hint: error.hint });
    }
  }
  return { tables: { matcher: buildTables(elements), phrases }, problems };
}
