import { isOn, type ChannelProfiles } from "../core/channel.js";
import { indexed } from "../core/indexed.js";
import { dayOf } from "../core/day.js";
import { conductOf } from "../core/conduct.js";
import type { ConditionalProvision, Finding } from "../core/assessment.js";
import type { Signal } from "../core/evidence.js";
import { LANGS, type Lang } from "../core/label.js";
import { lawsOf, roleOf, type Law, type Message, type Party } from "../core/message.js";
import { appliesUnder, type About, type Admission, type Pack, type Provision, type Rule, type SeverityRow } from "../core/rule.js";
import { maxSeverity, severityRank, type Severity } from "../core/severity.js";
import { compareSpans } from "../core/span.js";

/** What `judge` needs: the packs (base first), the severity policy, and the firm's law. */
export interface Jurisdiction {
  readonly base: Pack;
  readonly packs: readonly Pack[];
  readonly severities: readonly SeverityRow[];
  readonly channels: ChannelProfiles;
  /** Laws that bind the firm. */
  readonly law: readonly Law[];
  /** ISO date by whose provisions messages are judged. Default: the day on which each was sent, else those that are in force with no end. */
  readonly asOf?: string;
}

/**
 * What the signals of a message mean under the packs that apply: one finding per category and stretch of text, the strictest
 * rule first, every authority kept. A pack that does not apply adds what would apply under its law.
 */
export function judge(signals: readonly Signal[], message: Message, { base, packs, severities, channels, law, asOf = dayOf(message.sentAt) }: Jurisdiction, lang: Lang): Finding[] {
  const about = conductOf(message);
  const laws = lawsOf(message, law);
  const cited: Cited = { laws, day: asOf };
  const findings: Finding[] = [];
  for (const signal of signals) {
    const ordinary = ordinarySeverity(severities, signal, message, channels);
    const applying: Applying[] = [];
    const foreign: { readonly pack: Pack; readonly rule: Rule }[] = [];
    for (const pack of signal.holds ? [base, ...packs] : [base]) {
      for (const rule of rulesOn(pack).get(signal.label) ?? NONE) {
        if (!fits(rule, pack, signal, message, about, channels)) continue;
        if (appliesUnder({ laws: rule.when.law ?? pack.laws }, laws)) applying.push({ pack, rule, severity: severityOf(rule, signal, ordinary) });
        else foreign.push({ pack, rule });
      }
    }
    applying.sort(byStrictness);
    const wouldApply = conditional(foreign, asOf);
    // A restricted signal is restricted under every category that speaks of it.
    const restricted = applying.find(({ rule }) => rule.restricted !== undefined)?.rule.restricted;
    // What a pack adds under a category of its own stands beside the label, never in its place.
    for (const category of new Set(applying.map(({ rule }) => rule.category))) {
      const ours = applying.filter(({ rule }) => rule.category === category);
      findings.push(toFinding(ours, restricted, signal, about, category === signal.label ? wouldApply : [], cited, lang));
    }
  }
  return findings.sort((a, b) => severityRank(b.severity) - severityRank(a.severity) || compareSpans(a.spans[0]!, b.spans[0]!) || (a.category < b.category ? -1 : a.category > b.category ? 1 : 0));
}

const NONE: readonly never[] = [];

/** The rules of a pack by the signal that they ask for. */
const rulesOn = indexed((pack: Pack) => pack.rules.map((rule) => [rule.when.signal, rule] as const));

/** That of the rule or of the policy, whichever is more; what is not sure enough to tell anybody is recorded. */
function severityOf({ severity }: Rule, { holds, sure }: Signal, ordinary: Severity): Severity {
  if (!holds) return "info";
  const meant = severity === "base" ? ordinary : maxSeverity(severity, ordinary);
  return sure || severityRank(meant) < severityRank("low") ? meant : "low";
}

interface Applying {
  readonly pack: Pack;
  readonly rule: Rule;
  readonly severity: Severity;
}

/** The strictest first; of equals the one of the narrower law, then the one that speaks of a kind, then by id. */
const byStrictness = (a: Applying, b: Applying): number =>
  severityRank(b.severity) - severityRank(a.severity) || breadth(a.pack) - breadth(b.pack) || Number(a.rule.when.kind === undefined) - Number(b.rule.when.kind === undefined) || (a.rule.id < b.rule.id ? -1 : 1);
const breadth = ({ laws }: Pack): number => (laws.length === 0 ? Infinity : laws.length);

/** One finding of the rules that apply to a signal under one category, the strictest first. */
function toFinding(applying: readonly Applying[], restricted: "mlro" | undefined, signal: Signal, about: About, wouldApply: readonly ConditionalProvision[], { laws, day }: Cited, lang: Lang): Finding {
  const { rule, severity } = applying[0]!;
  const also = applying.slice(1).map((one) => one.rule.id).filter((id) => !id.startsWith("base/")).sort();
  return {
    rule: rule.id,
    ...(also.length > 0 ? { also } : {}),
    category: rule.category,
    about,
    severity,
    confidence: Math.round(signal.probability * 100) / 100,
    spans: signal.spans,
    provisions: [...new Set(applying.flatMap(({ rule: { provisions }, pack }) => provisions.map((key) => pack.provisions[key]!).filter((one) => inForce(one, day) && (one.laws?.some((law) => laws.includes(law)) ?? true)).map(({ cite }) => cite)))],
    ...(wouldApply.length > 0 ? { wouldApply } : {}),
    title: rule.title[lang],
    why: rule.why[lang],
    next: rule.next[lang],
    ...(signal.entity === undefined ? {} : { entity: signal.entity }),
    ...(signal.subtype === undefined ? {} : { subtype: signal.subtype }),
    ...(signal.suspect === undefined ? {} : { suspect: signal.suspect }),
    ...(signal.kinds === undefined ? {} : { kind: signal.kinds[0]! }),
    ...(restricted === undefined ? {} : { restricted }),
    ...(signal.contributions.length > 0 ? { contributions: signal.contributions } : {}),
  };
}

/** Under which laws, and on which day, authorities are cited. */
interface Cited {
  readonly laws: readonly Law[];
  readonly day: string | undefined;
}

const inForce = ({ from, to }: Provision, day: string | undefined): boolean => (day === undefined ? to === undefined : (from === undefined || from <= day) && (to === undefined || day <= to));

/** What would apply if the law were another: each authority once, in order. */
function conditional(fitting: readonly { readonly pack: Pack; readonly rule: Rule }[], day: string | undefined): ConditionalProvision[] {
  const all = fitting.flatMap(({ pack, rule }) => rule.provisions.map((key) => pack.provisions[key]!).filter((one) => inForce(one, day)).map(({ cite, laws = rule.when.law ?? pack.laws }) => ({ cite, ifLaw: laws[0]! })));
  const keyOf = ({ cite, ifLaw }: ConditionalProvision): string => `${ifLaw} ${cite}`;
  return [...new Map(all.map((one) => [keyOf(one), one])).values()].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** Whether a rule speaks of this message, were the signal to hold. */
export function fits({ when }: Rule, pack: Pack, signal: Pick<Signal, "label" | "entity" | "kinds" | "count">, { sender, direction, channel, recipients = [], markers = [] }: Message, about: About, channels: ChannelProfiles): boolean {
  const allows = <T>(list: readonly T[] | undefined, value: T | undefined): boolean => list === undefined || (value !== undefined && list.includes(value));
  if (when.signal !== signal.label) return false;
  if (when.kind !== undefined && !(signal.kinds ?? UNTOLD).some((one) => when.kind!.includes(one))) return false;
  if (when.atLeast !== undefined && (signal.count ?? 0) < when.atLeast) return false;
  if (when.marker !== undefined && !markers.some((one) => when.marker!.includes(one))) return false;
  if (when.supervised !== undefined && when.supervised !== (sender?.supervisor !== undefined)) return false;
  if (when.recipient !== undefined && !recipients.some((one) => when.recipient!.includes(roleOf(one)))) return false;
  return (
    allows(when.entity, signal.entity) && allows(when.role, roleOf(sender)) && allows(when.direction, direction ?? "unknown") &&
    (when.channel === undefined || isOn(when.channel, channel ?? "unknown", channels)) && allows(when.account, sender?.account) && allows(when.about, about) && allows(when.admitted, admissionOf(sender, pack.laws))
  );
}

const UNTOLD = ["unknown"] as const;

/** Where a sender is qualified, seen from the laws of a pack. */
function admissionOf(sender: Party | undefined, laws: readonly Law[]): Admission {
  if (sender?.admitted === undefined) return "unknown";
  return sender.admitted.length === 0 ? "nowhere" : sender.admitted.some((law) => laws.includes(law)) ? "here" : "elsewhere";
}

/** What the severity policy says: the first row that fits. */
function ordinarySeverity(rows: readonly SeverityRow[], signal: Signal, { sender, direction, channel, recipients }: Message, channels: ChannelProfiles): Severity {
  const row = rows.find(
    (one) =>
      one.label.includes(signal.label) && (one.role?.includes(roleOf(sender)) ?? true) && (one.direction?.includes(direction ?? "unknown") ?? true) &&
      (one.channel === undefined || isOn(one.channel, channel ?? "unknown", channels)) && (one.kind === undefined || (signal.kinds ?? []).some((kind) => one.kind!.includes(kind))) && (one.entity === undefined || (signal.entity !== undefined && one.entity.includes(signal.entity))) &&
      (one.recipient === undefined || (recipients ?? []).some((recipient) => one.recipient!.includes(roleOf(recipient)))),
  );
  return row?.severity ?? "low";
}

/** The language to explain in: that of the message, else English. */
export const languageOf = (message: Message, guessed: Lang | undefined): Lang => LANGS.find((lang) => message.lang?.toLowerCase().split("-")[0] === lang) ?? guessed ?? "en";
