import type { Cue, Setting } from "./evidence.js";
import type { Kind, Lang, SignalName } from "./label.js";

/**
 * What it means that a phrase stands in a message. `decides`: under these cues a pattern counts without the classifier. `unless`:
 * no pattern of the label and language counts in that sentence. `exclude`: nor does anything else that speaks for the label. `act`: the
 * kind is something done, which words that are denied, supposed or quoted do not tell.
 * `except`: words that seem a cue of the setting and are none ("don't forget" denies nothing).
 */
export type Meaning =
  | { readonly kind: "pattern"; readonly label: SignalName; readonly weight: number; readonly decides?: readonly Cue[] }
  | { readonly kind: "unless"; readonly label: SignalName }
  | { readonly kind: "exclude"; readonly label: SignalName }
  | { readonly kind: "kind"; readonly of: Kind; readonly act?: true }
  | { readonly kind: "cue"; readonly setting: Setting }
  | { readonly kind: "except"; readonly setting: Setting };

/** A phrase and what it means. */
export interface SourcePhrase {
  readonly phrase: string;
  readonly lang: Lang;
  readonly meaning: Meaning;
}
