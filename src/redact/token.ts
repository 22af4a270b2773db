import { sha256 } from "../core/sha256.js";
import { isSecret, type Kind } from "./hidden.js";

const BLOCK = 64;
/** Letters of a token: each four bits of the code, `a` to `p`, so that no token has a digit in it. 64 bits: chance collisions from some four thousand million values on. */
const LETTERS = 16;

/** HMAC-SHA-256 (RFC 2104). */
export function hmac(key: Uint8Array, message: Uint8Array): Uint8Array {
  const short = key.length > BLOCK ? sha256(key) : key;
  const digest = (pad: number, rest: Uint8Array): Uint8Array => {
    const bytes = new Uint8Array(BLOCK + rest.length).fill(pad, 0, BLOCK);
    short.forEach((byte, i) => (bytes[i] = byte ^ pad));
    bytes.set(rest, BLOCK);
    return sha256(bytes);
  };
  return digest(0x5c, digest(0x36, message));
}

/** A value's token under a key: the same for the same kind and letters and digits, however they are separated or capitalised. Of a secret every sign counts. */
export function tokenOf(kind: Kind, value: string, key: Uint8Array): string {
  const plain = isSecret(kind) ? value : value.normalize("NFKC").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  const code = hmac(key, new TextEncoder().encode(`${kind}:${plain}`));
  return Array.from({ length: LETTERS }, (_, i) => String.fromCharCode(97 + ((code[i >> 1]! >> (i % 2 === 0 ? 4 : 0)) & 15))).join("");
}
