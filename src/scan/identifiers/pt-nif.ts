import type { Identifier } from "../identifier.js";
import { allSame, weigh, weights } from "../identifier-checks.js";

const BY = weights(9, 2);

export const identifier: Identifier = {
  type: "pt-nif",
  shape: "(?:pt ?)?\\d{3}[ .-]?\\d{3}[ .-]?\\d{3}",
  digits: 9,
  check: (compact) => {
    const number = compact.replace(/^PT/, "");
    if (!/^(?:[1-35-9]|45)/.test(number) || allSame(number)) return false;
    const rest = 11 - (weigh(number, BY) % 11);
    return (rest > 9 ? 0 : rest) === Number(number[8]);
  },
  chance: 0.0804,
  distinct: "pt.*",
  context: {
    en: ["nif", "portuguese tax number", "portuguese tax", "tax number"],
    pt: ["nif", "nipc", "contribuinte", "numero de contribuinte", "numero fiscal", "n contribuinte", "nr contribuinte", "identificacao fiscal", "n i f"],
    es: ["nif portugues", "nif", "contribuinte"],
  },
  source: "Autoridade Tributária; stdnum PT.nif",
  examples: { valid: ["123456789", "299999998", "500000000", "299 999 998", "PT500000000"], invalid: ["123456780"] },
};
