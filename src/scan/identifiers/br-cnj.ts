import type { Identifier } from "../identifier.js";
import { remainder } from "../identifier-checks.js";

/** Number of a lawsuit: NNNNNNN-DD.AAAA.J.TR.OOOO. */
export const identifier: Identifier = {
  type: "br-cnj",
  shape: "\\d{7}[ .-]?\\d{2}[ .-]?(?:19|20)\\d{2}[ .-]?[1-9][ .-]?\\d{2}[ .-]?\\d{4}",
  digits: 20,
  check: (compact) => remainder(compact.slice(0, 7) + compact.slice(9) + compact.slice(7, 9), 97) === 1,
  chance: 0.0089,
  distinct: ".+",
  context: {
    en: ["cnj", "lawsuit", "brazilian case"],
    pt: ["processo", "processos", "autos", "cnj", "acao", "proc", "numero do processo"],
    es: ["proceso", "expediente"],
  },
  source: "CNJ Res. 65/2008, mod 97",
  examples: { valid: ["0001234-71.2024.8.26.0100", "1000001-12.2025.5.02.0001", "0000001-85.2026.4.03.6100", "00012347120248260100"], invalid: ["0001234-70.2024.8.26.0100"] },
};
