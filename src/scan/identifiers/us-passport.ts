import type { Identifier } from "../identifier.js";

/** Next-generation books have a letter and eight digits; nine digits called a passport are taken for a British one. */
export const identifier: Identifier = {
  type: "us-passport",
  shape: "[a-z]\\d{8}",
  digits: 8,
  check: (compact) => !/(\d)\1{7}$/.test(compact),
  chance: 1,
  context: { en: ["passport", "us passport", "passport number", "passport no", "american passport"], pt: ["passaporte", "passaporte americano"], es: ["pasaporte", "pasaporte americano"] },
  source: "US Department of State, next-generation passport",
  examples: { valid: ["A12345678"], invalid: ["12345678", "AB1234567", "A00000000"] },
};
