import { prepare } from "../prepare/prepare.js";
import { isOfForm } from "../scan/forms.js";
import type { Commonness } from "../scan/tables.js";
import type { CorpusFile } from "./corpus.js";

/** How often a form stands in the corpora. */
export function commonness(files: readonly CorpusFile[]): Commonness {
  const counts = new Map<string, number>();
  for (const { messages } of files) for (const { text } of messages) for (const { word } of prepare(text).tokens) counts.set(word, (counts.get(word) ?? 0) + 1);
  const known = new Map<string, number>();
  return (form) => {
    let sum = known.get(form);
    if (sum === undefined) {
      sum = /[*~]/.test(form) ? [...counts].reduce((all, [word, count]) => (isOfForm(word, form) ? all + count : all), 1) : (counts.get(form) ?? 0) + 1;
      known.set(form, sum);
    }
    return sum;
  };
}
