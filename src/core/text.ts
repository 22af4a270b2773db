import type { Lang } from "./label.js";
import type { Span } from "./span.js";

/** A word of a message: where it stands in the original, and its folded form (lower case, no accents, look-alikes undone). */
export interface Token extends Span {
  readonly word: string;
}

/** A sentence, as the range `[from, to)` of its tokens. */
export interface Sentence extends Span {
  readonly from: number;
  readonly to: number;
  /** It is a question. */
  readonly asked: boolean;
}

/** A message prepared for matching. Every span points into `original`. */
export interface Text {
  readonly original: string;
  readonly tokens: readonly Token[];
  /** By token: the hash of its word (`hashWord`). */
  readonly hashes: Int32Array;
  readonly sentences: readonly Sentence[];
  /** Most likely language; undefined when nothing tells. */
  readonly lang: Lang | undefined;
  /** Words that were spelled so as not to be found (spaced, dotted, leet, look-alike, invisible characters). */
  readonly evasions: readonly Span[];
  /** Stretches that the sender quotes or forwards: somebody else's words. */
  readonly quoted: readonly Span[];
}
