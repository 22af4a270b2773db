import type { Identifier } from "../identifier.js";
import { luhn } from "../identifier-checks.js";

/** Luhn over the last ten digits; coordination numbers add 60 to the day. */
function isPersonal(compact: string): boolean {
  const ten = compact.replace("+", "").slice(-10);
  const day = Number(ten.slice(4, 6)) % 60;
  const month = Number(ten.slice(2, 4));
  return luhn(ten) && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

export const identifier: Identifier = {
  type: "se-personnummer",
  shape: ["\\d{8}[+-]?\\d{4}", "\\d{6}[+-]?\\d{4}"],
  digits: 10,
  check: isPersonal,
  chance: 0.0075,
  context: { en: ["personnummer", "samordningsnummer", "swedish personal number"] },
  source: "Skatteverket; stdnum agrees",
  examples: { valid: ["900101-0017", "121212-1212", "19900101-0017"], invalid: ["900101-0018"] },
};
