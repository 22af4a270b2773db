import type { Identifier } from "../identifier.js";
import { allSame } from "../identifier-checks.js";

/** The printed number has no check digit: only what it is called tells. */
export const identifier: Identifier = {
  type: "uk-passport",
  shape: "\\d{3} ?\\d{3} ?\\d{3}",
  digits: 9,
  check: (compact) => !allSame(compact) && compact !== "123456789",
  chance: 1,
  context: {
    en: ["passport", "passport number", "passport no", "passports", "pasport", "pp no", "hmpo"],
    pt: ["passaporte", "passaporte britanico", "passport"],
    es: ["pasaporte", "pasaporte britanico", "passport"],
  },
  source: "HM Passport Office: nine digits",
  examples: { valid: ["533127894", "901 284 417"], invalid: ["12345678", "AB1234567", "111111111"] },
};
