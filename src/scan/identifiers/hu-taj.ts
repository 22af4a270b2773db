import type { Identifier } from "../identifier.js";
import { weigh } from "../identifier-checks.js";

export const identifier: Identifier = {
  type: "hu-taj",
  shape: "\\d{3}[ -]?\\d{3}[ -]?\\d{3}",
  digits: 9,
  check: (compact) => weigh(compact, [3, 7, 3, 7, 3, 7, 3, 7]) % 10 === Number(compact[8]) && !/^0+$/.test(compact),
  chance: 0.1006,
  context: { en: ["taj", "taj szam"] },
  source: "1996. évi XX. törvény",
  examples: { valid: ["123 456 788", "999 999 990"], invalid: ["123 456 789"] },
};
