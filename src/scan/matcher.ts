import type { Words } from "../core/text.js";
import { createLexicon, type Lexicon } from "./lexicon.js";
import { AFTER, ANCHOR, ANYWHERE, BEFORE, FEW, NEAR, NEAR_ALONE, NEAR_NEXT, NEAR_PREVIOUS, NEXT, openTables, PREVIOUS, SIDE, SIDES, type Opened } from "./open.js";
import { ALL, createPositions, FIRST_STRETCH, firstPlace, MOST_TOGETHER, widened, widenedBack } from "./positions.js";
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

/** Numbers that are kept together of a phrase, and which. */
const [TRIED, WORDS, AT] = [3, 1, 2];

/** A matcher over opened tables. */
export function openMatcher(lexicon: Lexicon, { form: openForm, index, phrase: openPhrase, pool, lists, near, formCount, phraseCount, longest }: Opened): Matcher {
  const positions = createPositions(pool, lists, formCount, lexicon.most);
  const wordForms = new Int32Array(lexicon.most);
  /** By phrase, together in memory: the last stretch in which a word of its anchor stood, the words of that stretch that are one alone, and where in the pool it stands, once that is known. */
  const tried = new Int32Array(TRIED * phraseCount);
  /** By phrase: the last sentence in which it was found. */
  const foundIn = new Float64Array(phraseCount);
  /** By word of the stretch at hand, from `FEW` on, the forms that it is of, as bits; and those of the words before and after it. */
  const formsAt = new Int32Array(MOST_TOGETHER + 2 * FEW);
  const around = new Int32Array(SIDES).fill(-1, ANYWHERE, ANYWHERE + 1);
  /** The phrases to try in the stretch at hand. */
  const candidates = new Int32Array(phraseCount);
  /** Where the parts of the phrase at hand stand in the pool. */
  const partAt: number[] = [];
  let sentence = 0;
  let work = 0;

  /** Tries a phrase in the stretch that `positions` holds, of so many words, where these are its anchor alone; the place where its match ends, or -1. */
  const lastOf = (at: number, anchor: number, words: number, begins: boolean, ends: boolean): number => {
    const parts = pool[at++]!;
    let here = pool[at] === START ? (begins ? 1 : 0) : ALL;
    for (let part = 0; part < parts; part++) {
      partAt[part] = at;
      const code = pool[at++]!;
      if (code >= CHOICE) {
        let there = positions.after(at, here);
        if (code === ANCHOR) there |= (here & anchor) << 1;
        here = code === CHOICE + OPTIONAL ? here | there : there;
        at = positions.end();
      } else if (code >= GAP) here = widened(here, code - GAP);
      else if (code === END) here &= ends ? 1 << words : 0;
      if (here === 0) return -1;
    }
    return firstPlace(here);
  };
  /** The place where it begins. */
  const firstOf = (parts: number, anchor: number, last: number): number => {
    let here = 1 << last;
    for (let part = parts - 1; part >= 0; part--) {
      const at = partAt[part]!;
      const code = pool[at]!;
      if (code === START) return 0;
      if (code >= CHOICE) {
        let there = positions.before(at + 1, here);
        if (code === ANCHOR) there |= (here >>> 1) & anchor;
        here = code === CHOICE + OPTIONAL ? here | there : there;
      } else if (code >= GAP) here = widenedBack(here, code - GAP);
    }
    return firstPlace(here);
  };

  /** Whether something stands of what a phrase goes through beside its anchor. */
  const hasOther = (at: number): boolean => {
    const forms = pool[at - 1]!;
    const lists = pool[at - 2]!;
    let next = at - 3;
    for (const end = next - forms; next > end; next--) if (positions.has(pool[next]!)) return true;
    for (const end = next - lists; next > end; next--) if (positions.mayHaveList(pool[next]!)) return true;
    return forms + lists === 0;
  };

  /** Writes down the forms that stand around some words of the stretch, by side. */
  const lookAround = (words: number): void => {
    let [next, previous, after, before] = [0, 0, 0, 0];
    for (let rest = words; rest !== 0; rest &= rest - 1) {
      const word = FEW + firstPlace(rest);
      next |= formsAt[word + 1]!;
      previous |= formsAt[word - 1]!;
      for (let i = 1; i <= FEW; i++) {
        after |= formsAt[word + i]!;
        before |= formsAt[word - i]!;
      }
    }
    around[NEXT] = next;
    around[PREVIOUS] = previous;
    around[AFTER] = after;
    around[BEFORE] = before;
  };

  /** Whether something stands there that a phrase asks for, where a word is its anchor alone, or the rarest of an entry of it. */
  const standsNearAlone = (phrase: number): boolean => (near[NEAR * phrase + NEAR_ALONE]! & around[near[NEAR * phrase + SIDE]!]!) !== 0;
  const standsNearEntry = (phrase: number): boolean => ((near[NEAR * phrase + NEAR_NEXT]! & around[NEXT]!) | (near[NEAR * phrase + NEAR_PREVIOUS]! & around[PREVIOUS]!)) !== 0;

  /** Notes the phrases whose anchor stands in the stretch, and the words of lists; says how many phrases. */
  const gather = (stretch: number): number => {
    let count = 0;
    for (let i = 0; i < positions.count(); i++) {
      const form = positions.form(i);
      const words = positions.words(form);
      let at = openForm(form);
      if (index[at]! > 0) lookAround(words);
      for (const end = at + 1 + index[at++]!; at < end; at++) {
        const phrase = index[at]! >> 1;
        work += MOST_TOGETHER;
        if ((index[at]! & 1) === 1 ? !standsNearAlone(phrase) : !standsNearEntry(phrase)) continue;
        const own = TRIED * phrase;
        if (tried[own] !== stretch) {
          tried[own] = stretch;
          tried[own + WORDS] = 0;
          candidates[count++] = phrase;
        }
        if ((index[at]! & 1) === 1) tried[own + WORDS]! |= words;
      }
      for (const end = at + 1 + index[at++]!; at < end; at++) positions.addToList(index[at]! >> 1, (index[at]! & 1) === 1 ? words : 0);
    }
    return count;
  };

  /** Matches in the words `[from, to)`, which begin and end a sentence, or not. */
  const matchStretch = (text: Words, from: number, to: number, begins: boolean, ends: boolean, found: (phrase: number, first: number, last: number) => void): void => {
    const stretch = positions.open();
    if (stretch === FIRST_STRETCH) tried.fill(0);
    for (let k = from; k < to; k++) {
      const count = lexicon.formsOf(text, k, wordForms);
      let forms = 0;
      for (let i = 0; i < count; i++) {
        positions.add(wordForms[i]!, k - from);
        forms |= 1 << wordForms[i]!;
      }
      formsAt[FEW + k - from] = forms;
    }
    formsAt.fill(0, FEW + to - from);
    work += to - from;
    for (let i = 0, count = gather(stretch); i < count; i++) {
      const phrase = candidates[i]!;
      const own = TRIED * phrase;
      const at = tried[own + AT] === 0 ? (tried[own + AT] = openPhrase(phrase)) : tried[own + AT]!;
      if (!hasOther(at)) continue;
      work += pool[at]! * MOST_TOGETHER;
      const anchor = tried[own + WORDS]!;
      const last = lastOf(at, anchor, to - from, begins, ends);
      if (last < 0 || foundIn[phrase] === sentence) continue;
      foundIn[phrase] = sentence;
      found(phrase, from + firstOf(pool[at]!, anchor, last), from + last - 1);
    }
  };
  return {
    match(text, found) {
      for (const { from, to } of text.sentences) {
        sentence++;
        for (let start = from; ; start += MOST_TOGETHER - longest) {
          const stop = Math.min(to, start + MOST_TOGETHER);
          matchStretch(text, start, stop, start === from, stop === to, found);
          if (stop === to) break;
        }
      }
    },
    work: () => work,
  };
}
