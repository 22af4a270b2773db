import { describe, expect, it } from "vitest";
import type { Signal } from "../src/core/evidence.js";
import type { Party } from "../src/core/message.js";
import type { Pack, Rule, When } from "../src/core/rule.js";
import { channels } from "../src/generated/channels.js";
import { conductBr, gdpr, lgpd, sra } from "../src/generated/packs/index.js";
import { createEngine, type Message } from "../src/index.js";
import { fits } from "../src/judge/judge.js";
import { withMarkers } from "../src/weigh/markers.js";

const pack = { laws: ["GB-EAW"] } as unknown as Pack;
const holds = (when: Omit<When, "signal">, sender: Omit<Party, "id">, recipients: Message["recipients"] = []): boolean =>
  fits({ when: { signal: "legal-advice", ...when } } as Rule, pack, { label: "legal-advice" }, { text: "", sender: { id: "s", ...sender }, recipients }, "firm", channels);

describe("conditions of a rule", () => {
  it.each<[string, Omit<Party, "id">]>([
    ["here", { admitted: ["BR", "GB-EAW"] }],
    ["elsewhere", { admitted: ["BR"] }],
    ["nowhere", { admitted: [] }],
    ["unknown", {}],
  ])("admitted: %s, and nothing else", (where, sender) => {
    for (const one of ["here", "elsewhere", "nowhere", "unknown"] as const) expect(holds({ admitted: [one] }, sender), one).toBe(one === where);
  });
  it("supervised: as far as the message says", () => {
    expect([true, false].map((supervised) => holds({ supervised }, { supervisor: "u1" }))).toEqual([true, false]);
    expect([true, false].map((supervised) => holds({ supervised }, {}))).toEqual([false, true]);
  });
  it("recipient: somebody who receives it, or nobody", () => {
    expect(holds({ recipient: ["client"] }, {}, [{ id: "a", role: "solicitor" }, { id: "b", role: "client" }])).toBe(true);
    expect(holds({ recipient: ["client"] }, {}, [{ id: "a" }])).toBe(false);
    expect(holds({ recipient: ["unknown"] }, {}, [{ id: "a" }])).toBe(true);
    expect(holds({ recipient: ["client"] }, {})).toBe(false);
  });
  const about = (when: Omit<When, "signal">, signal: { kinds?: readonly ("health" | "criminal")[]; count?: number }, markers?: Message["markers"]): boolean =>
    fits({ when: { signal: "special-category", ...when } } as Rule, pack, { label: "special-category", ...signal }, { text: "", ...(markers === undefined ? {} : { markers }) }, "firm", channels);
  it("kind: one of those told, unknown where none is", () => {
    expect((["criminal", "health", "unknown"] as const).map((kind) => about({ kind: [kind] }, { kinds: ["health", "criminal"] }))).toEqual([true, true, false]);
    expect((["criminal", "unknown"] as const).map((kind) => about({ kind: [kind] }, {}))).toEqual([false, true]);
  });
  it("atLeast: so many different values", () => expect([0, 2, 3].map((count) => about({ atLeast: 3 }, { count }))).toEqual([false, false, true]));
  it("marker: what the export says", () => {
    expect(about({ marker: ["edited"] }, {}, ["media", "edited"])).toBe(true);
    expect(about({ marker: ["edited"] }, {}, ["deleted"])).toBe(false);
    expect(about({ marker: ["edited"] }, {})).toBe(false);
  });
  it("law: a rule for some laws of its pack applies under those, and is what would apply under the others", () => {
    const rule = { ...gdpr.rules.find(({ id }) => id === "gdpr/request-received")!, id: "gdpr/only-eu", when: { signal: "data-subject-request" as const, law: ["EU"] }, provisions: ["gdpr.15"], severity: "high" as const };
    const of = (law: string) => createEngine({ packs: [{ ...gdpr, rules: [rule] }], law }).assess({ text: "Please send me a copy of all the personal data you hold about me", sender: { id: "c", role: "client" }, direction: "inbound" }).findings[0]!;
    expect(of("EU")).toMatchObject({ rule: "gdpr/only-eu", severity: "high", provisions: ["EU GDPR Art. 15"] });
    expect(of("GB-EAW")).toMatchObject({ severity: "medium", provisions: [] });
    expect(of("BR").wouldApply).toEqual([{ cite: "EU GDPR Art. 15", ifLaw: "EU" }]);
  });
  it("values of identifiers count once, however they are written", () => {
    const rule = { ...gdpr.rules.find(({ id }) => id === "gdpr/national-identifier")!, id: "gdpr/two", severity: "high" as const, when: { signal: "pii" as const, entity: ["uk-nino" as const], atLeast: 2 } };
    const of = (text: string) => createEngine({ packs: [{ ...gdpr, rules: [rule] }], law: "EU" }).assess({ text, sender: { id: "p", role: "paralegal" } }).severity;
    expect(of("NI numbers: JG 10 37 59 A and AB 12 34 56 C")).toBe("high");
    expect(of("NI numbers: JG 10 37 59 A and again JG103759A")).toBe("low");
  });
});

describe("a deleted message", () => {
  const engine = createEngine({ packs: [] });
  it.each([["", 0], ["see you at ten", 14]])("%j leaves a signal that rules may read", (text, end) => expect(withMarkers([], { text, markers: ["deleted"] })).toMatchObject([{ label: "x-deleted", spans: [{ start: 0, end }] }]));
  it("is for the record where the firm's own people sent it", () => {
    const of = (role: "paralegal" | "client") => createEngine({ packs: [sra], law: "GB-EAW" }).assess({ text: "", markers: ["deleted"], sender: { id: "s", role } }).findings;
    expect(of("paralegal")).toMatchObject([{ rule: "sra/deleted-message", category: "x-deleted", severity: "low", spans: [{ start: 0, end: 0 }] }]);
    expect(of("client")).toEqual([]);
  });
  it("without a rule nothing is found", () => expect(engine.assess({ text: "", markers: ["deleted"] }).findings).toEqual([]));
  it("other markers are no signal", () => expect(withMarkers([], { text: "a", markers: ["edited", "media"] })).toEqual([]));
});

describe("messages made to disappear", () => {
  it("are off the record, whatever the words say of it", () => {
    expect(withMarkers([], { text: "", markers: ["disappearing"] })).toMatchObject([{ label: "off-channel", sure: true, spans: [{ start: 0, end: 0 }] }]);
    const unsure: Signal = { label: "off-channel", holds: true, probability: 0.4, sure: false, spans: [{ start: 0, end: 1 }], contributions: [] };
    expect(withMarkers([unsure], { text: "a", markers: ["disappearing"] })).toMatchObject([{ label: "off-channel", sure: true }]);
    expect(withMarkers([{ ...unsure, sure: true, probability: 0.8 }], { text: "a", markers: ["disappearing"] })).toMatchObject([{ probability: 0.8 }]);
  });
  it.each([
    ["solicitor", "sra/off-channel-business", "medium"],
    ["client", "base/off-channel", "low"],
    ["unknown", "base/off-channel", "medium"],
  ] as const)("by a %s: %s, %s", (role, rule, severity) => {
    const { findings, routes } = createEngine({ packs: [sra, gdpr, lgpd], law: "GB-EAW" }).assess({ text: "", markers: ["disappearing"], sender: { id: "s", role }, channel: "whatsapp" });
    expect(findings).toMatchObject([{ rule, category: "off-channel", severity }]);
    expect(routes.some(({ action }) => action === "move-channel")).toBe(severity !== "low");
  });
});

describe("channels", () => {
  const engine = (...changes: object[]) => createEngine({ packs: [sra, gdpr], law: "GB-EAW", overlay: { format: 1, version: "1.0.0", changes: changes.map((change) => ({ reason: "r", owner: "o", expires: "2027-12-31", ...change })) } as never });
  const send = (channel: Message["channel"]): Message => ({ text: "Her NI number is JG 10 37 59 A", sender: { id: "s", role: "paralegal" }, direction: "outbound", sentAt: "2026-11-20T10:00:00Z", ...(channel === undefined ? {} : { channel }) });
  it.each([["client-portal", "low"], ["whatsapp", "low"], ["signal", "low"], ["instagram", "medium"], ["sms", "medium"], ["unknown", "low"]] as const)("an identifier sent over %s is %s", (channel, severity) => expect(engine().assess(send(channel)).findings.find(({ category }) => category === "pii")?.severity).toBe(severity));
  it("what the firm has not approved is told", () => {
    expect(engine({ change: "channel", channel: "whatsapp", approved: false }).assess(send("whatsapp")).severity).toBe("medium");
    expect(engine({ change: "channel", channel: "whatsapp", approved: true }).assess(send("whatsapp")).severity).toBe("low");
  });
  it("a channel may be secure and unrecorded, or recorded and not encrypted", () => {
    expect(channels.signal).toMatchObject({ encrypted: true, recorded: false });
    expect(channels.email).toMatchObject({ encrypted: false, recorded: true });
  });
});

describe("who advises under which law", () => {
  const text = "You should reject the offer, you have a strong claim for unfair dismissal";
  const rulesFor = (law: string, sender: Omit<Party, "id">): readonly string[] => createEngine({ packs: [sra, conductBr], law }).assess({ text, sender: { id: "s", ...sender }, direction: "outbound" }).findings.flatMap(({ rule, also = [] }) => [rule, ...also]);
  it.each<[string, Omit<Party, "id">, string]>([
    ["GB-EAW", { role: "solicitor", admitted: ["GB-EAW"] }, "sra/own-advice-off-file"],
    ["GB-EAW", { role: "solicitor", admitted: ["BR"] }, "sra/advice-by-foreign-lawyer"],
    ["GB-EAW", { role: "solicitor" }, "sra/advice-admission-unknown"],
    ["BR", { role: "solicitor", admitted: ["GB-EAW"] }, "conduct-br/foreign-lawyer-advice"],
    ["BR", { role: "solicitor" }, "conduct-br/enrolment-not-recorded"],
    ["GB-EAW", { role: "paralegal" }, "sra/unsupervised-advice"],
    ["GB-EAW", { role: "paralegal", supervisor: "u1" }, "sra/delegated-advice"],
    ["GB-EAW", { role: "bot", admitted: ["GB-EAW"] }, "sra/bot-advice"],
  ])("under %s, %j: %s", (law, sender, rule) => expect(rulesFor(law, sender)).toContain(rule));
});

describe("transfers and the adequacy of January 2026", () => {
  const of = (law: string, place: string) => createEngine({ packs: [gdpr, lgpd], law }).assess({ text: `I shared the client list with our virtual assistant in ${place}`, sender: { id: "s", role: "paralegal" }, direction: "internal", sentAt: "2026-11-20T10:00:00Z" }).findings.filter(({ category }) => category === "x-transfer").map(({ rule, severity }) => [rule, severity]);
  it.each([
    ["GB-EAW", "Brazil", "gdpr/transfer-uk-brazil", "medium"], ["ES", "Brazil", "gdpr/transfer-eu-brazil", "low"], ["GB-EAW", "Portugal", "gdpr/transfer-uk-eea", "low"], ["GB-EAW", "India", "gdpr/transfer-outside", "medium"],
    ["BR", "London", "lgpd/transfer-uk", "medium"], ["BR", "Portugal", "lgpd/transfer-eea", "low"], ["BR", "India", "lgpd/transfer-outside", "medium"],
  ])("%s to %s: %s, %s", (law, place, rule, severity) => expect(of(law, place)).toEqual([[rule, severity]]));
});

describe("x-… categories", () => {
  const engine = createEngine({ packs: [sra, conductBr], law: "GB-EAW" });
  const categories = (text: string, more: Partial<Message> = {}): (readonly [string, string])[] => engine.assess({ text, sender: { id: "s", role: "solicitor" }, direction: "internal", ...more }).findings.filter(({ category }) => category.startsWith("x-")).map(({ category, severity }) => [category, severity]);
  it.each<[string, Partial<Message>, [string, string][]]>([
    ["I forgot to serve the notice and the break date was yesterday", {}, [["x-own-mistake", "medium"]]],
    ["They forgot to serve the notice", {}, []],
    ["there's a conflict of interest here, we acted for her last year", {}, [["x-conflict", "medium"]]],
    ["the buyer is on the OFSI list since March", {}, [["x-sanctions", "high"]]],
    ["we need relief from sanctions", {}, []],
    ["I'm a qualified solicitor, you can rely on me", { sender: { id: "v", role: "virtual-assistant" }, direction: "outbound" }, [["x-holding-out", "high"]]],
    ["I just want to die", { sender: { id: "c", role: "client" }, direction: "inbound" }, [["x-safeguarding", "critical"]]],
    ["my husband checks my phone", { sender: { id: "c", role: "client" }, direction: "inbound" }, [["x-safeguarding", "high"]]],
    ["You gave me the wrong advice and I will sue you for negligence", { sender: { id: "c", role: "client" }, direction: "inbound" }, [["x-claim", "high"]]],
  ])("%s", (text, more, expected) => expect(categories(text, more)).toEqual(expected));
});

describe("rules of several kinds", () => {
  const engine = createEngine({ packs: [gdpr], law: "GB-EAW" });
  const rule = (text: string) => engine.assess({ text, sender: { id: "c", role: "client" }, direction: "inbound" }).findings.find(({ category }) => category === "data-subject-request")?.rule;
  it.each([
    ["Please delete all the data you hold about me", "gdpr/request-erasure"],
    ["Apaguem todos os dados que vocês têm sobre mim", "gdpr/request-erasure"],
    ["Borren todos los datos que tienen de mí", "gdpr/request-erasure"],
    ["Send me a copy of everything you hold about me", "gdpr/request-access"],
  ])("the kind told most leads: %s", (text, expected) => expect(rule(text)).toBe(expected));
});

describe("severity by what the words tell", () => {
  const engine = createEngine({ packs: [sra], law: "GB-EAW" });
  const of = (category: string, text: string) => engine.assess({ text, sender: { id: "x", role: "counterparty" }, direction: "inbound" }).findings.find((finding) => finding.category === category);
  it("violence makes a threat critical", () => expect(of("threat", "tell your client if he doesnt drop this i'll put his windows through and he knows i mean it")).toMatchObject({ kind: "violence", severity: "critical" }));
  it.each([
    ["If you don't pay I will tell your wife about the affair", undefined],
    ["drop it or I'll have an accident report filed with your insurer", undefined],
    ["Si no retira la demanda le cuento a su mujer lo de la amante", undefined],
    ["Se não pagar eu conto tudo pra sua esposa", undefined],
    ["drop the case or your wife might have a nasty accident", "violence"],
    ["if you don't stop I am going to kill you and burn your house down", "violence"],
  ])("violence is what is said, not of whom: %s", (text, kind) => expect(of("threat", text)?.kind).toBe(kind));
  it("a payment due makes changed bank details critical", () => expect(of("payment-fraud", "Our bank details have changed, please send the completion money today to sort code 20-00-00 account 55779911")).toMatchObject({ kind: "payment-due", severity: "critical" }));
});
