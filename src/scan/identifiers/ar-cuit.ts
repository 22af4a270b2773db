import type { Identifier } from "../identifier.js";
import { weigh } from "../identifier-checks.js";

const BY = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

export const identifier: Identifier = {
  type: "ar-cuit",
  shape: "(?:2[034567]|3[034])[ -]?\\d{8}[ -]?\\d",
  digits: 11,
  check: (compact) => Math.min(9, (11 - (weigh(compact, BY) % 11)) % 11) === Number(compact[10]),
  chance: 0.0915,
  distinct: "\\d{2}-\\d{8}-\\d",
  context: { en: ["cuit", "cuil"], pt: ["cuit", "cuil"], es: ["cuit", "cuil"] },
  source: "AFIP; stdnum agrees",
  examples: { valid: ["20-12345678-6", "30-00000001-5", "20123456786"], invalid: ["20-12345678-7"] },
};
