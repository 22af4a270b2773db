import { hasDigit } from "../identifier-secrets.js";
import type { Identifier, Reading, Scene } from "../identifier.js";

/** Last words of the names that settings give to a secret: `client_secret`, `AWS_SECRET_ACCESS_KEY`, `apiKey`. */
const NAMES = /(?:^|[^\p{L}\p{N}])(?:(?:client|app|consumer|shared|webhook|signing|jwt|secret|account)[ _-]?secret|(?:secret|access|api|private|auth|signing|encryption|storage|account)[ _-]?key|(?:access|auth|api|bearer|refresh|session|bot)[ _-]?token)$/iu;
const ASSIGNED = /^["']?\s?[:=]\s?["'`]?/;
const VALUE = /^[!#-&*+./\w:=?@\\^|~-]{12,400}/;
/** What is no secret: a reference, an address, a word with a number, a run of signs, what a manual writes, the name of a key of AWS (`api-key-aws.ts`). */
const OTHER = /^\$|:\/\/|@[\w-]+\.\w|^[a-z]+[.-]?\d{1,6}$|^0123456789|(.)\1{5}|^(?:your|my|the|some)[_-]|^(?:akia|asia|abia|acca)[a-z\d]+$/i;
/** Longest name that is read. */
const LONGEST_NAME = 32;

/** What a setting or a line of JSON says a key, token or secret is. */
function read({ text: { tokens, original } }: Scene, i: number): Reading | undefined {
  const { end: after } = tokens[i]!;
  const sign = ASSIGNED.exec(original.slice(after, after + 5))?.[0];
  if (sign === undefined || !NAMES.test(original.slice(Math.max(0, after - LONGEST_NAME), after))) return undefined;
  const start = after + sign.length;
  const value = hasDigit(original, start) ? VALUE.exec(original.slice(start, start + 401))?.[0].replace(/[.:!?]+$/, "") : undefined;
  if (value === undefined || !/\p{L}/u.test(value) || !/\d\p{L}|\p{L}\d/u.test(value) || OTHER.test(value)) return undefined;
  return { start, end: start + value.length, confidence: 0.9, called: true };
}

export const identifier: Identifier = {
  type: "api-key",
  at: [{ words: new Set("secret token key clientsecret apikey accesskey secretkey privatekey authtoken accesstoken".split(" ")), with: "digit" }],
  read,
  context: {},
  source: "the names that GitHub's and gitleaks' scanners ask for before a string that has no form of its own",
  examples: {
    valid: ["client_secret: [[8Qk~9xT2.abcDEF456ghi]]", "AWS_SECRET_ACCESS_KEY=[[wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY1]]", '{"api_key": "[[zq81-mm20-kd93-aa17]]"}', "export BOT_TOKEN='[[4417:AAhs-k2]]' and", "the clientSecret=[[8Qk~9xT2.abc]]."],
    invalid: ["API_KEY=${API_KEY2}", "api_key = your_api_key_1", "api key: see page 12", "token=abcdef1234567890", "secret: Harbour2024", "the key: 07911 204 778", "token_url=https://example.com/oauth2", "the secret: ana1979@example.com", "key: 2024-11-20T10:30:00"],
  },
};
