import { DENSE } from "../weigh/features.js";
import { MOST_WEIGHT } from "../weigh/weight-table.js";
import { trainLinear, type Settings, type Weights } from "./linear.js";
import { rarityOf, type Rarity } from "./rarity.js";
import { WIDTH, withFeatures, type Rows } from "./rows.js";

const SETTINGS: Settings = { cost: 0.5, positive: 3, epochs: 15, tolerance: 0.1 };
/** Evidence is learnt at this many times its value: the larger, the freer its weights. */
const EVIDENCE = 20 / 3;
/** A whole-number weight reaches this many times the root mean square of its label's weights; larger ones are cut. */
const REACH = 3;

/** What a model may be made of. */
export interface Plan {
  readonly ngrams: boolean;
  readonly evidence: boolean;
  /** log2 of the number of buckets, and hashed weights kept. */
  readonly bucketBits: number;
  readonly kept: number;
}

/** The models that ship, by name: what everybody loads is small. */
export const PLANS = {
  default: { ngrams: true, evidence: true, bucketBits: 17, kept: 136_000 },
  large: { ngrams: true, evidence: true, bucketBits: 20, kept: 1_000_000 },
} as const satisfies Readonly<Record<string, Plan>>;

/** A fitted model as it will be shipped: hashed weights of plain features, whole numbers. */
export interface Fitted {
  /** By bucket and label. */
  readonly hashed: Int8Array;
  readonly steps: readonly number[];
  readonly dense: Int16Array;
  readonly denseSteps: readonly number[];
  readonly bias: readonly number[];
}

/**
 * Trains, keeps the weights that matter, trains these again without the others, and makes them whole numbers.
 *
 * Each training is two, whose weights are added: one sees everything, the other n-grams alone. Phrases were written with the training
 * files in view, so that there they explain too much, and n-grams that stand beside them learn too little for strangers.
 */
export function createFit(rows: Rows, messages: number, { ngrams, evidence, bucketBits, kept }: Plan): (chosen: Uint32Array) => Fitted {
  const buckets = 1 << bucketBits;
  const rarity = rarityOf(rows.hashed, messages, buckets);
  const hashed = withFeatures(rows.hashed, (bucket) => (ngrams ? rarity.scale[bucket]! : 0));
  const alone: Rows = { ...rows, hashed, dense: withFeatures(rows.dense, () => 0) };
  const beside: Rows = { ...rows, hashed, dense: withFeatures(rows.dense, () => EVIDENCE) };
  const views = [...(ngrams ? [alone] : []), ...(evidence ? [beside] : [])];
  return (chosen) => {
    const full = sumOf(views.map((view) => trainLinear(view, chosen, buckets, DENSE.length, SETTINGS)));
    const support = supportOf(full, rarity, kept);
    const narrow = views.map((view) => ({ ...view, hashed: withFeatures(view.hashed, rowsWith(support)) }));
    return quantise(sumOf(narrow.map((view) => trainLinear(view, chosen, buckets, DENSE.length, SETTINGS, support))), rarity);
  };
}

/** Linear classifiers that speak together are one. */
function sumOf(all: readonly Weights[]): Weights {
  const sum = (key: keyof Weights): Float32Array => all.map((one) => one[key]).reduce((left, right) => left.map((weight, i) => weight + right[i]!));
  return { hashed: sum("hashed"), dense: sum("dense"), bias: sum("bias") };
}

/** 1 for a bucket that has any weight. */
function rowsWith(support: Uint8Array): (bucket: number) => number {
  const rows = Uint8Array.from({ length: support.length / WIDTH }, (_, bucket) => Math.max(...support.subarray(bucket * WIDTH, (bucket + 1) * WIDTH)));
  return (bucket) => rows[bucket]!;
}

/**
 * The `kept` weights that matter most, whatever their label. A weight matters by its size and by the root of how many messages have its
 * bucket: what it does to the spread of scores.
 */
function supportOf({ hashed }: Weights, { scale, messages }: Rarity, kept: number): Uint8Array {
  const importance = hashed.map((weight, cell) => Math.abs(weight) * scale[Math.floor(cell / WIDTH)]! * Math.sqrt(messages[Math.floor(cell / WIDTH)]!));
  const least = Math.max(importance.filter((one) => one > 0).sort().at(-Math.min(kept, importance.length)) ?? 0, Number.MIN_VALUE);
  return Uint8Array.from(importance, (one) => (one >= least ? 1 : 0));
}

function quantise({ hashed, dense: learnt, bias }: Weights, { scale }: Rarity): Fitted {
  const dense = learnt.map((weight) => weight * EVIDENCE);
  const folded = hashed.map((weight, cell) => weight * scale[Math.floor(cell / WIDTH)]!);
  const steps = Array.from({ length: WIDTH }, (_, label) => rounded((spread(folded, label) * REACH) / MOST_WEIGHT));
  const denseSteps = Array.from({ length: WIDTH }, (_, label) => rounded(largest(dense, label) / 127));
  const whole = (weight: number, step: number, most: number): number => Math.max(-most, Math.min(most, Math.round(weight / step)));
  return {
    hashed: Int8Array.from(folded, (weight, cell) => whole(weight, steps[cell % WIDTH]!, MOST_WEIGHT)),
    steps,
    dense: Int16Array.from(dense, (weight, cell) => whole(weight, denseSteps[cell % WIDTH]!, 127)),
    denseSteps,
    bias: Array.from(bias, (one) => Number(one.toPrecision(6))),
  };
}

/** A step of six digits; a label without weights has any. */
const rounded = (value: number): number => Number((value || 1).toPrecision(6));
const ofLabel = (weights: Float32Array, label: number): Float32Array => weights.filter((_, cell) => cell % WIDTH === label);
const largest = (weights: Float32Array, label: number): number => ofLabel(weights, label).reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
/** Root mean square of the weights that are not zero. */
function spread(weights: Float32Array, label: number): number {
  const own = ofLabel(weights, label).filter((weight) => weight !== 0);
  return Math.sqrt(own.reduce((sum, weight) => sum + weight * weight, 0) / Math.max(1, own.length));
}
