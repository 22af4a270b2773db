import type { Identifier } from "../identifier.js";

/** Values of 0–9 and A–Z at odd places. */
const ODD = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];
const value = (code: number): number => (code < 65 ? code - 48 : code - 65);

function letterOf(body: string): string {
  let sum = 0;
  for (let i = 0; i < 15; i++) sum += i % 2 === 0 ? ODD[value(body.charCodeAt(i))]! : value(body.charCodeAt(i));
  return String.fromCharCode(65 + (sum % 26));
}

const DIGIT = "[0-9l-np-v]";

export const identifier: Identifier = {
  type: "it-codice-fiscale",
  shape: `[a-z]{3} ?[a-z]{3} ?${DIGIT}{2} ?[abcdehlmprst] ?${DIGIT}{2} ?[a-z] ?${DIGIT}{3} ?[a-z]`,
  digits: 2,
  check: (compact) => letterOf(compact) === compact[15],
  chance: 0.0385,
  distinct: ".+",
  context: {
    en: ["codice fiscale", "italian tax", "italian tax code", "fiscal code"],
    pt: ["codice fiscale", "codigo fiscal"],
    es: ["codice fiscale", "codigo fiscal"],
  },
  source: "DM 23.12.1976; homocody letters",
  examples: { valid: ["ZZZXXX00A01H501I", "XXXYYY99T71F205L", "ZZZ XXX 00A01 H501I"], invalid: ["ZZZXXX00A01H501J"] },
};
