import { createDecoder, freshContexts } from "./range-decoder.js";

/**
 * The hashed weights of all labels, bucket by bucket. A bucket that has any is a row; the entries of row `r` are those from
 * `offsets[r]` to `offsets[r + 1]`, each `weight * 32 + label` with the label's number in the model. Which buckets are rows is told
 * by a bit each: small, so that a feature without weights costs no wait for memory.
 */
export interface WeightTable {
  readonly marks: Int32Array;
  /** By 32 buckets: how many rows stand before them. */
  readonly ranks: Uint32Array;
  readonly offsets: Uint32Array;
  readonly entries: Int16Array;
}

/** The row of a bucket, or -1. */
export function rowOf({ marks, ranks }: Pick<WeightTable, "marks" | "ranks">, bucket: number): number {
  const bits = marks[bucket >> 5]!;
  const bit = 1 << (bucket & 31);
  return (bits & bit) === 0 ? -1 : ranks[bucket >> 5]! + ones(bits & (bit - 1));
}

/** How many bits are set (Hacker's Delight 5-1). */
function ones(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
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
  const marks = new Int32Array((1 << bucketBits) >> 5);
  const ranks = new Uint32Array(marks.length);
  const offsets: number[] = [];
  const entries: number[] = [];
  for (let bucket = 0; bucket < 1 << bucketBits; bucket++) {
    if ((bucket & 31) === 0) ranks[bucket >> 5] = offsets.length;
    if (read(contexts.row, 0) === 0) continue;
    marks[bucket >> 5]! |= 1 << (bucket & 31);
    offsets.push(entries.length);
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
  return { marks, ranks, offsets: Uint32Array.from(offsets), entries: Int16Array.from(entries) };
}
