import type { Identifier } from "../identifier.js";

export const identifier: Identifier = {
  type: "us-itin",
  shape: "9\\d{2}[ -]?\\d{2}[ -]?\\d{4}",
  digits: 9,
  check: (compact) => /^9..(?:5\d|6[0-5]|7\d|8[0-8]|9[0-24-9])/.test(compact),
  chance: 0.0442,
  context: { en: ["itin", "individual taxpayer"] },
  source: "IRS, Internal Revenue Manual 3.21.263",
  examples: { valid: ["900-70-0001", "999-88-9999", "912-50-1234"], invalid: ["900-93-0001", "900-69-0001", "899-70-0001"] },
};
