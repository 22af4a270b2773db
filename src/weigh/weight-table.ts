import { createDecoder, freshContexts } from "./range-decoder.js";

/**
 * The hashed weights of all labels, bucket by bucket. A bucket that has any is a row; the entries of row `r` are those from
 * `offsets[r]` to `offsets[r + 1]`, each `weight * 32 + label` with the label's number in the model.
 */
export interface WeightTable {
  /** Row of each bucket; 0 is the row of buckets without weights, and empty. */
  readonly rowOf: Uint16Array;
  readonly offsets: Uint32Array;
  readonly entries: Int16Array;
}

/** Labels, and weights either way, that an entry has room for. */
export const [MOST_LABELS, MOST_WEIGHT] = [32, 7];

/** Where the bits of a table stand, in the order in which they are written: what reads and what writes share this. */
export const createTableContexts = () => ({
  /** Has the bucket any weight? */
  row: freshContexts(1),
  /** Has the label a weight here? By label and by how many labels before it have. */
  label: freshContexts(MOST_LABELS * 4),
  sign: freshContexts(MOST_LABELS),
  /** Is the weight larger than 1, 2, …? */
  size: freshContexts(MOST_WEIGHT),
});
export const labelContext = (label: number, before: number): number => label * 4 + (before > 3 ? 3 : before);

/** Reads the weights of `labels` labels for `2^bucketBits` buckets. */
export function readWeights(base64: string, bucketBits: number, labels: number): WeightTable {
  const read = createDecoder(base64);
  const contexts = createTableContexts();
  const rowOf = new Uint16Array(1 << bucketBits);
  const offsets = [0];
  const entries: number[] = [];
  for (let bucket = 0; bucket < rowOf.length; bucket++) {
    if (read(contexts.row, 0) === 0) continue;
    offsets.push(entries.length);
    rowOf[bucket] = offsets.length - 1;
    let before = 0;
    for (let label = 0; label < labels; label++) {
      if (read(contexts.label, labelContext(label, before)) === 0) continue;
      before++;
      const negative = read(contexts.sign, label) === 1;
      let size = 1;
      while (size < MOST_WEIGHT && read(contexts.size, size - 1) === 1) size++;
      entries.push((negative ? -size : size) * MOST_LABELS + label);
    }
  }
  offsets.push(entries.length);
  return { rowOf, offsets: Uint32Array.from(offsets), entries: Int16Array.from(entries) };
}
