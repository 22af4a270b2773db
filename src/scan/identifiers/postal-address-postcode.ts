import { unitAt } from "../../core/unit-at.js";
import { isCapitalAt } from "../identifier-units.js";
import type { Identifier, Reading, Scene } from "../identifier.js";

const FORM = /^(\d{1,4}[a-z]?,? (?:\p{Lu}[\p{L}'’-]+(?:, | )){1,6}(?:[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}))(?![\p{L}\p{N}])/u;
/** Longest house number with its letter and comma, in characters. */
const LONGEST_NUMBER = 6;
/** Longest address of this form, in characters. */
const LONGEST = 90;
const SPACE = 32;

/** A house number, capitalised words and a British postcode, without any word for a street: `6 Brackendale, Crosby, Liverpool L23 8TW`. */
function read({ text }: Scene, at: number): Reading | undefined {
  const { original } = text;
  let space = at;
  while (space - at <= LONGEST_NUMBER && space < original.length && unitAt(original, space) !== SPACE) space++;
  if (space - at > LONGEST_NUMBER || space + 1 >= original.length || !isCapitalAt(original, space + 1)) return undefined;
  const match = FORM.exec(original.slice(at, at + LONGEST));
  return match === null ? undefined : { start: at, end: at + match[0].length, confidence: 0.9, called: true };
}

export const identifier: Identifier = {
  type: "postal-address",
  at: [{ chars: "123456789" }],
  read,
  context: {},
  source: "Royal Mail postcode form",
  examples: { valid: ["Peter, [[6 Brackendale, Crosby, Liverpool L23 8TW]], born"], invalid: ["2 Claimants, see B12", "5 Days in Leeds"] },
};
