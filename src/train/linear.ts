import { widthOf, type Rows, type Sparse } from "./rows.js";

/**
 * Linear classifiers with squared hinge loss and L2 penalty, by dual coordinate descent (Hsieh et al. 2008, the method of
 * LIBLINEAR): exact, fast on sparse rows, and deterministic. All labels are learnt in one walk over the rows.
 */
export interface Weights {
  /** By bucket and label. */
  readonly hashed: Float32Array;
  /** By dense feature and label. */
  readonly dense: Float32Array;
  readonly bias: Float32Array;
}

export interface Settings {
  /** Cost of a row on the wrong side, and how many times more a row costs for which the label holds. */
  readonly cost: number;
  readonly positive: number;
  readonly epochs: number;
  /** Stops when no gradient is further from its optimum than this. */
  readonly tolerance: number;
}

/** A seeded shuffle, in place (xorshift32). */
export function shuffle(order: Uint32Array, seed: number): void {
  let state = seed | 1;
  for (let i = order.length - 1; i > 0; i--) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    const j = (state >>> 0) % (i + 1);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
}

/** The scores of row `i` for all labels, into `scores`. */
export function scoreRow({ hashed, dense }: Pick<Rows, "hashed" | "dense">, i: number, weights: Weights, scores: Float64Array): void {
  scores.set(weights.bias);
  addScores(hashed, i, weights.hashed, scores);
  addScores(dense, i, weights.dense, scores);
}

function addScores({ offsets, at, values }: Sparse, i: number, weights: Float32Array, scores: Float64Array): void {
  const width = scores.length;
  const end = offsets[i + 1]!;
  for (let k = offsets[i]!; k < end; k++) {
    const base = at[k]! * width;
    const value = values[k]!;
    for (let label = 0; label < width; label++) scores[label]! += weights[base + label]! * value;
  }
}

/** Trains on the rows `chosen`. `support` says by bucket and label which weights may be other than zero. */
export function trainLinear(rows: Rows, chosen: Uint32Array, buckets: number, denseCount: number, settings: Settings, support?: Uint8Array): Weights {
  const { cost, positive, epochs, tolerance } = settings;
  const width = widthOf(rows);
  const weights: Weights = { hashed: new Float32Array(buckets * width), dense: new Float32Array(denseCount * width), bias: new Float32Array(width) };
  const alphas = new Float32Array(rows.count * width);
  const squares = squaresOf(rows, chosen, support);
  const order = chosen.slice();
  const scores = new Float64Array(width);
  const steps = new Float64Array(width);
  const moved = new Uint8Array(width);

  const move = ({ offsets, at, values }: Sparse, i: number, into: Float32Array, count: number, allowed?: Uint8Array): void => {
    const end = offsets[i + 1]!;
    for (let k = offsets[i]!; k < end; k++) {
      const base = at[k]! * width;
      for (let j = 0; j < count; j++) {
        const cell = base + moved[j]!;
        if (allowed === undefined || allowed[cell] === 1) into[cell]! += steps[j]! * values[k]!;
      }
    }
  };

  for (let epoch = 0; epoch < epochs; epoch++) {
    let worst = 0;
    order.set(chosen);
    shuffle(order, 0x9e3779b9 + epoch);
    for (const i of order) {
      scoreRow(rows, i, weights, scores);
      let count = 0;
      for (let label = 0; label < width; label++) {
        const cell = i * width + label;
        const target = rows.targets[cell]!;
        if (target === 0) continue;
        const diagonal = 1 / (2 * cost * rows.weights[i]! * (target === 1 ? positive : 1));
        const before = alphas[cell]!;
        const gradient = target * scores[label]! - 1 + before * diagonal;
        const projected = before === 0 ? Math.min(gradient, 0) : gradient;
        if (Math.abs(projected) < 1e-6) continue;
        worst = Math.max(worst, Math.abs(projected));
        alphas[cell] = Math.max(before - gradient / (squares[cell]! + diagonal), 0);
        const step = (alphas[cell]! - before) * target;
        if (step === 0) continue;
        moved[count] = label;
        steps[count++] = step;
      }
      if (count === 0) continue;
      move(rows.hashed, i, weights.hashed, count, support);
      move(rows.dense, i, weights.dense, count);
      for (let j = 0; j < count; j++) weights.bias[moved[j]!]! += steps[j]!;
    }
    if (worst < tolerance) break;
  }
  return weights;
}

/** The squared length of each chosen row as each label sees it, bias included. */
function squaresOf(rows: Rows, chosen: Uint32Array, support?: Uint8Array): Float32Array {
  const { hashed, dense, count } = rows;
  const width = widthOf(rows);
  const squares = new Float32Array(count * width);
  for (const i of chosen) {
    let common = 1;
    for (let k = dense.offsets[i]!; k < dense.offsets[i + 1]!; k++) common += dense.values[k]! ** 2;
    if (support === undefined) for (let k = hashed.offsets[i]!; k < hashed.offsets[i + 1]!; k++) common += hashed.values[k]! ** 2;
    squares.fill(common, i * width, (i + 1) * width);
    if (support === undefined) continue;
    for (let k = hashed.offsets[i]!; k < hashed.offsets[i + 1]!; k++) {
      const square = hashed.values[k]! ** 2;
      for (let label = 0; label < width; label++) squares[i * width + label]! += square * support[hashed.at[k]! * width + label]!;
    }
  }
  return squares;
}

export const sigmoid = (score: number): number => 1 / (1 + Math.exp(-score));
