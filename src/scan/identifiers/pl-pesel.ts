import { isDay } from "../../core/day.js";
import type { Identifier } from "../identifier.js";
import { weigh } from "../identifier-checks.js";

const CENTURIES = [1900, 2000, 2100, 2200, 1800];

export const identifier: Identifier = {
  type: "pl-pesel",
  shape: "\\d{6}[ -]?\\d{5}",
  digits: 11,
  check: (compact) => {
    const month = Number(compact.slice(2, 4));
    const year = (CENTURIES[Math.floor(month / 20)] ?? 0) + Number(compact.slice(0, 2));
    return isDay(year, month % 20, Number(compact.slice(4, 6))) && (10 - (weigh(compact, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3]) % 10)) % 10 === Number(compact[10]);
  },
  chance: 0.0181,
  context: { en: ["pesel", "polish id", "polish"], pt: ["pesel"], es: ["pesel"] },
  source: "gov.pl PESEL",
  examples: { valid: ["90010112349", "02210112348", "900101 12349"], invalid: ["90010112340"] },
};
