import { AFTER, contextSizes, DIGIT, DIGIT_BITS, DIGITS, FIRST, GAP, MOST_GAP, symbolOf, weightContext } from "../weigh/weight-table.js";
import { createEncoder } from "./rans-encoder.js";

/** The inverse of `readWeights`: weights by bucket and label, whole numbers of at most `MOST_WEIGHT` either way. */
export function writeWeights(hashed: Int8Array, labels: number): string {
  const { write, finish } = createEncoder(contextSizes(labels));
  const rows = Array.from({ length: hashed.length / labels }, (_, bucket) => hashed.subarray(bucket * labels, (bucket + 1) * labels));
  const count = rows.filter((row) => row.some((weight) => weight !== 0)).length;
  for (let digit = DIGITS - 1; digit >= 0; digit--) write(DIGIT, (count >> (DIGIT_BITS * digit)) % (1 << DIGIT_BITS));
  let gap = 0;
  for (const row of rows) {
    if (row.every((weight) => weight === 0)) {
      gap++;
      continue;
    }
    for (; gap >= MOST_GAP; gap -= MOST_GAP) write(GAP, MOST_GAP);
    write(GAP, gap);
    gap = 0;
    let context = FIRST;
    row.forEach((weight, label) => {
      if (weight === 0) return;
      write(context, label);
      write(weightContext(labels) + label, symbolOf(weight));
      context = AFTER + label;
    });
    write(context, labels);
  }
  return finish();
}
