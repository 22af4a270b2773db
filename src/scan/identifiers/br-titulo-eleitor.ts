import type { Identifier } from "../identifier.js";
import { weigh, weights } from "../identifier-checks.js";

const FIRST = weights(2, 9);

/** Eight digits, State 01–28, two check digits; São Paulo and Minas (01, 02) turn a 0 into a 1. */
export const identifier: Identifier = {
  type: "br-titulo-eleitor",
  shape: "\\d{4}[ .-]?\\d{4}[ .-]?\\d{2}[ .-]?\\d{2}",
  digits: 12,
  check: (compact) => {
    const state = Number(compact.slice(8, 10));
    if (state < 1 || state > 28) return false;
    const close = (rest: number): number => (rest === 10 ? 0 : rest === 0 && state < 3 ? 1 : rest);
    const first = close(weigh(compact, FIRST) % 11);
    return first === Number(compact[10]) && close(weigh(compact.slice(8), [7, 8, 9]) % 11) === Number(compact[11]);
  },
  chance: 0.0028,
  context: {
    en: ["titulo de eleitor", "voter"],
    pt: ["titulo", "titulo de eleitor", "titulo eleitoral", "eleitor", "zona", "secao"],
    es: ["titulo de eleitor"],
  },
  source: "TSE; brazilian-utils",
  examples: { valid: ["1234 5678 0191", "0000 0001 2895", "123456780191"], invalid: ["1234 5678 0192"] },
};
