import { hashWord } from "./hash.js";
import { openHashTable, writeHashTable, writtenKey, type HashTable } from "./hash-table.js";
import { readNumbers, writeNumbers } from "./numbers.js";

/** Rows of numbers by word, as texts made ahead: words that have the same rows are one group. */
export interface GroupTexts {
  /** By word the number of its group, from 1. */
  readonly words: string;
  /** Of each group how many numbers it has, and these. */
  readonly groups: string;
}

/** Words that the table does not tell apart get the rows of all of them, each once: whoever looks one up looks at the word too. */
export function writeGroups(entries: Iterable<readonly [word: string, row: readonly number[]]>): GroupTexts {
  const byKey = new Map<number, { readonly hash: number; readonly rows: Map<string, readonly number[]> }>();
  for (const [word, row] of entries) {
    const hash = hashWord(word);
    let entry = byKey.get(writtenKey(hash));
    if (entry === undefined) byKey.set(writtenKey(hash), (entry = { hash, rows: new Map() }));
    entry.rows.set(row.join(" "), row);
  }
  const lists = [...byKey.values()].map(({ hash, rows }) => ({ hash, list: [...rows.values()].flat() }));
  const groups = new Map(lists.map(({ list }) => [list.join(" "), list]));
  const numberOf = new Map([...groups.keys()].map((key, i) => [key, i + 1]));
  return {
    words: writeHashTable(lists.map(({ hash, list }) => [hash, numberOf.get(list.join(" "))!])),
    groups: writeNumbers([...groups.values()].flatMap((list) => [list.length, ...list])),
  };
}

export interface Groups {
  /** The place of a word, by its hash; 0: none. */
  readonly placeOf: HashTable;
  /** By place the number of its group. */
  readonly groupAt: Uint16Array;
  /** By group its rows, one after the other. Nothing stands at 0. */
  readonly groups: readonly Uint32Array[];
}

export function openGroups({ words, groups }: GroupTexts): Groups {
  const numbers = readNumbers(groups);
  const opened = [numbers.subarray(0, 0)];
  for (let at = 0; at < numbers.length; ) {
    const from = at + 1;
    at = from + numbers[at]!;
    opened.push(numbers.subarray(from, at));
  }
  const { placeOf, values } = openHashTable(words);
  return { placeOf, groupAt: values, groups: opened };
}
