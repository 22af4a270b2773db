import type { Text } from "../core/text.js";
import type { Scene } from "./identifier.js";

const ODD = /[\u0009-\u000d\u00a0\u1680\u2000-\u200a\u2010-\u2015\u2028\u2029\u202f\u205f\u2212\u3000\ufe58\ufe63\uff0b-\uff1a\uff20]/g;

/** The plain form of an odd space, dash, digit or sign. */
function plainOf(character: string): string {
  const code = character.charCodeAt(0);
  if (code >= 0xff0b) return code === 0xff20 ? "@" : String.fromCharCode(code - 0xfee0);
  return (code >= 0x2010 && code <= 0x2015) || code === 0x2212 || code >= 0xfe58 ? "-" : " ";
}

/** A message as identifiers see it. */
export function sceneOf(text: Text): Scene {
  const { tokens, original } = text;
  return {
    text,
    plain: original.replace(ODD, plainOf),
    tokenFrom: (offset) => {
      let low = 0;
      let high = tokens.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (tokens[middle]!.end > offset) high = middle;
        else low = middle + 1;
      }
      return low;
    },
  };
}

const WORD = /^[\p{L}\p{N}\p{M}_]$/u;
const kinds = new Uint8Array(0x10000);

/** True for a letter, digit, mark or underscore; ordinal signs (`nº`, `1ª`) end a word, so that `nº123` has a number in it. */
export function isWordAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code !== code) return false;
  let kind = kinds[code]!;
  if (kind === 0) {
    const surrogate = code >= 0xd800 && code <= 0xdfff;
    kind = !surrogate && code !== 0xaa && code !== 0xba && WORD.test(String.fromCharCode(code)) ? 2 : 1;
    kinds[code] = kind;
  }
  return kind === 2;
}
