/**
 * Folding: the form of a character that matching sees. Lower case, compatibility forms resolved (NFKC), diacritics gone,
 * invisible and format characters (Unicode Cf, variation selectors) gone. Digits stay digits. Pure, total on any code point.
 */

/** Folded form of each code point below 0x250, filled on load: Latin text never leaves this table. */
const LATIN: readonly string[] = Array.from({ length: 0x250 }, (_, codePoint) => foldSlowly(codePoint));
const others = new Map<number, string>();

/** The folded form of one code point: usually one character, none for what is invisible, several for ligatures. */
export function fold(codePoint: number): string {
  if (codePoint < LATIN.length) return LATIN[codePoint]!;
  let folded = others.get(codePoint);
  if (folded === undefined) {
    folded = foldSlowly(codePoint);
    if (others.size < 4096) others.set(codePoint, folded);
  }
  return folded;
}

function foldSlowly(codePoint: number): string {
  if (codePoint >= 0xd800 && codePoint <= 0xdfff) return "\ufffd";
  return String.fromCodePoint(codePoint).normalize("NFKD").toLowerCase().replace(/[\p{M}\p{Cf}]/gu, "");
}

/** The folded form of a whole string. */
export function foldString(text: string): string {
  let folded = "";
  for (const character of text) folded += fold(character.codePointAt(0)!);
  return folded;
}
