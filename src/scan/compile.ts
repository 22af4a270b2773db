import type { Lang } from "../core/label.js";
import type { Meaning, SourcePhrase } from "../core/phrase.js";
import type { Problem } from "../core/problem.js";
import { createPhraseReader, PhraseError, type Element, type Vocabulary } from "./phrase.js";
import { refuseUnfit } from "./regex/facts.js";
import { isPattern, parsePattern, PatternError, type Node } from "./regex/parse.js";
import { compileProgram, type Program } from "./regex/program.js";
import { buildTables, type Commonness, type MatcherTables } from "./tables.js";

/** Everything that `scan` needs of the signal files: plain data, built ahead and shipped. */
export interface ScanTables {
  readonly matcher: MatcherTables;
  readonly patterns: Program;
  /** By phrase, then by pattern: its language and what it means, an index of `meanings`. */
  readonly phrases: readonly number[];
  readonly meanings: readonly { readonly lang: Lang; readonly meaning: Meaning }[];
}

/**
 * Compiles the entries of all signal files: phrases, told how common words are, and patterns (`/…/`). An entry that cannot be
 * compiled is a Problem and is left out.
 */
export function compilePhrases(sources: readonly SourcePhrase[], vocabulary: Vocabulary, commonness: Commonness = () => 1): { tables: ScanTables; problems: Problem[] } {
  const readPhrase = createPhraseReader(vocabulary);
  const problems: Problem[] = [];
  const meanings = new Map<string, number>();
  const phrases: { readonly elements: Element[]; readonly meaning: number }[] = [];
  const patterns: { readonly node: Node; readonly meaning: number }[] = [];
  for (const { phrase: entry, lang, meaning: means, file, line } of sources) {
    try {
      const key = JSON.stringify({ lang, meaning: means });
      const meaning = meanings.get(key) ?? meanings.set(key, meanings.size).get(key)!;
      if (isPattern(entry)) {
        const node = parsePattern(entry);
        refuseUnfit(node);
        patterns.push({ node, meaning });
      } else phrases.push({ elements: readPhrase(entry, lang), meaning });
    } catch (error) {
      if (error instanceof PhraseError) problems.push({ code: "signal/phrase", file, line, message: error.message, hint: error.hint });
      else if (error instanceof PatternError) problems.push({ code: "signal/pattern", file, line, message: `${error.message}, at column ${error.column} of the pattern`, hint: error.hint });
      else throw error;
    }
  }
  return {
    tables: {
      matcher: buildTables(phrases.map(({ elements }) => elements), commonness),
      patterns: compileProgram(patterns.map(({ node }) => node)),
      phrases: [...phrases, ...patterns].map(({ meaning }) => meaning),
      meanings: [...meanings.keys()].map((key) => JSON.parse(key) as ScanTables["meanings"][number]),
    },
    problems,
  };
}
