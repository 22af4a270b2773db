import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createEngine, notice, ObiterError, toCloudEvents, view, type Engine, type EngineOptions, type Message, type Office, type Pack } from "../src/index.js";
import { gdpr, sra } from "../src/generated/packs/index.js";

/** What types cannot keep out: the same is said of a mistake whatever the text of a message is, and before the first message where it can be. */
const engine = createEngine({ packs: [sra, gdpr], law: "GB-EAW" });
const RISKY = "You should reject the offer, you have a strong claim for unfair dismissal";
const TEXTS = ["see you at three", RISKY, ""];
const overlay = { format: 1, version: "1.0.0", changes: [{ change: "disable", rule: "sra/undertaking", reason: "r", owner: "o", expires: "2030-01-01" }] } as const;
const engines: readonly [string, Engine][] = [["plain", engine], ["with an overlay", createEngine({ packs: [sra], law: "GB-EAW", overlay })], ["with a pack left out", createEngine({ packs: [sra, { ...gdpr, format: 2 } as unknown as Pack] })]];
const failureOf = (run: () => unknown): ObiterError => {
  try {
    run();
  } catch (error) {
    expect(error).toBeInstanceOf(ObiterError);
    return error as ObiterError;
  }
  throw new Error("nothing was thrown");
};

describe("a message that is none", () => {
  it.each<[string, object, string]>([
    ["a day that is a Date", { sentAt: new Date(0) }, "sentAt"], ["no sender", { sender: null }, "sender"], ["a sender that is a name", { sender: "dan" }, "sender"], ["no recipients", { recipients: null }, "recipients"],
    ["recipients that are a name", { recipients: "dan" }, "recipients"], ["a recipient that is none", { recipients: [null] }, "recipients"], ["an admission that is no list", { sender: { id: "a", admitted: "GB-EAW" } }, "sender"],
    ["no admission", { sender: { id: "a", admitted: null } }, "sender"], ["an account of no kind", { sender: { id: "a", account: "home" } }, "sender"], ["laws that are no list", { matter: { law: "GB-EAW" } }, "matter"],
    ["a language that is a number", { lang: 5 }, "lang"], ["markers that are no list", { markers: "deleted" }, "markers"], ["a marker that is none", { markers: ["gone"] }, "markers"], ["an exemption in words", { exempt: "true" }, "exempt"],
    ["a stage of no kind", { stage: "Draft" }, "stage"], ["a direction that is a number", { direction: 1 }, "direction"], ["a conversation that is a number", { conversationId: 7 }, "conversationId"], ["an id that is an object", { id: {} }, "id"],
  ])("%s: the field is named, the same for every text", (_, more, field) => {
    for (const [, one] of engines) {
      const said = TEXTS.map((text) => failureOf(() => one.assess({ text, ...more } as Message)));
      expect(new Set(said.map(String)).size).toBe(1);
      expect(said[0]!.problems).toMatchObject([{ code: `message/${field}`, hint: expect.stringMatching(/^give .*leave it out$/) as string }]);
      expect(String(said[0])).not.toContain("claim");
    }
  });
  it.each([["text", RISKY, "object"], ["nothing", null, "object"], ["a list", [RISKY], "object"], ["an object without text", { body: RISKY }, "text"], ["a text that is a number", { text: 5 }, "text"], ["a text that is a list", { text: [RISKY] }, "text"]])("%s is none", (_, given, field) => {
    for (const [, one] of engines) {
      const failure = failureOf(() => one.assess(given as never));
      expect(failure.problems).toMatchObject([{ code: `message/${field}` }]);
      expect(String(failure)).not.toContain("claim");
    }
  });
  it.each([["null", null], ["an instant that is a Date", { now: new Date(0) }], ["an id in place of a list", { implicated: "ben" }]])("circumstances that are none: %s", (_, given) => {
    for (const text of TEXTS) expect(failureOf(() => engine.assess({ text }, given as never)).problems).toMatchObject([{ code: expect.stringMatching(/^circumstances\//) as string }]);
  });
  it("a good one is read where it stands: nothing is copied, whatever else it holds", () => {
    const frozen = Object.freeze({ text: RISKY, id: "m", sender: Object.freeze({ id: "s", role: "paralegal" as const, extra: 1 }), recipients: [], direction: "outbound" as const, channel: "email" as const, matter: { law: ["GB-EAW"] }, markers: ["edited" as const], exempt: false });
    expect(engine.assess(frozen).severity).toBe("high");
  });
  it("words that Obiter does not know are unknown, as in a file", () => {
    const read = (more: object): unknown => engine.assess({ text: `${RISKY}. My NI number is JG 10 37 59 A`, ...more } as Message);
    expect(read({ direction: "Outbound", channel: "Instagram", sender: { id: "s", role: "chief" }, recipients: [{ id: 7, role: "boss" }] })).toEqual(read({ direction: "unknown", channel: "unknown", sender: { id: "s", role: "unknown" }, recipients: [{ id: "7", role: "unknown" }] }));
    expect(engine.assess({ text: "ok", id: 7 as never }).messageId).toBe("7");
  });
});

describe("laws", () => {
  it.each([["gb-eaw", /mean "GB-EAW"/], ["GB-EAW ", /mean "GB-EAW"/], ["UK", /mean "GB-EAW"/], ["England", /such as GB-EAW/], ["", /such as GB-EAW/], [[null], /such as GB-EAW/], [null, /such as GB-EAW/], [5, /such as GB-EAW/], [["GB-EAW", "br"], /mean "BR"/]])("%j is refused", (law, hint) => {
    expect(failureOf(() => createEngine({ packs: [sra], law: law as never })).problems).toMatchObject([{ code: "engine/law", hint: expect.stringMatching(hint) as string }]);
  });
  it("one of which no pack speaks is a problem of the engine, and read", () => {
    const french = createEngine({ packs: [sra], law: ["GB-EAW", "FR"] });
    expect(french.problems).toMatchObject([{ path: ["law", 1], problem: { code: "engine/law", message: "no pack that is given speaks of the law FR" } }]);
    expect(french.assess({ text: "ok" }).coverage.skipped).not.toContain("unknown-law");
    expect(createEngine({ packs: [sra, gdpr], law: ["GB-EAW", "ES"] }).problems).toEqual([]);
  });
  it.each([[undefined, ["gb-eaw"], true], [undefined, [], true], [undefined, ["GB-EAW"], false], ["GB-EAW", ["England"], true], ["GB-EAW", ["FR"], false], ["GB-EAW", undefined, false]])("firm %j, matter %j: coverage says that the law is unknown: %s", (firm, law, unknown) => {
    const one = createEngine({ packs: [sra], ...(firm === undefined ? {} : { law: firm }) });
    for (const text of TEXTS) expect(one.assess({ text, ...(law === undefined ? {} : { matter: { law } }) }).coverage.skipped.includes("unknown-law")).toBe(unknown);
  });
});

describe("options of an engine", () => {
  it.each<[string, unknown, RegExp]>([
    ["none", undefined, /given no options/], ["null", null, /given no options/], ["a list", [sra], /given no options/],
    ["an option that is misspelt", { packs: [], laws: "BR" }, /no option "laws"[^]*did you mean "law"/],
    ["a pack without routes", { packs: [{ ...sra, routes: undefined }] }, /packs\[0\]\.routes /], ["a pack without laws", { packs: [{ ...sra, laws: undefined }] }, /packs\[0\]\.laws /],
    ["a pack without provisions", { packs: [{ ...sra, provisions: undefined }] }, /packs\[0\]\.provisions /], ["a rule that is none", { packs: [{ ...sra, rules: [{}] }] }, /packs\[0\]\.rules\[0\] /],
    ["a route that is none", { packs: [{ ...sra, routes: [{}] }] }, /packs\[0\]\.routes\[0\] /], ["a format in words", { packs: [{ ...sra, format: "1" }] }, /packs\[0\]\.format /], ["no pack", { packs: [null, sra] }, /packs\[0\] is no pack/],
    ["calendars that are null", { packs: [], calendars: null }, /"calendars" is not a list/], ["calendars that are an object", { packs: [], calendars: {} }, /"calendars" is not a list/], ["a calendar that is none", { packs: [], calendars: [null] }, /calendars\[0\] is no calendar/],
    ["suspects in words", { packs: [], suspects: "false" }, /"suspects" is neither/], ["a model without labels", { packs: [], model: { format: 2, weights: "", bucketBits: 1, gate: { weights: "" }, labels: [] } }, /no model of this version/],
    ["an overlay with another kind of version", { packs: [], overlay: { ...overlay, version: "latest" } }, /"latest" is no version/], ["an overlay without one", { packs: [], overlay: { ...overlay, version: undefined } }, /the overlay has no version/],
  ])("%s: refused when the engine is made", (_, options, expected) => {
    expect(failureOf(() => createEngine(options as EngineOptions)).message).toMatch(expected);
  });
});

describe("what is shared", () => {
  it("nothing that a caller writes into changes a later answer", () => {
    const mine: EngineOptions = { packs: [sra, gdpr], law: ["GB-EAW"], overlay: structuredClone(overlay) };
    const one = createEngine(mine);
    const read = (): string => JSON.stringify(TEXTS.map((text) => one.assess({ text, sentAt: "2026-11-20T10:00:00Z", sender: { id: "s", role: "paralegal" }, direction: "outbound" })));
    const before = read();
    (mine.law as string[]).push("BR");
    (mine.overlay!.changes as unknown[]).length = 0;
    expect(read()).toBe(before);
    const spoil = (value: unknown): void => {
      if (typeof value !== "object" || value === null) return;
      for (const inner of Object.values(value)) spoil(inner);
      if (!Object.isFrozen(value)) for (const key of Object.keys(value)) delete (value as Record<string, unknown>)[key];
    };
    for (const text of TEXTS) spoil(one.assess({ text, sentAt: "2026-11-20T10:00:00Z", sender: { id: "s", role: "paralegal" }, direction: "outbound" }));
    expect(read()).toBe(before);
    expect(() => (one.assess({ text: "hi" }).packs as string[]).push("evil@9")).toThrow(TypeError);
  });
});

describe("whoever looks", () => {
  const assessment = engine.assess({ text: RISKY, sender: { id: "s", role: "virtual-assistant" }, direction: "outbound" });
  it.each([["COLP", /did you mean "colp"/], ["partner", /one of: colp, /], [null, /person/], [{}, /person/], [{ person: 5 }, /person/]])("%j is nobody: refused, not shown nothing", (viewer, hint) => {
    expect(failureOf(() => view(assessment, viewer as never)).message).toMatch(hint);
  });
  it.each(["COLP", "metrics", null, { person: "ben" }])("whyNot of %j is refused", (role) => {
    expect(failureOf(() => engine.whyNot(assessment, role as Office)).problems).toMatchObject([{ code: "view/viewer" }]);
    expect(failureOf(() => engine.whyNot(assessment, "colp", role === null ? ("" as Office) : (role as Office))).problems).toMatchObject([{ code: "view/viewer" }]);
  });
  it.each([["fr", /"fr"[^]*en, pt, es/], [undefined, /en, pt, es/]])("a notice in %j is refused", (lang, expected) => {
    expect(failureOf(() => notice(assessment.routes[0]!, assessment, { lang: lang as "en" })).message).toMatch(expected);
  });
  it.each([[undefined], [{}], [{ source: "" }], [{ source: 5 }], [{ source: "urn:x", time: new Date(0) }]])("an event of %j is refused", (options) => {
    expect(failureOf(() => toCloudEvents(assessment, options as never)).problems).toMatchObject([{ code: "event/options" }]);
  });
});

it("whatever stands in a field, a message is read or the field is named", () => {
  const field = fc.constantFrom("id", "sentAt", "stage", "conversationId", "sender", "recipients", "direction", "channel", "lang", "matter", "markers", "exempt");
  fc.assert(fc.property(fc.constantFrom(...TEXTS), field, fc.oneof(fc.jsonValue(), fc.array(fc.jsonValue()), fc.dictionary(fc.constantFrom("id", "role", "law", "admitted", "supervisor", "name"), fc.jsonValue())), (text, key, value) => {
    const outcome = (one: string): string => {
      try {
        return typeof engine.assess({ text: one, [key]: value } as unknown as Message).severity;
      } catch (error) {
        expect(error).toBeInstanceOf(ObiterError);
        expect((error as ObiterError).problems).toMatchObject([{ code: `message/${key}` }]);
        return "refused";
      }
    };
    expect(outcome(text)).toBe(outcome("see you at three"));
  }), { numRuns: 400 });
});
