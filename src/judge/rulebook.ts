import type { Law } from "../core/message.js";
import type { SignalName } from "../core/label.js";
import { provisionsOf, type Pack, type Provision, type Rule, type SeverityRow } from "../core/rule.js";

/** What the packs say of one signal. */
export interface Chapter {
  /** Its rules: that of the narrower law first, then the one that speaks of a kind, then by id. */
  readonly rules: readonly Ruling[];
  /** The rows of the severity policy that speak of it, in their order. */
  readonly rows: readonly SeverityRow[];
}

/** A rule, where it stands and what it rests on. */
export interface Ruling {
  readonly rule: Rule;
  readonly pack: Pack;
  readonly ofBase: boolean;
  /** The laws of which it speaks; none: of all. */
  readonly laws: readonly Law[];
  readonly authorities: readonly Authority[];
}

/** A provision that a rule rests on, as what would apply if the law were `ifLaw`. */
export interface Authority {
  readonly provision: Provision;
  readonly ifLaw: Law;
  /** Its place among the authorities of the chapter, by law and citation: the same law and citation, the same place. */
  readonly place: number;
}

/** What some packs (base first) and a severity policy say of a signal: put together when the signal is first met, and kept. */
export function createRulebook(base: Pack, packs: readonly Pack[], severities: readonly SeverityRow[]): (signal: SignalName) => Chapter {
  const chapters = new Map<SignalName, Chapter>();
  return (signal) => {
    let chapter = chapters.get(signal);
    if (chapter === undefined) chapters.set(signal, (chapter = chapterOn(signal, base, packs, severities)));
    return chapter;
  };
}

function chapterOn(signal: SignalName, base: Pack, packs: readonly Pack[], severities: readonly SeverityRow[]): Chapter {
  const found = [base, ...packs].flatMap((pack) => pack.rules.filter(({ when }) => when.signal === signal).map((rule) => ({ rule, pack, laws: rule.when.law ?? pack.laws })));
  const cited = found.map(({ rule, pack, laws }) => provisionsOf(rule, pack).map((provision) => ({ provision, ifLaw: (provision.laws ?? laws)[0]! })));
  const order = [...new Set(cited.flat().map(nameOf))].sort();
  const rules = found.map((one, i) => ({ ...one, ofBase: one.pack === base, authorities: cited[i]!.map((each) => ({ ...each, place: order.indexOf(nameOf(each)) })) }));
  return { rules: rules.sort(byNarrowness), rows: severities.filter(({ label }) => label.includes(signal)) };
}

const nameOf = ({ provision, ifLaw }: Omit<Authority, "place">): string => `${ifLaw} ${provision.cite}`;

const byNarrowness = (a: Ruling, b: Ruling): number =>
  breadth(a.pack) - breadth(b.pack) || Number(a.rule.when.kind === undefined) - Number(b.rule.when.kind === undefined) || (a.rule.id < b.rule.id ? -1 : 1);
const breadth = ({ laws }: Pack): number => (laws.length === 0 ? Infinity : laws.length);
