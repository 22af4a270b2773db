import { fold } from "../core/fold.js";
import type { Glance } from "../core/glance.js";
import { EMPTY_HASH, hashUnit } from "../core/hash.js";
import { CHANGED, DIGIT } from "../core/signs.js";
import { HEAD, type Token } from "../core/text.js";
import { APOSTROPHE, CHARACTERS } from "./characters.js";
import { unitAt } from "../core/unit-at.js";

/** A word that the quick reading saw, folded. */
export function readToken(text: string, { ends, lengths, signs }: Glance, word: number): Token {
  const end = ends[word]!;
  const start = end - lengths[word]!;
  return { start, end, word: (signs[word]! & CHANGED) === 0 ? text.slice(start, end) : foldWord(text, start, end) };
}

/** What stands unfolded in a row is taken at once: most words have a capital, or an accent, and no more. */
function foldWord(text: string, start: number, end: number): string {
  let word = "";
  let from = start;
  for (let i = start; i < end; i++) {
    const unit = unitAt(text, i);
    const character = CHARACTERS[unit]!;
    if ((character & CHANGED) === 0 && character !== APOSTROPHE) continue;
    if (i > from) word += text.slice(from, i);
    if (character !== APOSTROPHE) word += (character & DIGIT) !== 0 ? fold(unit) : String.fromCharCode(character & 0xffff);
    from = i + 1;
  }
  return from < end ? word + text.slice(from, end) : word;
}

/** Writes the units of its folded form, as many as there is room for, and says how many. */
export function unitsOf(text: string, { ends, lengths, signs }: Glance, word: number, into: Uint16Array): number {
  const end = ends[word]!;
  const start = end - lengths[word]!;
  // Most words, and pictograms, stand as they are.
  if ((signs[word]! & CHANGED) === 0) {
    const count = Math.min(end - start, into.length);
    for (let i = 0; i < count; i++) into[i] = unitAt(text, start + i);
    return count;
  }
  let count = 0;
  for (let i = start; i < end && count < into.length; i++) {
    const unit = unitAt(text, i);
    const character = CHARACTERS[unit]!;
    if (character !== APOSTROPHE) into[count++] = (character & DIGIT) === 0 ? character : unit < 0x80 ? unit : unitAt(fold(unit), 0);
  }
  return count;
}

/** The hash of its first letters. */
export function headOf(text: string, { ends, lengths, signs }: Glance, word: number): number {
  const end = ends[word]!;
  let hash = EMPTY_HASH;
  // A pictogram has no signs, and is its own head.
  if (signs[word] === 0) for (let i = end - lengths[word]!; i < end; i++) hash = hashUnit(hash, unitAt(text, i));
  else {
    let letters = HEAD;
    for (let i = end - lengths[word]!; letters > 0 && i < end; i++) {
      const character = CHARACTERS[unitAt(text, i)]!;
      if (character === APOSTROPHE) continue;
      hash = hashUnit(hash, character & 0xffff);
      letters--;
    }
  }
  return hash;
}
