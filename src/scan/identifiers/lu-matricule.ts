import { isDay } from "../../core/day.js";
import type { Identifier } from "../identifier.js";
import { luhn, verhoeff } from "../identifier-checks.js";

/** A date, a number, a Luhn digit and a Verhoeff digit, both over the first eleven. */
export const identifier: Identifier = {
  type: "lu-matricule",
  shape: "(?:18|19|20)\\d{11}",
  digits: 13,
  check: (compact) => isDay(Number(compact.slice(0, 4)), Number(compact.slice(4, 6)), Number(compact.slice(6, 8))) && luhn(compact.slice(0, 12)) && verhoeff(compact.slice(0, 11) + compact[12]!),
  chance: 0.0004,
  context: { en: ["matricule", "numero didentification"] },
  source: "Loi du 19 juin 2013, Luxembourg",
  examples: { valid: ["1990010100160", "2000123199983"], invalid: ["1990010100161"] },
};
