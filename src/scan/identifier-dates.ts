import { isDay } from "../core/day.js";
import type { Span } from "../core/span.js";
import type { Token } from "../core/text.js";
import type { Scene } from "./identifier.js";

const NAMES: readonly (readonly string[])[] = [
  ["january", "jan", "janeiro", "enero", "ene"], ["february", "feb", "fevereiro", "fev", "febrero"], ["march", "mar", "marco", "marzo"],
  ["april", "apr", "abril", "abr"], ["may", "maio", "mai", "mayo"], ["june", "jun", "junho", "junio"], ["july", "jul", "julho", "julio"],
  ["august", "aug", "agosto", "ago"], ["september", "sept", "sep", "setembro", "set", "septiembre", "setiembre"],
  ["october", "oct", "outubro", "out", "octubre"], ["november", "nov", "novembro", "noviembre"], ["december", "dec", "dezembro", "dez", "diciembre", "dic"],
];
const MONTHS = new Map(NAMES.flatMap((names, i) => names.map((name) => [name, i + 1] as const)));
const FILLERS = new Set(["of", "de", "del", "the", "do"]);

/** Month 1..12 of a folded word in any of the languages. */
export const monthOf = (word: string): number | undefined => MONTHS.get(word);

const dayOf = (word: string): number | undefined => {
  const match = /^(\d{1,2})(?:st|nd|rd|th|o|a)?$/.exec(word);
  return match === null ? undefined : Number(match[1]);
};
const yearOf = (word: string): number | undefined =>
  /^(?:18[89]|19\d|20[0-4])\d$/.test(word) ? Number(word) : /^\d\d$/.test(word) ? (Number(word) > 40 ? 1900 : 2000) + Number(word) : undefined;

/** A full date that begins at token `i`, in any order and spelling of the three languages; `next` is the token after it. */
export function readDate({ text: { tokens, original } }: Scene, i: number): (Span & { readonly next: number }) | undefined {
  const first = tokens[i];
  if (first === undefined) return undefined;
  const done = (last: number, year: number | undefined, month: number | undefined, day: number | undefined) =>
    year !== undefined && month !== undefined && day !== undefined && isDay(year, month, day)
      ? { start: first.start, end: tokens[last]!.end, next: last + 1 }
      : undefined;

  if (/^\d{8}$/.test(first.word)) {
    const [a, b, c] = [first.word.slice(0, 2), first.word.slice(2, 4), first.word.slice(4)];
    return done(i, yearOf(c), Number(b), Number(a));
  }
  if (/^\d{6}$/.test(first.word)) return done(i, yearOf(first.word.slice(4)), Number(first.word.slice(2, 4)), Number(first.word.slice(0, 2)));

  const parts: Token[] = [first];
  let last = i;
  while (parts.length < 3 && tokens[last + 1] !== undefined && tokens[last + 1]!.start - tokens[last]!.end <= 3) {
    last++;
    if (!FILLERS.has(tokens[last]!.word) && !/^(?:st|nd|rd|th)$/.test(tokens[last]!.word)) parts.push(tokens[last]!);
    else if (last - i > 5) break;
  }
  const [a, b, c] = parts.map(({ word }) => word);
  if (a === undefined || b === undefined || c === undefined || original.slice(first.start, tokens[last]!.end).includes("\n")) return undefined;
  if (monthOf(b) !== undefined) return done(last, yearOf(c), monthOf(b), dayOf(a));
  if (monthOf(a) !== undefined) return done(last, yearOf(c), monthOf(a), dayOf(b));
  if (!/^\d+$/.test(a + b + c)) return undefined;
  const joined = original.slice(first.start, tokens[last]!.end);
  if (!/^\d+([ ./-]|\s?[./-]\s?)\d+([ ./-]|\s?[./-]\s?)\d+$/.test(joined)) return undefined;
  if (a.length === 4) return done(last, yearOf(a), Number(b), Number(c));
  if (a.length > 2 || b.length > 2) return undefined;
  return done(last, yearOf(c), Number(b), Number(a)) ?? done(last, yearOf(c), Number(a), Number(b));
}
