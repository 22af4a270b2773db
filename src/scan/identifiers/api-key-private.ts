import type { Identifier, Reading, Scene } from "../identifier.js";

const BEGIN = /^-{5}BEGIN (?:(?:RSA|EC|DSA|OPENSSH|ENCRYPTED) )?(?:PRIVATE KEY|PGP PRIVATE KEY BLOCK)-{5}/;
const END = /-{5}END [A-Z ]{3,40}-{5}/;
/** What follows without an end: one line of base64, and further ones as long as lines of base64 are. */
const LINES = /^\s{0,2}[A-Za-z0-9+/=]*(?:\s{1,2}[A-Za-z0-9+/=]{16,})*/;
/** Longest key block that is read to its end, in characters. */
const LONGEST = 8000;

function read({ text }: Scene, i: number): Reading | undefined {
  const start = text.tokens[i]!.start - 5;
  const begin = start < 0 ? null : BEGIN.exec(text.original.slice(start, start + 60));
  if (begin === null) return undefined;
  const rest = text.original.slice(start + begin[0].length, start + LONGEST);
  const end = END.exec(rest);
  const length = end === null ? LINES.exec(rest)![0].length : end.index + end[0].length;
  return { start, end: start + begin[0].length + length, confidence: 0.99, checked: true };
}

export const identifier: Identifier = {
  type: "api-key",
  subtype: "private-key",
  at: [{ words: new Set(["begin"]) }],
  read,
  context: {},
  source: "RFC 7468, textual encodings",
  examples: {
    valid: ["key:\n[[-----BEGIN PRIVATE KEY-----\nMIIB]]", "[[-----BEGIN OPENSSH PRIVATE KEY-----\nb3Bl\n-----END OPENSSH PRIVATE KEY-----]] ok"],
    invalid: ["-----BEGIN PUBLIC KEY-----\nMIIB", "let us begin"],
  },
};
