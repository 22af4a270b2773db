import { createDecoder, freshContexts } from "./range-decoder.js";

/**
 * The hashed weights of all labels, bucket by bucket, in as few bytes as they are read fast from: what is waited for is memory. A
 * bit says of each bucket whether it has any; such a bucket is a row of `cells`: how many, and each.
 */
export interface WeightTable {
  readonly marks: Int32Array;
  /** By 32 buckets: where their first row stands. */
  readonly starts: Uint32Array;
  readonly cells: Uint8Array;
  /** By cell: the label's number in the model, and its weight. */
  readonly labelOf: Uint8Array;
  readonly weightOf: Int8Array;
}

/** Where the row of a bucket stands, or -1. */
export function rowAt({ marks, starts, cells }: WeightTable, bucket: number): number {
  const bits = marks[bucket >> 5]!;
  const bit = 1 << (bucket & 31);
  if ((bits & bit) === 0) return -1;
  let at = starts[bucket >> 5]!;
  for (let before = ones(bits & (bit - 1)); before > 0; before--) at += 1 + cells[at]!;
  return at;
}

/** How many bits are set (Hacker's Delight 5-1). */
function ones(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Labels, and weights either way, that a cell of one byte has room for. */
export const [MOST_LABELS, MOST_WEIGHT] = [17, 7];

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
  const starts = new Uint32Array(marks.length);
  const cells: number[] = [];
  for (let bucket = 0; bucket < 1 << bucketBits; bucket++) {
    if ((bucket & 31) === 0) starts[bucket >> 5] = cells.length;
    if (read(contexts.row, 0) === 0) continue;
    marks[bucket >> 5]! |= 1 << (bucket & 31);
    const row = cells.push(0) - 1;
    for (let label = 0; label < labels; label++) {
      if (read(contexts.label, labelContext(label, cells[row]!)) === 0) continue;
      cells[row]!++;
      const negative = read(contexts.sign, label) === 1;
      let size = 1;
      while (size < MOST_WEIGHT && read(contexts.size, size - 1) === 1) size++;
      cells.push(MOST_LABELS * (MOST_WEIGHT + (negative ? -size : size)) + label);
    }
  }
  const ofCell = Array.from({ length: 256 }, (_, cell) => cell);
  return { marks, starts, cells: Uint8Array.from(cells), labelOf: Uint8Array.from(ofCell, (cell) => cell % MOST_LABELS), weightOf: Int8Array.from(ofCell, (cell) => Math.floor(cell / MOST_LABELS) - MOST_WEIGHT) };
}
