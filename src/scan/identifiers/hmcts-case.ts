import type { Identifier } from "../identifier.js";
import { luhn } from "../identifier-checks.js";

/** Eleven digits of Unix time in tenths of a second, four at random, a Luhn digit: no card issuer has 15 to 18. */
export const identifier: Identifier = {
  type: "hmcts-case",
  shape: "1[5-8]\\d{2}[ -]?\\d{4}[ -]?\\d{4}[ -]?\\d{4}",
  digits: 16,
  check: luhn,
  chance: 0.0993,
  context: {
    en: ["case reference", "case ref", "ccd", "myhmcts", "hmcts", "case number", "case no", "case id", "reference number"],
    pt: ["hmcts", "case reference"],
    es: ["hmcts", "case reference"],
  },
  source: "HMCTS core case data, UIDService",
  examples: { valid: ["1700-0000-0012-3456", "1789012345678908"], invalid: ["1700-0000-0012-3457"] },
};
