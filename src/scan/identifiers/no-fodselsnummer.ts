import type { Identifier } from "../identifier.js";
import { allSame, weigh } from "../identifier-checks.js";

export const identifier: Identifier = {
  type: "no-fodselsnummer",
  shape: "\\d{6}[ -]?\\d{5}",
  digits: 11,
  check: (compact) => weigh(compact, [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) % 11 === 0 && weigh(compact, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0 && !allSame(compact),
  chance: 0.0081,
  context: { en: ["fodselsnummer", "personnummer", "norwegian national identity number"] },
  source: "Skatteetaten; stdnum agrees",
  examples: { valid: ["01019000164", "31129912319"], invalid: ["01019000165"] },
};
