import type { Glance } from "../core/glance.js";
import { hashWord } from "../core/hash.js";
import { createHashTable } from "../core/hash-table.js";
import { isSpace } from "../core/space.js";
import type { Sentence } from "../core/text.js";
import { unitAt } from "../core/unit-at.js";

/** Words before a full stop that do not end a sentence (folded): titles and the like, and those that only stand before a number. */
const ABBREVIATIONS = new Set("mr mrs ms dr st vs ltd co inc eg ie etc approx sr sra srta dra exmo exma lic prof av lda ltda".split(" "));
const BEFORE_NUMBERS = new Set("no nos n art arts para paras p pp ref tel num pag cap fls proc vol ed s ss r reg".split(" "));
/** By hash: 1 for these words, so that hardly a word is made. */
const isShort = createHashTable([...ABBREVIATIONS, ...BEFORE_NUMBERS].map((word) => [hashWord(word), 1]));

const [LINE, SPACE, SHOUT, STOP, HALF_STOP, ASKED, OPENING, DOTS] = [0x0a, 0x20, 0x21, 0x2e, 0x3b, 0x3f, 0xbf, 0x2026];
/** By code unit below 128: 1 for what closes a quotation or a bracket, and for marks, so that a mark before it ends a sentence. */
const CLOSING = Uint8Array.from({ length: 128 }, (_, unit) => ("\"')].!?".includes(String.fromCharCode(unit)) ? 1 : 0));
const isClosing = (unit: number): boolean => (unit < 128 ? CLOSING[unit] === 1 : "”’»…".includes(String.fromCharCode(unit)));

/**
 * The sentences of a text as ranges of words. A sentence ends at `.`, `!`, `?`, `…` or `;` before white space or the end, and at
 * a line break; not after an abbreviation or a single letter, nor inside a number. `asked` when it ends in `?` or begins with `¿`.
 */
export function splitSentences(text: string, seen: Glance, word: (k: number) => string): Sentence[] {
  const { count, ends, lengths } = seen;
  const sentences: Sentence[] = [];
  let from = 0;
  for (let k = 0; k < count; k++) {
    const end = ends[k]!;
    const isLast = k + 1 === count;
    const until = isLast ? text.length : ends[k + 1]! - lengths[k + 1]!;
    // Most words are followed by a space and the next word.
    if (!isLast && until === end + 1 && unitAt(text, end) === SPACE) continue;
    const mark = endMark(text, end, until, k, seen, word);
    if (mark === 0 && !isLast) continue;
    const start = ends[from]! - lengths[from]!;
    sentences.push({ start, end, from, to: k + 1, asked: mark === ASKED || opensQuestion(text, from === 0 ? 0 : ends[from - 1]!, start) });
    from = k + 1;
  }
  return sentences;
}

function opensQuestion(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (unitAt(text, i) === OPENING) return true;
  return false;
}

/** The mark that ends a sentence after word `k`, between `from` and `until`; 0: none does. */
function endMark(text: string, from: number, until: number, k: number, seen: Glance, word: (k: number) => string): number {
  let mark = 0;
  for (let i = from; i < until; i++) {
    const unit = unitAt(text, i);
    if (unit === SPACE) continue;
    if (unit === LINE) return mark === 0 ? LINE : mark;
    if (unit === ASKED) return ASKED;
    if (mark !== 0 || (unit !== STOP && unit !== SHOUT && unit !== DOTS && unit !== HALF_STOP)) continue;
    if (unit === STOP && mayAbbreviate(seen, k) && abbreviates(text, i, word(k))) continue;
    if (i + 1 >= until || isSpace(unitAt(text, i + 1)) || isClosing(unitAt(text, i + 1))) mark = unit;
  }
  return mark;
}

const mayAbbreviate = ({ odd, lengths, hashes }: Glance, k: number): boolean => odd || lengths[k] === 1 || isShort(hashes[k]!) !== 0;

/** The full stop at `i` belongs to the word before it. */
function abbreviates(text: string, i: number, word: string): boolean {
  if (unitAt(text, i + 1) === LINE) return false;
  if (ABBREVIATIONS.has(word) || (word.length === 1 && /\p{L}/u.test(word))) return true;
  return BEFORE_NUMBERS.has(word) && /^\s*\d/.test(text.slice(i + 1, i + 4));
}
