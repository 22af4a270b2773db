import type { Identifier, Reading, Scene } from "../identifier.js";

/** Words that end the name of a street. The ambiguous ones need a capital or a postcode. */
const SURE = new Set("street road rd lane avenue ave terrace gardens gdns crescent cres grove mews boulevard blvd drv parade esplanade".split(" "));
const AMBIGUOUS = new Set("st ln close drive dr way court ct place pl square sq hill park row walk view rise green wharf quay yard quays vale wynd brae gate side fields meadow meadows croft end bank fold heights parkway circle cottages villas house mill common bridge road. broadway highway loop trail trace pike alley passage market cross strand".split(" "));
const NOT_STREETS = new Set("crown county high magistrates supreme family appeal this that the my your our his her a an one two no any same long right left other big half on in at to from for and or by down up days day hours hour minutes minute mins miles mile years weeks months cars people times pm am metres meters km near off into with is was x".split(" "));
const INSIDE = new Set("flat apartment apt unit suite room floor house no number studio".split(" "));
const POSTCODE = /^[ ,.\-A-Za-z'\u00c0-\u017f()\d/]{0,60}?\b((?:[A-Z]{1,2}\d[A-Z\d]? {0,2}\d[A-Z]{2})|(?:[A-Z]\d[\dW] {0,1}[A-Z\d]{4})|(?:[A-Z]{2} \d{5}(?:-\d{4})?))(?![A-Za-z0-9])/i;
const CITY = /^(?:, ?|\s)(?:\p{Lu}[\p{L}'-]+(?:[ -](?:on|upon|under|in|by|the|le|de|St|\p{Lu})[\p{L}'.-]*){0,3})(?:, ?\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+)?){0,2}/u;

const NUMBER = /^\d{1,4}[a-z]?$/;
const isCapital = (text: string, at: number): boolean => /\p{Lu}/u.test(text[at] ?? "");

/** Number, one to four words of a name, a street word; a flat before it, a town or postcode after it. */
function read(scene: Scene, i: number): Reading | undefined {
  const { tokens, original } = scene.text;
  const street = tokens[i]!;
  let number = i - 1;
  while (number >= 0 && i - number <= 4 && !NUMBER.test(tokens[number]!.word)) {
    if (street.start - tokens[number]!.start > 45 || /[.;:!?\n]/.test(original.slice(tokens[number]!.end, tokens[number + 1]!.start).replace(/^\. $/, ""))) return undefined;
    number--;
  }
  const named = tokens.slice(number + 1, i);
  if (number < 0 || named.length === 0 || named.length > 4 || !NUMBER.test(tokens[number]!.word)) return undefined;
  if (named.some(({ word }) => NOT_STREETS.has(word) && word !== "the") || /^(?:19|20)\d\d$/.test(tokens[number]!.word) && !isCapital(original, named[0]!.start)) return undefined;
  if (/[£$€:]$/.test(original.slice(0, tokens[number]!.start).trimEnd().slice(-1)) && /[£$€]/.test(original[tokens[number]!.start - 1] ?? "")) return undefined;
  if (/[-,;.]/.test(original.slice(tokens[number]!.end, named[0]!.start).replace(/^,? ?$/, ""))) return undefined;
  const capitals = named.every((token) => isCapital(original, token.start) || token.word === "of" || token.word === "the");
  const postcode = POSTCODE.exec(original.slice(street.end, street.end + 80));
  if (!SURE.has(street.word) && !(capitals && (isCapital(original, street.start) || postcode !== null)) && postcode === null) return undefined;
  if (!capitals && postcode === null && /^(?:st|nd|rd|th|am|pm|x|way|lane|side)$/.test(named[0]!.word)) return undefined;

  let start = tokens[number]!.start;
  if (number > 0 && /^[-/&]$/.test(original.slice(tokens[number - 1]!.end, start).trim()) && NUMBER.test(tokens[number - 1]!.word)) start = tokens[--number]!.start;
  for (let back = number - 1; back >= 0 && back >= number - 4; back--) {
    if (INSIDE.has(tokens[back]!.word)) start = tokens[back]!.start;
    else if (!/^(?:[a-z]?\d{1,4}[a-z]?|[a-z])$/.test(tokens[back]!.word)) break;
  }
  let end = postcode === null ? street.end : street.end + postcode[0].length;
  if (postcode === null) {
    const city = capitals ? CITY.exec(original.slice(street.end, street.end + 60)) : null;
    if (city !== null && city[0].startsWith(",")) end = street.end + city[0].length;
  }
  return { start, end, confidence: postcode !== null ? 0.95 : capitals ? 0.85 : 0.65, called: true };
}

export const identifier: Identifier = {
  type: "postal-address",
  at: [{ words: new Set([...SURE, ...AMBIGUOUS]), with: "digit-before" }],
  read,
  context: {},
  source: "Royal Mail PAF forms, An Post Eircode, USPS",
  examples: {
    valid: [
      "she lives at [[31 Cobden Terrace, Batley WF17 6PL]], born", "its [[Flat 4, 118 Moseley Road, Birmingham B12 0HG]].", "moved to [[6 Marsh Lane, Goole DN14 5RX]]", "serve it at [[14 ash grove leeds ls6 2qj]] pls",
      "his house as [[77 Winson Street, Birmingham B18 4JS]].", "the flat at [[22B Baker Street]] is empty", "[[742 Evergreen Terrace, Springfield, IL 62704]]", "[[12 Church Road, Dublin]]",
    ],
    invalid: ["2 way street", "10 Crown Court hearings", "see you in court 4", "3 days on the road", "the 2 close relatives", "at 9 the high street bank opens", "30 minutes drive"],
  },
};
