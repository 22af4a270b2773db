import type { Setting } from "./evidence.js";
import type { Label, Lang, SpecialKind } from "./label.js";

/** What it means that a phrase stands in a message. `unless`: no pattern of the label and language counts in that sentence. */
export type Meaning =
  | { readonly kind: "pattern"; readonly label: Label; readonly weight: number }
  | { readonly kind: "unless"; readonly label: Label }
  | { readonly kind: "kind"; readonly of: SpecialKind }
  | { readonly kind: "cue"; readonly setting: Setting };

/** A phrase of the signal files, and where it stands. */
export interface SourcePhrase {
  readonly phrase: string;
  readonly lang: Lang;
  readonly meaning: Meaning;
  readonly file: string;
  /** 1-based. */
  readonly line: number;
}
