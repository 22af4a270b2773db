import type { Model } from "../weigh/model.js";

/** What `--model` may name. */
export const MODELS = ["default", "large"] as const;
export type ModelName = (typeof MODELS)[number];

/** The options of an engine that reads by the model of that name. The larger one is loaded only where it is asked for, and by its public name, so that the package holds it once. */
export async function modelNamed(name: ModelName = "default"): Promise<{ readonly model?: Model }> {
  return name === "default" ? {} : { model: (await import("obiter/model")).large };
}
