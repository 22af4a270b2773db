import type { EntityType, Lang } from "../core/label.js";

/**
 * One kind of personal identifier. A new one is one file in `identifiers/` that exports `identifier`; the build finds it.
 *
 * A candidate is found by `shape`, refused or trusted by `check`, and lifted by words around it: shape < check digit < context.
 */
export interface Identifier {
  readonly type: EntityType;
  /** For `api-key`: what sort of key. */
  readonly subtype?: string;
  /**
   * How it is written, as a regular expression of the regular dialect (no look-around, no back-references), on the original
   * text, case-insensitive. It starts and ends at word boundaries by Unicode class; those are not written.
   */
  readonly shape: string;
  /** True when the check digits hold. Gets the candidate without spaces, dots, dashes and slashes, in upper case. */
  readonly check?: (compact: string) => boolean;
  /** Words that name it, per language (folded: lower case, no accents), looked for around the candidate. */
  readonly context: Readonly<Partial<Record<Lang, readonly string[]>>>;
  /** Share of random strings of this shape that pass `check`: above 0.02 a context word is required. */
  readonly chance: number;
  /** What the format and the check rest on. */
  readonly source: string;
  readonly examples: { readonly valid: readonly string[]; readonly invalid: readonly string[] };
}
