import type { Identifier } from "../identifier.js";

const BY = [3, 7, 13, 17, 19, 23, 29, 37, 41];

export const identifier: Identifier = {
  type: "co-nit",
  shape: "\\d{3}\\.?\\d{3}\\.?\\d{3} ?-? ?\\d",
  digits: 10,
  check: (compact) => {
    let sum = 0;
    for (let i = 0; i < 9; i++) sum += Number(compact[8 - i]) * BY[i]!;
    const rest = sum % 11;
    return (rest < 2 ? rest : 11 - rest) === Number(compact[9]);
  },
  chance: 0.0991,
  context: { en: ["nit", "colombian tax"], pt: ["nit", "nit colombiano"], es: ["nit", "rut nit"] },
  source: "DIAN, Orden Administrativa 4 de 1989; stdnum agrees",
  examples: { valid: ["900.123.456-8", "123456789-6", "9001234568"], invalid: ["900.123.456-9"] },
};
