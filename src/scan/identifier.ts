import type { EntityType, Lang } from "../core/label.js";
import type { Span } from "../core/span.js";
import type { Text } from "../core/text.js";

/** Words and phrases per language, folded: lower case, no accents, no apostrophes, one space between words. */
export type Phrases = Readonly<Partial<Record<Lang, readonly string[]>>>;

interface Described {
  readonly type: EntityType;
  /** For `api-key`: what sort of key. */
  readonly subtype?: string;
  /** What people call it. Looked for up to 40 characters before or after a candidate, in every language at once. */
  readonly context: Phrases;
  /** What the format and the check rest on. */
  readonly source: string;
}

/**
 * A number with a shape. A candidate is found by `shape`, refused or trusted by `check`, and lifted by `context`:
 * shape < check digit < context. Without a context word it counts only where `distinct` or `alone` says so.
 */
export interface ShapedIdentifier extends Described {
  /**
   * How it is written: regular expressions of the regular dialect (no look-around, no back-references, bounded), matched
   * case-insensitively on text whose odd dashes, spaces, line breaks and digits are made plain. Starts and ends at word
   * boundaries by Unicode class; those are not written. Of several, the first that matches counts.
   */
  readonly shape: string | readonly string[];
  /** Fewest digits in it, at least one. Default 7. */
  readonly digits?: number;
  /** How many letters and digits belong to it, told from its beginning, where that varies (IBAN); undefined: not one. */
  readonly length?: (compact: string) => number | undefined;
  /** True when it is one. Gets the candidate without spaces, dots, dashes and slashes, in upper case; and as written. */
  readonly check?: (compact: string, written: string) => boolean;
  /** Share of random strings of this shape that pass `check`. Above 0.02 a context word is required, unless `distinct`. */
  readonly chance: number;
  /** Written like this it gives itself away, and needs no context word. A regular expression on the whole candidate. */
  readonly distinct?: string;
  /** Languages of messages in which it needs no context word however it is written (if `chance` allows). */
  readonly alone?: readonly Lang[];
  readonly examples: { readonly valid: readonly string[]; readonly invalid: readonly string[] };
}

/**
 * Where reading starts: at one of these folded words, or at a word boundary with one of these characters (then only where the
 * message has digits enough for a number, or letters and digits in one word, and the next 34 characters have `digits`).
 */
export type Trigger = { readonly chars: string; readonly digits?: number } | { readonly words: ReadonlySet<string>; readonly with?: With };

/**
 * What must stand in the message too, or the word is not worth reading at: a digit · `digits`: four of them · `digit-after`: one in
 * the next eight words · `digit-before`: one in the five before · `mixed`: three small letters and a digit in a stretch of seven characters or more without spaces · a
 * bracket · `capitals`: the word is written with a capital and so is one of the next four · `capital-after`: one of the next four ·
 * `capitals-before`: two of the five before.
 */
export type With = "digit" | "digits" | "digit-after" | "digit-before" | "mixed" | "bracket" | "capitals" | "capital-after" | "capitals-before";

/** Something told by the words around it, or too free for a shape: read from a character or from a word on. */
export interface ReadIdentifier extends Described {
  /** Where reading starts. */
  readonly at: readonly Trigger[];
  /** `at` is an offset of the message (`chars`) or the index of a token (`words`). Looks a bounded way ahead and back. */
  readonly read: (scene: Scene, at: number) => Reading | undefined;
  /** Whole messages: `valid` with each value in [[double brackets]], `invalid` without any value. */
  readonly examples: { readonly valid: readonly string[]; readonly invalid: readonly string[] };
}

export type Identifier = ShapedIdentifier | ReadIdentifier;

export interface Reading extends Span {
  /** Probability that it is one, given how it is written and led to, 0..1. */
  readonly confidence: number;
  /** True: its form alone proves it (an e-mail address), as a check digit would. */
  readonly checked?: boolean;
  /** True: counts only with a context word. */
  readonly needsContext?: boolean;
  /** True: reading already found what it is called; the words around are not asked. */
  readonly called?: boolean;
}

/** A message as identifiers see it. */
export interface Scene {
  /** Its `original` has spaces for the marks that set stretches apart (`identifier-marks.ts`); its length and its words are the same. */
  readonly text: Text;
  /** That, same length, with odd dashes, spaces, line breaks and full-width digits made plain. */
  readonly plain: string;
  /** Index of the first token that ends after `offset`. */
  readonly tokenFrom: (offset: number) => number;
}

/** True for an identifier of the shaped form. */
export const isShaped = (identifier: Identifier): identifier is ShapedIdentifier => "shape" in identifier;
