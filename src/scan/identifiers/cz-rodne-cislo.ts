import { isDay } from "../../core/day.js";
import type { Identifier } from "../identifier.js";

/** Divisible by 11. Women add 50 to the month, and numbers since 2004 may add 20. */
function isBirthNumber(compact: string): boolean {
  const month = Number(compact.slice(2, 4)) % 50;
  const [year, day] = [Number(compact.slice(0, 2)), Number(compact.slice(4, 6))];
  if (!isDay(2000, month > 20 ? month - 20 : month, day)) return false;
  return Number(compact) % 11 === 0 || (year >= 54 && year <= 85 && compact[9] === "0" && Number(compact.slice(0, 9)) % 11 === 10);
}

export const identifier: Identifier = {
  type: "cz-rodne-cislo",
  shape: "\\d{6}/?\\d{4}",
  digits: 10,
  check: isBirthNumber,
  chance: 0.0448,
  context: { en: ["rodne cislo", "czech birth number", "slovak birth number"] },
  source: "Zákon 133/2000 Sb.; stdnum agrees",
  examples: { valid: ["900101/1239", "905101/0012"], invalid: ["900101/1238"] },
};
