import { letterValue, wordValue, type Features } from "./features.js";
import type { Model } from "./model.js";
import { MOST_LABELS, readWeights, rowAt, type WeightTable } from "./weight-table.js";

/** A model made ready to score messages. */
export interface Scorer {
  readonly table: WeightTable;
  /** The log-odds of every label before calibration, in the order of the model. Written over by the next message. */
  readonly scoresOf: (features: Features) => Float64Array;
}

/** Whole-number sums, so that the order of the features does not matter; scaled once at the end. */
export function createScorer({ bucketBits, weights, labels }: Model): Scorer {
  const table = readWeights(weights, bucketBits, labels.length);
  const { cells, labelOf, weightOf } = table;
  const width = labels.length;
  const dense = Int16Array.from({ length: width * (labels[0]?.dense.length ?? 0) }, (_, i) => labels[i % width]!.dense[Math.floor(i / width)]!);
  const [wordSums, letterSums] = [new Int32Array(MOST_LABELS), new Int32Array(MOST_LABELS)];
  const scores = new Float64Array(width);

  const addUp = (sums: Int32Array, buckets: Uint32Array, from: number, to: number): void => {
    sums.fill(0);
    for (let i = from; i < to; i++) {
      const row = rowAt(table, buckets[i]!);
      if (row < 0) continue;
      const end = row + cells[row]!;
      for (let k = row + 1; k <= end; k++) {
        const cell = cells[k]!;
        sums[labelOf[cell]!]! += weightOf[cell]!;
      }
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
