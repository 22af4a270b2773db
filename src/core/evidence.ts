import type { EntityType, Kind, Lang, SignalName } from "./label.js";
import type { Span } from "./span.js";

/** How the words around a piece of evidence are meant. `asserted`: plainly. */
export const CUES = ["asserted", "negated", "asked", "quoted", "reported", "hypothetical"] as const;
export type Cue = (typeof CUES)[number];

/**
 * What cue phrases say of the words around them. `negated`: the next words are denied · `reported`: somebody else said or did
 * it · `hypothetical` · `training`: policy, training or news talk · `casework`: the subject of a matter · `refusal` · `promise` ·
 * `past`: it is over · `offer`: what the sender would do, or asks for in return · `second-person`: of whom it is sent to · `imperative`.
 */
export const SETTINGS = ["negated", "reported", "hypothetical", "training", "casework", "refusal", "promise", "past", "offer", "second-person", "imperative"] as const;
export type Setting = (typeof SETTINGS)[number];

/** A cue phrase that stands in the message. */
export interface CueEvidence extends Span {
  readonly kind: "cue";
  readonly setting: Setting;
}

/** Words that say what something is about more closely (what kind of data, violence, a payment due). They say nothing of whether it is there. */
export interface KindEvidence extends Span {
  readonly kind: "kind";
  readonly of: Kind;
}

/** A pattern of a signal that matched, with the cue it stands under. */
export interface PatternEvidence extends Span {
  readonly kind: "pattern";
  readonly label: SignalName;
  readonly lang: Lang;
  /** Number of the phrase in the compiled tables. */
  readonly phrase: number;
  readonly weight: number;
  readonly cue: Cue;
  /** The phrase decides without the classifier: it is one of an `x-…` signal or a term of the firm, under a cue that does not excuse it. */
  readonly decides?: true;
}

/** A sentence in which a signal does not count: the firm excluded it. */
export interface ExclusionEvidence extends Span {
  readonly kind: "exclusion";
  readonly label: SignalName;
}

/** An identifier found in the text. `confidence` is the probability that it is what its type says, 0..1. */
export interface IdentifierEvidence extends Span {
  readonly kind: "identifier";
  readonly entity: EntityType;
  /** What sort of key an `api-key` is. */
  readonly subtype?: string;
  readonly confidence: number;
  /** It is called by its name, but its check digits are wrong: told only where the caller asks. */
  readonly suspect?: true;
}

export type Evidence = PatternEvidence | CueEvidence | KindEvidence | IdentifierEvidence | ExclusionEvidence;

/** A label that holds for the message, or an identifier that alone does not make its label (a lone name). */
export interface Signal {
  readonly label: SignalName;
  /** False: worth noting (severity `info`), but the label does not hold. */
  readonly holds: boolean;
  /** Calibrated probability that the label holds, 0..1. */
  readonly probability: number;
  /** Sure enough to tell somebody. Otherwise it is recorded: severity `low` at most. */
  readonly sure: boolean;
  readonly spans: readonly Span[];
  /** What decided it, strongest first: a word, a pattern or a cue, with its share of the log-odds. */
  readonly contributions: readonly Contribution[];
  /** For `pii` and `credentials`: the identifier. */
  readonly entity?: EntityType;
  readonly subtype?: string;
  readonly suspect?: true;
  /** What it is about more closely (`KINDS`), where the words tell: what is told within the spans first, of that what is told most often. */
  readonly kinds?: readonly Kind[];
  /** For an identifier: how many different values of its type stand in the message. */
  readonly count?: number;
}

export interface Contribution {
  readonly feature: string;
  /** Change of the log-odds. */
  readonly weight: number;
  readonly span?: Span;
}
