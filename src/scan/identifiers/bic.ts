import { COUNTRIES } from "../identifier-words.js";
import type { Identifier, Reading, Scene } from "../identifier.js";

const FORM = /^([A-Z]{4} ?([A-Z]{2}) ?[A-Z0-9]{2}(?: ?[A-Z0-9]{3})?)(?![A-Z0-9])/;
const LONGEST = 16;
/** Words that may stand between the label and the code. */
const BETWEEN = new Set("code codes bic swift is e eh es number no the do da del banco bank de codigo our my".split(" "));
const MOST_BETWEEN = 4;

/** Bank, country, place and perhaps branch, in capitals, after the word for it: eight capitals alone are as often a word. */
function read({ text: { tokens }, plain }: Scene, i: number): Reading | undefined {
  let j = i + 1;
  while (j < tokens.length && j - i <= MOST_BETWEEN && BETWEEN.has(tokens[j]!.word)) j++;
  const start = tokens[j]?.start;
  if (start === undefined) return undefined;
  const match = FORM.exec(plain.slice(start, start + LONGEST));
  return match !== null && COUNTRIES.has(match[2]!) ? { start, end: start + match[1]!.length, confidence: 0.9, called: true } : undefined;
}

export const identifier: Identifier = {
  type: "bic",
  at: [{ words: new Set(["bic", "swift"]) }],
  read,
  context: {},
  source: "ISO 9362; ISO 3166-1",
  examples: {
    valid: ["BIC [[TESTGB2L]], thanks", "o swift é [[TESTBRSPXXX]]", "swift/bic: [[DEUTDEFF500]]", "código SWIFT [[BBVAESMM]]", "swift code is [[BARC GB 22]]."],
    invalid: ["BIC TESTG2L", "BIC TESTGB2LXX", "a swift RESPONSE please", "swift reply"],
  },
};
