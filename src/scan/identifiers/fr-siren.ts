import type { Identifier } from "../identifier.js";
import { allSame, luhn } from "../identifier-checks.js";

export const identifier: Identifier = {
  type: "fr-siren",
  shape: "\\d{3}[ .]?\\d{3}[ .]?\\d{3}",
  digits: 9,
  check: (compact) => luhn(compact) && !allSame(compact),
  chance: 0.0998,
  context: { en: ["siren", "rcs"] },
  source: "INSEE, SIRENE; stdnum agrees",
  examples: { valid: ["123 456 782", "999 999 998"], invalid: ["123 456 789"] },
};
