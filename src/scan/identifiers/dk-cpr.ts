import { isDay } from "../../core/day.js";
import type { Identifier } from "../identifier.js";

/** A date and four digits. */
export const identifier: Identifier = {
  type: "dk-cpr",
  shape: "\\d{6}[ -]?\\d{4}",
  digits: 10,
  check: (compact) => isDay(2000, Number(compact.slice(2, 4)), Number(compact.slice(0, 2))),
  chance: 0.0373,
  context: { en: ["cpr", "cpr nummer", "danish personal number"] },
  source: "CPR-kontoret: the check digit is not guaranteed since 2007",
  examples: { valid: ["010190-0002", "311299-1238"], invalid: ["321390-0002"] },
};
