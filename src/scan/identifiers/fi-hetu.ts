import { isDay } from "../../core/day.js";
import type { Identifier } from "../identifier.js";

/** The date and number, mod 31, give the last sign. */
function isHetu(_: string, written: string): boolean {
  const number = Number(written.slice(0, 6) + written.slice(7, 10));
  return isDay(2000, Number(written.slice(2, 4)), Number(written.slice(0, 2))) && "0123456789ABCDEFHJKLMNPRSTUVWXY"[number % 31] === written[10]!.toUpperCase();
}

export const identifier: Identifier = {
  type: "fi-hetu",
  shape: "\\d{6}[-+a-fu-y]\\d{3}[0-9a-y]",
  digits: 9,
  check: isHetu,
  chance: 0.0323,
  distinct: ".+",
  context: { en: ["hetu", "henkilotunnus", "personbeteckning", "finnish personal identity code"] },
  source: "Digi- ja väestötietovirasto, 2023; stdnum agrees",
  examples: { valid: ["010190-900P", "311200A901R"], invalid: ["010190-900A"] },
};
