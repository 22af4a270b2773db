import { unitAt } from "../core/unit-at.js";
import { isDigitAt, isMark, kindOf, WORD } from "./identifier-units.js";

/** A mark may be written twice (Markdown), and thrice; more of them are a line, or stand for what is hidden. One backtick is a quotation mark, three are a mark. */
const MOST_IN_A_ROW = 3;
const [UNDERSCORE, BACKTICK] = [95, 96];

const isWord = (unit: number): boolean => unit !== UNDERSCORE && (kindOf(unit) & WORD) !== 0;
const isSpace = (unit: number): boolean => unit === 32 || (unit >= 9 && unit <= 13) || unit === 160;
/** Joins what stands on either side into one address, key or number. */
const joins = (unit: number): boolean => "@.-/\\&#%+$".includes(String.fromCharCode(unit));

/** Past the ends of a text stands a space. */
const at = (text: string, i: number): number => (i < 0 || i >= text.length ? 32 : unitAt(text, i));
const opens = (text: string, from: number, to: number): boolean =>
  !isSpace(at(text, to)) && !isWord(at(text, from - 1)) && !(joins(at(text, from - 1)) && isWord(at(text, from - 2)));
const closes = (text: string, from: number, to: number): boolean =>
  !isSpace(at(text, from - 1)) && !isWord(at(text, to)) && !(joins(at(text, to)) && isWord(at(text, to + 1)));

const MARK = /[_*~`]/;

/** What ends a clause, or closes a bracket: it stands right behind what is set apart. */
const STOPS = /^[.,;:)\]\n]*/;

interface Run {
  readonly from: number;
  readonly to: number;
}

/** The marks that set stretches apart, two and two, in order. */
function marksIn(text: string): (Run & { readonly closing: boolean })[] {
  const marks: (Run & { readonly closing: boolean })[] = [];
  /** By mark: the one that is not closed yet. */
  const open = new Map<number, Run>();
  for (let i = 0; i < text.length; i++) {
    const unit = unitAt(text, i);
    if (!isMark(unit)) continue;
    const from = i;
    while (at(text, i + 1) === unit) i++;
    const to = i + 1;
    if (to - from > MOST_IN_A_ROW || (unit === BACKTICK && to - from < MOST_IN_A_ROW)) continue;
    const opened = open.get(unit);
    if (opened !== undefined && opened.to - opened.from === to - from && closes(text, from, to)) {
      marks.push({ ...opened, closing: false }, { from, to, closing: true });
      open.delete(unit);
    } else if (opens(text, from, to)) open.set(unit, { from, to });
    else if (unit === UNDERSCORE && isDigitAt(text, from - 1) && closes(text, from, to)) marks.push({ from, to, closing: true });
  }
  const alone = open.get(UNDERSCORE);
  if (alone !== undefined && isDigitAt(text, alone.to)) marks.push({ ...alone, closing: false });
  return marks.sort((a, b) => a.from - b.from);
}

/**
 * The text with spaces for the marks that set a stretch apart, so that a token begins behind the one and ends before the other; every
 * letter and digit stays where it is. Stops that follow stand before the spaces, and no such space ends the text, as if there were no
 * marks. A mark amid a token (`john_smith@x.com`, `GUEST_WIFI_2026`) is part of it, and so is one
 * that has no other, but for a low line before the first digit, or behind the last.
 */
export function unmarked(text: string): string {
  if (!MARK.test(text)) return text;
  let plain = "";
  let last = 0;
  let blanks = "";
  for (const { from, to, closing } of marksIn(text)) {
    if (from > last) {
      plain += blanks + text.slice(last, from);
      blanks = "";
    }
    blanks += " ".repeat(to - from);
    last = to;
    if (!closing) continue;
    const stops = STOPS.exec(text.slice(to, to + 4))![0];
    plain += stops;
    last += stops.length;
  }
  return last === text.length ? plain : plain + blanks + text.slice(last);
}
