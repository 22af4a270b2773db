import type { Identifier } from "../identifier.js";

const ALPHABET = "0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ";

export const identifier: Identifier = {
  type: "mx-curp",
  shape: "[a-z]{4}\\d{6}[hmx][a-z]{5}[a-z0-9]\\d",
  digits: 7,
  check: (compact) => {
    let sum = 0;
    for (let i = 0; i < 17; i++) sum += ALPHABET.indexOf(compact[i]!) * (18 - i);
    return (10 - (sum % 10)) % 10 === Number(compact[17]);
  },
  chance: 0.1,
  distinct: ".+",
  context: { en: ["curp"], pt: ["curp"], es: ["curp", "clave unica"] },
  source: "RENAPO, instructivo normativo; stdnum agrees",
  examples: { valid: ["XEXX010101HNEXXXA4", "ZZZZ900101MDFZZZ09"], invalid: ["XEXX010101HNEXXXA5"] },
};
