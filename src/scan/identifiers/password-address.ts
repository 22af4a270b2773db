import type { Identifier, Reading, Scene } from "../identifier.js";

/** Longest stretch of an address before the host, in characters. */
const LONGEST = 200;
const USER_AND_PASSWORD = /[a-z][a-z0-9+.-]{1,20}:\/\/[^\s/?#:@"'<>]{0,64}:([^\s/?#"'<>]{1,128})$/i;
const HOST = /^(?:[a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+)*|\[[\da-f:.]{2,39}\])(?![@\p{L}\p{N}-])/iu;
/** What manuals write in its place. */
const PLACEHOLDER = /^(?:pass|passwd|password|pwd|secret|senha|contrase[nñ]a|clave|token|x+)$/i;

/** The password in a web address: `scheme://user:password@host`. */
function read({ plain }: Scene, at: number): Reading | undefined {
  const value = USER_AND_PASSWORD.exec(plain.slice(Math.max(0, at - LONGEST), at))?.[1];
  if (value === undefined || PLACEHOLDER.test(value) || /^[$[{*]/.test(value) || !/[\p{L}\p{N}]/u.test(value)) return undefined;
  return HOST.test(plain.slice(at + 1, at + LONGEST)) ? { start: at - value.length, end: at, confidence: 0.95, checked: true, called: true } : undefined;
}

export const identifier: Identifier = {
  type: "password",
  at: [{ chars: "@" }],
  read,
  context: {},
  source: "RFC 3986 section 3.2.1, user information",
  examples: {
    valid: ["postgres://admin:[[Sup3rS3cret]]@db.example.com", "it is https://bob:[[hunter2]]@site.com/files, ok", "redis://:[[p@ss!word]]@10.0.0.4:6379/0", "mongodb+srv://ann:[[blue-horse]]@cluster0.example.net/?w=1"],
    invalid: ["https://user:password@host.example.com", "postgres://admin:${DB_PASS}@db", "https://bob@site.com", "https://site.com:8080/@bob", "see https://example.com/a:b@c.com", "ssh://git@github.com:22/firm", "meet at 10:30 @ the office"],
  },
};
