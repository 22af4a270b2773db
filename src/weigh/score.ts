import { letterValue, wordValue, type Features } from "./features.js";
import type { Model } from "./model.js";
import { MOST_ROWS, readWeights, ROW_WORDS, rowAt, weightIn, type WeightTable } from "./weight-table.js";

/** A model made ready to score messages. */
export interface Scorer {
  readonly table: WeightTable;
  /** The log-odds of every label before calibration, in the order of the model. Written over by the next message. */
  readonly scoresOf: (features: Features) => Float64Array;
}

/** Whole-number sums, so that the order of the features does not matter; scaled once at the end. */
export function createScorer({ bucketBits, weights, labels }: Model): Scorer {
  const table = readWeights(weights, bucketBits, labels.length);
  const { rows } = table;
  const width = labels.length;
  const dense = Int16Array.from({ length: width * (labels[0]?.dense.length ?? 0) }, (_, i) => labels[i % width]!.dense[Math.floor(i / width)]!);
  const [wordSums, letterSums] = [new Int32Array(width), new Int32Array(width)];
  const scores = new Float64Array(width);

  const added = new Int32Array(ROW_WORDS);
  /** The numbers of a row are added up by name, so that they stay in registers. */
  const addUp = (sums: Int32Array, buckets: Uint32Array, from: number, to: number): void => {
    sums.fill(0);
    for (let i = from; i < to; ) {
      let a = 0, b = 0, c = 0, d = 0, e = 0, f = 0;
      let count = 0;
      for (; i < to && count < MOST_ROWS; i++) {
        const row = rowAt(table, buckets[i]!);
        if (row < 0) continue;
        a += rows[row]!;
        b += rows[row + 1]!;
        c += rows[row + 2]!;
        d += rows[row + 3]!;
        e += rows[row + 4]!;
        f += rows[row + 5]!;
        count++;
      }
      added[0] = a;
      added[1] = b;
      added[2] = c;
      added[3] = d;
      added[4] = e;
      added[5] = f;
      for (let label = 0; label < width; label++) sums[label]! += weightIn(added, 0, label, count);
    }
  };

  const scoresOf = (features: Features): Float64Array => {
    addUp(wordSums, features.buckets, 0, features.words);
    addUp(letterSums, features.buckets, features.words, features.count);
    const [word, letter] = [wordValue(features), letterValue(features)];
    for (let i = 0; i < width; i++) {
      let sum = 0;
      for (let j = 0; j < features.presentCount; j++) sum += dense[features.present[j]! * width + i]! * features.dense[features.present[j]!]!;
      const { bias, step, denseStep } = labels[i]!;
      scores[i] = bias + step * (wordSums[i]! * word + letterSums[i]! * letter) + denseStep * sum;
    }
    return scores;
  };
  return { table, scoresOf };
}
