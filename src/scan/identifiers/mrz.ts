import type { Identifier, Reading, Scene } from "../identifier.js";
import { documentDigit } from "../identifier-checks.js";

const LONGEST_LINE = 44;
const PASSPORT = /^(P[A-Z<][A-Z0-9<]{42}) {0,2}([A-Z0-9<]{44})(?![A-Z0-9<])/;
const CARD = /^([ACI][A-Z<][A-Z0-9<]{28}) {0,2}([A-Z0-9<]{30}) {0,2}([A-Z0-9<]{30})(?![A-Z0-9<])/;

const holds = (field: string, digit: string): boolean => documentDigit(field) === (digit === "<" ? 0 : Number(digit));

/** Number, birth, expiry, optional data and the whole of a passport's second line. */
const isPassport = (line: string): boolean =>
  holds(line.slice(0, 9), line[9]!) && holds(line.slice(13, 19), line[19]!) && holds(line.slice(21, 27), line[27]!) && holds(line.slice(28, 42), line[42]!) &&
  holds(line.slice(0, 10) + line.slice(13, 20) + line.slice(21, 43), line[43]!);

const isCard = (one: string, two: string): boolean =>
  holds(one.slice(5, 14), one[14]!) && holds(two.slice(0, 6), two[6]!) && holds(two.slice(8, 14), two[14]!) && holds(one.slice(5, 30) + two.slice(0, 7) + two.slice(8, 15) + two.slice(18, 29), two[29]!);

/** The machine-readable zone of a passport (TD3) or a card (TD1), read from the first `<` of its first line. */
function read({ plain }: Scene, at: number): Reading | undefined {
  let start = at;
  while (start > 0 && at - start < LONGEST_LINE && /[A-Z0-9]/.test(plain[start - 1]!)) start--;
  if (plain[start - 1] === "<") return undefined;
  const zone = plain.slice(start, start + 100);
  const passport = PASSPORT.exec(zone);
  const card = passport === null ? CARD.exec(zone) : null;
  const found = passport !== null && isPassport(passport[2]!) ? passport : card !== null && isCard(card[1]!, card[2]!) ? card : null;
  return found === null ? undefined : { start, end: start + found[0].length, confidence: 0.99, checked: true };
}

export const identifier: Identifier = {
  type: "mrz",
  at: [{ chars: "<" }],
  read,
  context: {},
  source: "ICAO 9303 parts 4 and 5",
  examples: {
    valid: [
      "passport scan:\n[[P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10]]", "[[P<UTOSPECIMEN<<TESTE<MARIA<<<<<<<<<<<<<<<<<<\nX123456785UTO8001014F3001019<<<<<<<<<<<<<<<2]] ok",
      "card [[I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<]]", "[[I<UTOX123456785<<<<<<<<<<<<<<<\n8001014F3001019UTO<<<<<<<<<<<2\nSPECIMEN<<TESTE<MARIA<<<<<<<<<]]",
    ],
    invalid: [
      "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C37UTO7408122F1204159ZE184226B<<<<<10", "I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<7\nERIKSSON<<ANNA<MARIA<<<<<<<<<<", "a << b",
    ],
  },
};
