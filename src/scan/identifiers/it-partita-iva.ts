import type { Identifier } from "../identifier.js";
import { luhn } from "../identifier-checks.js";

export const identifier: Identifier = {
  type: "it-partita-iva",
  shape: "\\d{11}",
  digits: 11,
  check: (compact) => luhn(compact) && !compact.startsWith("0000000"),
  chance: 0.0982,
  context: { en: ["partita iva", "p iva", "piva"], pt: ["partita iva", "p iva"], es: ["partita iva", "p iva"] },
  source: "Agenzia delle Entrate; stdnum agrees",
  examples: { valid: ["01234560785", "99999991005"], invalid: ["01234560786"] },
};
