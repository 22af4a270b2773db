import type { Identifier } from "../identifier.js";

/** The form alone tells it. */
export const identifier: Identifier = {
  type: "us-mbi",
  shape: "[1-9][ac-hjkmnp-rt-y][0-9ac-hjkmnp-rt-y]\\d-?[ac-hjkmnp-rt-y][0-9ac-hjkmnp-rt-y]\\d-?[ac-hjkmnp-rt-y]{2}\\d{2}",
  digits: 4,
  chance: 1,
  distinct: "\\w{4}-\\w{3}-\\w{4}",
  context: { en: ["mbi", "medicare", "medicare number"] },
  source: "CMS: Medicare Beneficiary Identifier",
  examples: { valid: ["1EG4-TE5-MK73", "9YY9-YY9-YY99"], invalid: ["1EG4-TE5-MKS3", "0EG4-TE5-MK73"] },
};
