import { firstWhere } from "../core/first-where.js";
import type { Text } from "../core/text.js";
import { plainOf, type Signs } from "./identifier-units.js";
import type { Scene } from "./identifier.js";

/** A message as identifiers see it. Its words are made when the first reader asks for them. */
export const sceneOf = (text: Text, { isPlain }: Signs): Scene => ({
  text,
  plain: isPlain ? text.original : plainOf(text.original),
  tokenFrom: (offset) => {
    const { tokens } = text;
    return firstWhere(tokens.length, (i) => tokens[i]!.end > offset);
  },
});
