import type { Words } from "../core/text.js";
import { createLexicon, type Lexicon } from "./forms.js";
import { openTables, type Opened } from "./open.js";
import { ALL, createPositions, firstPlace, MOST_TOGETHER, widened, widenedBack } from "./positions.js";
import { CHOICE, END, GAP, OPTIONAL, START, type MatcherTables } from "./tables.js";

/**
 * Finds all phrases of all signals in a message. Each word is looked up once. A phrase is tried in a sentence only where a word of
 * its anchor stands there, and then all places at once, a bit each: linear in the message, whatever its author wrote, and hardly dearer
 * with more phrases.
 *
 * A phrase is found once a sentence: the match that ends first, and of those that end there the one that begins first, so that
 * `pay ..6 judge` is `pay the judge` in "pay the judge and the other judge", and `ha ha` is found once in "ha ha ha ha". Matches of
 * different phrases may overlap: `cash in hand` and `in hand` both stand in "cash in hand". A match stays within its sentence:
 * `pay .. judge` is not in "I will pay. The judge knows". It covers whole words, from the first to the last that the phrase asks for:
 * `brib*` in "bríbery!" is "bríbery". (`test/cases/phrases.json` holds these as cases.)
 */
export interface Matcher {
  readonly match: (text: Words, found: (phrase: number, first: number, last: number) => void) => void;
  /** Words looked up and parts of phrases tried, times the words of their sentence, since it was created. */
  readonly work: () => number;
}

/** A matcher over built tables. They are opened when the first message is matched. */
export function createMatcher(tables: MatcherTables): Matcher {
  let opened: Matcher | undefined;
  return {
    match: (text, found) => (opened ??= openMatcher(createLexicon(tables), openTables(tables))).match(text, found),
    work: () => opened?.work() ?? 0,
  };
}

/** A matcher over opened tables. */
export function openMatcher(lexicon: Lexicon, { pool, lists, phrases, others, othersFrom, tried, triedFrom, longest }: Opened): Matcher {
  const positions = createPositions(pool, lists, triedFrom.length - 1, lexicon.most);
  const wordForms = new Int32Array(lexicon.most);
  /** By phrase: the last window in which it was tried, and the last sentence in which it was found. */
  const triedIn = new Float64Array(phrases.length);
  const foundIn = new Float64Array(phrases.length);
  /** Where the parts of the phrase at hand stand in the pool. */
  const partAt: number[] = [];
  let windows = 0;
  let sentence = 0;
  let work = 0;

  /** Tries a phrase in the window that `positions` holds, of so many words; the place where its match ends, or -1. */
  const lastOf = (at: number, words: number, begins: boolean, ends: boolean): number => {
    const parts = pool[at++]!;
    let here = pool[at] === START ? (begins ? 1 : 0) : ALL;
    for (let part = 0; part < parts; part++) {
      partAt[part] = at;
      const code = pool[at++]!;
      if (code >= CHOICE) {
        const there = positions.after(at, here);
        here = code === CHOICE + OPTIONAL ? here | there : there;
        at = positions.end();
      } else if (code >= GAP) here = widened(here, code - GAP);
      else if (code === END) here &= ends ? 1 << words : 0;
      if (here === 0) return -1;
    }
    return firstPlace(here);
  };
  /** The place where it begins. */
  const firstOf = (parts: number, last: number): number => {
    let here = 1 << last;
    for (let part = parts - 1; part >= 0; part--) {
      const at = partAt[part]!;
      const code = pool[at]!;
      if (code === START) return 0;
      if (code >= CHOICE) {
        const there = positions.before(at + 1, here);
        here = code === CHOICE + OPTIONAL ? here | there : there;
      } else if (code >= GAP) here = widenedBack(here, code - GAP);
    }
    return firstPlace(here);
  };

  const hasOther = (at: number): boolean => {
    const count = others[at]!;
    for (let i = 1; i <= count; i++) if (positions.has(others[at + i]!)) return true;
    return count === 0;
  };

  /** Matches in the words `[from, to)`, which begin and end a sentence, or not. */
  const matchWindow = (text: Words, from: number, to: number, begins: boolean, ends: boolean, found: (phrase: number, first: number, last: number) => void): void => {
    positions.open();
    windows++;
    for (let k = from; k < to; k++) {
      const count = lexicon.formsOf(text, k, wordForms);
      for (let i = 0; i < count; i++) positions.add(wordForms[i]!, k - from);
    }
    work += to - from;
    for (let i = 0, count = positions.count(); i < count; i++) {
      const form = positions.form(i);
      for (let j = triedFrom[form]!, until = triedFrom[form + 1]!; j < until; j++) {
        const phrase = tried[j]!;
        work += MOST_TOGETHER;
        if (!hasOther(othersFrom[phrase]!)) continue;
        if (triedIn[phrase] === windows || foundIn[phrase] === sentence) continue;
        triedIn[phrase] = windows;
        const at = phrases[phrase]!;
        work += pool[at]! * MOST_TOGETHER;
        const last = lastOf(at, to - from, begins, ends);
        if (last < 0) continue;
        foundIn[phrase] = sentence;
        found(phrase, from + firstOf(pool[at]!, last), from + last - 1);
      }
    }
  };
  return {
    match(text, found) {
      for (const { from, to } of text.sentences) {
        sentence++;
        for (let start = from; ; start += MOST_TOGETHER - longest) {
          const stop = Math.min(to, start + MOST_TOGETHER);
          matchWindow(text, start, stop, start === from, stop === to, found);
          if (stop === to) break;
        }
      }
    },
    work: () => work,
  };
}
