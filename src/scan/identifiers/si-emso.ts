import type { Identifier } from "../identifier.js";
import { weigh } from "../identifier-checks.js";

export const identifier: Identifier = {
  type: "si-emso",
  shape: "\\d{13}",
  digits: 13,
  check: (compact) => (11 - (weigh(compact, [7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11 === Number(compact[12]),
  chance: 0.0918,
  context: { en: ["emso", "jmbg"] },
  source: "Zakon o centralnem registru prebivalstva; stdnum agrees",
  examples: { valid: ["0101990500011", "0101990505005"], invalid: ["0101990500012"] },
};
