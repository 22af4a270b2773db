import type { Identifier } from "../identifier.js";
import { weigh, weights } from "../identifier-checks.js";

const BY = weights(9, 2);

export const identifier: Identifier = {
  type: "nl-bsn",
  shape: ["\\d{3}[ .-]?\\d{3}[ .-]?\\d{3}", "\\d{4}[ .]?\\d{2}[ .]?\\d{3}", "\\d{8}"],
  digits: 8,
  check: (compact) => {
    const number = compact.padStart(9, "0");
    return !/^0{4}|^(.)\1{8}$/.test(number) && (weigh(number, BY) - Number(number[8])) % 11 === 0;
  },
  chance: 0.0902,
  context: {
    en: ["bsn", "burgerservicenummer", "sofinummer", "dutch citizen", "dutch"],
    pt: ["bsn", "burgerservicenummer"],
    es: ["bsn", "burgerservicenummer"],
  },
  source: "RvIG eleven test",
  examples: { valid: ["123456782", "111222333", "1112.22.333"], invalid: ["123456789"] },
};
