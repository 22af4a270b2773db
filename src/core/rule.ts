import type { ChannelTrait } from "./channel.js";
import type { EntityType, Kind, Localised, SignalName } from "./label.js";
import type { Channel, Direction, Law, Marker, Role } from "./message.js";
import { isUnder } from "./place.js";
import type { Severity } from "./severity.js";

/** An authority that a rule rests on. */
export interface Provision {
  readonly cite: string;
  /** What it says, in our own words. */
  readonly gist: string;
  readonly url?: string;
  /** The laws it belongs to, where they are not all of its pack's. */
  readonly laws?: readonly Law[];
  /** ISO dates: the first and the last day on which it is in force; where not given, long since and still. */
  readonly from?: string;
  readonly to?: string;
  /** False: not checked against the instrument yet. */
  readonly confirmed: boolean;
}

/** Which messages a rule speaks of. A missing field allows everything; a list allows any of its members. */
export interface When {
  readonly signal: SignalName;
  readonly entity?: readonly EntityType[];
  /** At least so many different values of the identifier's type stand in the message. */
  readonly atLeast?: number;
  /** The words tell one of these kinds; `unknown`: they tell none. */
  readonly kind?: readonly (Kind | "unknown")[];
  /** What happened to the message, as its export says. */
  readonly marker?: readonly Marker[];
  /** One of these binds the firm or the matter: the rule applies under them and not under the other laws of its pack. */
  readonly law?: readonly Law[];
  readonly role?: readonly Role[];
  readonly direction?: readonly Direction[];
  readonly channel?: readonly (Channel | ChannelTrait)[];
  readonly account?: readonly ("corporate" | "personal")[];
  readonly about?: readonly About[];
  /** Where the sender is qualified as a lawyer, as far as the message says. */
  readonly admitted?: readonly Admission[];
  /** Role of somebody who receives it. */
  readonly recipient?: readonly Role[];
  /** Whether the sender has a supervisor, as far as the message says. */
  readonly supervised?: boolean;
}

/** `here`: under a law of the pack · `elsewhere`: under other laws only · `nowhere`: known to be under none · `unknown`: nothing says. */
export const ADMISSIONS = ["here", "elsewhere", "nowhere", "unknown"] as const;
export type Admission = (typeof ADMISSIONS)[number];

/** Whose conduct a finding is about. */
export type About = "firm" | "client" | "outsider";

/** What a signal means under one jurisdiction. */
export interface Rule {
  /** `<pack>/<name>`; the name is the name of its file. */
  readonly id: string;
  readonly title: Localised;
  /** The signal, or a category of the pack's own: `x-…`. */
  readonly category: SignalName;
  readonly when: When;
  /** At least this severity where the rule applies. `base`: what `rules/base/severity.json` says. */
  readonly severity: Severity | "base";
  /** Keys of the pack's `provisions.json`. */
  readonly provisions: readonly string[];
  readonly why: Localised;
  /** What to do next. */
  readonly next: Localised;
  /** Only people in this lane may see the finding. Of the base it restricts all that is found of the signal; elsewhere it says so once more. */
  readonly restricted?: "mlro";
  /** `shadow`: its findings are kept aside, counted and not routed. */
  readonly status?: "shadow";
}

/** Whether a rule may find that category: that of another label would stand in the place of the label's own finding, or beside it on the same words. */
export const isCategoryOf = (category: string, signal: string): boolean => category === signal || category.startsWith("x-");

/** The authorities of its pack that a rule rests on. A key that the pack has not cites nothing. */
export const provisionsOf = ({ provisions: keys }: Pick<Rule, "provisions">, { provisions }: Pick<Pack, "provisions">): Provision[] => keys.flatMap((key) => (Object.hasOwn(provisions, key) ? [provisions[key]!] : []));

/** A row of the severity policy, read top-down: the first that fits decides. */
export interface SeverityRow {
  readonly label: readonly SignalName[];
  readonly role?: readonly Role[];
  readonly direction?: readonly Direction[];
  readonly channel?: readonly (Channel | ChannelTrait)[];
  readonly entity?: readonly EntityType[];
  readonly recipient?: readonly Role[];
  readonly kind?: readonly Kind[];
  readonly severity: Severity;
}

/** The format of packs that this version reads. */
export const PACK_FORMAT = 1;

/** A jurisdiction's rules, routes and authorities: plain data, validated when it was built. */
export interface Pack {
  readonly format: typeof PACK_FORMAT;
  readonly id: string;
  readonly version: string;
  readonly title: Localised;
  /** The laws under which the pack applies. Empty: everywhere. */
  readonly laws: readonly Law[];
  readonly rules: readonly Rule[];
  readonly provisions: Readonly<Record<string, Provision>>;
  readonly routes: readonly RouteRow[];
}

/** Whether a pack, or what else is of some laws, applies under any of these. */
export function appliesUnder({ laws }: Pick<Pack, "laws">, given: readonly Law[]): boolean {
  if (laws.length === 0) return true;
  for (const one of given) if (isUnder(one, laws)) return true;
  return false;
}

/** Roles that routes are addressed to. */
export const OFFICES = [
  "colp", "cofa", "mlro", "deputy-mlro", "mlco", "dpo", "encarregado", "supervising-solicitor", "complaints-partner",
  "insurer-notifications", "hr", "it-security", "safeguarding-lead", "managing-partner", "emergency",
] as const;
export type Office = (typeof OFFICES)[number];

/** The reporting officers, who hear of a suspicion of laundering. */
export const REPORTING_OFFICES: readonly Office[] = ["mlro", "deputy-mlro"];
export const isReporting = (one: unknown): boolean => REPORTING_OFFICES.some((office) => office === one);
/** The signals of the restricted lane: those that a rule of the base restricts. No other pack puts a signal there, nor takes one out. */
export const laneOf = (base: Pick<Pack, "rules">): ReadonlySet<SignalName> => new Set(base.rules.flatMap(({ when, restricted }) => (restricted === undefined ? [] : [when.signal])));
/**
 * Whether somebody may be told of what is restricted: the reporting officers, and of client account used as a bank the COFA. The words tell that
 * kind, so that neither a rule nor a row, which anybody may write, widens the lane.
 */
export const isOfLane = (to: unknown, kind: Kind | "unknown" | undefined): boolean => isReporting(to) || (to === "cofa" && kind === "client-account");

/** Whom a route is addressed to: an office, or the people of the firm who received the message. Never a sender or a client. */
export type Addressee = Office | "recipients";

export const ACTIONS = [
  "log", "notify", "review", "ask-context", "verify-by-phone", "protect", "move-channel", "preserve", "escalate", "hold-send",
] as const;
export type Action = (typeof ACTIONS)[number];

/** Statutory periods that a route may name (`src/triage/clocks.ts` says how each is counted). */
export const CLOCK_KEYS = [
  "gdpr-breach", "gdpr-breach-processor", "gdpr-breach-people", "gdpr-request", "gdpr-request-extended", "uk-request", "uk-request-extended", "uk-complaint", "uk-complaint-outcome",
  "poca-disclosure", "poca-notice", "poca-moratorium", "sra-report", "accounts-breach", "complaint-8-weeks", "ombudsman-6-months", "ombudsman-1-year", "undertaking",
  "lgpd-incident", "lgpd-incident-complete", "lgpd-request", "coaf-report", "harassment-training", "hipaa-breach", "hipaa-small-breaches",
] as const;
export type ClockKey = (typeof CLOCK_KEYS)[number];

/** A row of a routing policy, read top-down; every row that fits makes a route. A missing field allows everything. */
export interface RouteRow {
  /** Unique in its pack. */
  readonly id: string;
  readonly category: readonly string[];
  /** Only findings that rest on one of these rules. */
  readonly rule?: readonly string[];
  /** From this severity up. Default `medium`. */
  readonly from?: Severity;
  readonly about?: readonly About[];
  /** Role of the sender. */
  readonly role?: readonly Role[];
  readonly direction?: readonly Direction[];
  readonly channel?: readonly Channel[];
  /** Only where one of these binds the firm or the matter. */
  readonly law?: readonly Law[];
  readonly to: readonly Addressee[];
  /** `hold-send` is for drafts only, whatever the row says. */
  readonly action: Action;
  readonly clock?: ClockKey;
  /** Id of a text that a person may send. */
  readonly template?: string;
  /** `protective` routes reach the office even if its holder took part; `conduct` routes never do. */
  readonly kind: "conduct" | "protective";
}
