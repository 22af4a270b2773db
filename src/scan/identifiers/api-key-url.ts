import type { Identifier, Reading, Scene } from "../identifier.js";

/** Names of parameters that carry a secret; of the second list only a long value does. */
const SECRET = new Set("access_token id_token refresh_token auth_token token sig signature x-amz-signature x-amz-security-token api_key apikey api-key client_secret secret pwd password passwd otp".split(" "));
const PERHAPS = new Set("code key auth session sessionid sid jwt".split(" "));
const SHORTEST = 8;
const LONG = 16;
const NAME = /[?&#]([\w-]{2,24})$/;
const VALUE = /^[^\s&#<>"']{8,4000}/;
/** Longest stretch of an address before the parameter, in characters. */
const LONGEST = 2000;

/** The value of a parameter of a web address that gives access to what is behind it. */
function read({ plain }: Scene, at: number): Reading | undefined {
  const name = NAME.exec(plain.slice(Math.max(0, at - 25), at))?.[1]!.toLowerCase();
  if (name === undefined || (!SECRET.has(name) && !PERHAPS.has(name))) return undefined;
  let from = at;
  while (from > 0 && at - from < LONGEST && plain[from - 1] !== " ") from--;
  if (!/^["'`(<[]{0,2}https?:\/\//i.test(plain.slice(from, from + 10))) return undefined;
  const value = VALUE.exec(plain.slice(at + 1, at + 4001))?.[0].replace(/[).,;!?`]+$/, "");
  if (value === undefined || value.length < (SECRET.has(name) ? SHORTEST : LONG) || !/\d/.test(value)) return undefined;
  return { start: at + 1, end: at + 1 + value.length, confidence: 0.85, checked: true, called: true };
}

export const identifier: Identifier = {
  type: "api-key",
  subtype: "url-token",
  at: [{ chars: "=" }],
  read,
  context: {},
  source: "RFC 6750 section 2.3; AWS Signature Version 4 and Azure SAS query parameters",
  examples: {
    valid: ["log in at https://example.com/cb?access_token=[[abcdef1234567890]] quick", "https://example.com/f?X-Amz-Signature=[[0123456789abcdef]]", "(https://example.com/d?a=1&sig=[[9aF2kLmN3x%2B]])"],
    invalid: ["https://example.com/?q=token", "https://example.com/?token=short", "token=abcdef1234567890 is what it says", "https://example.com/?code=SUMMER2024"],
  },
};
