import type { Identifier } from "../identifier.js";
import { allSame, weigh, weights } from "../identifier-checks.js";

const BY = weights(2, 9);

/** São Paulo numbers have a check digit; other States differ, so numbers without one pass where the word RG stands by. */
export const identifier: Identifier = {
  type: "br-rg",
  shape: ["\\d{1,2}[ .]?\\d{3}[ .]?\\d{3}[ -]?[\\dx]", "(?:(?:mg|rj|pr|sc|rs|ba|pe|ce|df)[ -]?|(?:go|es)-?)\\d{1,2}\\.\\d{3}\\.\\d{3}", "\\d{1,2}\\.\\d{3}\\.\\d{3}"],
  digits: 7,
  check: (compact, written) => {
    const number = compact.replace(/^[A-Z]{2}/, "");
    if (allSame(number)) return false;
    if (!/[- ].$|^\d{8}[\dX]$/i.test(written)) return /\d\.\d{3}\.\d{3}$/.test(written);
    if (!/^\d{8}[\dX]$/.test(number)) return /^\d{7}[\dX]$/.test(number) && written.includes(".");
    const rest = (11 - (weigh(number, BY) % 11)) % 11;
    return (rest === 10 ? "X" : String(rest)) === number[8];
  },
  chance: 0.0903,
  context: {
    en: ["rg"],
    pt: ["rg", "r g", "identidade", "carteira de identidade", "cedula de identidade", "registro geral", "ssp", "doc de identidade"],
    es: ["rg"],
  },
  source: "SSP-SP mod 11; other States by the word",
  examples: { valid: ["12.345.678-2", "24.678.131-2", "10.000.006-X", "246781312", "24 678 131 2", "MG-12.345.678"], invalid: ["12.345.678-3", "11.111.111-1", "12 345 678 3", "12 345 678"] },
};
