import type { ChannelProfiles } from "../core/channel.js";
import type { Directory } from "../core/directory.js";
import { LABELS, type Label } from "../core/label.js";
import type { Change, Overlay, Strength } from "../core/overlay.js";
import type { SourcePhrase } from "../core/phrase.js";
import type { LocatedProblem } from "../core/problem.js";
import { laneOf, PACK_FORMAT, type Pack, type Rule, type SeverityRow } from "../core/rule.js";
import { severityRank } from "../core/severity.js";
import { catchAll } from "./catch-all.js";
import { checkChange } from "./overlay-check.js";

/** What an overlay changes. */
export interface Setting {
  readonly base: Pack;
  readonly packs: readonly Pack[];
  readonly severities: readonly SeverityRow[];
  /** From this probability somebody is told of a label. */
  readonly alerts: Readonly<Partial<Record<Label, number>>>;
  /** Terms and exclusions of the firm. */
  readonly phrases: readonly SourcePhrase[];
  readonly channels: ChannelProfiles;
  readonly directory?: Directory;
}

/** The pack of the firm's own rules and routes. It is there wherever an overlay is, so that assessments name the overlay. */
export const FIRM = "firm";
const TITLE = { en: "The firm's own rules", pt: "Regras próprias do escritório", es: "Reglas propias del despacho" };
const WEIGHTS: Readonly<Record<Strength, number>> = { certain: 3, likely: 2, hint: 1 };
/** Nothing may silence these, nor make them less: findings of bribery, and those of laundering, under which tipping off stands. */
const UNSUPPRESSIBLE: readonly string[] = ["bribery", "money-laundering"];

const rulesOf = ({ base, packs }: Setting): readonly Rule[] => [base, ...packs].flatMap(({ rules }) => rules);

/** The changes of an overlay that can be made, and what is wrong with the others: those are left out, so that what they would silence is found. */
export function examine(overlay: Overlay, setting: Setting): { changes: readonly Change[]; problems: LocatedProblem[] } {
  const added = overlay.changes.flatMap((change) => (change?.change === "rule" && typeof change.add?.id === "string" ? [change.add.id] : []));
  const known = { rules: [...rulesOf(setting).map(({ id }) => id), ...added], packs: [setting.base.id, FIRM, ...setting.packs.map(({ id }) => id)], provisions: Object.keys(overlay.provisions ?? {}), lane: laneOf(setting.base), ...(setting.directory === undefined ? {} : { people: setting.directory.people.map(({ id }) => id) }) };
  const problems: LocatedProblem[] = [];
  const changes = overlay.changes.filter((change, i) => {
    const found = checkChange(change, known) ?? takingAll(change) ?? (suppresses(change, setting) && signalsOf(change, setting).some((signal) => UNSUPPRESSIBLE.includes(signal)) ? UNSUPPRESSED : undefined);
    if (found !== undefined) problems.push({ path: ["changes", i, ...found.path], problem: { ...found.problem, message: `${found.problem.message} at changes.${[i, ...found.path].join(".")}` } });
    return found === undefined;
  });
  return { changes, problems };
}

/** A phrase of a change that would find nearly every message, or silence it. */
function takingAll(change: Change): LocatedProblem | undefined {
  for (const [i, phrase] of phrasesOf(change).entries()) {
    const found = catchAll(phrase);
    if (found !== undefined) return { path: ["phrases", i], problem: { code: "overlay/catch-all", ...found } };
  }
  return undefined;
}

const UNSUPPRESSED: LocatedProblem = { path: ["change"], problem: { code: "overlay/unsuppressible", message: "bribery, laundering and tipping off cannot be silenced", hint: "leave them on; say in the routes or the directory who looks at them" } };

/** The signals that a change speaks of. */
function signalsOf(change: Change, setting: Setting): readonly string[] {
  if ("rule" in change) return rulesOf(setting).filter(({ id }) => id === change.rule).map(({ when }) => when.signal);
  return change.change === "policy" ? change.row.label : change.change === "alert" ? [change.label] : change.change === "exclude" ? [change.signal] : [];
}

/** Whether a change can hide a finding, make it less, or keep it from somebody. Such a change needs a day on which it is known to hold. */
export function suppresses(change: Change, setting: Setting): boolean {
  switch (change.change) {
    case "disable": case "shadow": case "exclude": return true;
    case "severity": return rulesOf(setting).some(({ id, severity }) => id === change.rule && severity !== "base" && severityRank(severity) > severityRank(change.severity));
    case "policy": return setting.severities.some(({ label, severity }) => severityRank(severity) > severityRank(change.row.severity) && label.some((one) => change.row.label.includes(one)));
    case "alert": return change.from > (setting.alerts[change.label] ?? 1);
    default: return false;
  }
}

/** The setting as the changes leave it. Later changes win. */
export function applyOverlay(overlay: Overlay, changes: readonly Change[], setting: Setting): Setting {
  const firm: Pack = { format: PACK_FORMAT, id: FIRM, version: overlay.version, title: TITLE, laws: [], rules: [], provisions: overlay.provisions ?? {}, routes: [] };
  return changes.reduce(applyChange, { ...setting, packs: [...setting.packs, firm] });
}

function applyChange(setting: Setting, change: Change): Setting {
  const changeRules = (id: string, how: (rule: Rule) => readonly Rule[]): Setting => {
    const inPack = (pack: Pack): Pack => ({ ...pack, rules: pack.rules.flatMap((rule) => (rule.id === id ? how(rule) : [rule])) });
    return { ...setting, base: inPack(setting.base), packs: setting.packs.map(inPack) };
  };
  const inFirm = (how: (firm: Pack) => Pack): Setting => ({ ...setting, packs: setting.packs.map((pack) => (pack.id === FIRM ? how(pack) : pack)) });
  switch (change.change) {
    case "disable": return changeRules(change.rule, () => []);
    case "shadow": return changeRules(change.rule, (rule) => [{ ...rule, status: "shadow" }]);
    case "severity": return changeRules(change.rule, (rule) => [{ ...rule, severity: change.severity }]);
    case "policy": return { ...setting, severities: [change.row, ...setting.severities] };
    case "alert": return { ...setting, alerts: { ...setting.alerts, [change.label]: change.from } };
    case "terms": case "exclude": return { ...setting, phrases: [...setting.phrases, ...phrasesOf(change)] };
    case "rule": return inFirm((firm) => ({ ...firm, rules: [...firm.rules, change.add] }));
    case "route": return inFirm((firm) => ({ ...firm, routes: [...firm.routes, change.add] }));
    case "channel": {
      const profile = setting.channels[change.channel];
      return profile === undefined ? setting : { ...setting, channels: { ...setting.channels, [change.channel]: { ...profile, approved: change.approved } } };
    }
    case "appoint": {
      const { office, person, deputies } = change;
      const { people = [], roles = {} } = setting.directory ?? {};
      return { ...setting, directory: { ...setting.directory, people, roles: { ...roles, [office]: [{ person, ...(deputies === undefined ? {} : { deputies }) }] } } };
    }
  }
}

/** The phrases of terms and exclusions, for the phrase compiler. Terms of an `x-…` signal always decide: no classifier reads them. */
export function phrasesOf(change: Change): readonly SourcePhrase[] {
  if (change.change !== "terms" && change.change !== "exclude") return [];
  const { signal: label, lang, phrases } = change;
  const strength = change.change === "terms" ? (change.strength ?? "certain") : "certain";
  const decides = strength === "certain" || !LABELS.some((one) => one === label);
  const meaning = change.change === "exclude" ? { kind: "exclude" as const, label } : { kind: "pattern" as const, label, weight: WEIGHTS[strength], ...(decides ? { decides: ["asserted", "asked"] as const } : {}) };
  return phrases.map((phrase) => ({ phrase, lang, meaning }));
}
