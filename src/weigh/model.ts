import type { Label } from "../core/label.js";
import type { GateModel } from "./gate.js";

/** How a model's features are counted and its weights written: a version of the engine reads one. */
export const MODEL_FORMAT = 2;

/** A trained model as it is shipped: plain data. Made by `npm run train`. */
export interface Model {
  readonly format: number;
  readonly name: string;
  readonly version: string;
  readonly bucketBits: number;
  readonly gate: GateModel;
  readonly labels: readonly LabelModel[];
  /** Weights of the hashed features for all labels together: see `weight-table.ts`. */
  readonly weights: string;
}

/** One label's classifier: the rest of a linear model, its calibration and its thresholds. */
export interface LabelModel {
  readonly label: Label;
  readonly bias: number;
  /** A hashed weight of 1 is this much of score. */
  readonly step: number;
  /** A dense weight of 1 is this much of score. */
  readonly denseStep: number;
  /** Weights of the dense features, in the order of `DENSE`: whole numbers. */
  readonly dense: readonly number[];
  /** Calibrated probability = 1 / (1 + exp(-(slope · score + shift))) (Platt 1999). */
  readonly slope: number;
  readonly shift: number;
  /** The label holds from this probability up. */
  readonly threshold: number;
  /** Sure enough to tell somebody from this probability up. */
  readonly alert: number;
}
