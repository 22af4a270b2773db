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

/** Most words that the phrases of one set of tables may write out, lists counted once, and most characters that its patterns may ask for. */
export const [MOST_WORDS, MOST_CHARACTERS] = [1_000_000, 100_000];

/**
 * Compiles the entries of all signal files: phrases, told how common words are (`tables.ts`), and patterns (`/…/`). An entry that
 * cannot be compiled is a Problem and is left out (`entry`: which); so are all from the first on for which there is no room left.
 * `size` is that of the tables as data, in bytes.
 */
export function compilePhrases(sources: readonly SourcePhrase[], vocabulary: Vocabulary, commonness?: Commonness): { tables: ScanTables; problems: { readonly entry: number; readonly problem: Problem }[]; size: number } {
  const readPhrase = createPhraseReader(vocabulary);
  const problems: { readonly entry: number; readonly problem: Problem }[] = [];
  const meanings = new Map<string, number>();
  const phrases: { readonly elements: Element[]; readonly meaning: number }[] = [];
  const patterns: { readonly node: Node; readonly meaning: number }[] = [];
  let [words, characters] = [0, 0];
  for (const [i, { phrase: entry, lang, meaning: means }] of sources.entries()) {
    const wrong = (code: string, message: string, hint: string): void => void problems.push({ entry: i, problem: { code, message, hint } });
    try {
      const key = JSON.stringify({ lang, meaning: means });
      const meaning = meanings.get(key) ?? meanings.set(key, meanings.size).get(key)!;
      if (isPattern(entry)) {
        const node = parsePattern(entry);
        const asked = refuseUnfit(node);
        if (characters + asked > MOST_CHARACTERS) wrong("signal/too-many", `the patterns ask for more than ${MOST_CHARACTERS} characters together`, "shorten their repetitions, or write words as phrases");
        else patterns.push({ node, meaning });
        characters += asked;
      } else {
        const orders = readPhrase(entry, lang);
        const written = orders.flat().reduce((sum, element) => (element.kind === "choice" ? element.options.reduce((all, option) => all + option.length, sum) : sum), 0);
        if (words + written > MOST_WORDS) wrong("signal/too-many", `the phrases write out more than ${MOST_WORDS} words together`, "put words that they share in a list, or leave phrases out");
        else for (const elements of orders) phrases.push({ elements, meaning });
        words += written;
      }
    } catch (error) {
      if (error instanceof PhraseError) wrong("signal/phrase", error.message, error.hint);
      else if (error instanceof PatternError) wrong("signal/pattern", `${error.message}, at column ${error.column} of the pattern`, error.hint);
      else throw error;
    }
    // One Problem tells of all for which there is no room.
    if (words > MOST_WORDS || characters > MOST_CHARACTERS) break;
  }
  const matcher = buildTables(phrases.map(({ elements }) => elements), commonness, vocabulary.spellings);
  const program = compileProgram(patterns.map(({ node }) => node));
  const tables: ScanTables = {
    matcher,
    patterns: program,
    phrases: [...phrases, ...patterns].map(({ meaning }) => meaning),
    meanings: [...meanings.keys()].map((key) => JSON.parse(key) as ScanTables["meanings"][number]),
  };
  const size = 2 * (matcher.forms.length + matcher.bands.length + matcher.lists.length + matcher.phrases.length + matcher.heads.length + matcher.index.length) + 4 * (3 * program.ops.length + tables.phrases.length);
  return { tables, problems, size };
}
