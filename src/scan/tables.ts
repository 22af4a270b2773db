import { PhraseError, type Element } from "./phrase.js";

/** Tables of a matcher: plain data, so that they are built ahead and shipped. */
export interface MatcherTables {
  /** The forms of words that phrases ask for, by number, separated by spaces. */
  readonly forms: string;
  /** By choice: its entries, each the numbers of its forms, separated by -1. */
  readonly choices: readonly (readonly number[])[];
  /**
   * By phrase: its parts. A choice c is 2c, or 2c + 1 where it may be missing; `GAP - n` is a gap of up to n words; `START` and
   * `END` are those of the sentence.
   */
  readonly phrases: readonly (readonly number[])[];
  /** By phrase: the forms one of which stands in every match, the rarest there are. */
  readonly anchors: readonly (readonly number[])[];
}

export const [START, END, GAP] = [-1, -2, -10];

/** How common a form is: any number that grows with its frequency. */
export type Commonness = (form: string) => number;

/** Builds the tables of a set of phrases; the index of a phrase is its id. */
export function buildTables(phrases: readonly (readonly Element[])[], commonness: Commonness): MatcherTables {
  const forms = new Map<string, number>();
  const choices = new Map<string, number>();
  const formOf = (form: string): number => forms.get(form) ?? forms.set(form, forms.size).get(form)!;
  const choiceOf = (options: readonly (readonly string[])[]): number => {
    const key = [...new Set(options.map((option) => option.join(" ")))].sort().join("|");
    return choices.get(key) ?? choices.set(key, choices.size).get(key)!;
  };
  /** The rarest form of each entry: one of them stands wherever the choice does. */
  const anchorsOf = (options: readonly (readonly string[])[]): string[] => [...new Set(options.map((option) => option.reduce((rarest, form) => (commonness(form) < commonness(rarest) ? form : rarest))))];
  const costOf = (anchors: readonly string[]): number => anchors.reduce((sum, form) => sum + commonness(form), 0);

  const built = phrases.map((elements) =>
    elements.map((element) => {
      if (element.kind === "start") return START;
      if (element.kind === "end") return END;
      return element.kind === "gap" ? GAP - element.most : choiceOf(element.options) * 2 + (element.optional ? 1 : 0);
    }),
  );
  const anchors = phrases.map((elements) => {
    const required = elements.flatMap((element) => (element.kind === "choice" && !element.optional ? [anchorsOf(element.options)] : []));
    if (required.length === 0) throw new PhraseError("the phrase asks for no word", "write at least one word that must stand there");
    return required.reduce((rarest, one) => (costOf(one) < costOf(rarest) ? one : rarest)).map(formOf);
  });
  const lists = [...choices.keys()].map((key) => key.split("|").flatMap((entry, i) => [...(i > 0 ? [-1] : []), ...entry.split(" ").map(formOf)]));
  return { forms: [...forms.keys()].join(" "), choices: lists, phrases: built, anchors };
}
