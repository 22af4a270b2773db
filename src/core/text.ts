import type { Lang } from "./label.js";
import type { Span } from "./span.js";

/** A word of a message: where it stands in the original, and its folded form (lower case, no accents, look-alikes undone). */
export interface Token extends Span {
  readonly word: string;
}

/** A sentence, as the range `[from, to)` of its words. */
export interface Sentence extends Span {
  readonly from: number;
  readonly to: number;
  /** It is a question. */
  readonly asked: boolean;
}

/** The words of a message as numbers, in lists that may be longer than they are many. */
export interface Words {
  readonly count: number;
  /** By word: the hash of its folded form (`hashWord`). */
  readonly hashes: Int32Array;
  /** By word: its last four folded characters, a byte each. */
  readonly tails: Int32Array;
  /** By word: the signs of its characters, joined (`signs.ts`). */
  readonly signs: Int32Array;
  /** The signs that may stand in the message; where it was read carefully, any may. */
  readonly all: number;
  /** The hash of the first `HEAD` letters of a word, or of all of it where it has fewer. */
  readonly head: (word: number) => number;
  /** Where a word stands in the original. */
  readonly startOf: (word: number) => number;
  readonly endOf: (word: number) => number;
  /** The folded form of a word. */
  readonly word: (word: number) => string;
  /** Writes the UTF-16 code units of the folded form, as many as there is room for, and says how many. */
  readonly unitsOf: (word: number, into: Uint16Array) => number;
  readonly sentences: readonly Sentence[];
}

/** How many letters a head has. */
export const HEAD = 3;

/** A message prepared for matching. Every span points into `original`. What few messages need is made when it is asked for. */
export interface Text extends Words {
  readonly original: string;
  readonly tokens: readonly Token[];
  /** Most likely language; undefined when nothing tells. */
  readonly lang: Lang | undefined;
  /** Words that were spelled so as not to be found (spaced, dotted, leet, look-alike, invisible characters). */
  readonly evasions: readonly Span[];
  /** Stretches that the sender quotes or forwards: somebody else's words. */
  readonly quoted: readonly Span[];
}
