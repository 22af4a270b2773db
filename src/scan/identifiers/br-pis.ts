import type { Identifier } from "../identifier.js";
import { allSame, mod11Brazil } from "../identifier-checks.js";

export const identifier: Identifier = {
  type: "br-pis",
  shape: "\\d{3}[ .]?\\d{5}[ .]?\\d{2}[ -]?\\d",
  digits: 11,
  check: (compact) => !allSame(compact) && mod11Brazil(compact, [3, 2, 9, 8, 7, 6, 5, 4, 3, 2]) === Number(compact[10]),
  chance: 0.0998,
  context: { en: ["pis"], pt: ["pis", "pasep", "pis pasep", "nis", "nit", "inscricao no inss", "cadunico", "numero do inss"], es: ["pis"] },
  source: "Caixa; brazilian-utils",
  examples: { valid: ["123.45678.90-0", "120.00000.00-4", "12345678900"], invalid: ["123.45678.90-1"] },
};
