import type { Identifier } from "../identifier.js";
import { weigh } from "../identifier-checks.js";

export const identifier: Identifier = {
  type: "pl-nip",
  shape: "\\d{3}-?\\d{3}-?\\d{2}-?\\d{2}",
  digits: 10,
  check: (compact) => weigh(compact, [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 === Number(compact[9]),
  chance: 0.0914,
  context: { en: ["nip"] },
  source: "Ministerstwo Finansów; stdnum agrees",
  examples: { valid: ["123-456-32-18", "9999999982"], invalid: ["123-456-32-19"] },
};
