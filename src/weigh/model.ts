import type { Label } from "../core/label.js";

/** A trained model as it is shipped: plain data. Made by `npm run train`. */
export interface Model {
  readonly name: string;
  readonly version: string;
  readonly bucketBits: number;
  readonly labels: readonly LabelModel[];
}

/** One label's classifier: quantised weights of a logistic regression, its calibration and its threshold. */
export interface LabelModel {
  readonly label: Label;
  readonly bias: number;
  /** A quantised weight of 1 is this much log-odds. */
  readonly step: number;
  /** Buckets with a weight, ascending, as differences in base-128 varints, each followed by one byte (weight + 128); base64. */
  readonly hashed: string;
  /** Weights of the dense features, in the order of `DENSE`. */
  readonly dense: readonly number[];
  /** Calibrated probability = 1 / (1 + exp(-(slope · score + shift))) (Platt 1999). */
  readonly slope: number;
  readonly shift: number;
  /** The label holds from this probability up. */
  readonly threshold: number;
  /** Sure enough to tell somebody from this probability up. */
  readonly alert: number;
}

/** Weights by bucket: `labels[k]`, `weights[k]` for k in `[offsets[bucket], offsets[bucket + 1])`. */
export interface BucketTable {
  readonly offsets: Uint32Array;
  readonly labels: Uint8Array;
  readonly weights: Float32Array;
}

export function decodeWeights({ bucketBits, labels }: Model): BucketTable {
  const decoded = labels.map(({ hashed, step }) => decodeLabel(hashed, step));
  const offsets = new Uint32Array((1 << bucketBits) + 1);
  for (const { buckets } of decoded) for (const bucket of buckets) offsets[bucket + 1]!++;
  for (let i = 1; i < offsets.length; i++) offsets[i]! += offsets[i - 1]!;
  const total = offsets[offsets.length - 1]!;
  const table = { offsets, labels: new Uint8Array(total), weights: new Float32Array(total) };
  const next = offsets.slice();
  decoded.forEach(({ buckets, weights }, label) => {
    buckets.forEach((bucket, i) => {
      const at = next[bucket]!++;
      table.labels[at] = label;
      table.weights[at] = weights[i]!;
    });
  });
  return table;
}

function decodeLabel(encoded: string, step: number): { buckets: number[]; weights: number[] } {
  const bytes = atob(encoded);
  const buckets: number[] = [];
  const weights: number[] = [];
  let bucket = 0;
  for (let i = 0; i < bytes.length; ) {
    let difference = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes.charCodeAt(i++);
      difference |= (byte & 127) << shift;
      if (byte < 128) break;
    }
    bucket += difference;
    buckets.push(bucket);
    weights.push((bytes.charCodeAt(i++) - 128) * step);
  }
  return { buckets, weights };
}

/**
 * The inverse of decoding: the `most` weights of a label that matter most, quantised to one byte. A weight matters by its size
 * and by the root of how many messages have its bucket: what it does to the spread of scores.
 */
export function encodeWeights(hashed: Float32Array, messages: Uint32Array, most: number): { hashed: string; step: number } {
  const importance = (bucket: number): number => Math.abs(hashed[bucket]!) * Math.sqrt(messages[bucket]!);
  const order = Array.from(hashed.keys()).filter((bucket) => hashed[bucket] !== 0).sort((a, b) => importance(b) - importance(a) || a - b).slice(0, most);
  const step = Number((order.reduce((largest, bucket) => Math.max(largest, Math.abs(hashed[bucket]!)), 1e-6) / 127).toPrecision(6));
  let bytes = "";
  let last = 0;
  for (const bucket of order.sort((a, b) => a - b)) {
    const weight = Math.round(hashed[bucket]! / step);
    if (weight === 0) continue;
    let difference = bucket - last;
    for (; difference > 127; difference >>>= 7) bytes += String.fromCharCode((difference & 127) | 128);
    bytes += String.fromCharCode(difference, weight + 128);
    last = bucket;
  }
  return { hashed: btoa(bytes), step };
}
