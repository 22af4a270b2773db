import type { Identifier } from "../identifier.js";
import { weigh } from "../identifier-checks.js";

export const identifier: Identifier = {
  type: "at-svnr",
  shape: "[1-9]\\d{3} ?\\d{6}",
  digits: 10,
  check: (compact) => weigh(compact, [3, 7, 9, 0, 5, 8, 4, 2, 1, 6]) % 11 === Number(compact[3]),
  chance: 0.0824,
  context: { en: ["svnr", "sozialversicherungsnummer", "austrian social security"] },
  source: "Dachverband der Sozialversicherungsträger; stdnum agrees",
  examples: { valid: ["1238 010190", "9991 311299"], invalid: ["1239 010190"] },
};
