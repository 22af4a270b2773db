import type { Identifier } from "../identifier.js";
import { allSame, mod11Brazil } from "../identifier-checks.js";

/** The same arithmetic as PIS: only its name tells them apart. */
export const identifier: Identifier = {
  type: "br-renavam",
  shape: "\\d{9,10}-?\\d{1,2}",
  digits: 9,
  check: (compact) => {
    const number = compact.padStart(11, "0");
    return number.length === 11 && !allSame(number) && mod11Brazil(number, [3, 2, 9, 8, 7, 6, 5, 4, 3, 2]) === Number(number[10]);
  },
  chance: 0.0993,
  context: { en: ["renavam"], pt: ["renavam", "codigo renavam"], es: ["renavam"] },
  source: "Denatran, Portaria 27/2013",
  examples: { valid: ["00123456789", "98765432103"], invalid: ["00123456780"] },
};
