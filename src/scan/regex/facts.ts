import { holds, kindOf, type CharacterSet } from "./characters.js";
import { PatternError, type Node } from "./parse.js";

/** Most characters and places that a pattern may ask for once its repetitions are written out. */
export const MOST_POSITIONS = 1000;

/** What can be told of a pattern without running it. */
interface Facts {
  /** Characters and places that it asks for, repetitions written out: what matching costs. */
  readonly positions: number;
  /** Fewest characters of a match. */
  readonly shortest: number;
  /** Fewest characters of a match that are told from any letter or space. */
  readonly telling: number;
}

const LETTERS = Array.from("abcdefghijklmnopqrstuvwxyz", (letter) => letter.charCodeAt(0));
const SPACE = 0x20;
/** A set that holds most letters, or the space, tells nothing. */
const isTelling = (set: CharacterSet): boolean => !holds(set, SPACE, kindOf(SPACE)) && LETTERS.filter((letter) => holds(set, letter, kindOf(letter))).length <= LETTERS.length / 2;

function factsOf(node: Node): Facts {
  switch (node.kind) {
    case "set":
      return { positions: 1, shortest: 1, telling: isTelling(node.set) ? 1 : 0 };
    case "at":
      return { positions: 1, shortest: 0, telling: 0 };
    case "repeat": {
      const { positions, shortest, telling } = factsOf(node.part);
      return { positions: positions * Math.max(1, node.most === Infinity ? node.least : node.most), shortest: shortest * node.least, telling: telling * node.least };
    }
    case "sequence":
    case "choice": {
      const all = (node.kind === "sequence" ? node.parts : node.options).map(factsOf);
      const join = node.kind === "sequence" ? (list: readonly number[]): number => list.reduce((a, b) => a + b, 0) : (list: readonly number[]): number => list.reduce((a, b) => Math.min(a, b));
      return { positions: all.reduce((sum, { positions }) => sum + positions, 1), shortest: join(all.map(({ shortest }) => shortest)), telling: join(all.map(({ telling }) => telling)) };
    }
  }
}

/** Refuses a pattern that is too large, matches nothing at all, or matches nearly everything: throws PatternError. Else what it asks for, in characters and places. */
export function refuseUnfit(node: Node): number {
  const { positions, shortest, telling } = factsOf(node);
  if (positions > MOST_POSITIONS) throw new PatternError(`the pattern asks for more than ${MOST_POSITIONS} characters once its repetitions are written out`, `bound its repetitions by less`, 1);
  if (shortest === 0) throw new PatternError("the pattern matches the empty string", "write at least one character that must stand there: + instead of *, no ? on the last part", 1);
  if (telling === 0) throw new PatternError("the pattern matches nearly every message", "write a letter, a digit or a sign that must stand there, beside what may be any letter or a space", 1);
  return positions;
}
