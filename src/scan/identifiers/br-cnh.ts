import type { Identifier } from "../identifier.js";
import { allSame, weigh, weights } from "../identifier-checks.js";

const FIRST = weights(9, 1);
const SECOND = weights(1, 9);

export const identifier: Identifier = {
  type: "br-cnh",
  shape: "\\d{3}[ .]?\\d{3}[ .]?\\d{3}[ -]?\\d{2}",
  digits: 11,
  check: (compact) => {
    if (allSame(compact)) return false;
    const first = weigh(compact, FIRST) % 11;
    const rest = (weigh(compact, SECOND) % 11) - (first >= 10 ? 2 : 0);
    const second = rest < 0 ? rest + 11 : rest;
    return (first >= 10 ? 0 : first) === Number(compact[9]) && (second >= 10 ? 0 : second) === Number(compact[10]);
  },
  chance: 0.01,
  context: {
    en: ["cnh", "brazilian licence"],
    pt: ["cnh", "habilitacao", "carteira de motorista", "carteira de habilitacao", "carta de motorista", "registro da cnh", "detran"],
    es: ["cnh"],
  },
  source: "Denatran; brazilian-utils (which ignores the discount)",
  examples: { valid: ["12345678900", "00000000119", "12345678026"], invalid: ["12345678901"] },
};
