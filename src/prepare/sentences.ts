import type { Glance } from "../core/glance.js";
import type { Sentence } from "../core/text.js";
import { unitAt } from "../core/unit-at.js";

/** Words before a full stop that do not end a sentence (folded): titles and the like, and those that only stand before a number. */
const ABBREVIATIONS = new Set("mr mrs ms dr st vs ltd co inc eg ie etc approx sr sra srta dra exmo exma lic prof av lda ltda".split(" "));
const BEFORE_NUMBERS = new Set("no nos n art arts para paras p pp ref tel num pag cap fls proc vol ed s ss r reg".split(" "));
const LONGEST_ABBREVIATION = 6;
const SPACE = 32;
const CLOSING = /["'”’»)\]]/;

/**
 * The sentences of a text as ranges of words. A sentence ends at `.`, `!`, `?`, `…` or `;` before white space or the end, and at
 * a line break; not after an abbreviation or a single letter, nor inside a number. `asked` when it ends in `?` or begins with `¿`.
 */
export function splitSentences(text: string, { count, ends, lengths }: Pick<Glance, "count" | "ends" | "lengths">, word: (k: number) => string): Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  for (let k = 0; k < count; k++) {
    const end = ends[k]!;
    const isLast = k + 1 === count;
    const until = isLast ? text.length : ends[k + 1]! - lengths[k + 1]!;
    // Most words are followed by a space and the next word.
    if (!isLast && until === end + 1 && unitAt(text, end) === SPACE) continue;
    const mark = endMark(text, end, until, k, word);
    if (mark === undefined && !isLast) continue;
    const start = ends[from]! - lengths[from]!;
    sentences.push({ start, end, from, to: k + 1, asked: mark === ASKED || opensQuestion(text, from === 0 ? 0 : ends[from - 1]!, start) });
    from = k + 1;
  }
  return sentences;
}

const [LINE, ASKED, STOP, SHOUT, DOTS, HALF_STOP] = ["\n", "?", ".", "!", "…", ";"].map((mark) => mark.charCodeAt(0)) as [number, number, number, number, number, number];

function opensQuestion(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (unitAt(text, i) === 0xbf) return true;
  return false;
}

/** The mark that ends a sentence after word `k`, between `from` and `until`. */
function endMark(text: string, from: number, until: number, k: number, word: (k: number) => string): number | undefined {
  let mark: number | undefined;
  for (let i = from; i < until; i++) {
    const unit = unitAt(text, i);
    if (unit === SPACE) continue;
    if (unit === LINE) return mark ?? LINE;
    if (unit === ASKED) return ASKED;
    if (unit !== STOP && unit !== SHOUT && unit !== DOTS && unit !== HALF_STOP) continue;
    if (mark !== undefined || (unit === STOP && abbreviates(text, i, word(k)))) continue;
    const after = text[i + 1];
    if (after === undefined || after === " " || i + 1 >= until || /\s/.test(after) || CLOSING.test(after) || ".!?…".includes(after)) mark = unit;
  }
  return mark;
}

/** The full stop at `i` belongs to the word before it. */
function abbreviates(text: string, i: number, word: string): boolean {
  if (text[i + 1] === "\n" || word.length > LONGEST_ABBREVIATION) return false;
  if (ABBREVIATIONS.has(word) || (word.length === 1 && /\p{L}/u.test(word))) return true;
  return BEFORE_NUMBERS.has(word) && /^\s*\d/.test(text.slice(i + 1, i + 4));
}
