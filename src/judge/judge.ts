import { isOn, type ChannelProfiles } from "../core/channel.js";
import { dayOf } from "../core/day.js";
import { conductOf } from "../core/conduct.js";
import type { ConditionalProvision, Finding } from "../core/assessment.js";
import type { Signal } from "../core/evidence.js";
import type { Lang, SignalName } from "../core/label.js";
import { lawsOf, roleOf, type Law, type Message, type Party } from "../core/message.js";
import { isUnder } from "../core/place.js";
import { appliesUnder, type About, type Admission, type Pack, type Provision, type Rule, type SeverityRow } from "../core/rule.js";
import { maxSeverity, severityRank, type Severity } from "../core/severity.js";
import { sort } from "../core/sort.js";
import { compareSpans } from "../core/span.js";
import type { Written } from "../core/written.js";
import { createRulebook, type Authority, type Ruling } from "./rulebook.js";

/** What judging needs: the packs (base first), the severity policy, and the firm's law. */
export interface Jurisdiction {
  readonly base: Pack;
  readonly packs: readonly Pack[];
  /** The signals of the restricted lane, whatever rules find them. */
  readonly lane: ReadonlySet<SignalName>;
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
export function createJudge({ base, packs, lane, severities, channels, law, asOf }: Jurisdiction): (signals: readonly Signal[], message: Message, lang: Lang) => Finding[] {
  const chapterOn = createRulebook(base, packs, severities);
  return (signals, message, lang) => {
    const about = conductOf(message);
    const cited: Cited = { laws: lawsOf(message, law), day: asOf ?? dayOf(message.sentAt) };
    const findings: Finding[] = [];
    for (const signal of signals) {
      const { rules, rows } = chapterOn(signal.label);
      const ordinary = ordinarySeverity(rows, signal, message, channels);
      const applying: Applying[] = [];
      const foreign: Ruling[] = [];
      for (const ruling of rules) {
        if ((!signal.holds && !ruling.ofBase) || !fits(ruling.rule, ruling.pack, signal, message, about, channels)) continue;
        if (appliesUnder(ruling, cited.laws)) applying.push({ ruling, severity: severityOf(ruling.rule, signal, ordinary), besides: speaksBesides(ruling.rule, signal) });
        else foreign.push(ruling);
      }
      // Of equally strict rules that of the kind told most leads, then the narrower: they come in that order.
      sort(applying, byStrictness);
      // A restricted signal is restricted under every category that speaks of it, and no other is.
      const restricted = lane.has(signal.label) ? "mlro" : undefined;
      // What a pack adds under a category of its own stands beside the label, never in its place.
      for (let i = 0; i < applying.length; i++) {
        const { category } = applying[i]!.ruling.rule;
        if (leads(applying, i)) findings.push(toFinding(applying, i, restricted, signal, about, category === signal.label ? foreign : NONE, cited, lang));
      }
    }
    return sort(findings, byGravity);
  };
}

const NONE: readonly never[] = [];

const byStrictness = (a: Applying, b: Applying): number => severityRank(b.severity) - severityRank(a.severity) || a.besides - b.besides;
const byGravity = (a: Finding, b: Finding): number => severityRank(b.severity) - severityRank(a.severity) || compareSpans(a.spans[0]!, b.spans[0]!) || (a.category < b.category ? -1 : a.category > b.category ? 1 : 0);

/** That of the rule or of the policy, whichever is more; what is not sure enough to tell anybody is recorded. */
function severityOf({ severity }: Rule, { holds, sure }: Signal, ordinary: Severity): Severity {
  if (!holds) return "info";
  const meant = severity === "base" ? ordinary : maxSeverity(severity, ordinary);
  return sure || severityRank(meant) < severityRank("low") ? meant : "low";
}

interface Applying {
  readonly ruling: Ruling;
  readonly severity: Severity;
  /** 1 where the rule is of a kind that the message tells besides the one told most. */
  readonly besides: 0 | 1;
}

const speaksBesides = ({ when }: Rule, { kinds }: Signal): 0 | 1 => (when.kind === undefined || kinds === undefined || when.kind.includes(kinds[0]!) ? 0 : 1);

/** Whether a rule that applies is the first of its category. */
function leads(applying: readonly Applying[], at: number): boolean {
  const { category } = applying[at]!.ruling.rule;
  for (let i = 0; i < at; i++) if (applying[i]!.ruling.rule.category === category) return false;
  return true;
}

/** One finding of the rules that apply to a signal under one category, the strictest first. It is written field by field: spreads of what may be missing took longer than the rest. */
function toFinding(applying: readonly Applying[], first: number, restricted: "mlro" | undefined, signal: Signal, about: About, foreign: readonly Ruling[], cited: Cited, lang: Lang): Finding {
  const { ruling: { rule }, severity } = applying[first]!;
  const also: string[] = [];
  const provisions: string[] = [];
  for (let i = first; i < applying.length; i++) {
    const { ruling } = applying[i]!;
    if (ruling.rule.category !== rule.category) continue;
    if (i > first && !ruling.rule.id.startsWith("base/")) also.push(ruling.rule.id);
    for (const { provision } of ruling.authorities) if (isCited(provision, cited) && !provisions.includes(provision.cite)) provisions.push(provision.cite);
  }
  const wouldApply = conditional(foreign, cited.day);
  const finding = { rule: rule.id } as Written<Finding>;
  if (also.length > 0) finding.also = also.sort();
  finding.category = rule.category;
  finding.about = about;
  finding.severity = severity;
  finding.confidence = Math.round(signal.probability * 100) / 100;
  finding.spans = signal.spans;
  finding.provisions = provisions;
  if (wouldApply.length > 0) finding.wouldApply = wouldApply;
  finding.title = rule.title[lang];
  finding.why = rule.why[lang];
  finding.next = rule.next[lang];
  if (signal.entity !== undefined) finding.entity = signal.entity;
  if (signal.subtype !== undefined) finding.subtype = signal.subtype;
  if (signal.suspect !== undefined) finding.suspect = signal.suspect;
  if (signal.kinds !== undefined) finding.kind = signal.kinds[0]!;
  if (restricted !== undefined) finding.restricted = restricted;
  if (signal.contributions.length > 0) finding.contributions = signal.contributions;
  return finding;
}

/** Under which laws, and on which day, authorities are cited. */
interface Cited {
  readonly laws: readonly Law[];
  readonly day: string | undefined;
}

const inForce = ({ from, to }: Provision, day: string | undefined): boolean => (day === undefined ? to === undefined : (from === undefined || from <= day) && (to === undefined || day <= to));
const isCited = (provision: Provision, { laws, day }: Cited): boolean => inForce(provision, day) && (provision.laws === undefined || appliesUnder({ laws: provision.laws }, laws));

/** What would apply if the law were another: each authority once, in order. */
function conditional(foreign: readonly Ruling[], day: string | undefined): readonly ConditionalProvision[] {
  if (foreign.length === 0) return NONE;
  const found: Authority[] = [];
  for (const { authorities } of foreign) {
    for (const one of authorities) {
      if (!inForce(one.provision, day)) continue;
      let at = found.length;
      while (at > 0 && found[at - 1]!.place > one.place) at--;
      if (at === 0 || found[at - 1]!.place < one.place) found.splice(at, 0, one);
    }
  }
  return found.map(({ provision: { cite }, ifLaw }) => ({ cite, ifLaw }));
}

/** Whether a rule speaks of this message, were the signal to hold. */
export function fits({ when }: Rule, pack: Pack, signal: Pick<Signal, "label" | "entity" | "kinds" | "count">, { sender, direction, channel, recipients, markers }: Message, about: About, channels: ChannelProfiles): boolean {
  return (
    when.signal === signal.label && (when.about === undefined || when.about.includes(about)) &&
    (when.kind === undefined || (signal.kinds ?? UNTOLD).some((one) => when.kind!.includes(one))) && (when.atLeast === undefined || (signal.count ?? 0) >= when.atLeast) &&
    (when.entity === undefined || (signal.entity !== undefined && when.entity.includes(signal.entity))) && (when.marker === undefined || (markers?.some((one) => when.marker!.includes(one)) ?? false)) &&
    (when.supervised === undefined || when.supervised === (sender?.supervisor !== undefined)) && (when.recipient === undefined || (recipients?.some((one) => when.recipient!.includes(roleOf(one))) ?? false)) &&
    (when.role === undefined || when.role.includes(roleOf(sender))) && (when.direction === undefined || when.direction.includes(direction ?? "unknown")) &&
    (when.channel === undefined || isOn(when.channel, channel ?? "unknown", channels)) && (when.account === undefined || (sender?.account !== undefined && when.account.includes(sender.account))) &&
    (when.admitted === undefined || when.admitted.includes(admissionOf(sender, pack.laws)))
  );
}

const UNTOLD = ["unknown"] as const;

/** Where a sender is qualified, seen from the laws of a pack. */
function admissionOf(sender: Party | undefined, laws: readonly Law[]): Admission {
  if (sender?.admitted === undefined) return "unknown";
  return sender.admitted.length === 0 ? "nowhere" : sender.admitted.some((law) => isUnder(law, laws)) ? "here" : "elsewhere";
}

/** What the rows of the severity policy on a signal say: the first that fits. */
function ordinarySeverity(rows: readonly SeverityRow[], { entity, kinds }: Signal, { sender, direction, channel, recipients }: Message, channels: ChannelProfiles): Severity {
  for (const row of rows) {
    const speaks =
      (row.role === undefined || row.role.includes(roleOf(sender))) && (row.direction === undefined || row.direction.includes(direction ?? "unknown")) &&
      (row.channel === undefined || isOn(row.channel, channel ?? "unknown", channels)) && (row.kind === undefined || (kinds?.some((kind) => row.kind!.includes(kind)) ?? false)) &&
      (row.entity === undefined || (entity !== undefined && row.entity.includes(entity))) && (row.recipient === undefined || (recipients?.some((recipient) => row.recipient!.includes(roleOf(recipient))) ?? false));
    if (speaks) return row.severity;
  }
  return "low";
}
