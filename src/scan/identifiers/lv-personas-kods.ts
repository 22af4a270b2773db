import type { Identifier } from "../identifier.js";
import { weigh } from "../identifier-checks.js";

/** Numbers given out since 2017 begin with 32 to 39 and have no check digit. */
export const identifier: Identifier = {
  type: "lv-personas-kods",
  shape: "\\d{6}-?\\d{5}",
  digits: 11,
  check: (compact) => /^3[2-9]/.test(compact) || ((1101 - weigh(compact, [1, 6, 3, 7, 9, 10, 5, 8, 4, 2])) % 11) % 10 === Number(compact[10]),
  chance: 0.17,
  context: { en: ["personas kods", "latvian personal code"] },
  source: "Fizisko personu reģistrs; stdnum agrees",
  examples: { valid: ["010190-10001", "311299-19993"], invalid: ["010190-10002"] },
};
