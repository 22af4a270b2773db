import type { Identifier } from "../identifier.js";
import { mod11_10 } from "../identifier-checks.js";

export const identifier: Identifier = {
  type: "hr-oib",
  shape: "\\d{11}",
  digits: 11,
  check: mod11_10,
  chance: 0.0996,
  context: { en: ["oib"] },
  source: "Zakon o OIB; ISO 7064 MOD 11,10; stdnum agrees",
  examples: { valid: ["12345678903", "99999999994"], invalid: ["12345678904"] },
};
