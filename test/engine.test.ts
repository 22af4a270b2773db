import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createEngine, LABELS, OFFICES, toSarif, view, type Assessment, type Message, type Pack, type Viewer } from "../src/index.js";
import { isSignalName } from "../src/core/label.js";
import { isFirmRole, ROLES } from "../src/core/message.js";
import { severityRank } from "../src/core/severity.js";
import * as shipped from "../src/generated/packs/index.js";

const packs = Object.values(shipped);
const say = (text: string, more: Partial<Message> = {}): Message => ({ text, ...more });
const from = (role: (typeof ROLES)[number], direction: NonNullable<Message["direction"]>): Partial<Message> => ({ sender: { id: "s", role }, direction });

/** Messages with something to find, and some without. */
const samples = [
  "Your cpf is 529.982.247-25 and pay my cousin in cash, he'll have a word with the judge for you",
  "give the clerk five hundred in cash so he moves our file up, nobody needs to know",
  "we filed a SAR on you, move the money before they freeze it",
  "just run it through our client account, no deal behind it, and send it on to his brother",
  "apaga essa conversa antes que o sócio veja, depois a gente fala no meu celular pessoal",
  "Borra este chat ya. Si declaras contra él te vas a arrepentir, sé dónde vives",
  "You should reject the offer, you've a strong claim and you will definitely win",
  "Can they evict me for this? should I sign the new agreement?",
  "The hearing is at ten on Monday, room 4. Thanks!",
  "the bribery trial starts monday",
  "ok 👍",
];

describe("what it says", () => {
  const engine = createEngine({ packs, law: "GB-EAW" });
  it.each([
    ["a client's NI number on an approved channel is low", say("My NI number is JG 10 37 59 A", from("client", "inbound")), "pii", "low"],
    ["an assistant's advice is high", say("You should reject the offer, you have a strong claim against them for unfair dismissal", from("virtual-assistant", "outbound")), "legal-advice", "high"],
    ["a password is medium at least", say("the portal password is Harbour_77!", from("client", "inbound")), "credentials", "medium"],
  ])("%s", (_, message, category, severity) => {
    const found = engine.assess(message).findings.find((finding) => finding.category === category);
    expect(severityRank(found?.severity ?? "none")).toBe(severityRank(severity as "low"));
  });

  it.each(["thanks, see you at 3", "bom dia doutora, tudo bem?", "gracias, nos vemos mañana", "👍", "", "   ", "a"])("nothing in %j", (text) => {
    expect(engine.assess({ text })).toMatchObject({ severity: "none", findings: [], routes: [] });
  });

  it("a message marked exempt is not read", () => {
    expect(engine.assess({ text: samples[0]!, exempt: true })).toMatchObject({ severity: "none", findings: [], coverage: { skipped: ["out-of-scope"] } });
  });

  it.each([
    ["she was diagnosed with bipolar last year and her GP signed her off", "health"],
    ["minha cliente está grávida de cinco meses e foi afastada pelo médico", "health"],
    ["mi cliente tiene antecedentes, estuvo en prisión dos años por robo", "criminal"],
    ["our client is a practising Muslim and prays at the mosque every day", "religion"],
  ])("says what special-category data are about: %s", (text, kind) => {
    expect(engine.assess(say(text, from("solicitor", "internal"))).findings.find(({ category }) => category === "special-category")).toMatchObject({ kind });
  });

  it.each([
    ["handset IMEI 490154203237518", "imei"], ["BIC TESTGB2L", "bic"], ["nossa empresa, RENAVAM 98765432103", "br-renavam"], ["IMEI 490154203237518 of Brenda Molloy", "imei"],
  ])("an identifier that makes no label is only noted: %s", (text, entity) => {
    const { severity, findings } = engine.assess({ text });
    expect([severity, findings.find((finding) => finding.entity === entity)?.severity]).toEqual(["info", "info"]);
  });
  it("numbers with wrong check digits are noted where asked for", () => {
    const text = "meu CPF é 123.456.789-00";
    expect(engine.assess({ text }).findings).toEqual([]);
    expect(createEngine({ packs, suspects: true }).assess({ text })).toMatchObject({ severity: "info", findings: [{ entity: "br-cpf", suspect: true, severity: "info" }] });
  });
  it("a role that it does not know is unknown", () => {
    const [janitor, unknown] = ["janitor", "unknown"].map((role) => engine.assess({ text: samples[0]!, sender: { id: "s", role: role as "unknown" } }));
    expect(janitor).toEqual(unknown);
  });

  it.each([
    ["an unknown option", { packs: [], overlays: {} }, /no option "overlays"/],
    ["packs by name", { packs: ["sra"] }, /packs\[0\] is no pack/],
    ["no packs", {}, /"packs" is not a list/],
    ["a rule that finds another label than its signal", { packs: [{ ...packs[0]!, rules: [{ ...packs[0]!.rules[0]!, when: { signal: "bribery" }, category: "complaint" }] }] }, /packs\[0\]\.rules\[0\]\.category is not what it should be/],
    ["a provision without a citation", { packs: [{ ...packs[0]!, provisions: { ...packs[0]!.provisions, odd: { gist: "x" } } }] }, /packs\[0\]\.provisions\.odd is not what it should be/],
    ["a pack twice", { packs: [packs[0]!, packs[0]!] }, /given twice/],
  ])("createEngine refuses %s", (_, options, expected) => expect(() => createEngine(options as never)).toThrow(expected));

  it("cites the authorities of the law that applies, not those of its neighbours", () => {
    const request = say("I want a copy of all the personal data you hold about me", from("client", "inbound"));
    const cites = (law: string) => createEngine({ packs, law }).assess(request).findings.flatMap(({ provisions }) => provisions);
    expect(cites("ES").length).toBeGreaterThan(0);
    expect(cites("ES").filter((cite) => /^UK GDPR Art|Data Protection Act/.test(cite))).toEqual([]);
    expect(cites("GB-EAW").filter((cite) => /EU GDPR/.test(cite))).toEqual([]);
    for (const { provisions } of packs) for (const { cite } of Object.values(provisions)) expect(cite).not.toMatch(/^GDPR|(?<!UK |EU )GDPR/);
  });

  it.each<[string, Partial<Message>, string | undefined, boolean]>([
    ["on the day it was sent", { sentAt: "2026-07-01T10:00:00Z" }, undefined, true],
    ["before it came into force", { sentAt: "2026-01-10T10:00:00Z" }, undefined, false],
    ["as of a day", { sentAt: "2026-01-10T10:00:00Z" }, "2026-07-01", true],
    ["as of a day before", { sentAt: "2026-07-01T10:00:00Z" }, "2026-01-10", false],
    ["without a day: what is in force with no end", {}, undefined, true],
  ])("cites what is in force %s", (_, more, asOf, cited) => {
    const request = say("I want a copy of all the personal data you hold about me", { ...from("client", "inbound"), ...more });
    const { findings } = createEngine({ packs, law: "GB-EAW", ...(asOf === undefined ? {} : { asOf }) }).assess(request);
    expect(findings.some(({ provisions }) => provisions.includes("UK GDPR Art. 12A"))).toBe(cited);
    expect(findings.some(({ provisions }) => provisions.includes("UK GDPR Art. 12(3)"))).toBe(true);
  });

  it.each<[string, string, Partial<Message>, string, string, string]>([
    ["a judgment", "GB-EAW", { sender: { id: "p", role: "paralegal", supervisor: "s" }, direction: "outbound" }, "I signed the statement of truth for you so we didn't miss the date", "EWCA Civ 369", "2026-06-01"],
    ["the paragraph on colleagues", "GB-EAW", from("solicitor", "internal"), "you're a useless fat cow and everyone here hates you, get out of my sight", "SRA Code for Solicitors 1.5", "2023-04-06"],
    ["the ANPD's rules on incidents", "BR", from("paralegal", "internal"), "mandei o contrato do cliente pra pessoa errada", "Resolução CD/ANPD 15/2024, art. 6º", "2024-04-26"],
    ["harassment under the OAB", "BR", from("solicitor", "internal"), "quero ver seus peitos", "Lei 8.906/1994 (EOAB), art. 34, XXX", "2023-07-04"],
  ])("does not cite %s before its day", (_, law, sender, text, cite, since) => {
    const cites = (day: string) => createEngine({ packs, law: law as "BR" }).assess(say(text, { ...sender, sentAt: `${day}T10:00:00Z` })).findings.flatMap(({ provisions }) => provisions).some((one) => one.includes(cite));
    expect([cites("2020-03-03"), cites(since)]).toEqual([false, true]);
  });

  it("says what was not looked at", () => {
    expect(createEngine({ packs }).assess({ text: "hello there" }).coverage).toEqual({ lang: "en", skipped: ["unknown-law", "unknown-sender", "unknown-direction", "unknown-channel", "unknown-time"] });
    for (const [lang, known] of [["pt-PT", "pt"], ["ES", "es"], ["fr", "en"]] as const) expect(engine.assess({ text: "see you at the office", lang }).coverage.lang).toBe(known);
    expect(engine.assess({ ...whole, text: "" }).coverage.skipped).toEqual(["no-text"]);
    expect(engine.assess({ ...whole, text: "", markers: ["deleted"] }).coverage.skipped).toEqual(["no-text", "deleted-text"]);
    expect(engine.assess({ ...whole, text: "", markers: ["disappearing"] }).coverage.skipped).toEqual(["no-text", "disappearing-messages"]);
  });
  const whole: Message = { text: "hello there", sender: { id: "a", role: "client" }, direction: "inbound", channel: "email", sentAt: "2026-11-20T16:40:00Z" };
  it.each<[string, object, string[]]>([
    ["everything is known", {}, []],
    ["a role that is none", { sender: { id: "a", role: "Client" } }, ["unknown-sender"]],
    ["no direction", { direction: undefined }, ["unknown-direction"]],
    ["a direction that is none", { direction: "Outbound" }, ["unknown-direction"]],
    ["a channel that is none", { channel: "WhatsApp" }, ["unknown-channel"]],
    ["no time", { sentAt: undefined }, ["unknown-time"]],
    ["the wall clock of an unknown zone", { sentAt: "2026-11-20T16:40:00" }, ["unknown-time"]],
    ["a time that is none", { sentAt: "2026-02-30T16:40:00Z" }, ["unknown-time"]],
  ])("says what was not known: %s", (_, more, skipped) => expect(engine.assess({ ...whole, ...more } as Message).coverage.skipped).toEqual(skipped));

  it("cites as applying only the law that applies, and says what else would", () => {
    const message = say("apaga tudo do processo antes que a perícia veja", from("trainee", "outbound"));
    const brazil = createEngine({ packs, law: "BR" }).assess(message).findings.find(({ category }) => category === "evidence-tampering");
    const nowhere = createEngine({ packs }).assess(message).findings.find(({ category }) => category === "evidence-tampering");
    expect(brazil?.provisions.length).toBeGreaterThan(0);
    expect(nowhere?.provisions).toEqual([]);
    expect(nowhere?.wouldApply?.some(({ ifLaw }) => ifLaw === "BR")).toBe(true);
  });

  it("a conduct route names the sender as never to be told", () => {
    const { routes } = engine.assess(say("delete every message about the valuation before the other side asks for disclosure", from("solicitor", "internal")));
    const conduct = routes.filter(({ kind }) => kind === "conduct");
    expect(conduct.length).toBeGreaterThan(0);
    for (const route of conduct) expect(route.neverTo).toEqual(["s"]);
  });
});

describe("laws", () => {
  const message = fc.record({
    text: fc.oneof(fc.constantFrom(...samples), fc.array(fc.constantFrom(...samples), { minLength: 2, maxLength: 3 }).map((parts) => parts.join(". ")), fc.string({ unit: "binary" })),
    sender: fc.record({ id: fc.constant("s"), role: fc.constantFrom(...ROLES) }),
    direction: fc.constantFrom("inbound", "outbound", "internal", "unknown"),
    sentAt: fc.constantFrom("2026-11-20T16:40:00Z", "2026-11-20T16:40:00"),
  }) as fc.Arbitrary<Message>;
  const some = fc.subarray(packs);
  const law = fc.subarray(["GB-EAW", "BR", "ES"]);

  it("is total; spans slice to the original; the same message gives the same bytes", () => {
    const engines = [[], ["GB-EAW"], ["BR"], ["ES"]].map((laws) => createEngine({ packs, law: laws }));
    fc.assert(fc.property(message, fc.constantFrom(...engines), (one, engine) => {
      const assessment = engine.assess(one);
      expect(JSON.stringify(engine.assess(one))).toBe(JSON.stringify(assessment));
      for (const { rule, spans, confidence, category, provisions } of assessment.findings) {
        for (const { start, end } of spans) expect(start >= 0 && start < end && end <= one.text.length).toBe(true);
        expect(confidence).toBe(Math.round(confidence * 100) / 100);
        expect(isSignalName(category)).toBe(true);
        // The base cites nothing; a rule of a pack rests on something, or it would not apply.
        expect(provisions.length > 0 || rule.startsWith("base/"), rule).toBe(true);
      }
    }), { numRuns: 200 });
  });

  it("the order of packs is irrelevant", () => {
    fc.assert(fc.property(message, law, fc.shuffledSubarray(packs, { minLength: packs.length }), (one, laws, shuffled) => {
      expect(JSON.stringify(createEngine({ packs: shuffled, law: laws }).assess(one))).toBe(JSON.stringify(createEngine({ packs, law: laws }).assess(one)));
    }), { numRuns: 40 });
  });

  it("adding a pack removes no finding and no authority, and lowers no severity", () => {
    fc.assert(fc.property(message, law, some, some, (one, laws, first, more) => {
      const before = createEngine({ packs: first, law: laws }).assess(one).findings;
      const after = createEngine({ packs: [...new Set([...first, ...more])], law: laws }).assess(one).findings;
      for (const finding of before) {
        const kept = after.find(({ category, spans }) => category === finding.category && JSON.stringify(spans) === JSON.stringify(finding.spans));
        expect(kept).toBeDefined();
        expect(severityRank(kept!.severity)).toBeGreaterThanOrEqual(severityRank(finding.severity));
        expect(kept!.provisions).toEqual(expect.arrayContaining([...finding.provisions]));
      }
    }), { numRuns: 60 });
  });

  it("nor does adding any pack that somebody may write", () => {
    const said = { en: "Possible", pt: "Possível", es: "Posible" };
    const optional = <T>(one: T) => fc.option(fc.constant(one), { nil: undefined });
    const known = (some: object): object => Object.fromEntries(Object.entries(some).filter(([, value]) => value !== undefined));
    const rule = fc.record({ signal: fc.constantFrom("bribery", "money-laundering", "evidence-tampering", "pii", ...LABELS), own: fc.boolean(), severity: fc.constantFrom("base", "info", "low", "high"), restricted: optional("mlro"), status: optional("shadow"), role: optional(["client", "paralegal"]), direction: optional(["outbound"]), about: optional(["firm"]), kind: optional(["client-account", "unknown"]) });
    const rows = fc.array(fc.record({ category: fc.subarray(["x-added", "bribery", "money-laundering"], { minLength: 1 }), rule: optional(["added/0", "base/money-laundering", "sra/tipping-off", "sra/client-account-as-bank"]), from: fc.constantFrom("low", "high"), to: fc.subarray([...OFFICES], { minLength: 1 }), action: fc.constantFrom("escalate", "review"), kind: fc.constantFrom("conduct", "protective") }), { maxLength: 4 });
    const added = fc.tuple(fc.subarray(["GB-EAW", "BR", "ES"]), fc.array(rule, { maxLength: 12 }), rows).map(([laws, rules, routes]) => ({
      format: 1, id: "added", version: "1.0.0", title: said, laws, routes: routes.map((row, i) => ({ id: `row-${i}`, ...known(row) })), provisions: { p: { cite: "Added", gist: "g", confirmed: true } },
      rules: rules.map(({ signal, own, severity, restricted, status, ...when }, i) => ({ id: `added/${i}`, title: said, why: said, next: said, category: own ? "x-added" : signal, severity, provisions: ["p"], when: { signal, ...known(when) }, ...known({ restricted, status }) })),
    }) as unknown as Pack);
    const rowsOf = ({ routes }: Assessment): string[] => routes.flatMap(({ to, action, row, rows: more = [], restricted }) => [row, ...more].map((each) => `${to} ${action} ${each} ${restricted}`));
    const seenBy = (one: Assessment, viewer: Viewer): string[] => view(one, viewer).findings.map(({ category, entity, restricted }) => `${category} ${entity} ${restricted}`);
    const telling = fc.tuple(message, fc.constantFrom(...samples.slice(0, 6))).map(([one, text]) => ({ ...one, text }));
    fc.assert(fc.property(telling, law, some, added, (one, laws, first, pack) => {
      const before = createEngine({ packs: first, law: laws }).assess(one);
      const after = createEngine({ packs: [...first, pack], law: laws }).assess(one);
      for (const finding of before.findings) {
        const kept = after.findings.find(({ category, entity, spans }) => category === finding.category && entity === finding.entity && JSON.stringify(spans) === JSON.stringify(finding.spans));
        expect(severityRank(kept!.severity)).toBeGreaterThanOrEqual(severityRank(finding.severity));
        expect(kept!.provisions).toEqual(expect.arrayContaining([...finding.provisions]));
        expect(kept!.wouldApply ?? []).toEqual(expect.arrayContaining([...(finding.wouldApply ?? [])]));
        expect(kept!.restricted).toBe(finding.restricted);
      }
      expect(rowsOf(after)).toEqual(expect.arrayContaining(rowsOf(before)));
      for (const viewer of [...OFFICES, "metrics"] as const) expect(seenBy(after, viewer)).toEqual(expect.arrayContaining(seenBy(before, viewer)));
      // Nor does it take anything of laundering out of its lane.
      for (const finding of [...after.findings, ...(after.shadow ?? [])]) if (finding.category === "money-laundering") expect(finding.restricted).toBe("mlro");
      for (const { to, restricted, because } of after.routes) {
        if (restricted === undefined || to === "mlro" || to === "deputy-mlro") continue;
        expect(to).toBe("cofa");
        expect(after.findings.filter((finding) => finding.restricted !== undefined && because.includes(finding.rule)).every(({ kind }) => kind === "client-account")).toBe(true);
      }
    }), { numRuns: 120 });
  });

  it("one finding per category and stretch of text", () => {
    const engine = createEngine({ packs, law: ["GB-EAW", "BR"] });
    fc.assert(fc.property(message, (one) => {
      const keys = engine.assess(one).findings.map(({ category, spans, entity }) => `${category} ${JSON.stringify(spans)} ${entity}`);
      expect(new Set(keys).size).toBe(keys.length);
    }), { numRuns: 100 });
  });

  it("no conduct route goes to the sender, and a label that holds is at least low", () => {
    const engine = createEngine({ packs, law: ["GB-EAW", "BR"] });
    fc.assert(fc.property(message, (one) => {
      const { findings, routes } = engine.assess(one);
      for (const { kind, neverTo } of routes) if (kind === "conduct" && isFirmRole(one.sender!.role)) expect(neverTo).toContain("s");
      for (const { severity, entity } of findings) expect(severityRank(severity)).toBeGreaterThanOrEqual(severityRank(entity === undefined ? "low" : "info"));
    }), { numRuns: 100 });
  });
});

describe("what JavaScript may do", () => {
  it.each([
    [{ now: "tomorrow" }, /"now" is no instant \[circumstances\/now\]/], [{ now: new Date() }, /"now" is no instant/], [{ now: null }, /"now" is no instant/],
    [{ implicated: "ben" }, /"implicated" is not a list of ids \[circumstances\/implicated\]/], [{ implicated: null }, /"implicated" is not a list of ids/], [{ implicated: [7] }, /"implicated" is not a list of ids/],
    [{ implicates: ["ben"] }, /the circumstances know no "implicates" \[circumstances\/unknown-key\]\n.*did you mean "implicated"\?/],
  ])("circumstances %j are refused, whatever the message says", (circumstances, expected) => {
    for (const engine of [createEngine({ packs }), createEngine({ packs, overlay: { format: 1, version: "1.0.0", changes: [] } })]) {
      for (const text of ["ok", samples[0]!]) expect(() => engine.assess({ text }, circumstances as object)).toThrow(expected);
    }
  });

  it("a rule that cites a provision which its pack has not, cites nothing", () => {
    const own = { id: "own", format: 1, version: "1.0.0", laws: [], provisions: {}, routes: [], rules: [{ ...packs[0]!.rules[0]!, id: "own/one", when: { signal: "evidence-tampering", channel: ["sms"] }, provisions: ["gone"] }] } as unknown as Pack;
    const text = "delete the emails before the SRA sees them";
    expect(toSarif([], { packs: [own], version: "1" }).runs[0].tool.driver.rules).toMatchObject([{ id: "own/one", help: { text: own.rules[0]!.next.en } }]);
    for (const channel of ["email", "sms"] as const) expect(createEngine({ packs: [own] }).assess({ text, channel }).findings.map(({ category }) => category)).toContain("evidence-tampering");
  });

  it("nobody writes into what was found in another message", () => {
    const { findings, routes } = createEngine({ packs }).assess({ text: "good morning all" });
    for (const list of [findings, routes] as unknown as unknown[][]) expect(() => list.push("mine")).toThrow(TypeError);
  });
});
