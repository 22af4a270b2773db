import { hashWord, mix } from "../core/hash.js";
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
  return { from: lookUp([...words].map(([word, reads]) => ({ word, reads }))), at };
}

/** A hash table of words: open addressing, at most a quarter full. */
function lookUp<T extends { readonly word: string }>(entries: readonly T[]): (hash: number) => T | undefined {
  const size = 2 ** Math.ceil(Math.log2(entries.length * 4 + 1));
  const keys = new Int32Array(size);
  const places = new Uint16Array(size);
  entries.forEach(({ word }, i) => {
    const key = mix(hashWord(word));
    let slot = key & (size - 1);
    while (places[slot] !== 0) slot = (slot + 1) & (size - 1);
    keys[slot] = key;
    places[slot] = i + 1;
  });
  return (hash) => {
    const key = mix(hash);
    for (let slot = key & (size - 1); ; slot = (slot + 1) & (size - 1)) {
      const place = places[slot]!;
      if (place === 0) return undefined;
      if (keys[slot] === key) return entries[place - 1];
    }
  };
}
