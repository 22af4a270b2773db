import type { Identifier } from "../identifier.js";
import { weigh } from "../identifier-checks.js";

export const identifier: Identifier = {
  type: "uk-utr",
  shape: "\\d{5}[ -]?\\d{5}k?",
  digits: 10,
  check: (compact) => "21987654321"[weigh(compact.slice(1), [6, 7, 8, 9, 10, 5, 4, 3, 2]) % 11] === compact[0],
  chance: 0.0996,
  context: {
    en: ["utr", "unique taxpayer", "unique taxpayer reference", "taxpayer reference", "self assessment", "self assessment number", "tax reference", "tax ref", "hmrc", "hmrc ref", "sa"],
    pt: ["utr", "hmrc"],
    es: ["utr", "hmrc"],
  },
  source: "HMRC, 2..10 weights as in stdnum GB.utr",
  examples: { valid: ["1123456789", "9000011111", "90000 11111"], invalid: ["2123456789"] },
};
