import type { Token } from "../core/text.js";
import { unitAt } from "../core/unit-at.js";
import { fold } from "../core/fold.js";
import { LATIN_END } from "./characters.js";
import { isLeetSign, plainSpelling, SPELLED_OUT } from "./spelling.js";
import type { Span } from "../core/span.js";

const isOfWord = (character: string): boolean => /^[\p{L}\p{N}]$/u.test(character);
const isPicture = (character: string): boolean => /^\p{Extended_Pictographic}$/u.test(character);
const isLetter = (character: string): boolean => /^\p{L}$/u.test(character);

/** What a code point is to the tokeniser. */
type Kind = "word" | "inside" | "picture" | "invisible" | "break";

/** Of Latin letters and signs, by code point; of what comes after them. */
const latin = new Array<Kind | undefined>(LATIN_END).fill(undefined);
const kinds = new Map<number, Kind>();
export function kindOf(codePoint: number): Kind {
  if (codePoint < LATIN_END) return (latin[codePoint] ??= meetKind(codePoint));
  let kind = kinds.get(codePoint);
  if (kind === undefined) {
    kind = meetKind(codePoint);
    if (kinds.size < 8192) kinds.set(codePoint, kind);
  }
  return kind;
}

function meetKind(codePoint: number): Kind {
  const folded = fold(codePoint);
  const character = codePoint >= 0xd800 && codePoint <= 0xdfff ? "\ufffd" : String.fromCodePoint(codePoint);
  if (isOfWord(character) || (folded !== "" && isOfWord([...folded][0]!))) return "word";
  if (folded === "") return "invisible";
  if (character === "'" || character === "’" || character === "ʼ" || character === "`" || character === "´") return "inside";
  return isPicture(character) ? "picture" : "break";
}

const isLetterAt = (text: string, at: number): boolean => {
  const codePoint = text.codePointAt(at);
  return codePoint !== undefined && isLetter(String.fromCodePoint(codePoint));
};

/** A sign amid letters that is not the `@` of an address. */
export function isInnerSign(text: string, at: number): boolean {
  if (!isLeetSign(text[at]!) || !isLetterAt(text, at - 1) || !isLetterAt(text, at + 1)) return false;
  if (text[at] !== "@") return true;
  let end = at + 1;
  while (end < text.length && isLetterAt(text, end)) end++;
  return text[end] !== "." && text[end] !== "-" && text[end] !== "_";
}

/**
 * The careful reading: the words of a text, folded, in order; a pictogram is a word of its own. Words written to be missed (look-alikes, leet,
 * stretched, spaced or dotted letters) come out in plain spelling, and their spans are added to `evasions`.
 */
export function tokenise(text: string, evasions: Span[]): Token[] {
  const tokens: Token[] = [];
  let word = "";
  let start = 0;
  let end = 0;
  let hidden = false;
  const flush = (): void => {
    if (word === "") return;
    const plain = plainSpelling(word);
    if (plain !== undefined || hidden) evasions.push({ start, end });
    tokens.push({ start, end, word: plain ?? word });
    word = "";
    hidden = false;
  };
  for (let i = 0; i < text.length; ) {
    const unit = unitAt(text, i);
    const codePoint = unit < LATIN_END ? unit : text.codePointAt(i)!;
    const width = codePoint > 0xffff ? 2 : 1;
    const kind = kindOf(codePoint);
    if (kind === "word" || (kind === "break" && isInnerSign(text, i))) {
      if (word === "") start = i;
      else if (end < i && kindOf(text.codePointAt(end)!) === "invisible") hidden = true;
      word += fold(codePoint);
      end = i + width;
    } else if (kind === "picture") {
      flush();
      tokens.push({ start: i, end: i + width, word: String.fromCodePoint(codePoint) });
    } else if (kind === "break" || (kind === "inside" && !isLetterAt(text, i + 1))) {
      flush();
    }
    i += width;
  }
  flush();
  return joinSpelledOut(text, tokens, evasions);
}

/** Joins runs of single letters, equally spaced, into one word: `b r i b e`, `b.r.i.b.e`. */
function joinSpelledOut(text: string, tokens: Token[], evasions: Span[]): Token[] {
  if (!hasRun(tokens)) return tokens;
  const joined: Token[] = [];
  for (let i = 0; i < tokens.length; ) {
    let j = i;
    if (isSingleLetter(tokens[i]!)) {
      const gap = j + 1 < tokens.length ? between(text, tokens, j) : "";
      while (j + 1 < tokens.length && isSingleLetter(tokens[j + 1]!) && between(text, tokens, j) === gap && gap.length <= 3) j++;
    }
    const first = tokens[i]!;
    if (j - i + 1 >= SPELLED_OUT) {
      const last = tokens[j]!;
      const word = tokens.slice(i, j + 1).map((token) => token.word).join("");
      joined.push({ start: first.start, end: last.end, word: plainSpelling(word) ?? word });
      evasions.push({ start: first.start, end: last.end });
      i = j + 1;
    } else {
      joined.push(first);
      i++;
    }
  }
  return joined;
}

/** Whether single letters enough for a word stand in a row. */
function hasRun(tokens: readonly Token[]): boolean {
  let run = 0;
  for (let i = 0; i < tokens.length && run < SPELLED_OUT; i++) run = isSingleLetter(tokens[i]!) ? run + 1 : 0;
  return run === SPELLED_OUT;
}

const isSingleLetter = ({ word }: Token): boolean => word.length === 1 && isLetter(word);
const between = (text: string, tokens: readonly Token[], i: number): string => text.slice(tokens[i]!.end, tokens[i + 1]!.start);
