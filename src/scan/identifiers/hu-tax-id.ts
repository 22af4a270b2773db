import type { Identifier } from "../identifier.js";
import { weigh } from "../identifier-checks.js";

export const identifier: Identifier = {
  type: "hu-tax-id",
  shape: "8\\d{9}",
  digits: 10,
  check: (compact) => weigh(compact, [1, 2, 3, 4, 5, 6, 7, 8, 9]) % 11 === Number(compact[9]),
  chance: 0.0889,
  context: { en: ["adoazonosito", "adoazonosito jel"] },
  source: "1996. évi XX. törvény",
  examples: { valid: ["8123456786", "8000000016"], invalid: ["8123456787"] },
};
