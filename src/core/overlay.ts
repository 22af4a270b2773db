import type { Label, Lang, SignalName } from "./label.js";
import type { Channel } from "./message.js";
import type { Office, Provision, RouteRow, Rule, SeverityRow } from "./rule.js";
import type { Severity } from "./severity.js";

/** Who decided a change, why, and until when. */
export interface Decision {
  readonly reason: string;
  readonly owner: string;
  /** ISO date: the last day on which it holds. */
  readonly expires: string;
}

/** How much a phrase says: `certain` decides by itself, the others are evidence for the classifier. */
export type Strength = "certain" | "likely" | "hint";

/**
 * One change to the packs. `disable`: the rule is left out · `shadow`: its findings are kept aside, counted and not routed ·
 * `severity`: the rule asks for at least this · `policy`: a row that stands before those of the severity policy · `alert`: from
 * this probability somebody is told of the label · `terms`: phrases of the firm for a signal · `exclude`: phrases in whose sentence
 * the signal does not count · `rule`, `route`: one more · `channel`: approved by the firm, or not · `appoint`: who holds an office.
 */
export type Change = Decision &
  (
    | { readonly change: "disable"; readonly rule: string }
    | { readonly change: "shadow"; readonly rule: string }
    | { readonly change: "severity"; readonly rule: string; readonly severity: Severity }
    | { readonly change: "policy"; readonly row: SeverityRow }
    | { readonly change: "alert"; readonly label: Label; readonly from: number }
    | { readonly change: "terms"; readonly signal: SignalName; readonly lang: Lang; readonly strength?: Strength; readonly phrases: readonly string[] }
    | { readonly change: "exclude"; readonly signal: SignalName; readonly lang: Lang; readonly phrases: readonly string[] }
    | { readonly change: "rule"; readonly add: Rule }
    | { readonly change: "route"; readonly add: RouteRow }
    | { readonly change: "channel"; readonly channel: Channel; readonly approved: boolean }
    | { readonly change: "appoint"; readonly office: Office; readonly person: string; readonly deputies?: readonly string[] }
  );

/** What a firm changes of the packs, without editing them: plain data. */
export interface Overlay {
  /** Version of this format: 1. */
  readonly format: 1;
  /** Version of the firm's own choosing, `1.4.0`: assessments name it. */
  readonly version: string;
  readonly changes: readonly Change[];
  /** Authorities that the firm's own rules cite: its policies, say. */
  readonly provisions?: Readonly<Record<string, Provision>>;
}

/** An overlay as it is imported from a JSON file, where words are any text to TypeScript. */
export interface OverlayFile {
  readonly format: number;
  readonly version: string;
  readonly changes: readonly object[];
  readonly provisions?: object;
}
