import type { Lang } from "../core/label.js";
import { APART, writeNumbers } from "../core/numbers.js";
import { HEAD } from "../core/text.js";
import { ENDINGS } from "./endings.js";

/**
 * A form is what a phrase asks of a word: `word` itself, `brib*` a beginning, `pag~pt` a stem with an ending of its language.
 * This says whether a folded word is of a form.
 */
export function isOfForm(word: string, form: string): boolean {
  const sign = form.search(/[*~]/);
  if (sign < 0) return word === form;
  return word.startsWith(form.slice(0, sign)) && (form[sign] === "*" || ENDINGS[form.slice(sign + 1) as Lang].has(word.slice(sign)));
}

/** Longest beginning or stem, in UTF-16 code units. */
export const LONGEST_REACH = 255;
/** Longest beginning that two neighbours of the written list can share. */
export const MOST_SHARED = 25;
/** `A` and on: how many characters a form shares with the one before it. Folded words hold no capitals. */
export const SHARED = 65;
/** `A` and on: the band of a form. */
const BAND = 65;

/** Forms as data, in groups by head (their first `HEAD` letters, digits all alike), so that those of a word are opened when it is met. */
export interface WrittenForms {
  /** Groups apart by `APART`; in each the forms in order, each without what it shares with the one before it. */
  readonly forms: string;
  /** How many forms each group has (`numbers.ts`). */
  readonly sizes: string;
  /** Of each form in that order its band, a letter. Those of the first band have the first numbers, in order, and so on. */
  readonly bands: string;
  /** How else words of forms are written in chat, written as a group is; and of each the number of the form (`numbers.ts`). */
  readonly spellings: string;
  readonly spelled: string;
  /** Most forms that one word may be of. */
  readonly most: number;
}

const baseOf = (form: string): string => /^[^*~]*/.exec(form)![0];
/** What the hash of its first letters tells apart. */
const headOf = (form: string): string => baseOf(form).slice(0, HEAD).replace(/\d/g, "0");

/** Writes forms, given how often each is asked for, and numbers them: those asked for more often first (by half powers of two), so that numbers are small, and small text. */
export function writeForms(counts: ReadonlyMap<string, number>): { written: Pick<WrittenForms, "forms" | "sizes" | "bands">; numbers: ReadonlyMap<string, number> } {
  const bandOf = (form: string): number => Math.floor(2 * Math.log2(counts.get(form)!));
  const groups = new Map<string, string[]>();
  for (const form of counts.keys()) void (groups.get(headOf(form))?.push(form) ?? groups.set(headOf(form), [form]));
  const heads = [...groups.keys()].sort();
  const forms = heads.flatMap((head) => groups.get(head)!.sort());
  const bands = [...new Set(forms.map(bandOf))].sort((a, b) => b - a);
  const places = new Map(bands.map((band, i) => [band, i]));
  const numbered = bands.flatMap((band) => forms.filter((form) => bandOf(form) === band));
  return {
    written: {
      forms: heads.map((head) => writeGroup(groups.get(head)!)).join(APART),
      sizes: writeNumbers(heads.map((head) => groups.get(head)!.length)),
      bands: forms.map((form) => String.fromCharCode(BAND + places.get(bandOf(form))!)).join(""),
    },
    numbers: new Map(numbered.map((form, number) => [form, number])),
  };
}

function writeGroup(forms: readonly string[]): string {
  let before = "";
  let text = "";
  for (const form of forms) {
    let shared = 0;
    // Letters only: a sign is what makes of the letters a beginning or a stem.
    while (shared < MOST_SHARED && shared < baseOf(form).length && form[shared] === before[shared]) shared++;
    text += String.fromCharCode(SHARED + shared) + form.slice(shared);
    before = baseOf(form);
  }
  return text;
}

/** Writes how else words of forms are written, given as pairs of a spelling and a form. */
export const writeSpellings = (pairs: readonly (readonly [spelling: string, form: string])[], numberOf: (form: string) => number): Pick<WrittenForms, "spellings" | "spelled"> => ({
  spellings: writeGroup(pairs.map(([spelling]) => spelling)),
  spelled: writeNumbers(pairs.map(([, form]) => numberOf(form))),
});

/** Most forms that a word may be of: all beginnings of one that it begins with, and what is written as it is. */
export function mostFormsOf(forms: readonly string[]): number {
  const [whole, begun] = [new Map<string, number>(), new Map<string, number>()];
  for (const form of forms) {
    const into = form === baseOf(form) ? whole : begun;
    into.set(baseOf(form), (into.get(baseOf(form)) ?? 0) + 1);
  }
  let [most, nested] = [0, 0];
  for (const count of whole.values()) most = Math.max(most, count);
  for (const base of begun.keys()) {
    let count = 0;
    for (let length = 1; length <= Math.min(base.length, LONGEST_REACH); length++) count += begun.get(base.slice(0, length)) ?? 0;
    nested = Math.max(nested, count);
  }
  return Math.max(1, most + nested);
}
