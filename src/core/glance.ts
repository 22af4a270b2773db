/**
 * The quick reading of a message: its words, their hashes, and the signs that stand in them, in one loop over the code units, with
 * hardly a branch and no allocation. The lists are used again for the next message: a glance is good until then.
 */
export interface Glance {
  /** How many words, pictograms included. */
  readonly count: number;
  /** By word: the hash of its folded form (`hashWord`). */
  readonly hashes: Int32Array;
  /** By word: where it ends, and its length, in code units. */
  readonly ends: Int32Array;
  readonly lengths: Int32Array;
  /** By word: the signs of its characters, joined (`signs.ts`). */
  readonly signs: Int32Array;
  /** By word: its last four folded characters, a byte each. */
  readonly tails: Int32Array;
  /** The signs of the whole message, joined. */
  readonly all: number;
  /** Something stands here that only the careful reading can read: other scripts, or spelling meant to be missed. */
  readonly odd: boolean;
}
