import { hashWord, mix } from "../core/hash.js";
import { readForms } from "./forms.js";
import { readNumbers } from "./numbers.js";
import { createPatterns } from "./regex/patterns.js";
import type { Program } from "./regex/program.js";

/** What must stand in a message before an entry that decides by itself can be found: a word of each group of a phrase, or a match of a pattern. */
export interface Deciding {
  /** Written as forms are (`forms.ts`): all of them words, none a beginning or a stem. */
  readonly words: string;
  /** Numbers (`numbers.ts`): how many groups, and of each how many words and which; how many phrases, and of each how many groups and which, the rarest first. */
  readonly groups: string;
  /** The deciding patterns, and what phrases of beginnings alone (`brib*`) ask for. */
  readonly characters: Program;
}

/**
 * Whether an entry of the tables that decides by itself may be found in a message of which the words' hashes are known: never no where
 * one is. `odd`: the words are not as they are spelled, so that the text tells nothing.
 */
export function createMayDecide(tables: readonly { readonly deciding: Deciding }[]): (text: string, hashes: Int32Array, count: number, odd: boolean) => boolean {
  const wordTests = tables.map(({ deciding }) => createWordTest(deciding));
  const patterns = tables.map(({ deciding }) => deciding.characters).filter(({ starts }) => starts.length > 0).map(createPatterns);
  return (text, hashes, count, odd) => wordTests.some((test) => test(hashes, count)) || (patterns.length > 0 && (odd || patterns.some((one) => one.mayMatch(text))));
}

const NONE: readonly number[] = [];

function createWordTest({ words, groups }: Deciding): (hashes: Int32Array, count: number) => boolean {
  const read = readNumbers(groups);
  const readLists = (): number[][] => Array.from({ length: read() }, () => Array.from({ length: read() }, read));
  const hashes = readForms(words).map((word) => hashWord(word));
  /** Groups by the hash of a word of theirs. */
  const groupsOf = new Map<number, number[]>();
  const groupCount = readLists().map((list, group) => {
    for (const word of list) {
      const known = groupsOf.get(hashes[word]!);
      if (known === undefined) groupsOf.set(hashes[word]!, [group]);
      else known.push(group);
    }
  }).length;
  /** Phrases, as groups, by the rarest of them. */
  const phrasesAt: number[][][] = Array.from({ length: groupCount }, () => []);
  for (const phrase of readLists()) phrasesAt[phrase[0]!]!.push(phrase);

  const bits = 34 - Math.clz32(groupsOf.size);
  const mask = (1 << bits) - 1;
  /** A hash table: the hash of a word, and its groups. */
  const slots = new Int32Array(1 << bits);
  const groupsAt: (readonly number[] | undefined)[] = Array.from(slots, () => undefined);
  const slotOf = (hash: number): number => {
    let slot = mix(hash) & mask;
    while (groupsAt[slot] !== undefined && slots[slot] !== hash) slot = (slot + 1) & mask;
    return slot;
  };
  for (const [hash, list] of groupsOf) {
    const slot = slotOf(hash);
    slots[slot] = hash;
    groupsAt[slot] = list;
  }
  /** By group: the last message in which a word of it stood. */
  const stoodIn = new Float64Array(groupCount);
  const hits: number[] = [];
  let messages = 0;
  return (given, count) => {
    messages++;
    hits.length = 0;
    for (let k = 0; k < count; k++) {
      for (const group of groupsAt[slotOf(given[k]!)] ?? NONE) {
        if (stoodIn[group] !== messages) hits.push(group);
        stoodIn[group] = messages;
      }
    }
    for (const group of hits) for (const phrase of phrasesAt[group]!) if (phrase.every((one) => stoodIn[one] === messages)) return true;
    return false;
  };
}
