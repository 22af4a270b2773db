import type { Identifier } from "../identifier.js";
import { weigh } from "../identifier-checks.js";

export const identifier: Identifier = {
  type: "gr-afm",
  shape: ["(?:el|gr)? ?\\d{9}"],
  digits: 9,
  check: (compact) => {
    const number = compact.slice(-9);
    return Number(number) > 0 && (weigh(number, [256, 128, 64, 32, 16, 8, 4, 2]) % 11) % 10 === Number(number[8]);
  },
  chance: 0.0997,
  context: { en: ["afm"] },
  source: "ΑΑΔΕ; stdnum agrees",
  examples: { valid: ["123456783"], invalid: ["123456784"] },
};
