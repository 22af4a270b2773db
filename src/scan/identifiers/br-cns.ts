import type { Identifier } from "../identifier.js";
import { weigh, weights } from "../identifier-checks.js";

const BY = weights(15, 1);

export const identifier: Identifier = {
  type: "br-cns",
  shape: "[12789]\\d{2}[ .-]?\\d{4}[ .-]?\\d{4}[ .-]?\\d{4}",
  digits: 15,
  check: (compact) => (/^[12]/.test(compact) ? /^\d{11}00[01]\d$/.test(compact) : true) && !/^(.)\1{9}/.test(compact) && weigh(compact, BY) % 11 === 0,
  chance: 0.0271,
  context: { en: ["cns", "sus card"], pt: ["cns", "sus", "cartao", "plano", "cartao sus", "cartao do sus", "cartao nacional de saude"], es: ["cns"] },
  source: "DATASUS mod 11",
  examples: { valid: ["120 0000 0000 0001", "700 0000 0000 0013", "898 0000 0000 0002"], invalid: ["700 0000 0000 0014"] },
};
