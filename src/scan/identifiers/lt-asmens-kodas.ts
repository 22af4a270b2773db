import type { Identifier } from "../identifier.js";
import { balticDigit } from "../identifier-checks.js";

export const identifier: Identifier = {
  type: "lt-asmens-kodas",
  shape: "[1-69]\\d{10}",
  digits: 11,
  check: (compact) => balticDigit(compact) === Number(compact[10]),
  chance: 0.0708,
  context: { en: ["asmens kodas", "lithuanian personal code"] },
  source: "Lietuvos gyventojų registras; stdnum agrees",
  examples: { valid: ["39001010011", "49912319998"], invalid: ["39001010013"] },
};
