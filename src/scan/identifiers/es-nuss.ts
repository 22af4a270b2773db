import type { Identifier } from "../identifier.js";
import { remainder } from "../identifier-checks.js";

/** Province, number, mod 97; a number below ten million is taken as seven digits. */
export const identifier: Identifier = {
  type: "es-nuss",
  shape: "\\d{2}[ /.-]?\\d{8}[ /.-]?\\d{2}",
  digits: 12,
  check: (compact) => {
    const number = Number(compact.slice(2, 10));
    const province = Number(compact.slice(0, 2));
    if (province < 1 || (province > 53 && province !== 66) || number === 0) return false;
    const base = number < 10_000_000 ? compact.slice(0, 2) + compact.slice(3, 10) : compact.slice(0, 10);
    return remainder(base, 97) === Number(compact.slice(10));
  },
  chance: 0.0097,
  distinct: "\\d{2}([ /-])\\d{8}\\1\\d{2}",
  context: {
    en: ["nuss", "naf", "spanish social security"],
    pt: ["nuss"],
    es: ["nuss", "naf", "nss", "seguridad social", "afiliacion", "numero de afiliacion", "seg social", "ss"],
  },
  source: "TGSS; stdnum ES.nss rejects short numbers",
  examples: { valid: ["281234567840", "08/12345678/69", "08/01234567/74", "28 12345678 40"], invalid: ["281234567841"] },
};
