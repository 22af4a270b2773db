/**
 * Linear classifiers with squared hinge loss and L2 penalty, by dual coordinate descent (Hsieh et al. 2008, the method of
 * LIBLINEAR): exact, fast on sparse rows, and deterministic.
 */
export interface Row {
  readonly buckets: Uint32Array;
  readonly values: Float32Array;
  readonly dense: Float32Array;
  /** How many rows it stands for. Default 1. */
  readonly weight?: number;
}

export interface Weights {
  readonly hashed: Float32Array;
  readonly dense: Float32Array;
  bias: number;
}

export interface Settings {
  readonly buckets: number;
  /** Cost of a row on the wrong side. */
  readonly cost: number;
  /** How many times more a positive row costs. */
  readonly positive: number;
  readonly epochs: number;
  /** Stops when no gradient is further from its optimum than this. */
  readonly tolerance: number;
}

/** A seeded shuffle of `0..length-1` (xorshift32). */
export function shuffled(length: number, seed: number): Uint32Array {
  const order = Uint32Array.from({ length }, (_, i) => i);
  let state = seed | 1;
  for (let i = length - 1; i > 0; i--) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    const j = (state >>> 0) % (i + 1);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}

export function trainLinear(rows: readonly Row[], holds: Uint8Array, { buckets, cost, positive, epochs, tolerance }: Settings): Weights {
  const hashed = new Float32Array(buckets);
  const dense = new Float32Array(rows[0]!.dense.length);
  const weights: Weights = { hashed, dense, bias: 0 };
  const alphas = new Float64Array(rows.length);
  const diagonal = Float64Array.from(rows, ({ weight = 1 }, i) => 1 / (2 * cost * weight * (holds[i] === 1 ? positive : 1)));
  const squares = Float64Array.from(rows, (row, i) => diagonal[i]! + 1 + sumOfSquares(row.values) + sumOfSquares(row.dense));
  for (let epoch = 0; epoch < epochs; epoch++) {
    let worst = 0;
    for (const i of shuffled(rows.length, 0x9e3779b9 + epoch)) {
      const row = rows[i]!;
      const sign = holds[i] === 1 ? 1 : -1;
      const gradient = sign * scoreRow(row, weights) - 1 + alphas[i]! * diagonal[i]!;
      const projected = alphas[i] === 0 ? Math.min(gradient, 0) : gradient;
      if (Math.abs(projected) < 1e-12) continue;
      worst = Math.max(worst, Math.abs(projected));
      const before = alphas[i]!;
      alphas[i] = Math.max(before - gradient / squares[i]!, 0);
      const step = (alphas[i]! - before) * sign;
      for (let j = 0; j < row.buckets.length; j++) hashed[row.buckets[j]!]! += step * row.values[j]!;
      for (let j = 0; j < dense.length; j++) if (row.dense[j] !== 0) dense[j]! += step * row.dense[j]!;
      weights.bias += step;
    }
    if (worst < tolerance) break;
  }
  return weights;
}

const sumOfSquares = (values: Float32Array): number => values.reduce((sum, value) => sum + value * value, 0);

export function scoreRow(row: Row, { hashed, dense, bias }: Weights): number {
  let score = bias;
  for (let i = 0; i < row.buckets.length; i++) score += hashed[row.buckets[i]!]! * row.values[i]!;
  for (let i = 0; i < dense.length; i++) score += dense[i]! * row.dense[i]!;
  return score;
}

export const sigmoid = (score: number): number => 1 / (1 + Math.exp(-score));
