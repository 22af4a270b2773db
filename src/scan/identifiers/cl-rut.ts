import type { Identifier } from "../identifier.js";

export const identifier: Identifier = {
  type: "cl-rut",
  shape: "\\d{1,2}\\.?\\d{3}\\.?\\d{3} ?-? ?[\\dk]",
  digits: 7,
  check: (compact) => {
    const body = compact.slice(0, -1);
    let sum = 0;
    for (let i = 0; i < body.length; i++) sum += Number(body[body.length - 1 - i]) * (2 + (i % 6));
    const rest = (11 - (sum % 11)) % 11;
    return !/^0+$/.test(body) && (rest === 10 ? "K" : String(rest)) === compact.at(-1);
  },
  chance: 0.0913,
  context: { en: ["rut", "chilean id"], pt: ["rut", "documento chileno"], es: ["rut", "run", "rol unico"] },
  source: "Registro Civil de Chile, módulo 11; stdnum agrees",
  examples: { valid: ["12.345.678-5", "10000013-K", "12345678-5"], invalid: ["12.345.678-6"] },
};
