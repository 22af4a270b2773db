import { hashWord } from "../core/hash.js";
import { createHashTable } from "../core/hash-table.js";
import { askedOf } from "./identifier-near.js";
import { isShaped, type Identifier, type ReadIdentifier } from "./identifier.js";

/** An identifier that is read from a word or character on, and its place in the list. */
export interface Read {
  readonly identifier: ReadIdentifier;
  readonly index: number;
  /** What must stand beside the word (`isNear`). */
  readonly asked: number;
  /** Fewest digits in the next 34 characters, where reading starts at a character. */
  readonly digits: number;
}

/** What is read from a word on; `word` tells it from others of the same hash. */
export interface Entry {
  readonly word: string;
  readonly reads: readonly Read[];
}

export interface Readers {
  /** The place of a word among the entries, by its hash; 0: nothing is read from it on. */
  readonly placeOf: (hash: number) => number;
  /** By place: what some reader asks for (`isNear`). Apart from the entries, since most words that have one are not read. */
  readonly asked: Uint16Array;
  readonly entries: readonly Entry[];
  /** By code unit of ASCII: what is read from there on. */
  readonly at: readonly (readonly Read[] | undefined)[];
}

/** Where reading begins, ready to be looked up. */
export function readersOf(identifiers: readonly Identifier[]): Readers {
  const words = new Map<string, Read[]>();
  const at: (Read[] | undefined)[] = Array.from({ length: 128 }, () => undefined);
  identifiers.forEach((identifier, index) => {
    if (isShaped(identifier)) return;
    for (const trigger of identifier.at) {
      if ("chars" in trigger) {
        for (const character of trigger.chars) (at[character.charCodeAt(0)] ??= []).push({ identifier, index, asked: askedOf(undefined), digits: trigger.digits ?? 0 });
      } else {
        const read = { identifier, index, asked: askedOf(trigger.with), digits: 0 };
        for (const word of new Set(trigger.words)) void (words.get(word)?.push(read) ?? words.set(word, [read]));
      }
    }
  });
  const entries: Entry[] = [{ word: "", reads: [] }, ...[...words].map(([word, reads]) => ({ word, reads }))];
  const placeOf = createHashTable([...words.keys()].map((word, i) => [hashWord(word), i + 1]));
  return { placeOf, asked: Uint16Array.from(entries, ({ reads }) => reads.reduce((all, { asked }) => all | asked, 0)), entries, at };
}
