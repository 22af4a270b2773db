import { mix } from "./hash.js";
import { readNumbers, writeNumbers } from "./numbers.js";

/** Numbers from 1 to 65,535 by the hash of a word (`hashWord`), 0 for what is not there. */
export type HashTable = (hash: number) => number;
const MOST = 0xffff;
type Entries = readonly (readonly [hash: number, value: number])[];

/** Bits of a hash that a written table leaves out: that takes a third off it, and of other words one in some five thousand is taken for one of it. */
const UNWRITTEN = 8;
/** What a written table tells words by. */
export const writtenKey = (hash: number): number => mix(hash) >>> UNWRITTEN;

/** Of two entries of one hash the first counts. */
export const createHashTable = (entries: Entries): HashTable => tableOf(entries.length, 0, (put) => entries.forEach(([hash, value]) => put(mix(hash), value)));

/** A table as text, so that it is made ahead: how many entries, then of each, in order of their keys, how much more than the one before, and its number. Throws RangeError for what has no room. */
export function writeHashTable(entries: Entries): string {
  if (entries.length > MOST || entries.some(([, value]) => value > MOST)) throw new RangeError(`a table has room for ${MOST} entries, and for numbers up to that`);
  const keyed = entries.map(([hash, value]) => ({ key: writtenKey(hash), value })).sort((a, b) => a.key - b.key);
  return writeNumbers([keyed.length, ...keyed.flatMap(({ key, value }, i) => [key - (keyed[i - 1]?.key ?? 0), value])]);
}

/** The table that a text is: the place of a word, from 1, and by place its number. It may know a word that was not put in: whoever asks looks at the word too. */
export function openHashTable(text: string): { readonly placeOf: HashTable; readonly values: Uint16Array } {
  const numbers = readNumbers(text);
  const count = numbers[0]!;
  const values = new Uint16Array(count + 1);
  const placeOf = tableOf(count, UNWRITTEN, (put) => {
    for (let place = 1, key = 0; place <= count; place++) {
      put((key += numbers[2 * place - 1]!) << UNWRITTEN >> UNWRITTEN, place);
      values[place] = numbers[2 * place]!;
    }
  });
  return { placeOf, values };
}

/** Open addressing, at most a quarter full. Of each mixed hash the lowest bits are left out. */
function tableOf(count: number, leftOut: number, fill: (put: (key: number, value: number) => void) => void): HashTable {
  const size = 2 ** Math.ceil(Math.log2(count * 4 + 1));
  const keys = new Int32Array(size);
  const values = new Uint16Array(size);
  fill((key, value) => {
    let slot = key & (size - 1);
    while (values[slot] !== 0) slot = (slot + 1) & (size - 1);
    keys[slot] = key;
    values[slot] = value;
  });
  return (hash) => {
    const key = mix(hash) >> leftOut;
    let slot = key & (size - 1);
    while (values[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & (size - 1);
    return values[slot]!;
  };
}
