import type { Identifier } from "../identifier.js";
import { allSame, luhn } from "../identifier-checks.js";

export const identifier: Identifier = {
  type: "imei",
  shape: "\\d{2}[ -]?\\d{6}[ -]?\\d{6}[ -]?\\d",
  digits: 15,
  check: (compact) => !allSame(compact) && !/^3[47]/.test(compact) && luhn(compact),
  chance: 0.0995,
  context: { en: ["imei", "imei number", "handset"], pt: ["imei", "aparelho"], es: ["imei", "terminal"] },
  source: "3GPP TS 23.003: Luhn; 34 and 37 are American Express",
  examples: { valid: ["490154203237518", "35 999999 000001 0"], invalid: ["490154203237519"] },
};
