import type { Sentence, Token } from "../core/text.js";

/** Words before a full stop that do not end a sentence (folded): titles and the like, and those that only stand before a number. */
const ABBREVIATIONS = new Set("mr mrs ms dr st vs ltd co inc eg ie etc approx sr sra srta dra exmo exma lic prof av lda ltda".split(" "));
const BEFORE_NUMBERS = new Set("no nos n art arts para paras p pp ref tel num pag cap fls proc vol ed s ss r reg".split(" "));
const CLOSING = /["'”’»)\]]/;

/**
 * The sentences of a text as ranges of tokens. A sentence ends at `.`, `!`, `?`, `…` or `;` before white space or the end, and at
 * a line break; not after an abbreviation or a single letter, nor inside a number. `asked` when it ends in `?` or begins with `¿`.
 */
export function splitSentences(text: string, tokens: readonly Token[]): Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  for (let k = 0; k < tokens.length; k++) {
    const next = tokens[k + 1];
    const until = next === undefined ? text.length : next.start;
    const mark = endMark(text, tokens[k]!, until);
    if (mark === undefined && next !== undefined) continue;
    const start = tokens[from]!.start;
    sentences.push({ start, end: tokens[k]!.end, from, to: k + 1, asked: mark === "?" || text.slice(from === 0 ? 0 : tokens[from - 1]!.end, start).includes("¿") });
    from = k + 1;
  }
  return sentences;
}

/** The mark that ends a sentence right after `token`, before `until`. */
function endMark(text: string, token: Token, until: number): string | undefined {
  let mark: string | undefined;
  for (let i = token.end; i < until; i++) {
    const character = text[i]!;
    if (character === "\n") return mark ?? "\n";
    if (character === "?") return "?";
    if (character !== "." && character !== "!" && character !== "…" && character !== ";") continue;
    if (character === "." && abbreviates(text, i, token)) continue;
    const after = text[i + 1];
    if (after === undefined || /\s/.test(after) || CLOSING.test(after) || ".!?…".includes(after) || i + 1 >= until) mark ??= character;
  }
  return mark;
}

/** The full stop at `i` belongs to the word before it. */
function abbreviates(text: string, i: number, { word }: Token): boolean {
  if (text[i + 1] === "\n") return false;
  if (ABBREVIATIONS.has(word) || (word.length === 1 && /\p{L}/u.test(word))) return true;
  return BEFORE_NUMBERS.has(word) && /^\s*\d/.test(text.slice(i + 1, i + 4));
}
