import { isDay } from "../../core/day.js";
import type { Identifier } from "../identifier.js";
import { luhn } from "../identifier-checks.js";

export const identifier: Identifier = {
  type: "gr-amka",
  shape: "\\d{11}",
  digits: 11,
  check: (compact) => isDay(2000, Number(compact.slice(2, 4)), Number(compact.slice(0, 2))) && luhn(compact),
  chance: 0.0038,
  context: { en: ["amka"] },
  source: "ΗΔΙΚΑ; stdnum agrees",
  examples: { valid: ["01019000007", "31129900010"], invalid: ["01019000008"] },
};
