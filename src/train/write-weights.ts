import { createTableContexts, labelContext, MOST_WEIGHT } from "../weigh/weight-table.js";
import { createEncoder } from "./range-encoder.js";

/** The inverse of `readWeights`: weights by bucket and label, whole numbers of at most `MOST_WEIGHT` either way. */
export function writeWeights(hashed: Int8Array, labels: number): string {
  const { write, finish } = createEncoder();
  const contexts = createTableContexts();
  for (let base = 0; base < hashed.length; base += labels) {
    const row = hashed.subarray(base, base + labels);
    const any = row.some((weight) => weight !== 0);
    write(contexts.row, 0, any ? 1 : 0);
    if (!any) continue;
    let before = 0;
    row.forEach((weight, label) => {
      write(contexts.label, labelContext(label, before), weight === 0 ? 0 : 1);
      if (weight === 0) return;
      before++;
      write(contexts.sign, label, weight < 0 ? 1 : 0);
      const size = Math.abs(weight);
      for (let more = 1; more <= size && more < MOST_WEIGHT; more++) write(contexts.size, more - 1, size > more ? 1 : 0);
    });
  }
  return finish();
}
