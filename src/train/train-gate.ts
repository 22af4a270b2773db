import { prepare } from "../prepare/prepare.js";
import { MOST_GATE_WEIGHT, OPENING, pairSlot, wordSlot, type GateModel } from "../weigh/gate.js";
import type { Lesson } from "./lesson.js";
import { scoreRow, trainLinear, type Settings, type Weights } from "./linear.js";
import { WIDTH, type Rows } from "./rows.js";

const BITS = 15;
const SHIFT = 32 - BITS;
const SETTINGS: Settings = { cost: 0.05, positive: 1, epochs: 20, tolerance: 0.1 };
/** What a message counts in which a phrase stands and that must pass: it passes anyway, but its words tell something. */
const PHRASED = 0.3;
/** A whole-number weight reaches this many times the root mean square of the weights; larger ones are cut. */
const REACH = 3;
/** Share of the messages without a phrase that must pass which do, by authors that the gate has not read: some 99% of all that must. */
const PASSES = 0.85;

/** Learns to let the messages through that are risky or `held`: that a second stage would hold that had read nothing by their author. */
export function trainGate({ messages, texts, rows: { phrased, targets }, folds, without }: Lesson, held: readonly boolean[]): GateModel {
  const must = texts.map((_, i) => held[i] === true || targets.subarray(i * WIDTH, (i + 1) * WIDTH).includes(1));
  const hashes = texts.map((text) => prepare(text).hashes);
  const gated = gateRows(hashes, must, must.map((passes, i) => (passes && phrased[i] === 1 ? PHRASED : 1)));
  /** The miss of an example says nothing of other labels. */
  const train = (chosen: Uint32Array): Weights => trainLinear(gated, chosen.filter((i) => i < messages.length || must[i]!), 1 << BITS, 0, SETTINGS);
  const score = new Float64Array(1);
  const needed: number[] = [];
  folds.forEach((own, fold) => {
    const weights = train(without(fold));
    for (const i of own) {
      if (!held[i] || phrased[i] === 1) continue;
      scoreRow(gated, i, weights, score);
      needed.push(score[0]!);
    }
  });
  needed.sort((a, b) => b - a);
  const { hashed, bias } = train(Uint32Array.from(texts.keys()));
  const step = (Math.sqrt(hashed.reduce((sum, weight) => sum + weight * weight, 0) / hashed.length) * REACH) / MOST_GATE_WEIGHT;
  const whole = (weight: number): number => Math.max(-MOST_GATE_WEIGHT, Math.min(MOST_GATE_WEIGHT, Math.round(weight / step))) + MOST_GATE_WEIGHT;
  let bytes = "";
  for (let i = 0; i < hashed.length; i += 2) bytes += String.fromCharCode(whole(hashed[i]!) | (whole(hashed[i + 1]!) << 4));
  return { bits: BITS, least: Math.floor((needed[Math.ceil(PASSES * needed.length) - 1]! - bias[0]!) / step), weights: btoa(bytes) };
}

function gateRows(hashes: readonly Int32Array[], must: readonly boolean[], weights: readonly number[]): Rows {
  const offsets = [0];
  const at: number[] = [];
  for (const own of hashes) {
    own.forEach((hash, i) => at.push(wordSlot(hash, SHIFT), pairSlot(i === 0 ? OPENING : own[i - 1]!, hash, SHIFT)));
    offsets.push(at.length);
  }
  const none = { offsets: new Uint32Array(hashes.length + 1), at: new Uint32Array(0), values: new Float32Array(0) };
  return { count: hashes.length, hashed: { offsets: Uint32Array.from(offsets), at: Uint32Array.from(at), values: new Float32Array(at.length).fill(1) }, dense: none, targets: Int8Array.from(must, (passes) => (passes ? 1 : -1)), weights: Float32Array.from(weights), phrased: new Uint8Array(hashes.length) };
}
