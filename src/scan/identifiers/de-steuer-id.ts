import type { Identifier } from "../identifier.js";
import { mod11_10 } from "../identifier-checks.js";

/** Of the first ten digits exactly one stands twice or three times, never three in a row. */
function hasOneRepeat(number: string): boolean {
  const counts = new Array<number>(10).fill(0);
  for (let i = 0; i < 10; i++) counts[Number(number[i])]!++;
  const repeated = counts.filter((count) => count > 1);
  return repeated.length === 1 && repeated[0]! <= 3 && !/(\d)\1\1/.test(number.slice(0, 10));
}

export const identifier: Identifier = {
  type: "de-steuer-id",
  shape: "[1-9]\\d[ ]?\\d{3}[ ]?\\d{3}[ ]?\\d{3}",
  digits: 11,
  check: (compact) => hasOneRepeat(compact) && mod11_10(compact),
  chance: 0.0037,
  context: {
    en: ["steuer id", "steuerid", "steuer", "idnr", "german tax", "german tax id", "steueridentifikationsnummer", "tin", "tax id", "tax number"],
    pt: ["steuer id", "steuer", "idnr", "fiscal alemao", "steueridentifikationsnummer"],
    es: ["steuer id", "steuer", "idnr", "fiscal aleman", "steueridentifikationsnummer"],
  },
  source: "BZSt; ISO 7064 MOD 11,10",
  examples: { valid: ["12234567899", "65029470819", "65 029 470 819"], invalid: ["12234567890", "12345678903"] },
};
