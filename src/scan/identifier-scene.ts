import { firstWhere } from "../core/first-where.js";
import type { Text } from "../core/text.js";
import { plainOf } from "./identifier-units.js";
import type { Scene } from "./identifier.js";

/** A message as identifiers see it. */
export function sceneOf(text: Text): Scene {
  const { tokens } = text;
  return {
    text,
    plain: plainOf(text.original),
    tokenFrom: (offset) => firstWhere(tokens.length, (i) => tokens[i]!.end > offset),
  };
}
