import { sigmoid } from "./linear.js";

/** Platt's two parameters: probability = sigmoid(slope · score + shift), by damped Newton steps on the log-likelihood (Lin et al. 2007). */
export function calibrate(scores: readonly number[], holds: readonly boolean[]): { slope: number; shift: number } {
  const positives = holds.filter(Boolean).length;
  const high = (positives + 1) / (positives + 2);
  const low = 1 / (holds.length - positives + 2);
  const loss = (slope: number, shift: number): number =>
    scores.reduce((sum, score, i) => {
      const at = slope * score + shift;
      const target = holds[i] ? high : low;
      return sum + Math.log1p(Math.exp(-Math.abs(at))) + (at >= 0 ? (1 - target) * at : -target * at);
    }, 0);
  let [slope, shift] = [0, Math.log((positives + 1) / (holds.length - positives + 1))];
  let now = loss(slope, shift);
  for (let step = 0; step < 100; step++) {
    let [g0, g1, h00, h01, h11] = [0, 0, 1e-9, 0, 1e-9];
    scores.forEach((score, i) => {
      const p = sigmoid(slope * score + shift);
      const error = p - (holds[i] ? high : low);
      const weight = p * (1 - p);
      g0 += error * score;
      g1 += error;
      h00 += weight * score * score;
      h01 += weight * score;
      h11 += weight;
    });
    const determinant = h00 * h11 - h01 * h01;
    const [d0, d1] = [(h11 * g0 - h01 * g1) / determinant, (h00 * g1 - h01 * g0) / determinant];
    let size = 1;
    while (size > 1e-8 && loss(slope - size * d0, shift - size * d1) > now) size /= 2;
    const next = loss(slope - size * d0, shift - size * d1);
    if (now - next < 1e-9) break;
    [slope, shift, now] = [slope - size * d0, shift - size * d1, next];
  }
  return { slope: Number(slope.toPrecision(6)), shift: Number(shift.toPrecision(6)) };
}

/**
 * The threshold with the best F-measure of this beta (below 1: a false alarm costs more than a miss); or the highest of those that reach a
 * share `nearly` of the best. `counts`: as how many messages each counts for which the label does not hold.
 */
export function bestThreshold(probabilities: readonly number[], holds: readonly boolean[], beta: number, nearly = 1, counts: (i: number) => number = () => 1): number {
  const order = probabilities.map((_, i) => i).sort((a, b) => probabilities[b]! - probabilities[a]!);
  const positives = holds.filter(Boolean).length;
  const reached: { readonly threshold: number; readonly f: number }[] = [];
  let [hits, wrong] = [0, 0];
  order.forEach((at, rank) => {
    if (holds[at]) hits++;
    else wrong += counts(at);
    const following = order[rank + 1];
    if (following !== undefined && probabilities[following] === probabilities[at]) return;
    const threshold = following === undefined ? probabilities[at]! : (probabilities[at]! + probabilities[following]!) / 2;
    reached.push({ threshold, f: ((1 + beta * beta) * hits) / (hits + wrong + beta * beta * positives) });
  });
  const best = reached.reduce((most, { f }) => Math.max(most, f), 0);
  return Number((reached.find(({ f }) => f >= nearly * best)?.threshold ?? 0.5).toPrecision(4));
}
