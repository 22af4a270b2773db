import type { EntityType, Lang } from "./label.js";
import type { About, Action, Office } from "./rule.js";
import type { Severity } from "./severity.js";
import type { Span } from "./span.js";
import type { Law } from "./message.js";
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
  readonly category: string;
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
  readonly restricted?: "mlro";
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
  /** Why there is no date. */
  readonly problem?: Problem;
}

/** Who must know, what they are asked to do, by when. */
export interface Route {
  readonly to: Office;
  readonly action: Action;
  readonly due?: Due;
  /** Ids of the rules that made it. */
  readonly because: readonly string[];
  /** Id of the policy row that made it, `<pack>/<row>`. */
  readonly row: string;
  readonly kind: "conduct" | "protective";
  /** Ids of people who must not be told. */
  readonly neverTo?: readonly string[];
  readonly restricted?: "mlro";
}

/** What was looked at, and what was not. */
export interface Coverage {
  readonly lang: Lang | "unknown";
  /** What was not checked: `out-of-scope`, `no-text`, `unknown-language`, `unknown-law`, `unknown-sender`. */
  readonly skipped: readonly string[];
}

/** Everything Obiter says of one message. The same message and packs give the same bytes. */
export interface Assessment {
  readonly messageId: string;
  readonly severity: Severity;
  readonly findings: readonly Finding[];
  readonly routes: readonly Route[];
  readonly coverage: Coverage;
  readonly packs: readonly string[];
}
