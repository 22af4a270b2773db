import type { Identifier } from "../identifier.js";
import { weigh } from "../identifier-checks.js";

export const identifier: Identifier = {
  type: "us-dea",
  shape: "[a-hj-nprstux][a-z9]\\d{7}",
  check: (compact) => (weigh(compact.slice(2), [1, 2, 1, 2, 1, 2]) % 10) === Number(compact[8]),
  chance: 0.0733,
  context: { en: ["dea", "dea number", "dea no"] },
  source: "DEA Diversion Control Division",
  examples: { valid: ["AB1234563", "FX9999991", "M90000012"], invalid: ["AB1234564"] },
};
