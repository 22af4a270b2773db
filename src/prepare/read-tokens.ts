import type { Glance } from "../core/glance.js";
import type { Token } from "../core/text.js";
import { CHANGED, DIGIT } from "../core/signs.js";
import { APOSTROPHE, CHARACTERS } from "./characters.js";
import { fold } from "../core/fold.js";

const unitAt = String.prototype.charCodeAt;

/** The words that the quick reading saw, folded. */
export function readTokens(text: string, { count, ends, lengths, signs }: Glance): Token[] {
  const tokens = new Array<Token>(count);
  for (let k = 0; k < count; k++) {
    const end = ends[k]!;
    const start = end - lengths[k]!;
    tokens[k] = { start, end, word: (signs[k]! & CHANGED) === 0 ? text.slice(start, end) : foldWord(text, start, end) };
  }
  return tokens;
}

function foldWord(text: string, start: number, end: number): string {
  let word = "";
  for (let i = start; i < end; i++) {
    const unit = unitAt.call(text, i);
    const character = CHARACTERS[unit]!;
    if (character === APOSTROPHE) continue;
    word += (character & DIGIT) !== 0 ? fold(unit) : String.fromCharCode(character & 0xffff);
  }
  return word;
}
