import type { Identifier } from "../identifier.js";
import { remainder } from "../identifier-checks.js";

export const identifier: Identifier = {
  type: "fr-nir",
  shape: "[1-478][ .-]?\\d{2}[ .-]?\\d{2}[ .-]?(?:\\d{2}|2[ab])[ .-]?\\d{3}[ .-]?\\d{3}[ .-]?\\d{2}",
  digits: 14,
  check: (compact) => {
    const month = Number(compact.slice(3, 5));
    if (month < 1 || (month > 12 && month < 20)) return false;
    const number = compact.slice(0, 13).replace("2A", "19").replace("2B", "18");
    return 97 - remainder(number, 97) === Number(compact.slice(13));
  },
  chance: 0.005,
  distinct: "[12] .*|[12]\\d{14}",
  context: {
    en: ["nir", "french social security", "insee", "carte vitale"],
    pt: ["nir", "seguranca social francesa"],
    es: ["nir", "seguridad social francesa", "carte vitale"],
  },
  source: "INSEE; mod 97",
  examples: { valid: ["1 85 01 75 999 001 83", "2 99 12 2A 999 002 64", "185017599900183"], invalid: ["1 85 01 75 999 001 84"] },
};
