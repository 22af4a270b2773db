import { unitAt } from "./unit-at.js";

/**
 * Folding: the form of a character that matching sees. Lower case, compatibility forms resolved (NFKC), diacritics gone,
 * invisible and format characters (Unicode Cf, variation selectors) gone. Digits stay digits. Pure, total on any code point.
 */

/** Folded form of code points below 0x250, filled as they are met: Latin text never leaves this table. */
const latin: (string | undefined)[] = new Array<undefined>(0x250).fill(undefined);
const others = new Map<number, string>();

/** The folded form of one code point: usually one character, none for what is invisible, several for ligatures. */
export function fold(codePoint: number): string {
  if (codePoint < latin.length) return (latin[codePoint] ??= foldSlowly(codePoint));
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

/** The folded form of a whole string. Stretches of ASCII are folded as they stand. */
export function foldString(text: string): string {
  let folded = "";
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    if (unitAt(text, i) < 0x80) continue;
    const codePoint = text.codePointAt(i)!;
    folded += text.slice(from, i).toLowerCase() + fold(codePoint);
    if (codePoint > 0xffff) i++;
    from = i + 1;
  }
  return folded + text.slice(from).toLowerCase();
}
