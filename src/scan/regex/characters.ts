/**
 * Sets of characters, as patterns name them. They hold folded characters (`core/fold.ts`): no case, no accents, no compatibility
 * forms, nothing invisible. Plain data.
 */
export interface CharacterSet {
  /** First and last code point of each range, in turn. */
  readonly ranges: readonly number[];
  /** Names of classes that are in it; `^` before a name: everything but the class. */
  readonly classes: readonly string[];
  /** It is everything but what is named. */
  readonly negated: boolean;
}

/** The classes that a pattern may name, by bits of `kindOf`. `d` is ASCII, as in RE2. */
const CLASSES: Readonly<Record<string, readonly [bit: number, has: (character: string) => boolean]>> = {
  L: [1, (character) => /^\p{L}$/u.test(character)],
  N: [2, (character) => /^\p{N}$/u.test(character)],
  P: [4, (character) => /^\p{P}$/u.test(character)],
  S: [8, (character) => /^\p{S}$/u.test(character)],
  Sc: [16, (character) => /^\p{Sc}$/u.test(character)],
  d: [32, (character) => /^[0-9]$/.test(character)],
  w: [64, (character) => /^[\p{L}\p{N}_]$/u.test(character)],
  s: [128, (character) => /^\s$/.test(character)],
};

export const CLASS_NAMES: readonly string[] = Object.keys(CLASSES);

/** The classes that a code point is in, a bit each. */
export function kindOf(codePoint: number): number {
  const character = String.fromCodePoint(codePoint);
  let kind = 0;
  for (const [bit, has] of Object.values(CLASSES)) if (has(character)) kind |= bit;
  return kind;
}

/** Whether a character is of a word: a letter or digit of any script, or `_`. What `\b` asks. */
export const isWordKind = (kind: number): boolean => (kind & CLASSES.w![0]) !== 0;

/** Whether a set holds a code point, of which `kindOf` is given. */
export function holds({ ranges, classes, negated }: CharacterSet, codePoint: number, kind: number): boolean {
  let low = 0;
  let high = ranges.length >> 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ranges[2 * middle + 1]! < codePoint) low = middle + 1;
    else high = middle;
  }
  let inside = 2 * low < ranges.length && ranges[2 * low]! <= codePoint;
  for (const name of classes) inside ||= name.startsWith("^") ? (kind & CLASSES[name.slice(1)]![0]) === 0 : (kind & CLASSES[name]![0]) !== 0;
  return inside !== negated;
}

/** Code points as the fewest ranges, in order. */
export function rangesOf(codePoints: Iterable<number>): number[] {
  const ranges: number[] = [];
  for (const codePoint of [...new Set(codePoints)].sort((a, b) => a - b)) {
    if (ranges.at(-1) === codePoint - 1) ranges[ranges.length - 1] = codePoint;
    else ranges.push(codePoint, codePoint);
  }
  return ranges;
}
