import { foldString } from "../core/fold.js";
import type { Lang } from "../core/label.js";
import { LONGEST_REACH } from "./forms.js";

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
 * | `w/6` | up to six words in between, and what stands before and after it in either order (found once in each); once a phrase |
 * | `^` `$` | the sentence begins (ends) here |
 */
export type Element =
  | { readonly kind: "choice"; readonly options: readonly Option[]; readonly lists: readonly List[]; readonly optional: boolean }
  | { readonly kind: "gap"; readonly most: number }
  | { readonly kind: "start" }
  | { readonly kind: "end" };

/** Words in a row, as forms (`forms.ts`). */
export type Option = readonly string[];
/** The entries of a word list; one object a list and language. */
export type List = readonly Option[];

/** Widest gap that a phrase may ask for, in words. */
export const WIDEST_GAP = 12;
/** Most words from the first to the last of a match. */
export const WIDEST_REACH = 24;

/** What a phrase needs from outside: the entries of a list, the stem of a word, and by language how else words are written in chat. */
export interface Vocabulary {
  readonly list: (name: string, lang: Lang) => readonly string[] | undefined;
  readonly stem: (word: string, lang: Lang) => string;
  readonly spellings?: Spellings;
}

export type Spellings = ReadonlyMap<Lang, Readonly<Record<string, readonly string[]>>>;

/** A phrase that cannot be read: what is wrong and what to write instead. */
export class PhraseError extends Error {
  override readonly name = "PhraseError";
  readonly hint: string;
  constructor(message: string, hint: string) {
    super(message);
    this.hint = hint;
  }
}

/**
 * Reads phrases: the orders in which the elements of each may stand, one, or two where it says `w/6`. Throws PhraseError for what
 * cannot be read. Lists, and options that phrases share, are read once.
 */
export function createPhraseReader(vocabulary: Vocabulary): (phrase: string, lang: Lang) => Element[][] {
  const lists = new Map<string, List>();
  const read = { en: new Map<string, Option>(), pt: new Map<string, Option>(), es: new Map<string, Option>() } satisfies Record<Lang, unknown>;
  const readOption = (option: string, lang: Lang): Option => {
    let words = read[lang].get(option);
    if (words === undefined) read[lang].set(option, (words = option.split(/\s+/).map((raw) => readWord(raw, lang, vocabulary))));
    return words;
  };
  const readList = (name: string, lang: Lang): List => {
    const key = `${name} ${lang}`;
    let list = lists.get(key);
    if (list === undefined) {
      const entries = vocabulary.list(name, lang);
      if (entries === undefined) throw new PhraseError(`there is no list <${name}> for ${lang}`, `write rules/signals/words/${name}/${lang}.json`);
      list = entries.map((entry) => readOption(entry, lang));
      lists.set(key, list);
    }
    return list;
  };
  return (phrase, lang) => {
    const elements: Element[] = [];
    let near: number | undefined;
    for (const part of phrase.match(/\([^)]*\)\??|\S+/g) ?? []) {
      const gap = /^(?:\.\.|w\/(?=\d))(\d*)$/.exec(part);
      if (part === "^") elements.push({ kind: "start" });
      else if (part === "$") elements.push({ kind: "end" });
      else if (gap !== null) {
        const most = gap[1] === "" ? 3 : Number(gap[1]);
        if (most > WIDEST_GAP) throw new PhraseError(`gap ${part} is too wide`, `at most ..${WIDEST_GAP}`);
        if (part.startsWith("w")) {
          if (near !== undefined) throw new PhraseError(`"${part}" is the second of its kind`, "write w/… once a phrase, or two phrases");
          near = elements.length;
        }
        elements.push({ kind: "gap", most });
      } else {
        const optional = part.endsWith("?");
        const body = optional ? part.slice(0, -1) : part;
        const inner = /^\(.*\)$/.test(body) ? body.slice(1, -1) : body;
        if (/[()]/.test(inner)) throw new PhraseError(`unbalanced brackets in "${part}"`, "write (one|two words|thr*), without brackets inside");
        const options: Option[] = [];
        const named: List[] = [];
        for (const one of inner.split("|")) {
          const option = one.trim();
          const list = option.startsWith("<") ? /^<([a-z-]+)>$/.exec(option) : null;
          if (list === null) options.push(readOption(option, lang));
          else named.push(readList(list[1]!, lang));
        }
        elements.push({ kind: "choice", options, lists: named, optional });
      }
    }
    const orders = near === undefined ? [elements] : [elements, [...elements.slice(near + 1), elements[near]!, ...elements.slice(0, near)]];
    orders.forEach(refuseUnfit);
    return orders;
  };
}

function refuseUnfit(elements: readonly Element[]): void {
  const required = elements.flatMap((element, i) => (element.kind === "choice" && !element.optional ? [i] : []));
  if (required.length === 0) throw new PhraseError("the phrase asks for no word", "write at least one word that must stand there");
  if (elements.some(({ kind }, i) => kind === "gap" && (i < required[0]! || i > required.at(-1)!))) {
    throw new PhraseError("a gap stands at the edge of the phrase", "a gap has a word that must stand there before it and after it: leave it out");
  }
  if (elements.some(({ kind }, i) => (kind === "start" && i > 0) || (kind === "end" && i < elements.length - 1))) {
    throw new PhraseError("^ or $ stands within the phrase", "^ stands first, $ last");
  }
  const reach = elements.reduce((sum, element) => sum + reachOf(element), 0);
  if (reach > WIDEST_REACH) throw new PhraseError(`the phrase may reach over ${reach} words`, `at most ${WIDEST_REACH}: write narrower gaps, or two phrases`);
}

function reachOf(element: Element): number {
  if (element.kind === "gap") return element.most;
  return element.kind === "choice" ? element.lists.reduce((most, list) => Math.max(most, longestOf(list)), longestOf(element.options)) : 0;
}

const longestOf = (options: List): number => options.reduce((most, { length }) => (length > most ? length : most), 0);

function readWord(raw: string, lang: Lang, vocabulary: Vocabulary): string {
  if (/^[a-z0-9]+$/.test(raw)) return raw;
  const word = foldWord(raw);
  if (!/^~?[\p{L}\p{N}]+$|^[\p{L}\p{N}]+\*$|^\p{Extended_Pictographic}$/u.test(word)) {
    throw new PhraseError(`"${raw}" is not a word`, "write words of letters and digits; a hyphen parts two words");
  }
  if (/[~*]/.test(word) && word.length > LONGEST_REACH) throw new PhraseError(`a word of ${word.length} letters is too long for ~ or *`, `at most ${LONGEST_REACH}`);
  return word.startsWith("~") ? `${foldWord(vocabulary.stem(raw.slice(1).toLowerCase(), lang))}~${lang}` : word;
}

const foldWord = (word: string): string => foldString(word).replace(/['’]/g, "");
