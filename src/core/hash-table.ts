import { mix } from "./hash.js";

/**
 * Numbers from 1 to 65,535 by the hash of a word (`hashWord`), 0 for what is not there: open addressing, at most a quarter full. Of
 * two entries of one hash the first counts.
 */
export function createHashTable(entries: readonly (readonly [hash: number, value: number])[]): (hash: number) => number {
  const size = 2 ** Math.ceil(Math.log2(entries.length * 4 + 1));
  const keys = new Int32Array(size);
  const values = new Uint16Array(size);
  for (const [hash, value] of entries) {
    const key = mix(hash);
    let slot = key & (size - 1);
    while (values[slot] !== 0) slot = (slot + 1) & (size - 1);
    keys[slot] = key;
    values[slot] = value;
  }
  return (hash) => {
    const key = mix(hash);
    let slot = key & (size - 1);
    while (values[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & (size - 1);
    return values[slot]!;
  };
}
