import { unitAt } from "../../core/unit-at.js";
import type { Identifier, Reading, Scene } from "../identifier.js";

/** A letter or digit, or one of `. _ % + ' -`. */
const isLocal = (unit: number): boolean =>
  (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || (unit >= 48 && unit <= 57) || unit === 46 || unit === 95 || unit === 37 || unit === 43 || unit === 39 || unit === 45;
const DOMAIN = /^ ?((?:[a-z0-9-]{1,63}\.){1,6}([a-z]{2,24}))(?![a-z0-9@_-]|\.[a-z0-9])/i;
/** What people write where an address should stand. */
const PLACEHOLDER = /^(?:name|user|username|you|your|yourname|your\.name|email|someone|firstname\.lastname|first\.last|xxx+|abc|nome|seunome|seu|usuario|nombre|tunombre|tu|correo|ejemplo|exemplo|example)@(?:example|domain|company|email|mail|firm|dominio|empresa|provedor|exemplo|ejemplo|servidor|correo)\./i;

/** What stands before the `@` of a web address is a user, with a password or without, and what follows a host. */
const IN_ADDRESS = /:\/\/[^\s/?#]*$/;

/** Longest local part and domain that are read. */
const LONGEST_LOCAL = 64;
const LONGEST_DOMAIN = 160;

function read({ plain }: Scene, at: number): Reading | undefined {
  let left = at;
  if (plain[left - 1] === " " && plain[at + 1] === " ") left--;
  let start = left;
  while (start > 0 && left - start < LONGEST_LOCAL && isLocal(unitAt(plain, start - 1))) start--;
  if (left - start >= LONGEST_LOCAL) return undefined;
  while (start < left && /[.'%+-]/.test(plain[start]!)) start++;
  const local = plain.slice(start, left);
  const domain = DOMAIN.exec(plain.slice(at + 1, at + LONGEST_DOMAIN));
  if (local === "" || domain === null || /\.\.|[.]$/.test(local) || /\.\.|^-|-\./.test(domain[1]!)) return undefined;
  if (IN_ADDRESS.test(plain.slice(Math.max(0, start - LONGEST_LOCAL), start))) return undefined;
  if (/\.(?:png|jpe?g|gif|pdf|docx?|js|ts|css)$/i.test(domain[1]!) || PLACEHOLDER.test(`${local}@${domain[1]}`)) return undefined;
  return { start, end: at + 1 + domain[0].length, confidence: 0.99, checked: true };
}

export const identifier: Identifier = {
  type: "email",
  at: [{ chars: "@" }],
  read,
  context: { en: ["email", "e mail", "mail"], pt: ["email", "e mail", "mail"], es: ["email", "e mail", "correo", "mail"] },
  source: "RFC 5321, the part of it that people use",
  examples: {
    valid: ["write to [[jane.doe@example.com]].", "([[a+b@sub.example.co.uk]])", "meu email é [[ana_b1979@hotmail.com.br]]😀", "pix: [[custas.tjsp@gmail.com]], hoje", "correo:[[r.o'neill@firm-law.ie]]", "[[ana @ firm.com]] thanks", "https://example.com/?to=[[ana@firm.com]]", "mailto:[[ana@firm.com]]"],
    invalid: ["jane.doe@example", "a..b@example.com", "meet @ 5.30pm", "name@example.com", "@maria can you call", "price 3@4.50", "https://bob:hunter2@site.com", "ssh://git@github.com/firm"],
  },
};
