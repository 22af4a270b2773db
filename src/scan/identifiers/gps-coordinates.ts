import type { Identifier, Reading, Scene } from "../identifier.js";

const PAIR = /^(\d{1,2}\.\d{4,10}) ?[,;] ?([+-]?\d{1,3}\.\d{4,10})(?![\p{L}\p{N}])/u;
const LONGEST = 34;
const FEWEST_DIGITS = 10;

/** Latitude and longitude in degrees with four decimals or more (some eleven metres). */
function read({ plain }: Scene, at: number): Reading | undefined {
  if (plain[at + 1] !== "." && plain[at + 2] !== ".") return undefined;
  const match = /\d\.$/.test(plain.slice(Math.max(0, at - 2), at)) ? null : PAIR.exec(plain.slice(at, at + LONGEST));
  if (match === null || Number(match[1]) > 90 || Math.abs(Number(match[2])) > 180) return undefined;
  const start = /[+-]/.test(plain[at - 1] ?? "") ? at - 1 : at;
  return { start, end: at + match[0].length, confidence: 0.9, checked: true };
}

export const identifier: Identifier = {
  type: "gps-coordinates",
  at: [{ chars: "0123456789", digits: FEWEST_DIGITS }],
  read,
  context: {},
  source: "WGS 84, decimal degrees",
  examples: {
    valid: ["he's at [[51.50740, -0.12780]] now", "localização: [[-23.5505,-46.6333]]", "https://maps.google.com/?q=[[40.4168,-3.7038]] nos vemos"],
    invalid: ["91.00000, 0.00000", "51.5, -0.1", "paid 1.2345 and 6.7890", "1.234.5678, 12.3456"],
  },
};
