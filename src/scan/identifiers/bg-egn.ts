import { isDay } from "../../core/day.js";
import type { Identifier } from "../identifier.js";
import { weigh } from "../identifier-checks.js";

/** Births before 1900 add 20 to the month, from 2000 on 40. */
export const identifier: Identifier = {
  type: "bg-egn",
  shape: "\\d{10}",
  digits: 10,
  check: (compact) => isDay(2000, Number(compact.slice(2, 4)) % 20, Number(compact.slice(4, 6))) && (weigh(compact, [2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11) % 10 === Number(compact[9]),
  chance: 0.018,
  context: { en: ["egn", "bulgarian citizen number"] },
  source: "ГРАО; stdnum agrees",
  examples: { valid: ["9001011238", "0041011230"], invalid: ["9001011239"] },
};
