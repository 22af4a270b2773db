import { readNumbers } from "../core/numbers.js";
import { askedOf } from "./identifier-near.js";
import type { Triggers } from "./identifier-triggers.js";

/** An identifier that is read from a word or character on, by its place in the list. */
interface Read {
  readonly index: number;
}

export interface ReadAtWord extends Read {
  /** Place of the trigger that has the word. */
  readonly place: number;
  /** What must stand beside the word (`isNear`). */
  readonly asked: number;
}

export interface ReadAtCharacter extends Read {
  /** Fewest digits in the next 34 characters. */
  readonly digits: number;
}

export interface Readers {
  /** The place of a word, by its hash; 0: nothing is read from it on. */
  readonly placeOf: (hash: number) => number;
  /** By place its group. */
  readonly groupAt: Uint16Array;
  /** By group: what some reader asks for (`isNear`). Apart from the groups, since most words that have one are not read. */
  readonly asked: Uint16Array;
  readonly groups: readonly (readonly ReadAtWord[])[];
  /** By code unit of ASCII: what is read from there on. */
  readonly at: readonly (readonly ReadAtCharacter[] | undefined)[];
}

/** Where reading begins, ready to be looked up. */
export function readersOf({ placeOf, groupAt, groups, characters }: Triggers): Readers {
  const reads = groups.map((group) => group.map(({ index, place, condition }) => ({ index, place, asked: askedOf(condition) })));
  const at: (ReadAtCharacter[] | undefined)[] = Array.from({ length: 128 }, () => undefined);
  const numbers = readNumbers(characters);
  for (let i = 0; i < numbers.length; i += 3) (at[numbers[i]!] ??= []).push({ index: numbers[i + 1]!, digits: numbers[i + 2]! });
  return { placeOf, groupAt, asked: Uint16Array.from(reads, (group) => group.reduce((all, { asked }) => all | asked, 0)), groups: reads, at };
}
