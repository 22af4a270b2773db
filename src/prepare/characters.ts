import { fold } from "../core/fold.js";
import { ACCENTED, AT, BRACKET, CAPITAL, CHANGED, DIGIT, LETTER, PORTUGUESE, QUOTE, SPANISH, WORD } from "../core/signs.js";

/**
 * What a UTF-16 code unit is, in one number: its folded form in the low 16 bits (digits are all `0`, as word hashes have them) and
 * its signs (`core/signs.ts`) above. A unit that needs a thought is negative; one that was never met before is `UNKNOWN`.
 */
const THOUGHT = 1 << 31;
export const UNKNOWN = THOUGHT;
/** Only the careful reading knows what to do with it. */
export const ODD = THOUGHT | 1;
export const APOSTROPHE = THOUGHT | 2;
/** A sign that may stand for a letter. */
export const SIGN = THOUGHT | 3;
export const PICTURE = THOUGHT | 4;
/** The first half of a surrogate pair. */
export const LEAD = THOUGHT | 5;
export const INVISIBLE = THOUGHT | 6;

const isWord = (text: string): boolean => /^[\p{L}\p{N}]/u.test(text);
const isLetter = (text: string): boolean => /^\p{L}/u.test(text);
const isPicture = (text: string): boolean => /^\p{Extended_Pictographic}/u.test(text);
/** Latin letters end here; those of other scripts may be look-alikes. */
export const LATIN_END = 0x250;

/** By code unit, filled as units are met; the letters, digits and blanks of ASCII are there from the start. */
export const CHARACTERS = new Int32Array(0x10000).fill(UNKNOWN);
for (let unit = 0x61; unit <= 0x7a; unit++) {
  CHARACTERS[unit] = unit | WORD | LETTER;
  CHARACTERS[unit - 0x20] = unit | WORD | LETTER | CAPITAL | CHANGED;
}
CHARACTERS.fill(0x30 | WORD | DIGIT, 0x30, 0x3a);
CHARACTERS[0x20] = CHARACTERS[0x0a] = 0;

/** What a code unit is. */
export function characterOf(unit: number): number {
  if (unit >= 0xd800 && unit <= 0xdfff) return unit < 0xdc00 ? LEAD : ODD;
  const character = String.fromCharCode(unit);
  if ("'’ʼ`´".includes(character)) return APOSTROPHE;
  if ("@$!|€".includes(character)) return character === "@" ? SIGN | AT : SIGN;
  const folded = fold(unit);
  if (isWord(character) || isWord(folded)) {
    if (folded.length !== 1 || folded > "z" || unit >= LATIN_END) return ODD;
    const changed = folded === character ? 0 : CHANGED;
    if (folded >= "0" && folded <= "9") return 48 | WORD | DIGIT | changed;
    const tongue = "ãõçêâôàÃÕÇÊÂÔÀ".includes(character) ? PORTUGUESE : "ñÑ".includes(character) ? SPANISH : "áéíóúÁÉÍÓÚ".includes(character) ? ACCENTED : 0;
    return folded.charCodeAt(0) | WORD | (isLetter(folded) ? LETTER : 0) | (character === character.toLowerCase() ? 0 : CAPITAL) | changed | tongue;
  }
  if (folded === "") return INVISIBLE;
  if (isPicture(character)) return PICTURE;
  if ("([{<".includes(character)) return BRACKET;
  return "¿¡".includes(character) ? SPANISH : '"“«„‘>'.includes(character) ? QUOTE : 0;
}
