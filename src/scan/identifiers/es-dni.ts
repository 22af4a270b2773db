import type { Identifier } from "../identifier.js";
import { letter23 } from "../identifier-checks.js";

export const identifier: Identifier = {
  type: "es-dni",
  shape: "\\d{1,2}[ .]?\\d{3}[ .]?\\d{3}[ .-]{0,2}[a-hj-np-tv-z]",
  check: (compact) => compact.length >= 8 && !/^0+.$/.test(compact) && letter23(Number(compact.slice(0, -1))) === compact.at(-1),
  chance: 0.0384,
  distinct: "\\d{8}[ -]?[a-z]|\\d{2}\\.\\d{3}\\.\\d{3}[ .-]?[a-z]",
  context: {
    en: ["dni", "nif", "spanish id", "id card"],
    pt: ["dni", "nif"],
    es: ["dni", "nif", "documento nacional", "documento de identidad", "documento", "carne de identidad", "d n i", "identidad"],
  },
  source: "RD 1553/2005; mod 23",
  examples: { valid: ["12345678Z", "00000001R", "99999999R", "12.345.678-Z", "12345678-z", "12345678 - Z", "12,345,678-Z"], invalid: ["12345678A", "12345678 - A", "12/03/2025 A"] },
};
