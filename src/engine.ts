import type { Assessment } from "./core/assessment.js";
import { roleOf, type Law, type Message } from "./core/message.js";
import type { Pack, SeverityRow } from "./core/rule.js";
import { maxSeverity, type Severity } from "./core/severity.js";
import type { Text } from "./core/text.js";
import { judge, languageOf } from "./judge/judge.js";
import { prepare } from "./prepare/prepare.js";
import { createScan, type Identify } from "./scan/scan.js";
import type { ScanTables } from "./scan/compile.js";
import type { Calendar } from "./triage/calendar.js";
import { triage } from "./triage/triage.js";
import { createWeigh, type Model } from "./weigh/weigh.js";

/** What is always on: signals, base rules, severity policy, calendars, the default model. */
export interface Foundation {
  readonly base: Pack;
  readonly severities: readonly SeverityRow[];
  readonly calendars: readonly Calendar[];
  readonly tables: ScanTables;
  readonly identify: Identify;
  readonly model: Model;
}

export interface EngineOptions {
  /** Packs of `obiter/packs`, in any order. */
  readonly packs: readonly Pack[];
  /** Laws that bind the firm, e.g. `["GB-EAW"]`. Packs of other laws only say what would apply. */
  readonly law?: Law | readonly Law[];
}

/** Reads messages. Immutable, synchronous, safe to share. */
export interface Engine {
  /** Says what risk a message carries. Total on any string; the same message gives the same bytes. */
  readonly assess: (message: Message) => Assessment;
  readonly packs: readonly string[];
}

/** Composes the rooms: prepare → scan → weigh → judge → triage. */
export function composeEngine(foundation: Foundation, { packs: given, law = [] }: EngineOptions): Engine {
  const packs = [...given].sort((a, b) => (a.id < b.id ? -1 : 1));
  const names = packs.map(({ id, version }) => `${id}@${version}`);
  const laws = typeof law === "string" ? [law] : law;
  const scan = createScan(foundation.tables, foundation.identify);
  const weigh = createWeigh(foundation.model);
  const jurisdiction = { ...foundation, packs, law: laws };

  const assess = (message: Message): Assessment => {
    if (message.exempt === true) return empty(message, ["out-of-scope"], names);
    const text = prepare(message.text);
    const signals = weigh(text, scan(text));
    const findings = judge(signals, message, jurisdiction, languageOf(message, text.lang));
    const routes = triage(findings, message, jurisdiction);
    const severity = findings.reduce<Severity>((most, finding) => maxSeverity(most, finding.severity), "none");
    return { messageId: message.id ?? "", severity, findings, routes, coverage: { lang: text.lang ?? "unknown", skipped: notLookedAt(message, text, laws) }, packs: names };
  };
  return { assess, packs: names };
}

const empty = (message: Message, skipped: string[], packs: readonly string[]): Assessment => ({ messageId: message.id ?? "", severity: "none", findings: [], routes: [], coverage: { lang: "unknown", skipped }, packs });

/** What sharpens the answer and was not there. */
function notLookedAt({ sender, matter, markers }: Message, { tokens, lang }: Text, law: readonly Law[]): string[] {
  const skipped: string[] = [];
  if (tokens.length === 0) skipped.push("no-text");
  else if (lang === undefined) skipped.push("unknown-language");
  if (markers?.includes("media")) skipped.push("media");
  if (markers?.includes("deleted")) skipped.push("deleted-text");
  if (law.length === 0 && matter?.law === undefined) skipped.push("unknown-law");
  if (roleOf(sender) === "unknown") skipped.push("unknown-sender");
  return skipped;
}
