/** Logistic regression by AdaGrad over sparse rows: deterministic, one label at a time. */
export interface Row {
  readonly buckets: Uint32Array;
  readonly values: Float32Array;
  readonly dense: Float32Array;
}

export interface Weights {
  readonly hashed: Float32Array;
  readonly dense: Float32Array;
  bias: number;
}

export interface Settings {
  readonly buckets: number;
  readonly epochs: number;
  readonly rate: number;
  /** L2 penalty per update. */
  readonly decay: number;
  /** How much more a positive row counts. */
  readonly positive: number;
  /** Scale of the dense block's learning rate. */
  readonly denseRate: number;
}

/** The order in which rows are visited in an epoch: a seeded shuffle (xorshift32). */
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

export function trainLogistic(rows: readonly Row[], holds: Uint8Array, { buckets, epochs, rate, decay, positive, denseRate }: Settings): Weights {
  const denseCount = rows[0]!.dense.length;
  const hashed = new Float32Array(buckets);
  const hashedSquares = new Float32Array(buckets).fill(1e-6);
  const dense = new Float32Array(denseCount);
  const denseSquares = new Float32Array(denseCount).fill(1e-6);
  const weights: Weights = { hashed, dense, bias: -3 };
  let biasSquares = 1e-6;
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const at of shuffled(rows.length, 0x9e3779b9 + epoch)) {
      const row = rows[at]!;
      const error = sigmoid(scoreRow(row, weights)) - holds[at]!;
      const step = error * (holds[at] === 1 ? positive : 1);
      if (Math.abs(step) < 1e-4) continue;
      for (let i = 0; i < row.buckets.length; i++) {
        const bucket = row.buckets[i]!;
        const gradient = step * row.values[i]! + decay * hashed[bucket]!;
        hashedSquares[bucket]! += gradient * gradient;
        hashed[bucket]! -= (rate * gradient) / Math.sqrt(hashedSquares[bucket]!);
      }
      for (let i = 0; i < denseCount; i++) {
        if (row.dense[i] === 0) continue;
        const gradient = step * row.dense[i]! + decay * dense[i]!;
        denseSquares[i]! += gradient * gradient;
        dense[i]! -= (rate * denseRate * gradient) / Math.sqrt(denseSquares[i]!);
      }
      biasSquares += step * step;
      weights.bias -= (rate * denseRate * step) / Math.sqrt(biasSquares);
    }
  }
  return weights;
}

export function scoreRow(row: Row, { hashed, dense, bias }: Weights): number {
  let score = bias;
  for (let i = 0; i < row.buckets.length; i++) score += hashed[row.buckets[i]!]! * row.values[i]!;
  for (let i = 0; i < dense.length; i++) score += dense[i]! * row.dense[i]!;
  return score;
}

export const sigmoid = (score: number): number => 1 / (1 + Math.exp(-score));
