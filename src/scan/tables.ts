import { APART, writeNumbers } from "../core/numbers.js";
import { isOfForm, mostFormsOf, writeForms, writeSpellings, type WrittenForms } from "./forms.js";
import type { Element, List, Option, Spellings } from "./phrase.js";

/**
 * Tables of a matcher: plain data, so that they are built ahead and shipped, in pieces, so that each is opened when it is first needed. What
 * is numbers is written as `numbers.ts` says.
 *
 * - a choice: a head, then the numbers of its forms that stand alone, in order, each less the one before it; then, where the head
 *   says so, how many lists and which; how many entries of several words, and of each: how many, which of them is the rarest, which
 * - `phrases`, a piece each: the parts. A part is `START`, `END`, `GAP + n` for a gap of up to n words, `CHOICE` + a head, or `ANCHOR` + a
 *   head. The anchor is the choice of which something stands in every match and which is the rarest such; its forms that stand alone
 *   are left out: the index has them
 * - `lists`, a piece each: how many entries; how many phrases have it in their anchor, and which; its entries of several words
 * - `index`, a piece for `BLOCK` forms. Of each, `heads` has a character: `HEAD_OF` and twice the number of phrases in whose anchor it stands
 *   alone, and one more if there is more to say; `MOST_HEAD` where that number stands in the piece. There stand these phrases; and then, if there
 *   is more: how many phrases have it for the rarest word of an entry of their anchor, and which; how many lists have it, and which: of
 *   each twice its number, and one more where it stands alone. All in order, each less the one before it
 */
export interface MatcherTables extends WrittenForms {
  readonly phrases: string;
  readonly lists: string;
  readonly heads: string;
  readonly index: string;
  /** Most words of a match. */
  readonly longest: number;
  /** Room for phrases and lists, opened, in numbers; and for the index. */
  readonly poolRoom: number;
  readonly indexRoom: number;
}

export const [START, END, GAP, CHOICE] = [0, 1, 2, 16];
/** What a head says beside how many forms stand alone, times 16. */
export const [OPTIONAL, HAS_LISTS, HAS_ENTRIES, IS_ANCHOR] = [1, 2, 4, 8];
/** Where the opened pool and index begin: 0 says that something is not opened. */
export const BEGIN = 1;
/** Forms of a piece of the index, and the characters of their heads. */
export const BLOCK = 32;
export const [HEAD_OF, MOST_HEAD] = [40, 51];

/** How common a form is: any number that grows with its frequency. */
export type Commonness = (form: string) => number;

/** Builds the tables of a set of phrases; the index of a phrase is its id. Unless told, words are as common as in the phrases. */
export function buildTables(phrases: readonly (readonly Element[])[], told?: Commonness, chat?: Spellings): MatcherTables {
  const choices = phrases.flatMap((elements) => elements.filter((element) => element.kind === "choice"));
  const lists = [...new Set(choices.flatMap((choice) => choice.lists))];
  const listNumbers = new Map(lists.map((list, i) => [list, i]));
  /** How often each entry is asked for, and each form. */
  const uses = new Map<Option, number>();
  for (const options of [...lists, ...choices.map((choice) => choice.options)]) for (const option of options) uses.set(option, (uses.get(option) ?? 0) + 1);
  const counts = new Map<string, number>();
  for (const [option, times] of uses) for (const form of option) counts.set(form, (counts.get(form) ?? 0) + times);
  // Of words that are asked for as often, the longer is the rarer.
  const commonness = told ?? ((form) => counts.get(form)! + 1 / form.length);
  const { written, numbers } = writeForms(counts);
  const formOf = (form: string): number => numbers.get(form)!;
  /** By entry: its forms, which of them is the rarest, and how common that is. */
  const entries = new Map([...uses.keys()].map((option) => {
    const costs = option.map(commonness);
    const cost = Math.min(...costs);
    const own = option.map(formOf);
    return [option, { own, cost, rarest: costs.indexOf(cost) }];
  }));

  /** A choice as numbers; how common its words are, of each entry the rarest: one of them stands wherever the choice does; and the words of its longest entry. */
  const choiceOf = (options: List, named: readonly List[], optional: boolean): { numbers: number[]; cost: number; longest: number } => {
    const alone = new Set<number>();
    const rest: number[] = [];
    let [several, cost, longest] = [0, 0, 1];
    for (const option of options) {
      const { own, rarest, cost: least } = entries.get(option)!;
      cost += least;
      if (own.length === 1) alone.add(own[0]!);
      else {
        rest.push(own.length, rarest, ...own);
        several++;
        longest = Math.max(longest, own.length);
      }
    }
    const inLists = named.map((list) => listNumbers.get(list)!);
    for (const list of inLists) {
      cost += choicesOfLists[list]!.cost;
      longest = Math.max(longest, choicesOfLists[list]!.longest);
    }
    const head = 16 * alone.size + (optional ? OPTIONAL : 0) + (named.length > 0 ? HAS_LISTS : 0) + (several > 0 ? HAS_ENTRIES : 0);
    return { numbers: [head, ...inOrder(alone), ...(named.length > 0 ? [named.length, ...inLists] : []), ...(several > 0 ? [several, ...rest] : [])], cost, longest };
  };
  const choicesOfLists: ReturnType<typeof choiceOf>[] = [];
  for (const list of lists) choicesOfLists.push(choiceOf(list, [], false));
  /** By form: the phrases in whose anchor it stands alone, those of which it is the rarest word of an entry, and lists (see `index`). */
  const ofForms = Array.from({ length: numbers.size }, () => ({ alone: new Set<number>(), rarest: new Set<number>(), lists: new Set<number>() }));
  const tell = (options: List, one: (form: (typeof ofForms)[number], isAlone: boolean) => void): void => {
    for (const option of options) {
      const { own, rarest } = entries.get(option)!;
      one(ofForms[own[rarest]!]!, own.length === 1);
    }
  };
  lists.forEach((list, i) => tell(list, (form, isAlone) => form.lists.add(2 * i + (isAlone ? 1 : 0))));
  const anchoredAt = lists.map(() => new Set<number>());
  let longest = 0;
  let poolRoom = BEGIN;
  const phrasePieces = phrases.map((elements, phrase) => {
    const own = elements.map((element) => (element.kind === "choice" ? choiceOf(element.options, element.lists, element.optional) : undefined));
    const costs = elements.map((element, i) => (element.kind === "choice" && !element.optional ? own[i]!.cost : Infinity));
    const anchor = costs.indexOf(Math.min(...costs));
    longest = Math.max(longest, elements.reduce((sum, element, i) => sum + (element.kind === "gap" ? element.most : (own[i]?.longest ?? 0)), 0));
    // Opened, a choice takes up three numbers more than written, and a phrase says once more what stands in one of its choices.
    poolRoom += 3 + own.reduce((sum, choice) => sum + (choice === undefined ? 1 : choice.numbers.length + 3), 0) + Math.max(0, ...own.map((choice) => choice?.numbers.length ?? 0));
    return writeNumbers(elements.flatMap((element, i) => {
      if (element.kind !== "choice") return [element.kind === "start" ? START : element.kind === "end" ? END : GAP + element.most];
      const [head, ...rest] = own[i]!.numbers as [number, ...number[]];
      if (i !== anchor) return [CHOICE + head, ...rest];
      tell(element.options, (form, isAlone) => (isAlone ? form.alone : form.rarest).add(phrase));
      for (const list of element.lists) anchoredAt[listNumbers.get(list)!]!.add(phrase);
      return [CHOICE + IS_ANCHOR + (head % 16), ...rest.slice(Math.floor(head / 16))];
    }));
  });
  const listPieces = lists.map((list, i) => {
    const [head, ...rest] = choicesOfLists[i]!.numbers as [number, ...number[]];
    poolRoom += rest.length + 1;
    return writeNumbers([list.length, anchoredAt[i]!.size, ...inOrder(anchoredAt[i]!), ...rest.slice(Math.floor(head / 16))]);
  });
  let indexRoom = BEGIN;
  let heads = "";
  const numbersOfForms = ofForms.map(({ alone, rarest, lists: inLists }) => {
    const hasMore = rarest.size + inLists.size > 0;
    const head = 2 * alone.size + (hasMore ? 1 : 0);
    heads += String.fromCharCode(HEAD_OF + Math.min(head, MOST_HEAD));
    indexRoom += 2 + alone.size + rarest.size + inLists.size + [...inLists].reduce((sum, list) => sum + anchoredAt[list >> 1]!.size, 0);
    return [...(head < MOST_HEAD ? [] : [head]), ...inOrder(alone), ...(hasMore ? [rarest.size, ...inOrder(rarest), inLists.size, ...inOrder(inLists)] : [])];
  });
  const indexPieces = Array.from({ length: Math.ceil(ofForms.length / BLOCK) }, (_, block) => writeNumbers(numbersOfForms.slice(block * BLOCK, (block + 1) * BLOCK).flat()));
  const spellings = spellingsOf([...numbers.keys()], chat);
  return {
    ...written,
    ...writeSpellings(spellings, formOf),
    most: mostFormsOf([...numbers.keys(), ...spellings.map(([spelling]) => spelling)]),
    phrases: phrasePieces.join(APART),
    lists: listPieces.join(APART),
    heads,
    index: indexPieces.join(APART),
    longest,
    poolRoom,
    indexRoom,
  };
}

/** Numbers in order, each less the one before it. */
function inOrder(numbers: ReadonlySet<number>): number[] {
  const sorted = Uint32Array.from(numbers).sort();
  return Array.from(sorted, (number, i) => number - (i === 0 ? 0 : sorted[i - 1]!));
}

/** What is written for words of forms, each with the form; beginnings stand for themselves only. */
function spellingsOf(forms: readonly string[], chat: Spellings = new Map()): [spelling: string, form: string][] {
  const pairs: [string, string][] = [];
  const known = new Set(forms);
  for (const [lang, words] of chat) {
    for (const [word, spellings] of Object.entries(words)) {
      const stems = Array.from(word, (_, i) => `${word.slice(0, i + 1)}~${lang}`);
      const asked = [word, ...stems].filter((form) => known.has(form) && isOfForm(word, form));
      for (const form of asked) for (const spelling of spellings) if (!isOfForm(spelling, form)) pairs.push([spelling, form]);
    }
  }
  return pairs.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}
