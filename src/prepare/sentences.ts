import type { Sentence, Token } from "../core/text.js";

/** Words before a full stop that do not end a sentence (folded). */
const ABBREVIATIONS = new Set(
  "mr mrs ms dr st no nos art arts para paras p pp v vs ltd co inc eg ie etc approx ref tel sr sra srta dra exmo exma lic prof av num pag cap inc fls proc vol ed obs ex lda ltda sl sa".split(" "),
);
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
    sentences.push({ start, end: tokens[k]!.end, from, to: k + 1, asked: mark === "?" || text.lastIndexOf("¿", start) >= (from === 0 ? 0 : tokens[from - 1]!.end) });
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
    if (character === "." && (ABBREVIATIONS.has(token.word) || token.word.length === 1) && text[i + 1] !== "\n") continue;
    const after = text[i + 1];
    if (after === undefined || /\s/.test(after) || CLOSING.test(after) || ".!?…".includes(after) || i + 1 >= until) mark ??= character;
  }
  return mark;
}
