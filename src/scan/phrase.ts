import { foldString } from "../core/fold.js";
import type { Lang } from "../core/label.js";

/**
 * The phrase language of signal files. A phrase is words of one sentence, in order, folded (no case, accents, apostrophes):
 *
 * | written | means |
 * |---|---|
 * | `word` | that word |
 * | `brib*` | a word that begins so |
 * | `~pay` | any inflection of the word: its stem with an ending of the language |
 * | `(judge\|the clerk)` | one of these |
 * | `(the\|his)?` `word?` | may be missing |
 * | `<officials>` | an entry of the list `rules/signals/words/officials/<lang>.json` |
 * | `..` `..6` | up to three (six) words in between |
 * | `^` `$` | the sentence begins (ends) here |
 */
export type Element =
  | { readonly kind: "choice"; readonly options: readonly (readonly string[])[]; readonly optional: boolean }
  | { readonly kind: "gap"; readonly most: number }
  | { readonly kind: "start" }
  | { readonly kind: "end" };

/** Widest gap that a phrase may ask for, in words. */
export const WIDEST_GAP = 12;

/** What a phrase needs from outside: the entries of a list, and the stem of a word. */
export interface Vocabulary {
  readonly list: (name: string, lang: Lang) => readonly string[] | undefined;
  readonly stem: (word: string, lang: Lang) => string;
}

/** A phrase that cannot be read: what is wrong and what to write instead. */
export class PhraseError extends Error {
  override readonly name = "PhraseError";
  readonly hint: string;
  constructor(message: string, hint: string) {
    super(message);
    this.hint = hint;
  }
}

/** Reads a phrase. Throws PhraseError. */
export function parsePhrase(phrase: string, lang: Lang, vocabulary: Vocabulary): Element[] {
  const elements: Element[] = [];
  for (const part of phrase.match(/\([^)]*\)\??|\S+/g) ?? []) {
    const gap = /^\.\.(\d*)$/.exec(part);
    if (part === "^") elements.push({ kind: "start" });
    else if (part === "$") elements.push({ kind: "end" });
    else if (gap !== null) {
      const most = gap[1] === "" ? 3 : Number(gap[1]);
      if (most > WIDEST_GAP) throw new PhraseError(`gap ..${most} is too wide`, `at most ..${WIDEST_GAP}`);
      elements.push({ kind: "gap", most });
    } else elements.push(parseChoice(part, lang, vocabulary));
  }
  const required = elements.flatMap((element, i) => (element.kind === "choice" && !element.optional ? [i] : []));
  if (required.length === 0) throw new PhraseError("the phrase asks for no word", "write at least one word that must stand there");
  if (elements.some(({ kind }, i) => kind === "gap" && (i < required[0]! || i > required.at(-1)!))) {
    throw new PhraseError("a gap stands at the edge of the phrase", "a gap has a word that must stand there before it and after it: leave it out");
  }
  return elements;
}

function parseChoice(part: string, lang: Lang, vocabulary: Vocabulary): Element {
  const optional = part.endsWith("?");
  const body = optional ? part.slice(0, -1) : part;
  const inner = /^\(.*\)$/.test(body) ? body.slice(1, -1) : body;
  if (/[()]/.test(inner)) throw new PhraseError(`unbalanced brackets in "${part}"`, "write (one|two words|thr*), without brackets inside");
  const options: string[][] = [];
  for (const option of inner.split("|")) {
    const list = /^<([a-z-]+)>$/.exec(option.trim());
    if (list === null) options.push(readWords(option.trim(), lang, vocabulary));
    else {
      const entries = vocabulary.list(list[1]!, lang);
      if (entries === undefined) throw new PhraseError(`there is no list <${list[1]}> for ${lang}`, `write rules/signals/words/${list[1]}/${lang}.json`);
      for (const entry of entries) options.push(readWords(entry, lang, vocabulary));
    }
  }
  return { kind: "choice", options, optional };
}

/** An option as the forms of its words: `word`, `brib*` (a prefix), `pag~pt` (a stem with an ending of its language). */
function readWords(option: string, lang: Lang, vocabulary: Vocabulary): string[] {
  return option.split(/\s+/).map((raw) => {
    const word = foldWord(raw);
    if (!/^~?[\p{L}\p{N}]+$|^[\p{L}\p{N}]+\*$|^\p{Extended_Pictographic}$/u.test(word)) {
      throw new PhraseError(`"${raw}" is not a word`, "write words of letters and digits; a hyphen parts two words");
    }
    return word.startsWith("~") ? `${foldWord(vocabulary.stem(raw.slice(1).toLowerCase(), lang))}~${lang}` : word;
  });
}

const foldWord = (word: string): string => foldString(word).replace(/['’]/g, "");
