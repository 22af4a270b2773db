import type { Identifier } from "../identifier.js";
import { allSame, luhn } from "../identifier-checks.js";

/** Luhn over all, and over the nine of the firm; the branches of La Poste only add up to a multiple of five. */
function isSiret(compact: string): boolean {
  if (allSame(compact)) return false;
  if (compact.startsWith("356000000") && [...compact].reduce((sum, digit) => sum + Number(digit), 0) % 5 === 0) return true;
  return luhn(compact) && luhn(compact.slice(0, 9));
}

export const identifier: Identifier = {
  type: "fr-siret",
  shape: "\\d{3}[ .]?\\d{3}[ .]?\\d{3}[ .]?\\d{5}",
  digits: 14,
  check: isSiret,
  chance: 0.0099,
  context: { en: ["siret", "french company", "etablissement"], pt: ["siret", "empresa francesa"], es: ["siret", "empresa francesa"] },
  source: "INSEE, SIRENE; stdnum agrees",
  examples: { valid: ["123 456 782 00010", "999 999 998 00019", "12345678200010"], invalid: ["123 456 782 00011"] },
};
