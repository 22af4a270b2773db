import { createDecoder } from "./rans-decoder.js";

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

/** Where the row of a bucket begins; that of a bucket without one is the first, whose weights are all 0: adding it costs less than to ask. */
export function rowAt({ ranks, firsts }: WeightTable, bucket: number): number {
  const rank = ranks[bucket]!;
  return (ROW_WORDS * (firsts[bucket >> GROUP_BITS]! + rank)) & ((rank - NO_ROW) >> 31);
}

/** The weight of a label in the row at `at`. */
export const weightIn = (rows: Int32Array, at: number, label: number): number => ((rows[at + ((label / FIELDS) | 0)]! >>> (FIELD_BITS * (label % FIELDS))) & FIELD) - MOST_WEIGHT;

/** Adds the weights of all labels in numbers that are the sum of so many rows. */
export function addWeights(sums: Int32Array, added: Int32Array, count: number): void {
  const zeros = count * MOST_WEIGHT;
  for (let i = 0, label = 0; i < ROW_WORDS; i++) for (let bits = added[i]!, field = 0; field < FIELDS; field++, bits >>>= FIELD_BITS) sums[label++]! += (bits & FIELD) - zeros;
}

/**
 * What a table is written in, symbol by symbol (`rans-decoder.ts`), each under a context: how many rows there are, by digits; then of each row
 * how many buckets without one it comes after, and of each label that has a weight there, in order, which and what weight; `labels` when
 * there is no more. What reads and what writes share this.
 */
export const [DIGITS, DIGIT_BITS] = [6, 4];
/** A gap of so many buckets goes on. */
export const MOST_GAP = 15;
/** Contexts: digits, gaps, the first label of a row, from `AFTER` on the label after each, and then the weight of each. */
export const [DIGIT, GAP, FIRST, AFTER] = [0, 1, 2, 3];
export const weightContext = (labels: number): number => AFTER + labels;
export const contextSizes = (labels: number): readonly number[] => [1 << DIGIT_BITS, MOST_GAP + 1, ...new Array<number>(labels + 1).fill(labels + 1), ...new Array<number>(labels).fill(2 * MOST_WEIGHT)];
/** A weight as a symbol, and back: there is no 0. */
export const symbolOf = (weight: number): number => weight + MOST_WEIGHT - (weight > 0 ? 1 : 0);
const weightOf = (symbol: number): number => symbol - MOST_WEIGHT + (symbol < MOST_WEIGHT ? 0 : 1);

/** Reads the weights of `labels` labels for `2^bucketBits` buckets. What was not written so is read as something, and ends. */
export function readWeights(base64: string, bucketBits: number, labels: number): WeightTable {
  const read = createDecoder(base64, contextSizes(labels));
  const ofWeights = weightContext(labels);
  const buckets = 1 << bucketBits;
  let written = 0;
  for (let digit = 0; digit < DIGITS; digit++) written = (written << DIGIT_BITS) | read(DIGIT);
  const count = Math.min(written, buckets);
  const ranks = new Uint8Array(buckets).fill(NO_ROW);
  const firsts = new Uint32Array(buckets >> GROUP_BITS).fill(1 + count);
  const rows = new Int32Array(ROW_WORDS * (1 + count)).fill(ZEROS);
  for (let row = 1, bucket = 0, group = -1; row <= count; row++, bucket++) {
    for (let gap = MOST_GAP; gap === MOST_GAP && bucket < buckets; bucket += gap) gap = read(GAP);
    if (bucket >= buckets) break;
    while (group < bucket >> GROUP_BITS) firsts[++group] = row;
    ranks[bucket] = row - firsts[group]!;
    for (let label = read(FIRST), last = -1; label > last && label < labels; label = read(AFTER + label)) {
      rows[ROW_WORDS * row + Math.floor(label / FIELDS)]! += weightOf(read(ofWeights + label)) << (FIELD_BITS * (label % FIELDS));
      last = label;
    }
  }
  return { ranks, firsts, rows };
}
