import type { Assessment } from "../core/assessment.js";
import type { Overlay } from "../core/overlay.js";
import type { SourcePhrase } from "../core/phrase.js";
import type { Pack, SeverityRow } from "../core/rule.js";
import { atLeast } from "../core/severity.js";

/** What a set of rules consists of, by name: a rule, a route, an authority, a row of the severity policy, a phrase. */
export type Inventory = ReadonlyMap<string, unknown>;

/** Names that came, went, and stayed with another content. */
export interface ChangedNames {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly { readonly name: string; readonly keys: readonly string[] }[];
}

export function inventoryOf(packs: readonly Pack[], severities: readonly SeverityRow[], phrases: readonly Pick<SourcePhrase, "phrase" | "lang" | "meaning">[], words: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>): Inventory {
  const all: [string, unknown][] = packs.flatMap(({ id, rules, routes, provisions }): [string, unknown][] => [
    ...rules.map((rule): [string, unknown] => [`rule ${rule.id}`, rule]),
    ...routes.map((row): [string, unknown] => [`route ${id}/${row.id}`, row]),
    ...Object.entries(provisions).map(([key, provision]): [string, unknown] => [`provision ${id}/${key}`, provision]),
  ]);
  for (const { severity, ...row } of severities) all.push([`severity of ${Object.values(row).flat().join(" ")}`, { severity }]);
  for (const { phrase, lang, meaning } of phrases) all.push([`phrase ${Object.values(meaning).flat().join(" ")} ${lang}: ${phrase}`, undefined]);
  for (const [name, byLang] of words) for (const [lang, entries] of byLang) for (const entry of entries) all.push([`word <${name}> ${lang}: ${entry}`, undefined]);
  return new Map(all);
}

/** What a firm's overlay consists of, by name: each change, and each of its phrases. */
export function inventoryOfOverlay({ version: _, ...overlay }: Overlay): Inventory {
  const all = overlay.changes.flatMap((change): [string, unknown][] => {
    if (change.change === "terms" || change.change === "exclude") {
      const { phrases, ...rest } = change;
      return phrases.map((phrase) => [`${change.change} ${change.signal} ${change.lang}: ${phrase}`, rest]);
    }
    const of = change.change === "policy" ? Object.values({ ...change.row, severity: [] }).flat().join(" ") : "rule" in change ? change.rule : "add" in change ? change.add.id : "label" in change ? change.label : "channel" in change ? change.channel : change.office;
    return [[`${change.change} ${of}`, change]];
  });
  for (const [key, provision] of Object.entries(overlay.provisions ?? {})) all.push([`provision ${key}`, provision]);
  return new Map(all);
}

export function diffInventories(before: Inventory, after: Inventory): ChangedNames {
  const sorted = (names: Iterable<string>): string[] => [...names].sort();
  const keysOf = (a: unknown, b: unknown): string[] => {
    const [one, other] = [a, b] as Readonly<Record<string, unknown>>[];
    return sorted(new Set([...Object.keys(one ?? {}), ...Object.keys(other ?? {})])).filter((key) => JSON.stringify(one?.[key]) !== JSON.stringify(other?.[key]));
  };
  return {
    added: sorted([...after.keys()].filter((name) => !before.has(name))),
    removed: sorted([...before.keys()].filter((name) => !after.has(name))),
    changed: sorted([...before.keys()].filter((name) => after.has(name))).map((name) => ({ name, keys: keysOf(before.get(name), after.get(name)) })).filter(({ keys }) => keys.length > 0),
  };
}

/** How one alert of a message differs: a finding from `low` up, with whom it is told. */
export interface ChangedAlert {
  readonly change: "comes" | "goes" | "severity" | "route" | "rule" | "confidence";
  readonly category: string;
  readonly before?: Alert;
  readonly after?: Alert;
}

interface Alert {
  readonly rule: string;
  readonly severity: string;
  /** Calibrated probability, 0 to 1. */
  readonly confidence: number;
  /** `<addressee>: <action>`, and the regime of its clock. */
  readonly routes: readonly string[];
}

/** What is told otherwise of a message, or is told as it was and is more or less sure. Categories that stay as they were are left out. */
export function diffAlerts(before: Assessment, after: Assessment): ChangedAlert[] {
  const [one, other] = [alertsOf(before), alertsOf(after)];
  return [...new Set([...one.keys(), ...other.keys()])].sort().flatMap((category): ChangedAlert[] => {
    const [a, b] = [one.get(category), other.get(category)];
    if (a === undefined || b === undefined) return [{ change: a === undefined ? "comes" : "goes", category, ...(a === undefined ? {} : { before: a }), ...(b === undefined ? {} : { after: b }) }];
    const change = a.severity !== b.severity ? "severity" : a.routes.join() !== b.routes.join() ? "route" : a.rule !== b.rule ? "rule" : a.confidence !== b.confidence ? "confidence" : undefined;
    return change === undefined ? [] : [{ change, category, before: a, after: b }];
  });
}

/** By category, with the entity where there is one: the gravest finding and all routes that rest on the category's rules. */
function alertsOf({ findings, routes }: Assessment): ReadonlyMap<string, Alert> {
  const alerts = new Map<string, Alert>();
  for (const { category, entity, rule, severity, confidence, restricted } of findings) {
    const key = entity === undefined ? category : `${category} ${entity}`;
    if (!atLeast(severity, "low") || alerts.has(key)) continue;
    const told = routes.filter((route) => route.because.includes(rule) && route.restricted === restricted).map(({ to, action, due }) => `${to}: ${action}${due === undefined ? "" : ` (${due.regime})`}`);
    alerts.set(key, { rule, severity, confidence, routes: told.sort() });
  }
  return alerts;
}
