import { fold } from "../../core/fold.js";
import { holds, isWordKind, kindOf } from "./characters.js";
import type { Program } from "./program.js";

/**
 * Characters by class: two characters that no set of the program tells apart, and no edge of a word, are of one class. Classes
 * are numbered as their first character is seen, from 1; `LINE_END` is a class of its own.
 */
export interface Alphabet {
  /** By UTF-16 code unit: its class, 0 where `spell` must be asked. */
  readonly classOf: Uint16Array;
  /** The classes of the characters that a code point folds to; none for what is invisible. */
  readonly spell: (codePoint: number) => readonly number[];
  /** Number of classes seen, `LINE_END` and 0 counted. */
  readonly size: () => number;
  readonly isWord: (of: number) => boolean;
  /** By set of the program: 1 where it holds the characters of a class. */
  readonly membersOf: (of: number) => Uint8Array;
}

export const LINE_END = 1;

/** Most code points whose spelling is remembered. */
const REMEMBERED = 4096;

/** The alphabet of a program. What it learns of characters depends on the characters alone. */
export function createAlphabet({ sets }: Program): Alphabet {
  const classOf = new Uint16Array(65_536);
  const bySignature = new Map<string, number>();
  const words: boolean[] = [false, false];
  const members: Uint8Array[] = [new Uint8Array(sets.length), new Uint8Array(sets.length)];
  const spellings = new Map<number, readonly number[]>();
  /** By class: the spelling of a character that is of that class and nothing else. */
  const alone: (readonly number[])[] = [];

  const classOfFolded = (codePoint: number): number => {
    const kind = kindOf(codePoint);
    const row = Uint8Array.from(sets, (set) => (holds(set, codePoint, kind) ? 1 : 0));
    const signature = `${isWordKind(kind) ? "w" : "-"}${row.join("")}`;
    const known = bySignature.get(signature);
    if (known !== undefined) return known;
    bySignature.set(signature, members.length);
    words.push(isWordKind(kind));
    return members.push(row) - 1;
  };
  return {
    classOf,
    spell: (codePoint) => {
      const known = codePoint < 65_536 ? classOf[codePoint]! : 0;
      let spelling = known === 0 ? spellings.get(codePoint) : alone[known];
      if (spelling === undefined) {
        // A carriage return is invisible: what ends a line is the line feed.
        spelling = codePoint === 13 ? [] : Array.from(fold(codePoint), (character) => classOfFolded(character.codePointAt(0)!));
        if (spelling.length === 1 && codePoint < 65_536 && (codePoint & 0xf800) !== 0xd800) alone[(classOf[codePoint] = spelling[0]!)] = spelling;
        else if (spellings.size < REMEMBERED) spellings.set(codePoint, spelling);
      }
      return spelling;
    },
    size: () => members.length,
    isWord: (of) => words[of]!,
    membersOf: (of) => members[of]!,
  };
}
