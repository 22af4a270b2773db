import type { Identifier } from "../identifier.js";

/** Characters of base64url as six-bit text: enough to read the header. */
function decode(part: string): string {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  let bits = 0;
  let held = 0;
  let out = "";
  for (const character of part) {
    held = ((held << 6) | alphabet.indexOf(character)) & 0xffff;
    bits += 6;
    if (bits >= 8) out += String.fromCharCode((held >> (bits -= 8)) & 255);
  }
  return out;
}

/** A JSON web token: its header must name an algorithm, its body must be an object. */
export const identifier: Identifier = {
  type: "api-key",
  subtype: "jwt",
  shape: "eyj[a-z0-9_-]{8,600}\\.[a-z0-9_-]{2,4000}\\.[a-z0-9_-]{0,800}",
  digits: 1,
  check: (_, written) => {
    const [header = "", body = ""] = written.split(".");
    return decode(header).includes('"alg"') && decode(body).startsWith("{") && decode(body).endsWith("}");
  },
  chance: 0,
  distinct: ".+",
  context: { en: ["token", "jwt", "bearer"], pt: ["token"], es: ["token"] },
  source: "RFC 7519, JSON web tokens",
  examples: {
    valid: ["eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.c2lnbmF0dXJl", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ0ZXN0In0."],
    invalid: ["eyJhbGciOiJIUzI1NiJ9.notjson.c2ln", "eyJhbGciOiJIUzI1NiJ9.eyJhIjoxfQ"],
  },
};
