/**
 * Letters of other scripts that look like Latin ones (a subset of Unicode TR39 confusables, lower case), resolved only in
 * words that mix scripts: a word wholly in Cyrillic or Greek is left alone.
 */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  а: "a", в: "b", с: "c", ԁ: "d", е: "e", ѐ: "e", ё: "e", һ: "h", н: "h", і: "i", ї: "i", ј: "j", к: "k", ӏ: "l", м: "m", о: "o",
  р: "p", ԛ: "q", г: "r", ѕ: "s", т: "t", у: "y", ѵ: "v", ԝ: "w", х: "x", ь: "b", п: "n",
  α: "a", β: "b", ϲ: "c", δ: "d", ε: "e", η: "n", ι: "i", κ: "k", ν: "v", ο: "o", ρ: "p", σ: "o", τ: "t", υ: "u", χ: "x", γ: "y", ω: "w", μ: "u",
  ı: "i", ƒ: "f", ɑ: "a", ɡ: "g", ɩ: "i", ʀ: "r", ո: "n", օ: "o", ս: "u", հ: "h", ց: "g",
};

const LATIN_LETTER = /[a-z]/;
const OTHER_LETTER = /[^\0-\x7f]/;

/** The word with look-alikes resolved, or undefined when there is nothing to resolve. */
export function resolveLookAlikes(word: string): string | undefined {
  if (!OTHER_LETTER.test(word) || !LATIN_LETTER.test(word)) return undefined;
  let resolved = "";
  for (const letter of word) resolved += LOOK_ALIKES[letter] ?? letter;
  return resolved === word ? undefined : resolved;
}
