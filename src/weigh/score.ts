import type { Block } from "./block.js";
import { letterValue, wordValue, type Features } from "./features.js";
import type { Model } from "./model.js";
import { addWeights, MOST_LABELS, MOST_ROWS, readWeights, ROW_WORDS, rowAt, type WeightTable } from "./weight-table.js";

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
  const [biases, steps, denseSteps] = (["bias", "step", "denseStep"] as const).map((of) => Float64Array.from(labels, (label) => label[of])) as [Float64Array, Float64Array, Float64Array];
  const [wordSums, letterSums] = [new Int32Array(MOST_LABELS), new Int32Array(MOST_LABELS)];
  const [denseSums, scores] = [new Float64Array(width), new Float64Array(width)];

  const added = new Int32Array(ROW_WORDS);
  /** The numbers of a row are added up by name, so that they stay in registers. */
  const addUp = (sums: Int32Array, { buckets, count }: Block): void => {
    sums.fill(0);
    for (let from = 0; from < count; from += MOST_ROWS) {
      const to = Math.min(count, from + MOST_ROWS);
      let a = 0, b = 0, c = 0, d = 0, e = 0, f = 0;
      for (let i = from; i < to; i++) {
        const row = rowAt(table, buckets[i]!);
        a = (a + rows[row]!) | 0;
        b = (b + rows[row + 1]!) | 0;
        c = (c + rows[row + 2]!) | 0;
        d = (d + rows[row + 3]!) | 0;
        e = (e + rows[row + 4]!) | 0;
        f = (f + rows[row + 5]!) | 0;
      }
      added[0] = a;
      added[1] = b;
      added[2] = c;
      added[3] = d;
      added[4] = e;
      added[5] = f;
      addWeights(sums, added, to - from);
    }
  };

  const scoresOf = (features: Features): Float64Array => {
    addUp(wordSums, features.words);
    addUp(letterSums, features.letters);
    denseSums.fill(0);
    for (let j = 0; j < features.presentCount; j++) {
      const feature = features.present[j]!;
      const value = features.dense[feature]!;
      for (let i = 0; i < width; i++) denseSums[i]! += dense[feature * width + i]! * value;
    }
    const [word, letter] = [wordValue(features), letterValue(features)];
    for (let i = 0; i < width; i++) scores[i] = biases[i]! + steps[i]! * (wordSums[i]! * word + letterSums[i]! * letter) + denseSteps[i]! * denseSums[i]!;
    return scores;
  };
  return { table, scoresOf };
}
