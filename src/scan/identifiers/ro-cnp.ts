import { isDay } from "../../core/day.js";
import type { Identifier } from "../identifier.js";
import { weigh } from "../identifier-checks.js";

export const identifier: Identifier = {
  type: "ro-cnp",
  shape: "[1-9]\\d{12}",
  digits: 13,
  check: (compact) => {
    const rest = weigh(compact, [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11;
    return isDay(2000, Number(compact.slice(3, 5)), Number(compact.slice(5, 7))) && (rest === 10 ? 1 : rest) === Number(compact[12]);
  },
  chance: 0.0114,
  context: { en: ["cnp", "cod numeric personal"] },
  source: "Legea 105/1996; stdnum agrees",
  examples: { valid: ["1900101400012", "6021231409990"], invalid: ["1900101400013"] },
};
