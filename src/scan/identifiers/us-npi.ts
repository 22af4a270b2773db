import type { Identifier } from "../identifier.js";
import { luhn } from "../identifier-checks.js";

export const identifier: Identifier = {
  type: "us-npi",
  shape: "[12]\\d{9}",
  digits: 10,
  check: (compact) => luhn(`80840${compact}`),
  chance: 0.0196,
  context: { en: ["npi", "national provider", "provider number"] },
  source: "CMS, 45 CFR 162.406",
  examples: { valid: ["1234567893", "1999999992"], invalid: ["1234567890"] },
};
