import { composeEngine, type Engine, type EngineOptions } from "./engine.js";
import { base } from "./generated/base.js";
import { calendars } from "./generated/calendars.js";
import { identifiers } from "./generated/identifiers.js";
import { model } from "./generated/model.js";
import { signals } from "./generated/signals.js";
import { createIdentify } from "./scan/identify.js";

/** The engine over the shipped signals, base rules and default model. Created once, it is immutable and safe to share. */
export function createEngine(options: EngineOptions): Engine {
  return composeEngine({ base: base.pack, severities: base.severities, calendars, tables: signals, identify: createIdentify(identifiers), model }, options);
}
