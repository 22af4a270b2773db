import type { EntityType, Kind, Lang, SignalName } from "./label.js";
import type { About, Action, Addressee, Office } from "./rule.js";
import type { Severity } from "./severity.js";
import type { Span } from "./span.js";
import type { Channel, Law } from "./message.js";
import type { Problem } from "./problem.js";
import type { Contribution } from "./evidence.js";

/** An authority that would apply if the law of the matter were `ifLaw`. */
export interface ConditionalProvision {
  readonly cite: string;
  readonly ifLaw: Law;
}

/** A risk found in one message: what, under which rule, how sure, on what authority, and why. */
export interface Finding {
  /** Id of the strictest rule that applies; `also` lists the others. */
  readonly rule: string;
  readonly also?: readonly string[];
  /** One of the eighteen labels, or `x-…`. */
  readonly category: SignalName;
  readonly about: About;
  readonly severity: Severity;
  /** Calibrated probability, 0..1, rounded to 0.01. */
  readonly confidence: number;
  readonly spans: readonly Span[];
  readonly provisions: readonly string[];
  readonly wouldApply?: readonly ConditionalProvision[];
  readonly title: string;
  readonly why: string;
  readonly next: string;
  readonly entity?: EntityType;
  readonly subtype?: string;
  /** The number is called so, but its check digits are wrong. Only with the engine's option `suspects`; severity `info`. */
  readonly suspect?: true;
  /** What it is about more closely, where the words tell: for `special-category` what the data are about, for `data-subject-request` the right, `violence` of a threat. */
  readonly kind?: Kind;
  readonly restricted?: "mlro";
  /** Id of the restricted case that it belongs to. */
  readonly caseId?: string;
  /** Reporting offices whose holder it is about: what is shown to them leaves it out. */
  readonly past?: readonly Office[];
  /** What decided it, strongest first. */
  readonly contributions?: readonly Contribution[];
}

/** When something is due, under which rule, and how sure that is. */
export interface Due {
  /** ISO 8601 instant where the rule counts hours; a date alone where it counts days. Absent where the rule sets no number. */
  readonly at?: string;
  readonly regime: string;
  readonly basis: string;
  /** True: counted from a machine's hit, which is not yet awareness; a person must confirm. */
  readonly provisional: boolean;
  /** The firm's internal target: by then a person has looked and confirmed or dismissed it. */
  readonly confirmBy?: string;
  /** The period had run out when the message was read (`now`): check the file. */
  readonly elapsed?: true;
  /** Public holidays of the place are not known: only weekends were left out, and a person checks the date. */
  readonly weekendsOnly?: true;
  /** Why there is no date. */
  readonly problem?: Problem;
}

/** Somebody whom a route went past, and why. */
export interface Passed {
  readonly office: Office;
  /** Absent: nobody holds the office, or whoever holds it is meant and not known. */
  readonly person?: string;
  readonly because: "implicated" | "subordinate" | "absent" | "vacant";
}

/** Where nothing may be sent: somebody else may be reading along. A person speaks to them in a way that they choose. */
export interface NoContact {
  /** Ids of the people whose devices are meant: every channel of theirs. */
  readonly people: readonly string[];
  readonly conversationId?: string;
  readonly channel?: Channel;
}

/** What tells which of several holders of an office is meant. */
export interface Scope {
  /** Laws of the matter. */
  readonly law?: readonly Law[];
  /** The sender's. */
  readonly department?: string;
}

/** Who must know, what they are asked to do, by when. */
export interface Route {
  readonly to: Addressee;
  readonly action: Action;
  readonly due?: Due;
  /** Ids of the rules that made it. */
  readonly because: readonly string[];
  /** Id of the policy row that made it, `<pack>/<row>`. */
  readonly row: string;
  /** Ids of the other rows that made it. */
  readonly rows?: readonly string[];
  readonly kind: "conduct" | "protective";
  /** Ids of people to tell, where a directory is given. */
  readonly people?: readonly string[];
  /** The office whose holder takes it as the next in line. */
  readonly via?: Office;
  /** Nobody is left who may be told: somebody must find a person. */
  readonly unrouted?: true;
  /** Whom it went past. */
  readonly past?: readonly Passed[];
  /** Ids of people who must not be told. */
  readonly neverTo?: readonly string[];
  /** Offices that must not be told either: whoever holds them is implicated, and no directory says who that is. */
  readonly recused?: readonly Office[];
  /** For whom it is, where a directory gives an office to several people by law or department. */
  readonly scope?: Scope;
  readonly restricted?: "mlro";
  /** Id of a text that a person may send. */
  readonly template?: string;
  /** Authorities for which the text of the message must not go along: the recipient is in another place than the matter. */
  readonly withoutText?: readonly string[];
  /** Nothing is sent to these people or into this conversation, by anybody. */
  readonly noContact?: NoContact;
}

/** What was looked at, and what was not. */
export interface Coverage {
  readonly lang: Lang | "unknown";
  readonly skipped: readonly Skipped[];
}

/**
 * What was not checked, or not known: `media` and `deleted-text` (its export says that there was more), `disappearing-messages` (what
 * follows may vanish), `unknown-law` (none is given, or the matter's is none), `unknown-sender`, `unknown-direction` and `unknown-channel` (none
 * is given, or none that Obiter knows), `unknown-time` (none that could start a clock); `overlay-change`: a change of the overlay is wrong
 * and was left out; `overlay-date`: nothing tells on which day, so that no change that silences was made; `pack:<id>`: the pack is of a later format.
 */
export type Skipped =
  | "out-of-scope" | "no-text" | "unknown-language" | "media" | "deleted-text" | "disappearing-messages"
  | "unknown-law" | "unknown-sender" | "unknown-direction" | "unknown-channel" | "unknown-time" | "overlay-change" | "overlay-date" | `pack:${string}`;

/** Everything Obiter says of one message. The same message and packs give the same bytes. */
export interface Assessment {
  readonly messageId: string;
  readonly severity: Severity;
  readonly findings: readonly Finding[];
  readonly routes: readonly Route[];
  /** What rules in shadow would have found: counted, in no severity and no route. */
  readonly shadow?: readonly Finding[];
  /** `presumed`: between client and firm, or internal to a matter. Some views leave out what quotes it; no finding is hidden. */
  readonly privileged?: "presumed";
  readonly coverage: Coverage;
  readonly packs: readonly string[];
}
