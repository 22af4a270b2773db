import type { Text } from "../core/text.js";
import { plainOf } from "./identifier-units.js";
import type { Scene } from "./identifier.js";

/** A message as identifiers see it. */
export function sceneOf(text: Text): Scene {
  const { tokens } = text;
  return {
    text,
    plain: plainOf(text.original),
    tokenFrom: (offset) => {
      let low = 0;
      let high = tokens.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (tokens[middle]!.end > offset) high = middle;
        else low = middle + 1;
      }
      return low;
    },
  };
}
