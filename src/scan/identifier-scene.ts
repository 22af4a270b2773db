import { firstWhere } from "../core/first-where.js";
import type { Text } from "../core/text.js";
import { unmarked } from "./identifier-marks.js";
import { plainOf, type Signs } from "./identifier-units.js";
import type { Scene } from "./identifier.js";

/** How many words after the one asked for last are looked at before the word is searched for. */
const NEAR = 8;

/** A message as identifiers see it. Its words are made when the first reader asks for them. */
export function sceneOf(written: Text, { isPlain, isUnmarked }: Signs): Scene {
  const text = isUnmarked ? written : withoutMarks(written);
  /** Readers ask for one word after the other. */
  let last = 0;
  const tokenFrom = (offset: number): number => {
    const { tokens } = text;
    if (last === 0 || tokens[last - 1]!.end <= offset) {
      const stop = Math.min(tokens.length, last + NEAR);
      while (last < stop && tokens[last]!.end <= offset) last++;
      if (last < stop || last === tokens.length) return last;
    }
    return (last = firstWhere(tokens.length, (i) => tokens[i]!.end > offset));
  };
  return { text, plain: isPlain ? text.original : plainOf(text.original), tokenFrom };
}

/** The same words of a text without marks. */
function withoutMarks(text: Text): Text {
  const original = unmarked(text.original);
  return original === text.original ? text : (Object.create(text, { original: { value: original } }) as Text);
}
