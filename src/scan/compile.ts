import type { Lang } from "../core/label.js";
import type { Meaning, SourcePhrase } from "../core/phrase.js";
import type { Problem } from "../core/problem.js";
import { parsePhrase, PhraseError, type Element, type Vocabulary } from "./phrase.js";
import { buildTables, type Commonness, type MatcherTables } from "./tables.js";

/** Everything that `scan` needs of the signal files: plain data, built ahead and shipped. */
export interface ScanTables {
  readonly matcher: MatcherTables;
  /** By phrase: its language and what it means, an index of `meanings`. */
  readonly phrases: readonly number[];
  readonly meanings: readonly { readonly lang: Lang; readonly meaning: Meaning }[];
}

/** Compiles the phrases of all signal files, told how common words are. A phrase that cannot be read is a Problem and is left out. */
export function compilePhrases(sources: readonly SourcePhrase[], vocabulary: Vocabulary, commonness: Commonness = () => 1): { tables: ScanTables; problems: Problem[] } {
  const problems: Problem[] = [];
  const phrases: number[] = [];
  const meanings = new Map<string, number>();
  const elements: Element[][] = [];
  for (const { phrase, lang, meaning, file, line } of sources) {
    try {
      elements.push(parsePhrase(phrase, lang, vocabulary));
      const key = JSON.stringify({ lang, meaning });
      phrases.push(meanings.get(key) ?? meanings.set(key, meanings.size).get(key)!);
    } catch (error) {
      if (!(error instanceof PhraseError)) throw error;
      problems.push({ code: "signal/phrase", file, line, message: error.message, hint: error.hint });
    }
  }
  return { tables: { matcher: buildTables(elements, commonness), phrases, meanings: [...meanings.keys()].map((key) => JSON.parse(key) as ScanTables["meanings"][number]) }, problems };
}
