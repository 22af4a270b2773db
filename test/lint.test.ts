import { describe, expect, it } from "vitest";
import { LANGS } from "../src/core/label.js";
import { formatProblem } from "../src/core/problem.js";
import { compilePhrases } from "../src/scan/compile.js";
import { lint } from "../src/packs/lint.js";
import { groupFiles, readPack } from "../src/packs/pack.js";
import { readShared } from "../src/packs/shared.js";
import { readSignals } from "../src/packs/signals.js";

/** A folder of rules with one pack in which nothing is wrong. */
const texts = { en: "Possible thing", pt: "Possível coisa", es: "Posible cosa" };
const examples = LANGS.flatMap((lang) => [1, 2].map((i) => ({ lang, text: `${lang} ${i}` })));
const rule = (id: string, more: object = {}) => ({ id, title: texts, category: "bribery", when: { signal: "bribery" }, severity: "high", provisions: ["act.1"], why: texts, next: texts, examples: { hit: examples, miss: examples }, ...more });
const row = (id: string, more: object = {}) => ({ id, category: ["bribery"], to: ["colp"], action: "review", kind: "conduct", ...more });
const signal = { signal: "bribery", lang: "en", patterns: { certain: ["slip the judge"], likely: [], hint: [] }, unless: [], examples: { hit: ["a", "b"], miss: ["c", "d"] } };
const pack = (id: string) => ({ format: 1, id, version: "0.1.0", title: texts, laws: ["IE"] });
const whole: Readonly<Record<string, unknown>> = {
  "house/pack.json": pack("house"),
  "house/provisions.json": { "act.1": { cite: "Act s.1", gist: "Do not.", confirmed: true } },
  "house/routes.json": [row("bribe")],
  "house/rules/bribe.json": rule("house/bribe"),
  "signals/bribery/en.json": signal,
};

/** What is wrong with the folder once some of its files are others. */
function problemsOf(changed: Readonly<Record<string, unknown>>, strict = false): string[] {
  const files = Object.entries({ ...whole, ...changed }).map(([path, value]) => ({ path: `rules/${path}`, text: typeof value === "string" ? value : JSON.stringify(value, null, 2) }));
  const { packs, signals: signalFiles, shared: sharedFiles } = groupFiles("rules", files);
  const shared = readShared("rules", sharedFiles);
  const read = [...packs].map(([name, inside]) => readPack(`rules/${name}`, inside));
  const sources = read.flatMap(({ source }) => source ?? []);
  const signals = readSignals(signalFiles);
  const compiled = compilePhrases(signals.phrases, { list: (name, lang) => signals.words.get(name)?.get(lang), stem: (word) => word });
  const linted = lint({ sources, signals, packs: sources.map((source) => source.pack), templates: shared.templates, clocks: ["gdpr-breach"] }, strict);
  return [...read.flatMap(({ problems }) => problems), ...signals.problems, ...shared.problems, ...compiled.problems.map(({ entry, problem }) => ({ ...problem, ...signals.phrases[entry]!.place() })), ...linted].map(formatProblem);
}

const change = (more: object) => ({ "house/rules/bribe.json": rule("house/bribe", more) });
/** A base that restricts a signal, and a rule of the house on it. */
const laundering = (more: object) => ({
  "base/pack.json": { ...pack("base"), laws: [] },
  "base/routes.json": [{ ...row("launder"), category: ["money-laundering"], to: ["mlro"], clock: "gdpr-breach" }],
  "base/rules/launder.json": { ...rule("base/launder"), category: "money-laundering", when: { signal: "money-laundering" }, severity: "base", provisions: [], restricted: "mlro" },
  "house/rules/launder.json": { ...rule("house/launder"), category: "money-laundering", when: { signal: "money-laundering", ...more }, restricted: "mlro" },
});
const certain = (...phrases: string[]) => ({ "signals/bribery/en.json": { ...signal, patterns: { certain: phrases, likely: [], hint: [] } } });

describe("each mistake of an author is told once, with its place, a code and what to do", () => {
  it("nothing is wrong with what is right", () => expect(problemsOf({})).toEqual([]));
  it.each([{ cite: "Act 2018 s.1", from: "2018-05-25" }, { cite: "Act 2017 s.1" }])("nor with an authority that says from when it is in force, or is old: %j", (one) =>
    expect(problemsOf({ "house/provisions.json": { "act.1": { gist: "Do not.", confirmed: true, ...one } } })).toEqual([]));
  it.each<[string, Readonly<Record<string, unknown>>, RegExp]>([
    ["an unknown key", change({ when: { signal: "bribery", rol: ["client"] } }), /bribe\.json:\d+:5: unknown key "rol" .*\[schema\/unknown-key\]\n.*did you mean "role"\?/],
    ["extends, which no pack has", { "house/pack.json": { ...pack("house"), extends: "sra" } }, /pack\.json:\d+:3: unknown key "extends" \[schema\/unknown-key\]\n.*schema/],
    ["a duplicate id of routes", { "house/routes.json": [row("bribe"), row("bribe", { to: ["cofa"] })] }, /routes\.json:\d+:11: there are two rows "bribe" \[lint\/duplicate\]/],
    ["a duplicate key of provisions", { "house/provisions.json": '{"act.1": {"cite": "a", "gist": "b", "confirmed": true},\n "act.1": {"cite": "c", "gist": "d", "confirmed": true}}' }, /provisions\.json:2:2: the key "act\.1" stands there twice \[json\/duplicate-key\]/],
    ["a rule that is not named as its file", change({ id: "house/bribes" }), /bribe\.json:2:9: the id is "house\/bribes" \[rule\/name\]\n.*"house\/bribe"/],
    ["a signal that is not named as its folder", { "signals/bribery/en.json": { ...signal, lang: "pt" } }, /en\.json:3:11: it says "pt" but stands under "en" \[signal\/name\]/],
    ["a file that no pack has", { "house/route.json": [] }, /house\/route\.json: no file route\.json belongs in a pack \[pack\/unknown-file\]\n.*did you mean routes\.json\?/],
    ["a missing language", change({ why: { en: "x", pt: "y" } }), /bribe\.json:16:10: what must stand there is missing at why\.es \[schema\/invalid-type\]\n.*add "es"/],
    ["examples in one language only", change({ examples: { hit: examples.slice(0, 5), miss: examples } }), /bribe\.json:\d+:\d+: 1 hit examples in es \[lint\/examples\]/],
    ["a rule that never fires", change({ when: { signal: "bribery", role: ["client"], about: ["firm"] } }), /bribe\.json:\d+:\d+: the rule never fires: .* \[lint\/dead-rule\]/],
    ["a rule whose signal has no phrase", { "house/rules/bribe.json": rule("house/bribe", { category: "x-gift", when: { signal: "x-gift" } }), "house/routes.json": [row("bribe", { category: ["x-gift"] })] }, /bribe\.json:\d+:\d+: no phrase speaks for x-gift \[lint\/dead-rule\]/],
    ["a rule in the shadow of another", { "house/rules/gift.json": rule("house/gift", { when: { signal: "bribery", role: ["solicitor"] } }) }, /gift\.json:2:9: house\/bribe says all that the rule says.* \[lint\/shadowed-rule\]/],
    ["a title that accuses", change({ title: { ...texts, en: "Bribery" } }), /bribe\.json:\d+:\d+: the English title accuses \[lint\/title\]/],
    ...["Act 2018 s.1", "Lei 14.457/2022, art. 23", "A v B [2026] EWCA Civ 1"].map((cite): [string, Readonly<Record<string, unknown>>, RegExp] => [`an authority of a late year without its day: ${cite}`, { "house/provisions.json": { "act.1": { cite, gist: "Do not.", confirmed: true } } }, /provisions\.json:\d+:\d+: "act\.1" does not say from which day it is in force \[lint\/undated\]\n.*"from"/]),
    ["a route that no rule feeds", { "house/routes.json": [row("bribe"), row("secret", { category: ["x-secret"] })] }, /routes\.json:\d+:\d+: no rule finds x-secret \[lint\/unreachable-route\]/],
    ["a route of a rule that is not there", { "house/routes.json": [row("bribe", { rule: ["house/bribes"] })] }, /routes\.json:\d+:\d+: there is no rule "house\/bribes" \[lint\/unreachable-route\]\n.*"house\/bribe"/],
    ["a route whose conditions no finding meets", { "house/routes.json": [row("bribe"), row("client", { role: ["client"], about: ["firm"] })] }, /routes\.json:\d+:\d+: no finding meets the conditions of the row \[lint\/unreachable-route\]/],
    ["a route and its rule that exclude one another", { ...change({ when: { signal: "bribery", role: ["solicitor"] } }), "house/routes.json": [row("bribe", { role: ["paralegal"] })] }, /no finding meets the conditions of the row \[lint\/unreachable-route\]/],
    ["a route that tells others of what is restricted", { ...laundering({}), "house/routes.json": [row("bribe"), row("launder", { category: ["money-laundering"], to: ["mlro", "colp"] })] }, /routes\.json:\d+:\d+: colp is told of what is restricted \[lint\/lane\]/],
    ["a route that tells the COFA of more than client account", { ...laundering({}), "house/routes.json": [row("bribe"), row("launder", { category: ["money-laundering"], rule: ["house/launder"], to: ["cofa"] })] }, /routes\.json:\d+:\d+: cofa is told of what is restricted \[lint\/lane\]/],
    ["a restricted rule on a signal that is not of the lane", { ...laundering({}), ...change({ restricted: "mlro" }) }, /bribe\.json:\d+:\d+: bribery is not restricted \[lint\/lane\]/],
    ["a rule that finds another label than its signal", change({ category: "complaint" }), /bribe\.json:\d+:\d+: a rule on bribery does not find complaint .*\[schema\/custom\]\n.*write "bribery"/],
    ["a text that there is not", { "house/routes.json": [row("bribe", { template: "thank" })], "templates/thanks.json": { id: "thanks", by: ["colp"], to: "client", text: texts } }, /routes\.json:\d+:\d+: there is no text "thank" \[lint\/template\]\n.*"thanks"/],
    ["a text that others may send", { "house/routes.json": [row("bribe", { template: "thanks" })], "templates/thanks.json": { id: "thanks", by: ["hr"], to: "client", text: texts } }, /routes\.json:\d+:\d+: colp may not send the text "thanks" \[lint\/template\]/],
    ["a text that is not named as its file", { "templates/thanks.json": { id: "thank", by: ["hr"], to: "client", text: texts } }, /thanks\.json:2:9: the id is "thank" \[shared\/name\]/],
    ["a calendar with a day that is none", { "calendars/ie.json": { id: "ie", title: "Ireland", source: "x", from: "2026-01-01", to: "2026-12-31", holidays: ["2026-02-30"] } }, /ie\.json:8:5: .* \[schema\/invalid-format\]/],
    ["a file that nothing reads", { "chanels.json": {} }, /rules\/chanels\.json: nothing reads chanels\.json \[shared\/unknown-file\]\n.*channels\.json/],
    ["a rule without a provision", change({ provisions: [] }), /bribe\.json:\d+:\d+: the rule cites no provision \[lint\/provision\]/],
    ["a provision that is not there", change({ provisions: ["act.1", "act.l"] }), /bribe\.json:\d+:5: no provision "act\.l" .*\[rule\/provision\]\n.*"act\.1"/],
    ["a provision that no rule cites", { "house/provisions.json": { "act.1": { cite: "a", gist: "b", confirmed: true }, "act.2": { cite: "a", gist: "b", confirmed: true } } }, /provisions\.json:\d+:\d+: no rule cites "act\.2" \[lint\/unused-provision\]/],
    ["a phrase that cannot be read", certain("slip the judge", "slip (the judge"), /en\.json:7:7: unbalanced brackets.* \[signal\/phrase\]/],
    ["a pattern that could hang another engine", certain("/(a+)+(?=b)/"), /en\.json:6:7: look-ahead.* \[signal\/pattern\]/],
    ["a pattern that asks for too much", certain("/(ab{1000}){1000}/"), /en\.json:6:7: .* \[signal\/pattern\]/],
    ["a phrase that stands everywhere", certain("a|i"), /en\.json:6:7: .* \[signal\/phrase\]|en\.json:6:7: "a\|i" stands in nearly every message \[lint\/catch-all\]/],
    ["a short phrase that stands everywhere", certain("(i|a) .. (o|e)"), /en\.json:6:7: .* stands in nearly every message \[lint\/catch-all\]/],
    ["one of the commonest words, in any language and spelling", certain("The"), /en\.json:6:7: "The" stands in nearly every message \[lint\/catch-all\]/],
    ["nothing but choices among the commonest words", certain("(para|não|was)"), /stands in nearly every message \[lint\/catch-all\]/],
    ["a word that silences nearly everything", { "signals/bribery/en.json": { ...signal, unless: ["the"] } }, /"the" stands in nearly every message \[lint\/catch-all\]/],
    ["a law that is none", { "house/pack.json": { ...pack("house"), laws: ["GB-ENG"] } }, /pack\.json:\d+:5: "GB-ENG" is no law at laws\.0 \[schema\/custom\]\n.*did you mean "GB-EAW"\?/],
    ["a law in small letters, of a rule", change({ when: { signal: "bribery", law: ["gb-eaw"] } }), /bribe\.json:\d+:\d+: "gb-eaw" is no law at when\.law\.0 .*\n.*"GB-EAW"/],
    ["a day of a provision that there is not, once and not for each rule that cites it", { "house/provisions.json": { "act.1": { cite: "a", gist: "b", confirmed: true, from: "2026-02-30" } } }, /provisions\.json:6:13: "2026-02-30" is no date at act\.1\.from \[schema\/invalid-format\]\n.*a date that there is/],
    ["a law that no pack has, of a route", { "house/routes.json": [row("bribe", { law: ["IE", "US"] })] }, /routes\.json:\d+:\d+: no pack speaks of the law US \[lint\/dead-law\]/],
    ["a law that no pack has, of a rule", change({ when: { signal: "bribery", law: ["US"] } }), /bribe\.json:\d+:\d+: no pack speaks of the law US \[lint\/dead-law\]/],
    ["a pattern that stands everywhere", certain("/.+/"), /en\.json:6:7: .* \[signal\/pattern\]/],
    ["a role that no directory knows, in a rule", change({ when: { signal: "bribery", role: ["paralegals"] } }), /bribe\.json:\d+:\d+: "paralegals" is not one of the values.* \[schema\/invalid-value\]\n.*"paralegal"/],
    ["a role that no directory knows, in a route", { "house/routes.json": [row("bribe", { to: ["copl"] })] }, /routes\.json:\d+:\d+: "copl" is not one of the values.* \[schema\/invalid-value\]\n.*"colp"/],
    ["a clock that there is not", { "house/routes.json": [row("bribe", { clock: "gdpr-breech" })] }, /routes\.json:\d+:\d+: "gdpr-breech" is not one of the values.*\n.*"gdpr-breach"/],
    ["a clock that no route uses", { "base/pack.json": { ...pack("base"), laws: [] }, "base/routes.json": "[]" }, /base\/routes\.json:1:1: no route of any pack uses the clock "gdpr-breach" \[lint\/unused-clock\]/],
    ["a row of the severity policy that is never reached", { "base/pack.json": { ...pack("base"), laws: [] }, "base/routes.json": [row("breach", { clock: "gdpr-breach" })], "base/severity.json": [{ label: ["bribery"], severity: "low" }, { label: ["bribery"], role: ["client"], severity: "high" }] }, /severity\.json:\d+:\d+: earlier rows decide all.* \[lint\/dead-row\]/],
  ])("%s", (_, changed, expected) => {
    const problems = problemsOf(changed);
    expect(problems.join("\n")).toMatch(expected);
    for (const problem of problems) expect(problem).toMatch(/^rules\/\S+: [^\n]+ \[[a-z-]+\/[a-z-]+\]\n {2}hint: /);
    expect(problems.length, problems.join("\n")).toBeLessThanOrEqual(2);
  });
  it("a law above or below that of the pack is live", () => expect(problemsOf({ "house/routes.json": [row("bribe", { law: ["EU", "IE"] })] })).toEqual([]));
  it("the COFA may be told of client account used as a bank", () => expect(problemsOf({ ...laundering({ kind: ["client-account"] }), "house/routes.json": [row("bribe"), row("launder", { category: ["money-laundering"], rule: ["house/launder"], to: ["cofa"] })] })).toEqual([]));
  it("a phrase of a common word and another is none of them", () => expect(problemsOf(certain("the envelope", "for the judge"))).toEqual([]));
  it("what provisions.json would hold is not missed while it cannot be read", () => expect(problemsOf({ "house/provisions.json": { "act.1": { cite: "a", gist: "b", confirmed: true, from: "2026-02-30" } } })).toHaveLength(1));
  it("strict lists what is not confirmed, and nothing else", () => {
    const open = { "house/provisions.json": { "act.1": { cite: "a", gist: "b", confirmed: false } } };
    expect(problemsOf(open)).toEqual([]);
    expect(problemsOf(open, true)).toEqual([expect.stringMatching(/provisions\.json:2:12: "act\.1" is not confirmed against the instrument \[lint\/unconfirmed\]/)]);
  });
});
