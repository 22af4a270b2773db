import { hashWord } from "../core/hash.js";
import { createHashTable } from "../core/hash-table.js";
import { isShaped, type Identifier, type ReadIdentifier, type With } from "./identifier.js";

/** An identifier that is read from a word or character on, and its place in the list. */
export interface Read {
  readonly identifier: ReadIdentifier;
  readonly index: number;
  readonly with: With | undefined;
  /** Fewest digits in the next 34 characters, where reading starts at a character. */
  readonly digits: number;
}

/** What is read from a word on; `word` tells it from others of the same hash. */
export interface Entry {
  readonly word: string;
  readonly reads: readonly Read[];
}

export interface Readers {
  readonly from: (hash: number) => Entry | undefined;
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
        for (const character of trigger.chars) (at[character.charCodeAt(0)] ??= []).push({ identifier, index, with: undefined, digits: trigger.digits ?? 0 });
      } else {
        const read = { identifier, index, with: trigger.with, digits: 0 };
        for (const word of new Set(trigger.words)) void (words.get(word)?.push(read) ?? words.set(word, [read]));
      }
    }
  });
  // Nothing stands at 0, where the table has what it does not know: an index that is out of bounds is looked up by name.
  const entries: (Entry | undefined)[] = [undefined, ...[...words].map(([word, reads]) => ({ word, reads }))];
  const placeOf = createHashTable([...words.keys()].map((word, i) => [hashWord(word), i + 1]));
  return { from: (hash) => entries[placeOf(hash)], at };
}
