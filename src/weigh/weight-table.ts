import { createDecoder, freshContexts } from "./range-decoder.js";

/**
 * The hashed weights of all labels, bucket by bucket. A bucket that has any is a row, in which all labels stand packed into a few
 * numbers, so that a row is added to others by a few additions: each label has a field of `FIELD_BITS`, which holds its weight and
 * `MOST_WEIGHT` more.
 */
export interface WeightTable {
  /** By bucket: which row of its group it is, or `NO_ROW`. */
  readonly ranks: Uint8Array;
  /** By group of buckets: its first row. */
  readonly firsts: Uint32Array;
  /** `ROW_WORDS` numbers a row. */
  readonly rows: Int32Array;
}

/** Labels, and weights either way, that a row has room for. */
export const [MOST_LABELS, MOST_WEIGHT] = [18, 7];
const FIELD_BITS = 10;
const FIELD = (1 << FIELD_BITS) - 1;
const FIELDS = 3;
export const ROW_WORDS = MOST_LABELS / FIELDS;
/** So many rows can be added up before a field runs over. */
export const MOST_ROWS = Math.floor(FIELD / (2 * MOST_WEIGHT));
/** All fields of a number at the weight 0. */
const ZEROS = MOST_WEIGHT | (MOST_WEIGHT << FIELD_BITS) | (MOST_WEIGHT << (2 * FIELD_BITS));

const GROUP_BITS = 5;
const NO_ROW = 255;

/** Where the row of a bucket begins, or -1. */
export function rowAt({ ranks, firsts }: WeightTable, bucket: number): number {
  const rank = ranks[bucket]!;
  return rank === NO_ROW ? -1 : ROW_WORDS * (firsts[bucket >> GROUP_BITS]! + rank);
}

/** The weight of a label in numbers that are the sum of so many rows, the first at `at`. */
export const weightIn = (rows: Int32Array, at: number, label: number, count = 1): number =>
  ((rows[at + Math.floor(label / FIELDS)]! >>> (FIELD_BITS * (label % FIELDS))) & FIELD) - count * MOST_WEIGHT;

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
  const ranks = new Uint8Array(1 << bucketBits).fill(NO_ROW);
  const firsts = new Uint32Array(((1 << bucketBits) >> GROUP_BITS) + 1);
  const rows = new Int32Array(ROW_WORDS << bucketBits).fill(ZEROS);
  let count = 0;
  for (let bucket = 0; bucket < 1 << bucketBits; bucket++) {
    const group = bucket >> GROUP_BITS;
    if (group << GROUP_BITS === bucket) firsts[group] = count;
    if (read(contexts.row, 0) === 0) continue;
    ranks[bucket] = count - firsts[group]!;
    const at = ROW_WORDS * count++;
    for (let label = 0, before = 0; label < labels; label++) {
      if (read(contexts.label, labelContext(label, before)) === 0) continue;
      before++;
      const negative = read(contexts.sign, label) === 1;
      let size = 1;
      while (size < MOST_WEIGHT && read(contexts.size, size - 1) === 1) size++;
      rows[at + Math.floor(label / FIELDS)]! += (negative ? -size : size) << (FIELD_BITS * (label % FIELDS));
    }
  }
  return { ranks, firsts, rows: rows.slice(0, ROW_WORDS * count) };
}
