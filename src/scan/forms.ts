import type { Lang } from "../core/label.js";
import { ENDINGS } from "./endings.js";

const NOTHING: readonly number[] = [];

/** Which forms a word is, by number: `word` itself, `brib*` a beginning, `pag~pt` a stem with an ending of its language. */
export function createFormLookup(forms: readonly string[]): (word: string) => readonly number[] {
  const exact = new Map<string, number>();
  /** Beginnings, by their first two code units. */
  const beginnings = new Map<number, { readonly beginning: string; readonly form: number; readonly endings: ReadonlySet<string> | undefined }[]>();
  const keyOf = (word: string): number => (word.length > 1 ? word.charCodeAt(0) * 65_536 + word.charCodeAt(1) : word.charCodeAt(0));
  forms.forEach((written, form) => {
    const sign = written.search(/[*~]/);
    if (sign < 0) {
      exact.set(written, form);
      return;
    }
    const beginning = written.slice(0, sign);
    const entry = { beginning, form, endings: written[sign] === "*" ? undefined : ENDINGS[written.slice(sign + 1) as Lang] };
    const key = keyOf(beginning);
    const list = beginnings.get(key);
    if (list === undefined) beginnings.set(key, [entry]);
    else list.push(entry);
  });
  const add = (found: number[] | undefined, word: string, key: number): number[] | undefined => {
    const entries = beginnings.get(key);
    if (entries === undefined) return found;
    for (const { beginning, form, endings } of entries) {
      if (!word.startsWith(beginning) || (endings !== undefined && !endings.has(word.slice(beginning.length)))) continue;
      found ??= [];
      found.push(form);
    }
    return found;
  };
  return (word) => {
    const whole = exact.get(word);
    let found = whole === undefined ? undefined : [whole];
    found = add(found, word, keyOf(word));
    if (word.length > 1) found = add(found, word, word.charCodeAt(0));
    return found ?? NOTHING;
  };
}
