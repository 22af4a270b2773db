import { hashWord } from "../core/hash.js";
import { createHashTable } from "../core/hash-table.js";
import { isShaped, type Identifier, type ReadIdentifier, type With } from "./identifier.js";

/** An identifier that is read from a word or character on, and its place in the list. */
export interface Read {
  readonly identifier: ReadIdentifier;
  readonly index: number;
  readonly with: With | undefined;
}

export interface Readers {
  /** What is read from a word on, given its hash; `word` tells it from others of the same hash. */
  readonly from: (hash: number) => { readonly word: string; readonly reads: readonly Read[] } | undefined;
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
      if ("chars" in trigger) for (const character of trigger.chars) (at[character.charCodeAt(0)] ??= []).push({ identifier, index, with: "digit" });
      else for (const word of new Set(trigger.words)) void (words.get(word)?.push({ identifier, index, with: trigger.with }) ?? words.set(word, [{ identifier, index, with: trigger.with }]));
    }
  });
  const entries = [...words].map(([word, reads]) => ({ word, reads }));
  const placeOf = createHashTable(entries.map(({ word }, i) => [hashWord(word), i + 1]));
  return { from: (hash) => entries[placeOf(hash) - 1], at };
}
