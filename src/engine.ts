import type { Assessment, Finding, Route, Skipped } from "./core/assessment.js";
import type { ChannelProfiles } from "./core/channel.js";
import { isDate, isInstant } from "./core/day.js";
import type { Directory } from "./core/directory.js";
import type { Glance } from "./core/glance.js";
import { LANGS, type Lang, type SignalName } from "./core/label.js";
import type { Overlay, OverlayFile } from "./core/overlay.js";
import { roleOf, type Law, type Message } from "./core/message.js";
import { partUnsaid, wrongLaw } from "./core/law.js";
import { isUnder } from "./core/place.js";
import { hintFor, ObiterError, type LocatedProblem, type Problem } from "./core/problem.js";
import { laneOf, OFFICES, type Office, type Pack, type Rule, type SeverityRow } from "./core/rule.js";
import { maxSeverity, type Severity } from "./core/severity.js";
import type { Text } from "./core/text.js";
import { createJudge } from "./judge/judge.js";
import { glance } from "./prepare/glance.js";
import { prepare } from "./prepare/prepare.js";
import { createScan, type Identify } from "./scan/scan.js";
import type { ScanTables } from "./scan/compile.js";
import { wrongInPack } from "./packs/sound-pack.js";
import { isCalendar, type Calendar } from "./triage/calendar.js";
import { withPast } from "./triage/about-holder.js";
import { withCases } from "./triage/cases.js";
import { checkDirectory } from "./triage/check-directory.js";
import { checkReach } from "./triage/check-reach.js";
import { refuseMistakes as refuseCircumstances, type Circumstances } from "./triage/circumstances.js";
import { soundDirectory } from "./triage/sound-directory.js";
import { isPresumedPrivileged } from "./triage/privilege.js";
import { triage } from "./triage/triage.js";
import { refuseViewer } from "./triage/viewer.js";
import { whyNot, type Reason } from "./triage/why-not.js";
import { decide } from "./weigh/decide.js";
import { withMarkers } from "./weigh/markers.js";
import { createWeigh, isModel, type Model } from "./weigh/weigh.js";

/** What is always on: signals, base rules, severity policy, calendars, the default model. */
export interface Foundation {
  readonly base: Pack;
  readonly severities: readonly SeverityRow[];
  readonly channels: ChannelProfiles;
  readonly calendars: readonly Calendar[];
  readonly tables: ScanTables;
  readonly identify: Identify;
  /** Whether a message that was read quickly can hold an identifier. */
  readonly mayIdentify: (seen: Glance) => boolean;
  readonly model: Model;
  /** What comes beside the shipped signals: those of other packs, terms and exclusions of the firm. */
  readonly besides?: readonly ScanTables[];
}

export interface EngineOptions {
  /** Packs of `obiter/packs`, in any order. */
  readonly packs: readonly Pack[];
  /**
   * Laws that bind the firm, e.g. `["GB-EAW"]`. Packs of other laws only say what would apply. What is no code of a law is refused; a
   * law of which no pack speaks is read under nothing but the base rules, and `problems` says so.
   */
  readonly law?: Law | readonly Law[];
  /** Who is who in the firm: routes then name people. */
  readonly directory?: Directory;
  /** What the firm changes of the packs, checked when it is read: as it is imported from a JSON file, too. */
  readonly overlay?: Overlay | OverlayFile;
  /** ISO date by whose provisions and overlay messages are read. Default: for the overlay the day of the reading (`now`), else the day on which a message was sent. */
  readonly asOf?: string;
  /** Calendars in place of the shipped ones of the same id, or beside them. */
  readonly calendars?: readonly Calendar[];
  /** The larger classifiers (`large` of `obiter/model`) in place of the default ones: more is found, for more to load. `packs` of every assessment names them. */
  readonly model?: Model;
  /** True: a number that is called by the name of an identifier but has wrong check digits is noted (`suspect`, severity `info`). Default: it is none. */
  readonly suspects?: boolean;
}

/** Reads messages. Immutable, synchronous, safe to share: packs, model and calendars are read where they stand, so do not write into them; everything else is copied. */
export interface Engine {
  /**
   * Says what risk a message carries. Total on any string; the same message gives the same bytes. A role, direction or channel that
   * Obiter does not know is read as `unknown`, and `coverage` says so. Throws ObiterError, which names the field, for what is no message, whatever its text says, and for circumstances that are not understood.
   */
  readonly assess: (message: Message, circumstances?: Circumstances) => Assessment;
  /** Why a role is not told of a message: each row of the policy that is addressed to it, and what kept it out. */
  readonly whyNot: (assessment: Assessment, role: Office, as?: Office) => readonly Reason[];
  readonly packs: readonly string[];
  /** By what else messages are read, apart from the directory and calendars. */
  readonly settings: { readonly law: readonly Law[]; readonly suspects: boolean; readonly asOf?: string };
  /** What is wrong with the directory and the overlay, and laws of which no pack speaks, packs left out. */
  readonly problems: readonly LocatedProblem[];
}

/** Composes the rooms: prepare → scan → weigh → judge → triage. */
export function composeEngine(foundation: Foundation, options: Omit<EngineOptions, "overlay">): Engine {
  refuseMistakes(options);
  const { packs: given, law = [], calendars: own = [], suspects = false, asOf } = options;
  const firm = options.directory === undefined ? undefined : soundDirectory(options.directory);
  const packs = [...given].sort((a, b) => (a.id < b.id ? -1 : 1));
  const names = Object.freeze([...packs.map(({ id, version }) => `${id}@${version}`), ...(options.model === undefined ? [] : [`model:${options.model.name}@${options.model.version}`])]);
  const laws = lawsIn(law);
  const weigh = createWeigh(foundation.model);
  const untold = new Set<SignalName>(foundation.model.labels.flatMap(({ label, alert }) => (alert < 1 ? [] : [label])));
  const { mayIdentify } = foundation;
  const identify: Identify = suspects ? (text) => foundation.identify(text, true) : foundation.identify;
  const scan = createScan(foundation.tables, identify, foundation.besides);
  const calendars = [...foundation.calendars.filter(({ id }) => !own.some((one) => one.id === id)), ...own];
  const live = onlyRules((rule) => rule.status === undefined);
  const shadow = onlyRules((rule) => rule.status === "shadow");
  const jurisdiction = { ...foundation, base: live(foundation.base), packs: packs.map(live), lane: laneOf(foundation.base), law: laws, calendars, ...(asOf === undefined ? {} : { asOf }), ...(firm === undefined ? {} : { directory: firm.directory }) };
  const piloted = { ...jurisdiction, base: shadow(foundation.base), packs: packs.map(shadow) };
  const judge = createJudge(jurisdiction);
  const judgePilots = [piloted.base, ...piloted.packs].some(({ rules }) => rules.length > 0) ? createJudge(piloted) : undefined;

  const assess = (message: Message, circumstances?: Circumstances): Assessment => {
    if (circumstances !== undefined) refuseCircumstances(circumstances);
    if (message.exempt === true) return assessmentOf(message, NOTHING, NOTHING, undefined, ["out-of-scope"], names);
    const seen = glance(message.text);
    const mayHaveIdentifiers = seen.odd || mayIdentify(seen);
    const text = prepare(message.text, seen);
    const evidence = scan(text, mayHaveIdentifiers);
    const signals = withMarkers(decide(weigh(text, evidence), text, evidence, untold), message, untold);
    const known = languageSaid(message) ?? text.lang;
    const skipped = skippedOf(message, text, known, laws);
    if (signals.length === 0) return assessmentOf(message, NOTHING, NOTHING, known, skipped, names);
    const lang = known ?? "en";
    const findings = withPast(withCases(judge(signals, message, lang), message), message, jurisdiction, circumstances);
    const aside = judgePilots?.(signals, message, lang) ?? NOTHING;
    const assessment = assessmentOf(message, findings, triage(findings, message, jurisdiction, circumstances), known, skipped, names);
    return aside.length > 0 ? { ...assessment, shadow: aside } : assessment;
  };
  return {
    assess,
    whyNot: (assessment, role, as) => {
      refuseViewer(role, OFFICES);
      if (as !== undefined) refuseViewer(as, OFFICES);
      return whyNot(assessment, role, [foundation.base, ...packs], as);
    },
    packs: names,
    settings: Object.freeze({ law: Object.freeze(laws), suspects, ...(asOf === undefined ? {} : { asOf }) }),
    problems: Object.freeze([...withoutPack(laws, packs), ...(firm === undefined ? [] : [...firm.problems, ...checkDirectory(firm.directory, calendars), ...checkReach(firm.directory, [foundation.base, ...packs])])]),
  };
}

const onlyRules = (which: (rule: Rule) => boolean) => (pack: Pack): Pack => ({ ...pack, rules: pack.rules.filter(which) });

const OPTIONS: readonly (keyof EngineOptions)[] = ["packs", "law", "directory", "overlay", "asOf", "calendars", "model", "suspects"];

/** What types cannot keep out of JavaScript. Throws ObiterError. */
function refuseMistakes(options: Omit<EngineOptions, "overlay">): void {
  const problems: Problem[] = [];
  const wrong = (code: string, message: string, hint: string): void => void problems.push({ code: `engine/${code}`, message, hint });
  for (const key of Object.keys(options)) {
    if (OPTIONS.includes(key as keyof EngineOptions)) continue;
    wrong("option", `createEngine knows no option "${key}"`, hintFor(key, OPTIONS));
  }
  const { packs, law = [], asOf, calendars = [], model, suspects = false } = options;
  if (asOf !== undefined && !isDate(asOf)) wrong("as-of", '"asOf" is no date', "give an ISO date such as 2026-11-22");
  if (model !== undefined && !isModel(model)) wrong("model", '"model" is no model of this version', 'import { large } from "obiter/model", of the same version as the engine');
  if (typeof suspects !== "boolean") wrong("suspects", '"suspects" is neither true nor false', "give one of them");
  if (!Array.isArray(calendars)) wrong("calendars", '"calendars" is not a list', 'import { calendars } from "obiter", and give a list of such');
  else calendars.forEach((one: unknown, i) => isCalendar(one) || wrong("calendars", `calendars[${i}] is no calendar`, "id, title, source, from, to and holidays, as those of `calendars` have"));
  if (typeof law !== "string" && !Array.isArray(law)) wrong("law", '"law" is neither a law nor a list of laws', "give ISO 3166 codes such as GB-EAW (England and Wales), BR, ES or EU");
  else {
    for (const one of lawsIn(law) as readonly unknown[]) {
      const mistaken = typeof one === "string" ? wrongLaw(one) : { message: '"law" holds what is no text', hint: "give ISO 3166 codes such as GB-EAW (England and Wales), BR, ES or EU" };
      if (mistaken !== undefined) wrong("law", mistaken.message, mistaken.hint);
    }
  }
  if (!Array.isArray(packs)) wrong("packs", '"packs" is not a list', 'import { sra } from "obiter/packs" and give { packs: [sra] }');
  else {
    packs.forEach((pack: Pack, i) => {
      const field = wrongInPack(pack);
      if (field === "") wrong("pack", `packs[${i}] is no pack`, 'import it from "obiter/packs"');
      else if (field !== undefined) wrong("pack", `packs[${i}].${field} is not what it should be`, `the pack "${pack.id}" cannot be read: import it from "obiter/packs", or let \`obiter check\` say what is wrong with its files`);
      else if (packs.findIndex((one) => one?.id === pack.id) !== i) wrong("pack", `the pack "${pack.id}" is given twice`, "give each once");
    });
  }
  if (problems.length > 0) throw new ObiterError(problems);
}

const lawsIn = (law: Law | readonly Law[]): readonly Law[] => (typeof law === "string" ? [law] : [...law]);

/** Laws that bind the firm and of which no pack that is on speaks, or not of all that they may mean: nothing is wrong with them. */
const withoutPack = (laws: readonly Law[], packs: readonly Pack[]): LocatedProblem[] =>
  laws.flatMap((law, i) => {
    const wrong = packs.some((pack) => isUnder(law, pack.laws)) ? partUnsaid(law) : { message: `no pack that is given speaks of the law ${law}`, hint: "findings keep their base severity, and cite nothing of it; give the pack that does, if there is one" };
    return wrong === undefined ? [] : [{ path: ["law", i], problem: { code: "engine/law", ...wrong } }];
  });

/** Shared by all assessments that found nothing: nobody may write into it. */
const NOTHING: readonly never[] = Object.freeze([]);

function assessmentOf(message: Message, findings: readonly Finding[], routes: readonly Route[], lang: Lang | undefined, skipped: readonly Skipped[], packs: readonly string[]): Assessment {
  let severity: Severity = "none";
  for (const finding of findings) severity = maxSeverity(severity, finding.severity);
  const messageId = message.id ?? "";
  const coverage = { lang: lang ?? ("unknown" as const), skipped };
  return message.exempt !== true && isPresumedPrivileged(message) ? { messageId, severity, findings, routes, privileged: "presumed", coverage, packs } : { messageId, severity, findings, routes, coverage, packs };
}

/** Whether there is a law, and the matter's are such. */
function isLawKnown(firm: readonly Law[], matter: readonly Law[] | undefined): boolean {
  if (matter === undefined || matter.length === 0) return firm.length > 0;
  for (const one of matter) if (wrongLaw(one) !== undefined) return false;
  return true;
}

/** The language that the caller says a message is in, if it is one of ours. */
const languageSaid = ({ lang }: Message): Lang | undefined => (lang === undefined ? undefined : LANGS.find((one) => one === lang.toLowerCase().split("-")[0]));

/** What sharpens the answer and was not there. Of nothing in it may what was found be told: every view shows it. */
function skippedOf({ sender, matter, markers, direction = "unknown", channel = "unknown", sentAt }: Message, { count }: Text, lang: Lang | undefined, law: readonly Law[]): Skipped[] {
  const skipped: Skipped[] = [];
  if (count === 0) skipped.push("no-text");
  else if (lang === undefined) skipped.push("unknown-language");
  if (markers?.includes("media")) skipped.push("media");
  if (markers?.includes("deleted")) skipped.push("deleted-text");
  if (markers?.includes("disappearing")) skipped.push("disappearing-messages");
  if (!isLawKnown(law, matter?.law)) skipped.push("unknown-law");
  if (roleOf(sender) === "unknown") skipped.push("unknown-sender");
  if (direction === "unknown") skipped.push("unknown-direction");
  if (channel === "unknown") skipped.push("unknown-channel");
  if (sentAt === undefined || !isInstant(sentAt)) skipped.push("unknown-time");
  return skipped;
}
