import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { overlaySchema } from "../src/packs/overlay-schema.js";
import { checkChange } from "../src/packs/overlay-check.js";
import { CHANNEL_TRAITS } from "../src/core/channel.js";
import { ALL_KINDS } from "../src/core/label.js";
import { ADMISSIONS } from "../src/core/rule.js";
import { CHANNELS, createEngine, DIRECTIONS, ENTITY_TYPES, MARKERS, ObiterError, ROLES, SEVERITIES, type Change, type EngineOptions, type Message, type Overlay } from "../src/index.js";
import { sra, gdpr } from "../src/generated/packs/index.js";

const decided = { reason: "agreed at the risk meeting", owner: "ben", expires: "2026-12-31" };
type Bare = Change extends infer C ? (C extends Change ? Omit<C, keyof typeof decided> & Partial<typeof decided> : never) : never;
const overlay = (...changes: Bare[]): Overlay => ({ format: 1, version: "1.0.0", changes: changes.map((change) => ({ ...decided, ...change }) as Change) });
const engine = (changes: Bare[], options: Partial<EngineOptions> = {}) => createEngine({ packs: [sra, gdpr], law: "GB-EAW", overlay: overlay(...changes), ...options });

const advice: Message = { text: "You should reject the offer, you have a strong claim for unfair dismissal", sender: { id: "s", role: "solicitor", admitted: ["GB-EAW"] }, direction: "outbound", sentAt: "2026-11-20T10:00:00Z" };
const promise: Message = { text: "We undertake to hold the deposit to your order until completion", sender: { id: "s", role: "solicitor" }, direction: "outbound", sentAt: "2026-11-20T10:00:00Z" };
const bribe: Message = { text: "give the clerk five hundred in cash so he moves our file up, nobody needs to know", sender: { id: "s", role: "paralegal" }, direction: "internal", sentAt: "2026-11-20T10:00:00Z" };
const plain = createEngine({ packs: [sra, gdpr], law: "GB-EAW" });
/** A rule of the firm's own in which nothing is wrong. */
const firmRule = { id: "firm/gifts", title: { en: "Possible gift", pt: "Possível presente", es: "Posible regalo" }, category: "bribery", when: { signal: "bribery" }, severity: "low", provisions: [], why: { en: "x", pt: "x", es: "x" }, next: { en: "x", pt: "x", es: "x" } } as const;
const text = (word: string) => ({ en: `Possible ${word}`, pt: `Possível ${word}`, es: `Posible ${word}` });

describe("what a firm changes", () => {
  it("the messages are found without it", () => {
    expect(plain.assess(advice).findings.map(({ rule }) => rule)).toContain("sra/own-advice-off-file");
    expect(plain.assess(promise)).toMatchObject({ severity: "medium", findings: [{ category: "undertaking" }] });
    expect(plain.assess(bribe).severity).toBe("critical");
  });

  it("a rule disabled leaves the label to the rules that are left", () => {
    const { findings, packs } = engine([{ change: "disable", rule: "sra/own-advice-off-file" }]).assess(advice);
    expect(findings.map(({ rule }) => rule)).toEqual(["base/legal-advice"]);
    expect(packs).toContain("firm@1.0.0");
    expect(engine([{ change: "disable", rule: "sra/own-advice-off-file" }, { change: "disable", rule: "base/legal-advice" }]).assess(advice).findings).toEqual([]);
  });

  it("a rule in shadow is counted, in no severity and no route", () => {
    const shadowed = engine([{ change: "shadow", rule: "sra/undertaking" }, { change: "shadow", rule: "base/undertaking" }]).assess(promise);
    expect(shadowed).toMatchObject({ severity: "none", findings: [], routes: [] });
    expect(shadowed.shadow?.map(({ rule, also }) => [rule, also])).toEqual([["sra/undertaking", undefined]]);
  });

  it("severity: of a rule, and of the policy", () => {
    expect(engine([{ change: "severity", rule: "sra/undertaking", severity: "high" }]).assess(promise).severity).toBe("high");
    expect(engine([{ change: "policy", row: { label: ["undertaking"], role: ["solicitor"], severity: "low" } }]).assess(promise)).toMatchObject({ severity: "low", routes: [] });
  });

  it("alert: from which probability somebody is told", () => {
    expect(engine([{ change: "alert", label: "undertaking", from: 1 }]).assess(promise).severity).toBe("low");
    const vanishing = { text: "", markers: ["disappearing"], sender: { id: "s", role: "solicitor" }, sentAt: "2026-11-20T10:00:00Z" } as const;
    expect(engine([]).assess(vanishing).severity).toBe("medium");
    expect(engine([{ change: "alert", label: "off-channel", from: 1 }]).assess(vanishing).severity).toBe("low");
  });

  it("terms: what the firm calls it is found, and not where it is denied or quoted", () => {
    const own = engine([{ change: "terms", signal: "bribery", lang: "en", phrases: ["(the|our)? harbour arrangement"] }]);
    const say = (words: string) => own.assess({ text: words, sender: { id: "s", role: "paralegal" }, direction: "internal" });
    expect(say("we can do the Harbour Arrangement with him on Friday").findings).toMatchObject([{ category: "bribery", severity: "critical" }]);
    for (const words of ["we will never do the harbour arrangement with him", 'you wrote "the harbour arrangement" and I do not follow', "let's meet at the harbour about the arrangement"]) {
      expect(say(words).findings.filter(({ category }) => category === "bribery"), words).toEqual([]);
    }
  });

  it("terms under a name of the firm's own are read by a rule of its own", () => {
    const rule = { id: "firm/side-letters", title: text("side letter"), category: "x-side-letter" as const, when: { signal: "x-side-letter" as const, role: ["solicitor" as const] }, severity: "medium" as const, provisions: [], why: text("x"), next: text("x") };
    const own = engine([{ change: "terms", signal: "x-side-letter", lang: "en", phrases: ["side letter"] }, { change: "rule", add: rule }, { change: "route", add: { id: "side-letters", category: ["x-side-letter"], to: ["colp"], action: "review", kind: "protective" } }]);
    const { findings, routes } = own.assess({ text: "keep it out of the agreement and put it in a side letter", sender: { id: "s", role: "solicitor" } });
    expect(findings).toMatchObject([{ rule: "firm/side-letters", category: "x-side-letter", severity: "medium" }]);
    expect(routes).toMatchObject([{ to: "colp", row: "firm/side-letters" }]);
  });

  it("exclusions: the signal does not count in their sentence", () => {
    const own = engine([{ change: "exclude", signal: "undertaking", lang: "en", phrases: ["deposit to your order"] }]);
    expect(own.assess(promise).findings).toEqual([]);
    expect(own.assess({ ...promise, text: "We undertake to pay you by noon on Friday" }).findings).not.toEqual([]);
  });

  it("appoint: offices have people, with or without a directory", () => {
    const changes: Bare[] = [{ change: "appoint", office: "supervising-solicitor", person: "dan" }];
    expect(engine(changes).assess(promise).routes.find(({ to }) => to === "supervising-solicitor")?.people).toEqual(["dan"]);
    expect(engine(changes).assess({ ...promise, sender: { id: "p", role: "paralegal" } }).routes.find(({ to }) => to === "supervising-solicitor")?.people).toEqual(["dan"]);
  });
});

describe("who is appointed", () => {
  const directory = { people: [{ id: "dan" }, { id: "eve" }], roles: { colp: [{ person: "eve" }], mlro: [{ person: "dan" }] } };
  const appoint = (person: string, deputies?: string[]) => engine([{ change: "appoint", office: "colp", person, ...(deputies === undefined ? {} : { deputies }) }], { directory });
  it("is of the directory", () => expect([appoint("dan", ["eve"]).problems, engine([{ change: "appoint", office: "colp", person: "anybody" }]).problems]).toEqual([[], []]));
  it.each([["dam", undefined, /nobody of the directory has the id "dam" at changes\.0\.person/], ["dan", ["eva"], /"eva" at changes\.0\.deputies/], ["dan", [], /not a list of persons/]])("%s with %j is told, and the holder stays", (person, deputies, expected) => {
    const own = appoint(person, deputies as string[] | undefined);
    expect(own.problems.map(({ problem }) => problem.message).join("\n")).toMatch(expected);
    expect(own.assess({ ...bribe, sender: { id: "x", role: "paralegal" } }).routes.find(({ to }) => to === "colp")?.people).toEqual(["eve"]);
  });
});

describe("what silences fails open", () => {
  const silent: Bare[] = [{ change: "policy", row: { label: ["undertaking"], severity: "low" } }];
  it.each([
    ["on its last day it holds", { ...promise, sentAt: "2026-12-31T10:00:00Z" }, {}, "low"],
    ["after it the finding returns", { ...promise, sentAt: "2027-01-01T10:00:00Z" }, {}, "medium"],
    ["the day of the reading comes first", promise, { now: "2027-02-01T10:00:00Z" }, "medium"],
    ["without a day nothing is silenced", { ...promise, sentAt: undefined }, {}, "medium"],
  ])("%s", (_, message, circumstances, severity) => {
    const assessment = engine(silent).assess(message as Message, circumstances);
    expect(assessment.severity).toBe(severity);
    expect(assessment.coverage.skipped.includes("overlay-date")).toBe((message as Message).sentAt === undefined);
  });
  it("asOf decides before all", () => expect(engine(silent, { asOf: "2027-01-01" }).assess(promise).severity).toBe("medium"));
  it("what adds needs no day", () => expect(engine([{ change: "severity", rule: "sra/undertaking", severity: "high" }]).assess({ ...promise, sentAt: undefined } as unknown as Message).severity).toBe("high"));

  it.each<[string, Bare[]]>([
    ["disabled", [{ change: "disable", rule: "base/bribery" }, { change: "disable", rule: "sra/bribery-by-firm" }]],
    ["in shadow", [{ change: "shadow", rule: "base/bribery" }, { change: "shadow", rule: "sra/bribery-by-firm" }]],
    ["made less", [{ change: "policy", row: { label: ["bribery"], severity: "low" } }, { change: "severity", rule: "sra/bribery-by-firm", severity: "low" }]],
    ["told later", [{ change: "alert", label: "bribery", from: 1 }]],
    ["excluded", [{ change: "exclude", signal: "bribery", lang: "en", phrases: ["clerk"] }]],
  ])("bribery is never %s", (_, changes) => {
    const own = engine(changes);
    expect(own.assess(bribe).findings).toEqual(plain.assess(bribe).findings);
    expect(own.assess(bribe).coverage.skipped).toContain("overlay-change");
    expect(own.problems.map(({ problem }) => problem.code)).toEqual(changes.map(() => "overlay/unsuppressible"));
  });
  it("nor is it kept from those who hear of it by a rule of the firm's own that is restricted", () => {
    const own = engine([{ change: "rule", add: { ...firmRule, restricted: "mlro" } }]);
    expect(own.problems).toMatchObject([{ path: ["changes", 0, "add", "restricted"], problem: { code: "overlay/change", message: expect.stringMatching(/^bribery is not restricted at changes\.0\.add\.restricted$/) as string } }]);
    const { findings, routes } = own.assess(bribe);
    expect([findings, routes]).toEqual([plain.assess(bribe).findings, plain.assess(bribe).routes]);
    expect(engine([{ change: "rule", add: { ...firmRule, category: "money-laundering", when: { signal: "money-laundering" }, restricted: "mlro" } }]).problems).toEqual([]);
  });
  it.each(["sra/tipping-off", "sra/laundering-flags", "base/money-laundering"])("nor is %s", (rule) => expect(engine([{ change: "disable", rule }]).problems).toMatchObject([{ problem: { code: "overlay/unsuppressible" } }]));
});

describe("bad changes are told, and what they would silence is found", () => {
  it.each<[string, unknown, RegExp]>([
    ["a rule that is gone", { change: "disable", rule: "sra/undertakings" }, /there is no rule "sra\/undertakings" at changes\.0\.rule/],
    ["a rule of a pack that is not on", { change: "disable", rule: "lgpd/disclosure" }, /the pack "lgpd" is not on/],
    ["no reason", { change: "disable", rule: "sra/undertaking", reason: undefined }, /it is not a text at changes\.0\.reason/],
    ["no owner", { change: "disable", rule: "sra/undertaking", owner: " " }, /it is not a text at changes\.0\.owner/],
    ["an expiry that is no day", { change: "disable", rule: "sra/undertaking", expires: "2026-02-30" }, /it is not a date such as/],
    ["a severity that cannot be a text", { change: "severity", rule: "sra/undertaking", severity: { toString: 1 } }, /is no severity/],
    ["an unknown change", { change: "disabel", rule: "sra/undertaking" }, /"disabel" is no change at changes\.0\.change/],
    ["an unknown key", { change: "disable", rule: "sra/undertaking", rules: [] }, /unknown key "rules" at changes\.0\.rules/],
    ["a phrase that cannot be read", { change: "terms", signal: "bribery", lang: "en", phrases: ["fine", "(open"] }, /unbalanced brackets.* at changes\.0\.phrases\.1/],
    ["a stem, which the engine does not ship", { change: "terms", signal: "bribery", lang: "en", phrases: ["~bribe"] }, /no stems such as ~bribe/],
    ["a list", { change: "terms", signal: "bribery", lang: "en", phrases: ["<officials>"] }, /no list <officials>/],
    ["phrases that are none", { change: "exclude", signal: "undertaking", lang: "en", phrases: "deposit" }, /it is not a list of texts/],
    ["half a rule", { change: "rule", add: { id: "firm/x", title: { en: "x" } } }, /a text is missing/],
    ["a rule that knows no such key", { change: "rule", add: { ...firmRule, status: "shadow", restrict: "mlro" } }, /unknown key "restrict" at changes\.0\.add/],
    ["a rule whose status is none", { change: "rule", add: { ...firmRule, status: "live" } }, /"live" is no status at changes\.0\.add\.status/],
    ["a rule that finds another label than its signal", { change: "rule", add: { ...firmRule, category: "complaint" } }, /a rule on bribery does not find complaint at changes\.0\.add\.category/],
    ["a rule whose condition is none", { change: "rule", add: { ...firmRule, when: { signal: "bribery", rol: ["paralegal"] } } }, /unknown key "rol" at changes\.0\.add\.when\.rol/],
    ["a rule for a role that is none", { change: "rule", add: { ...firmRule, when: { signal: "bribery", role: ["solicitor", "paralegl"] } } }, /"paralegl" is no role at changes\.0\.add\.when\.role\.1/],
    ["a rule under a law that is none", { change: "rule", add: { ...firmRule, when: { signal: "bribery", law: ["GB-ENG"] } } }, /"GB-ENG" is no law at changes\.0\.add\.when\.law\.0/],
    ["a rule for as many as one", { change: "rule", add: { ...firmRule, when: { signal: "pii", atLeast: 1 }, category: "pii" } }, /it is not a whole number from 2 up at changes\.0\.add\.when\.atLeast/],
    ["a row for a role that is none", { change: "policy", row: { label: ["undertaking"], role: ["solicitors"], severity: "low" } }, /"solicitors" is no role at changes\.0\.row\.role\.0/],
    ["a row that makes less than low of a label", { change: "policy", row: { label: ["undertaking"], severity: "info" } }, /"info" is no severity of a label that holds at changes\.0\.row\.severity/],
    ["a route on a channel that is none", { change: "route", add: { id: "r", category: ["undertaking"], to: ["colp"], action: "review", kind: "conduct", channel: ["watsapp"] } }, /"watsapp" is no channel at changes\.0\.add\.channel\.0/],
    ["a row with a key that is none", { change: "policy", row: { label: ["undertaking"], rol: ["solicitor"], severity: "low" } }, /unknown key "rol" at changes\.0\.row/],
    ["a row with a text for a list", { change: "policy", row: { label: ["undertaking"], role: "solicitor", severity: "low" } }, /"role" is not a list of texts/],
    ["a route with a clock that is none", { change: "route", add: { id: "r", category: ["undertaking"], to: ["colp"], action: "review", kind: "conduct", clock: "sra-reports" } }, /"sra-reports" is no clock at changes\.0\.add/],
    ["a route from a severity that is none", { change: "route", add: { id: "r", category: ["undertaking"], to: ["colp"], action: "review", kind: "conduct", from: "hihg" } }, /"hihg" is no severity/],
    ["a route with a key that is none", { change: "route", add: { id: "r", category: ["undertaking"], to: ["colp"], action: "review", kind: "conduct", laws: ["GB"] } }, /unknown key "laws"/],
    ["a term that stands everywhere", { change: "terms", signal: "bribery", lang: "en", phrases: ["harbour", "the"] }, /"the" stands in nearly every message at changes\.0\.phrases\.1/],
    ["an exclusion that stands everywhere", { change: "exclude", signal: "undertaking", lang: "en", phrases: ["the"] }, /"the" stands in nearly every message at changes\.0\.phrases\.0/],
    ["a route that tells others of suspected laundering", { change: "route", add: { id: "r", category: ["undertaking", "money-laundering"], to: ["mlro", "cofa"], action: "review", kind: "conduct" } }, /it tells others of suspected laundering than the reporting officers at changes\.0\.add/],
    ["no change at all", null, /it is not a change/],
  ])("%s", (_, change, expected) => {
    const own = createEngine({ packs: [sra, gdpr], law: "GB-EAW", overlay: { format: 1, version: "1.0.0", changes: [change === null ? null : { ...decided, ...(change as object) }] } as unknown as Overlay });
    expect(own.problems.map(({ problem }) => problem.message).join("\n")).toMatch(expected);
    const { coverage, findings } = own.assess(promise);
    expect(coverage.skipped).toContain("overlay-change");
    expect(findings).toEqual(plain.assess(promise).findings);
  });

  it("more phrases than there is room for are one Problem; what stands before them is made", () => {
    const many = (word: string): Bare => ({ change: "terms", signal: "bribery", lang: "en", phrases: Array.from({ length: 60 }, (_, i) => `/${word}${i}a{990}/`) });
    const own = engine([{ change: "exclude", signal: "undertaking", lang: "en", phrases: ["deposit to your order"] }, many("x"), many("y"), { change: "terms", signal: "bribery", lang: "en", phrases: ["harbour arrangement"] }, { change: "severity", rule: "sra/undertaking", severity: "critical" }]);
    expect(own.problems).toMatchObject([{ path: ["changes", 2, "phrases", 40], problem: { code: "overlay/too-many", message: expect.stringMatching(/100000 characters together at changes\.2\.phrases\.40/) as string } }]);
    expect(own.assess(promise).findings).toEqual([]);
    expect(own.assess(promise).coverage.skipped).toContain("overlay-change");
    expect(own.assess({ text: "we can do the harbour arrangement" }).findings).toEqual([]);
    expect(own.assess({ ...promise, text: "We undertake to pay you by noon on Friday" }).severity).toBe("critical");
  });

  it.each<[string, unknown, RegExp]>([
    ["a later format", { format: 2, version: "1.0.0", changes: [] }, /format 2, and this version reads format 1/],
    ["no version", { format: 1, changes: [] }, /no version/],
    ["no list", { format: 1, version: "1.0.0", changes: {} }, /not a list/],
    ["laws of a provision that are no list", { format: 1, version: "1.0.0", changes: [], provisions: { p: { cite: "a", gist: "b", confirmed: true, laws: "GB" } } }, /the provision "p" has no cite, or its laws are no list/],
    ["a text", "firm.json", /not an object/],
  ])("%s is refused", (_, given, expected) => expect(() => createEngine({ packs: [], overlay: given as Overlay })).toThrow(expected));
});

it("an overlay is taken as it is imported from JSON, with no cast", () => {
  const imported: { format: number; version: string; changes: { change: string; rule: string; reason: string; owner: string; expires: string }[] } = { format: 1, version: "1.0.0", changes: [{ change: "shadow", rule: "sra/undertaking", reason: "trial", owner: "ben", expires: "2999-12-31" }] };
  expect(createEngine({ packs: [sra], overlay: imported }).problems).toEqual([]);
});

describe("what is checked where an overlay is given is what the schema of its file says", () => {
  type Branch = { shape: Record<string, { shape: Record<string, { safeParse: (value: unknown) => { success: boolean } }> }> };
  const branch = (of: string, key: string) => (overlaySchema.shape.changes.element as unknown as { options: Branch[] }).options.find(({ shape }) => (shape as unknown as Record<string, { value: string }>)["change"]!.value === of)!.shape[key]!.shape;
  const schemas = { rule: (branch("rule", "add")["when"] as unknown as { shape: ReturnType<typeof branch> }).shape, policy: branch("policy", "row"), route: branch("route", "add") };
  const rows = { policy: { label: ["undertaking"], severity: "low" }, route: { id: "r", category: ["undertaking"], to: ["colp"], action: "review", kind: "conduct" } };
  const changeWith = (of: keyof typeof schemas, key: string, value: unknown) => (of === "rule" ? { change: of, add: { ...firmRule, category: key === "signal" ? value : "bribery", when: { signal: "bribery", [key]: value } } } : of === "policy" ? { change: of, row: { ...rows.policy, [key]: value } } : { change: of, add: { ...rows.route, [key]: value } });
  const values: readonly unknown[] = [...[...ALL_KINDS, "unknown", ...ENTITY_TYPES, "bic", ...MARKERS, ...ROLES, ...DIRECTIONS, ...CHANNELS, ...CHANNEL_TRAITS, ...ADMISSIONS, "corporate", "firm", "GB-EAW", "GB-ENG", "bribery", "x-own", "nothing"].map((one) => [one]), [], "client", 2, 1, true, null, ...SEVERITIES];
  it.each(Object.entries(schemas).flatMap(([of, shape]) => Object.keys(shape).filter((key) => !["id", "to", "rule", "template", "kind"].includes(key) || (key === "kind" && of !== "route")).map((key) => [of as keyof typeof schemas, key] as const)))("%s: %s", (of, key) => {
    for (const value of values) expect([value, checkChange({ ...decided, ...changeWith(of, key, value) }, { rules: ["firm/gifts"], packs: [], provisions: [], lane: new Set() }) === undefined]).toEqual([value, schemas[of][key]!.safeParse(value).success]);
  });
});

describe("a law: whatever is wrong in an overlay is a Problem, and messages are read all the same", () => {
  const whole = JSON.parse(readFileSync("examples/overlay/firm.json", "utf8")) as object;
  const paths = (value: unknown, at: readonly string[] = []): (readonly string[])[] => [at, ...(typeof value === "object" && value !== null ? Object.entries(value).flatMap(([key, one]) => paths(one, [...at, key])) : [])];
  const places = paths(whole).filter((path) => path.length > 0 && !path.includes("examples"));
  it("any place of it, with anything there", () => {
    fc.assert(fc.property(fc.constantFrom(...places), fc.oneof(fc.jsonValue(), fc.constant(undefined)), (path, odd) => {
      const given = structuredClone(whole) as Record<string, unknown>;
      const parent = path.slice(0, -1).reduce((value, key) => value[key] as Record<string, unknown>, given);
      if (odd === undefined && Array.isArray(parent)) parent.pop();
      else if (odd === undefined) delete parent[path.at(-1)!];
      else parent[path.at(-1)!] = odd;
      let own;
      try {
        own = createEngine({ packs: [sra, gdpr], law: "GB-EAW", overlay: given as unknown as Overlay });
      } catch (error) {
        expect(error).toBeInstanceOf(ObiterError);
        return;
      }
      for (const message of [advice, promise, bribe, { text: "put it in a side letter", sender: { id: "s", role: "solicitor" } } as Message]) expect(own.assess(message).packs.length).toBeGreaterThan(2);
    }), { numRuns: 60 });
  });
});
