import type { Identifier } from "../identifier.js";
import { allSame } from "../identifier-checks.js";

const BY = [3, 7, 1];

export const identifier: Identifier = {
  type: "mx-clabe",
  shape: "\\d{3}[ -]?\\d{3}[ -]?\\d{11}[ -]?\\d",
  digits: 18,
  check: (compact) => {
    let sum = 0;
    for (let i = 0; i < 17; i++) sum += (Number(compact[i]) * BY[i % 3]!) % 10;
    return !allSame(compact) && (10 - (sum % 10)) % 10 === Number(compact[17]);
  },
  chance: 0.0993,
  context: { en: ["clabe"], pt: ["clabe"], es: ["clabe", "cuenta clabe", "clabe interbancaria", "cuenta"] },
  source: "Asociación de Bancos de México; stdnum agrees",
  examples: { valid: ["002010077777777771", "012180001234567899"], invalid: ["002010077777777772"] },
};
