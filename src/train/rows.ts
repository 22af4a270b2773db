import { LABELS, type Label } from "../core/label.js";
import { identifiers } from "../generated/identifiers.js";
import { triggers } from "../generated/triggers.js";
import { signals } from "../generated/signals.js";
import { prepare } from "../prepare/prepare.js";
import { openTriggers } from "../scan/identifier-triggers.js";
import { createIdentify } from "../scan/identify.js";
import { createScan } from "../scan/scan.js";
import { featuresOf, letterValue, wordValue } from "../weigh/features.js";

/** The labels that have a classifier: `pii` is decided by identifiers alone. */
export const LEARNED: readonly Label[] = LABELS.filter((label) => label !== "pii");
export const WIDTH = LEARNED.length;

/** What is learnt from: a text, and what is said of it. */
export interface Taught {
  readonly text: string;
  /** By learned label: 1 it holds, -1 it does not, 0 nothing is said of it. */
  readonly targets: Int8Array;
  /** How many messages it counts as. */
  readonly weight: number;
}

/** Sparse features: those of row `i` stand from `offsets[i]` to `offsets[i + 1]`. */
export interface Sparse {
  readonly offsets: Uint32Array;
  readonly at: Uint32Array;
  readonly values: Float32Array;
}

/** Everything that is learnt from, read once. */
export interface Rows {
  readonly count: number;
  readonly hashed: Sparse;
  readonly dense: Sparse;
  /** By row and label: 1 it holds, -1 it does not, 0 nothing is said of it. */
  readonly targets: Int8Array;
  readonly weights: Float32Array;
  /** By row: 1 where a phrase stands. */
  readonly phrased: Uint8Array;
}

/** How many labels the rows speak of. */
export const widthOf = ({ targets, count }: Rows): number => targets.length / count;

const scan = createScan(signals, createIdentify(identifiers, openTriggers(triggers)));

export function readRows(taught: readonly Taught[], bucketBits: number): Rows {
  const hashed = createSparse();
  const dense = createSparse();
  const phrased: number[] = [];
  for (const { text: original } of taught) {
    const text = prepare(original);
    const evidence = scan(text);
    const features = featuresOf(text, evidence, bucketBits);
    phrased.push(evidence.some(({ kind }) => kind === "pattern") ? 1 : 0);
    const [word, letter] = [wordValue(features), letterValue(features)];
    for (let i = 0; i < features.words.count; i++) hashed.push(features.words.buckets[i]!, word);
    for (let i = 0; i < features.letters.count; i++) hashed.push(features.letters.buckets[i]!, letter);
    for (let i = 0; i < features.presentCount; i++) dense.push(features.present[i]!, features.dense[features.present[i]!]!);
    hashed.end();
    dense.end();
  }
  const targets = new Int8Array(taught.length * WIDTH);
  taught.forEach((one, i) => targets.set(one.targets, i * WIDTH));
  return { count: taught.length, hashed: hashed.done(), dense: dense.done(), targets, weights: Float32Array.from(taught, ({ weight }) => weight), phrased: Uint8Array.from(phrased) };
}

function createSparse() {
  const offsets = [0];
  const at: number[] = [];
  const values: number[] = [];
  return {
    push: (number: number, value: number): void => {
      at.push(number);
      values.push(value);
    },
    end: (): void => void offsets.push(at.length),
    done: (): Sparse => ({ offsets: Uint32Array.from(offsets), at: Uint32Array.from(at), values: Float32Array.from(values) }),
  };
}

/** The same rows with only some of their features, each scaled. */
export function withFeatures({ offsets, at, values }: Sparse, scaleOf: (number: number) => number): Sparse {
  const kept = createSparse();
  for (let i = 0; i + 1 < offsets.length; i++) {
    for (let k = offsets[i]!; k < offsets[i + 1]!; k++) {
      const scale = scaleOf(at[k]!);
      if (scale !== 0) kept.push(at[k]!, values[k]! * scale);
    }
    kept.end();
  }
  return kept.done();
}
