import type { Identifier } from "../identifier.js";

/** Years below this may be of this century. */
const LATEST = 50;

/** 97 less the remainder of the first nine digits, with a 2 before them for births from 2000 on. BIS numbers add 20 or 40 to the month. */
function isRegister(compact: string): boolean {
  const month = Number(compact.slice(2, 4));
  if (month > 52 || month % 20 > 12 || Number(compact.slice(4, 6)) > 31) return false;
  const [number, check] = [Number(compact.slice(0, 9)), Number(compact.slice(9))];
  return 97 - (number % 97) === check || (Number(compact.slice(0, 2)) < LATEST && 97 - ((2_000_000_000 + number) % 97) === check);
}

export const identifier: Identifier = {
  type: "be-nrn",
  shape: "\\d{2}[. ]?\\d{2}[. ]?\\d{2}[ -]?\\d{3}[. -]?\\d{2}",
  digits: 11,
  check: isRegister,
  chance: 0.003,
  distinct: "\\d{2}\\.\\d{2}\\.\\d{2}-\\d{3}\\.\\d{2}",
  context: {
    en: ["rijksregisternummer", "belgian national number", "insz", "niss", "numero national"],
    pt: ["numero nacional belga", "niss"],
    es: ["numero nacional belga", "niss"],
  },
  source: "Arrêté royal du 3 avril 1984",
  examples: { valid: ["90.01.01-001.23", "01.02.03-004.38", "90010100123"], invalid: ["90.01.01-001.24"] },
};
