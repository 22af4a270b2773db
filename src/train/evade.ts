/** Rewrites a message as somebody would who does not want to be found: seeded, so that it is always the same rewriting. */

const LEET: Readonly<Record<string, string>> = { o: "0", i: "1", e: "3", a: "4", s: "5", t: "7" };
const LOOK_ALIKES: Readonly<Record<string, string>> = { a: "а", c: "с", e: "е", i: "і", o: "о", p: "р", s: "ѕ", x: "х", y: "у" };
const replaceFirst = (word: string, table: Readonly<Record<string, string>>, most: number): string => {
  let left = most;
  return [...word].map((letter, i) => (i > 0 && i < word.length - 1 && left > 0 && table[letter.toLowerCase()] !== undefined ? (left--, table[letter.toLowerCase()]!) : letter)).join("");
};

const TRICKS: readonly ((word: string) => string)[] = [
  (word) => [...word].join(" "),
  (word) => [...word].join("."),
  (word) => replaceFirst(word, LEET, 2),
  (word) => replaceFirst(word, LOOK_ALIKES, 2),
  (word) => `${word.slice(0, 2)}\u200b${word.slice(2)}`,
  (word) => word.replace(/([aeiou])/i, "$1$1$1"),
  (word) => word.normalize("NFD").replace(/\p{M}/gu, ""),
  (word) => word.slice(0, 1) + word[2]! + word[1]! + word.slice(3),
];
/** Words shorter than this are left alone. */
const SHORTEST = 4;
/** Share of the longer words that are rewritten. */
const SHARE = 0.3;

export function evade(text: string, seed: number): string {
  let state = (seed * 2654435761) | 1;
  const next = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  return text.replace(/\p{L}+/gu, (word) => (word.length >= SHORTEST && next() < SHARE ? TRICKS[Math.floor(next() * TRICKS.length)]!(word) : word));
}
