import type { Identifier } from "../identifier.js";
import { weigh, weights } from "../identifier-checks.js";

const BY = weights(8, 2);

export const identifier: Identifier = {
  type: "uk-vat",
  shape: ["(?:gb|xi)[ -]?\\d{3}[ .-]?\\d{4}[ .-]?\\d{2}(?: ?\\d{3})?", "\\d{3}[ .-]?\\d{4}[ .-]?\\d{2}", "gb ?(?:gd|ha) ?\\d{3}"],
  digits: 3,
  check: (compact) => {
    const number = compact.replace(/^(?:GB|XI)/, "");
    if (/^GD[0-4]|^HA[5-9]/.test(number)) return true;
    if (!/^\d{9}(?:\d{3})?$/.test(number) || /^0+$/.test(number)) return false;
    const sum = weigh(number, BY) + Number(number.slice(7, 9));
    return sum % 97 === 0 || (sum + 55) % 97 === 0;
  },
  chance: 0.0208,
  distinct: "(?:gb|xi).*\\d{9}|(?:gb|xi) ?\\d.*",
  context: { en: ["vat", "vat no", "vat number", "vat reg", "vat registration"], pt: ["vat", "iva"], es: ["vat", "iva"] },
  source: "HMRC mod 97 and 9755",
  examples: { valid: ["GB123456727", "GB 999 9999 18", "GBGD123", "123456727"], invalid: ["GB123456728", "GBGD500"] },
};
