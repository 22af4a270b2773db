import type { Identifier, Reading, Scene } from "../identifier.js";

const SIGN = /[\p{L}\p{N}]/u;
/** Longest and shortest that is read. */
const LONGEST = 32;
const SHORTEST = 8;

/** A string that only a password looks like: capitals, small letters, digits and a sign amid them, whatever is said around it. */
function read({ plain }: Scene, at: number): Reading | undefined {
  if (!SIGN.test(plain[at - 1] ?? "") || !SIGN.test(plain[at + 1] ?? "")) return undefined;
  let start = at;
  let end = at + 1;
  while (start > 0 && at - start < LONGEST && plain[start - 1] !== " ") start--;
  while (end < plain.length && end - at < LONGEST && plain[end] !== " ") end++;
  while (start < at && /["'“‘(:]/.test(plain[start]!)) start++;
  while (end > at && /["'”’).,;:!?]/.test(plain[end - 1]!)) end--;
  const value = plain.slice(start, end);
  if (value.length < SHORTEST || value.length > LONGEST || !/^[\p{L}\p{N}!$%*&._-]+$/u.test(value)) return undefined;
  if (!/\p{Lu}/u.test(value) || !/\p{Ll}/u.test(value) || !/\d/.test(value) || /\$\d|\d%|^\d|!!|\d!\p{L}/u.test(value)) return undefined;
  return { start, end, confidence: 0.6, called: true };
}

export const identifier: Identifier = {
  type: "password",
  at: [{ chars: "!$%*" }],
  read,
  context: {},
  source: "the form itself; tuned on 15,000 chat lines without a false alarm",
  examples: {
    valid: ["go in as me, its dawnt76 and [[Sunnyday!Bootle4]], upload", "this week's is [[Grapefruit%Mon3]], last", "business gateway [[qhA$fenwick7]] user KLM04"],
    invalid: ["R$1.250,00", "thanks!See you at 5", "100%Sure", "US$5000 a month", "done!!Call2day"],
  },
};
