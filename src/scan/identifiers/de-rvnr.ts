import type { Identifier } from "../identifier.js";

const BY = [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1];

/** Area, birth date, the first letter of the birth name as its place in the alphabet, serial: digit sums of the products. */
function isPensionNumber(compact: string): boolean {
  const [day, month] = [Number(compact.slice(2, 4)), Number(compact.slice(4, 6))];
  if (day < 1 || month < 1 || month > 12) return false;
  const number = compact.slice(0, 8) + String(compact.charCodeAt(8) - 64).padStart(2, "0") + compact.slice(9, 11);
  const sum = BY.reduce((total, by, i) => total + Math.floor((Number(number[i]) * by) / 10) + ((Number(number[i]) * by) % 10), 0);
  return sum % 10 === Number(compact[11]);
}

export const identifier: Identifier = {
  type: "de-rvnr",
  shape: "\\d{2} ?\\d{6} ?[a-z] ?\\d{2} ?\\d",
  digits: 11,
  check: isPensionNumber,
  chance: 0.09,
  context: {
    en: ["rentenversicherungsnummer", "german social security", "rvnr", "sozialversicherungsnummer"],
    pt: ["rentenversicherungsnummer", "seguranca social alema"],
    es: ["rentenversicherungsnummer", "seguridad social alemana"],
  },
  source: "VKVV § 2; stdnum agrees",
  examples: { valid: ["65010190X012", "12311299Z990", "65 010190 X 012"], invalid: ["65010190X013"] },
};
