import { isOfForm, writeForms, type WrittenForms } from "./forms.js";
import { writeNumbers } from "../core/numbers.js";
import type { Element, List, Option, Spellings } from "./phrase.js";

/**
 * Tables of a matcher: plain data, so that they are built ahead and shipped. `lists` and `phrases` are numbers (`numbers.ts`):
 *
 * - a choice: a head, then the numbers of its forms that stand alone, in order, each less the one before it; then, where the head
 *   says so, how many lists and which; how many entries of several words, and of each: how many, which of them is the rarest, which
 * - `lists`: how many, and each as a choice
 * - `phrases`: how many, how many choices they have, and of each: how many parts; which of them is the anchor, of which something
 *   stands in every match and which is the rarest such; the parts. A part is `START`, `END`, `GAP + n` for a gap of up to n words,
 *   or `CHOICE` + a head.
 */
export interface MatcherTables extends WrittenForms {
  readonly lists: string;
  readonly phrases: string;
}

export const [START, END, GAP, CHOICE] = [0, 1, 2, 16];
/** What a head says beside how many forms stand alone, times 8. */
export const [OPTIONAL, HAS_LISTS, HAS_ENTRIES] = [1, 2, 4];

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
  const forms = inBands(counts);
  const formNumbers = new Map(forms.map((form, i) => [form, i]));
  const commonnessOf = Float64Array.from(forms, commonness);
  const formOf = (form: string): number => formNumbers.get(form)!;
  /** By entry: its forms, and which of them is the rarest. */
  const entries = new Map([...uses.keys()].map((option) => {
    const own = option.map(formOf);
    return [option, { own, rarest: own.reduce((least, form, i) => (commonnessOf[form]! < commonnessOf[own[least]!]! ? i : least), 0) }];
  }));

  /** A choice as numbers; its cost is how common its words are, of each entry the rarest: one of them stands wherever the choice does. */
  const choiceOf = (options: List, named: readonly List[], optional: boolean): { head: number; body: number[]; cost: number } => {
    const single: number[] = [];
    const longer: number[] = [];
    let [several, cost] = [0, 0];
    for (const option of options) {
      const { own, rarest } = entries.get(option)!;
      cost += commonnessOf[own[rarest]!]!;
      if (own.length === 1) single.push(own[0]!);
      else {
        longer.push(own.length, rarest, ...own);
        several++;
      }
    }
    const alone = Uint32Array.from(new Set(single)).sort();
    const body = Array.from(alone, (form, i) => form - (i === 0 ? 0 : alone[i - 1]!));
    if (named.length > 0) body.push(named.length, ...named.map((list) => listNumbers.get(list)!));
    if (several > 0) body.push(several, ...longer);
    return { head: 8 * alone.length + (optional ? OPTIONAL : 0) + (named.length > 0 ? HAS_LISTS : 0) + (several > 0 ? HAS_ENTRIES : 0), body, cost };
  };
  const choicesOfLists = new Map(lists.map((list) => [list, choiceOf(list, [], false)]));
  const numbersOf = (elements: readonly Element[]): number[] => {
    const numbers = [elements.length, 0];
    let least = Infinity;
    elements.forEach((element, i) => {
      if (element.kind === "start") numbers.push(START);
      else if (element.kind === "end") numbers.push(END);
      else if (element.kind === "gap") numbers.push(GAP + element.most);
      else {
        const { head, body, cost: own } = choiceOf(element.options, element.lists, element.optional);
        numbers.push(CHOICE + head, ...body);
        const cost = element.optional ? Infinity : element.lists.reduce((sum, list) => sum + choicesOfLists.get(list)!.cost, own);
        if (cost < least) [least, numbers[1]] = [cost, i];
      }
    });
    return numbers;
  };
  const pairs = spellingsOf(forms, chat);
  return {
    spellings: writeForms(pairs.map(([spelling]) => spelling)),
    spelled: writeNumbers([pairs.length, ...pairs.map(([, form]) => formOf(form))]),
    forms: writeForms(forms),
    formCount: forms.length,
    lists: writeNumbers([lists.length, ...[...choicesOfLists.values()].flatMap(({ head, body }) => [head, ...body])]),
    phrases: writeNumbers([phrases.length, choices.length, ...phrases.flatMap(numbersOf)]),
  };
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

/** The forms, those that are asked for more often first (by half powers of two), else in order: small numbers, and small text. */
function inBands(counts: ReadonlyMap<string, number>): string[] {
  const bands = new Map([...counts].map(([form, count]) => [form, Math.floor(2 * Math.log2(count))]));
  return [...bands.keys()].sort((a, b) => bands.get(b)! - bands.get(a)! || (a < b ? -1 : 1));
}
