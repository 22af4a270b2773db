import type { Identifier } from "../identifier.js";

/** UK National Insurance number: no check digit, but many prefixes were never issued (QQ is the specimen). */
export const identifier: Identifier = {
  type: "uk-nino",
  shape: "[a-ceghj-pr-tw-z] ?[a-ceghj-npr-tw-z][ .-]?\\d{2}[ .-]?\\d{2}[ .-]?\\d{2}[ .-]?[a-d]",
  digits: 6,
  check: (compact) => !/^(?:BG|GB|KN|NK|NT|TN|ZZ)/.test(compact) && !/^..(\d)\1{5}/.test(compact),
  chance: 0.5523,
  distinct: "[a-z]{2} ?\\d{6} ?[a-d]|[a-z]{2}([ .-])\\d{2}\\1\\d{2}\\1\\d{2}\\1?[a-d]",
  context: {
    en: ["ni", "nino", "national insurance", "nat ins", "ni number", "ni no", "n i", "nin"],
    pt: ["seguro nacional", "national insurance"],
    es: ["seguro nacional", "national insurance", "numero ni"],
  },
  source: "gov.uk NIM39110",
  examples: { valid: ["CE123456D", "JG 10 37 59 A", "AB123456C", "jg103759a"], invalid: ["QQ123456C", "BG123456A", "AO123456B", "AB123456E"] },
};
