import { describe, expect, it } from "vitest";
import { placeAt } from "../src/packs/json.js";
import { readDirectory } from "../src/packs/directory.js";
import { calendars } from "../src/generated/calendars.js";
import { checkDirectory } from "../src/triage/check-directory.js";
import { createEngine } from "../src/index.js";
import { repeated } from "../src/triage/cases.js";
import { triage } from "../src/triage/triage.js";
import { dayFirst, promisedDate } from "../src/triage/promised-date.js";
import { isPresumedPrivileged } from "../src/triage/privilege.js";
import { assessed, by, finding, five, message, policy } from "./triage-firm.js";
import type { Directory } from "../src/core/directory.js";
import type { Message } from "../src/core/message.js";

const to = (office: string, routes: ReturnType<typeof triage>, kind = "conduct") => routes.find((route) => route.to === office && route.kind === kind);

describe("conduct routes", () => {
  it("reach the holder of the office", () => {
    const routes = triage([finding("harassment")], message(), policy(five));
    expect(to("hr", routes)).toMatchObject({ people: ["ana"], neverTo: ["eve"] });
    expect(to("colp", routes)).toMatchObject({ people: ["ben"] });
  });
  it("go past the COLP when the COLP wrote it, and past whoever works under the COLP", () => {
    const routes = triage([finding("bribery")], message(by("ben")), policy(five));
    expect(to("colp", routes)).toMatchObject({ people: ["cleo"], past: [{ office: "colp", person: "ben", because: "implicated" }], neverTo: ["ben", "dan", "eve"] });
    const alone: Directory = { ...five, roles: { ...five.roles, colp: [{ person: "ben", deputies: ["dan"] }] } };
    expect(to("colp", triage([finding("bribery")], message(by("ben")), policy(alone)))).toMatchObject({ people: ["ana"], via: "managing-partner", past: [{ person: "ben", because: "implicated" }, { person: "dan", because: "subordinate" }] });
  });
  it("say unrouted, loudly, when the one at the top wrote it and everybody else is under them", () => {
    const routes = triage([finding("bribery", { severity: "critical" })], message(by("ana")), policy(five));
    for (const route of routes.filter(({ kind }) => kind === "conduct")) expect(route).toMatchObject({ unrouted: true, people: [], neverTo: ["ana", "ben", "cleo", "dan", "eve"] });
    expect(assessed([finding("bribery", { severity: "critical" })], message(by("ana"))).severity).toBe("critical");
  });
  it("go past people whom the caller knows to be implicated", () => {
    expect(to("hr", triage([finding("harassment")], message(), policy(five), { implicated: ["ana"] }))).toMatchObject({ unrouted: true });
    expect(to("colp", triage([finding("harassment")], message(), policy(five), { implicated: ["cleo"] }))).toMatchObject({ people: ["ben"] });
  });
  it("do not mind who received the message", () => {
    expect(to("colp", triage([finding("bribery")], message({ recipients: [{ id: "ben", role: "solicitor" }] }), policy(five)))).toMatchObject({ people: ["ben"] });
  });
  it("know subordinates from the message where there is no directory", () => {
    const routes = triage([finding("bribery")], message({ ...by("ben"), recipients: [{ id: "dan", role: "solicitor", supervisor: "ben" }] }), policy());
    expect(to("colp", routes)?.neverTo).toEqual(["ben", "dan"]);
    expect(to("colp", routes)?.people).toBeUndefined();
  });
  it("an unsupervised answer goes to the sender's own supervisor", () => {
    expect(to("supervising-solicitor", triage([finding("legal-advice")], message(), policy(five)))).toMatchObject({ people: ["dan"] });
    expect(to("supervising-solicitor", triage([finding("legal-advice")], message(), policy(five), { implicated: ["dan"] }))).toMatchObject({ people: ["ben"] });
  });
});

describe("protective routes", () => {
  it("reach the office even if its holder wrote or received the message", () => {
    for (const one of [message(by("ben")), message({ ...by("c", "client"), recipients: [{ id: "ben", role: "solicitor" }] })]) {
      expect(to("dpo", triage([finding("data-breach")], one, policy(five)), "protective")).toMatchObject({ people: ["ben"] });
    }
  });
  it("a sender supervises nobody's work but others': the office takes it", () => {
    const told = (sender: NonNullable<Message["sender"]>, directory = five) => to("supervising-solicitor", triage([finding("threat")], message({ sender }), policy(directory)), "protective")?.people;
    expect(told({ id: "tom", role: "solicitor" })).toEqual(["ben"]);
    expect(told({ id: "tom", role: "solicitor", supervisor: "tom" })).toEqual(["ben"]);
    expect(told({ id: "tom", role: "solicitor", supervisor: "dan" })).toEqual(["dan"]);
    expect(told({ id: "ana", role: "solicitor" })).toEqual(["ben"]);
  });
  it("an allegation against the holder goes past them", () => {
    expect(to("complaints-partner", triage([finding("complaint", { about: "client" })], message(by("c", "client")), policy(five), { implicated: ["ana"] }), "protective")).toMatchObject({ unrouted: true });
    expect(to("complaints-partner", triage([finding("complaint", { about: "client" })], message(by("c", "client")), policy({ ...five, people: five.people.map(({ supervisor: _, ...person }) => person) }), { implicated: ["ana"] }), "protective")).toMatchObject({ people: ["ben"] });
  });
  it.each(["payment-fraud", "threat"])("%s tells the people of the firm who received it, and nobody else", (category) => {
    const recipients = [{ id: "dan", role: "solicitor" as const }, { id: "x", role: "client" as const }, { id: "robot", role: "bot" as const }];
    const routes = triage([finding(category, { about: "outsider" })], message({ ...by("o", "counterparty"), recipients }), policy(five));
    expect(to("recipients", routes, "protective")?.people).toEqual(["dan"]);
    expect(to("recipients", triage([finding(category, { about: "outsider" })], message(by("o", "counterparty")), policy(five)), "protective")).toBeUndefined();
  });
});

describe("absence, department, law", () => {
  const away = (id: string): Directory => ({ ...five, people: five.people.map((person) => (person.id === id ? { ...person, absent: [{ from: "2026-11-20", to: "2026-11-22" }] } : person)) });
  it("the deputy stands in while somebody is away, by the day of reading", () => {
    expect(to("colp", triage([finding("bribery")], message(), policy(away("ben"))))).toMatchObject({ people: ["cleo"], past: [{ because: "absent" }] });
    expect(to("colp", triage([finding("bribery")], message(), policy(away("ben")), { now: "2026-11-23T09:00:00Z" }))).toMatchObject({ people: ["ben"] });
  });
  it("prefers who fits the matter's law and the department", () => {
    const two: Directory = { ...five, roles: { ...five.roles, hr: [{ person: "ana" }, { person: "ben", law: ["BR"] }, { person: "cleo", department: "property" }] } };
    expect(to("hr", triage([finding("harassment")], message(), policy(two)))).toMatchObject({ people: ["cleo"] });
    expect(to("hr", triage([finding("harassment")], message({ matter: { law: ["BR"] } }), policy(two)))).toMatchObject({ people: ["ben"] });
  });
  it("keeps the text of a Brazilian matter at home unless the firm has decided otherwise", () => {
    const one = message({ matter: { law: ["BR"] } });
    expect(to("hr", triage([finding("harassment")], one, policy(five)))?.withoutText).toEqual(["Código Penal art. 154", "EOAB art. 34, VII", "LGPD art. 33"]);
    expect(to("hr", triage([finding("harassment")], one, policy({ ...five, transfers: [{ from: "BR", to: "GB-EAW", reason: "shared HR", owner: "ana" }] })))?.withoutText).toBeUndefined();
    expect(to("hr", triage([finding("harassment")], message(), policy(five)))?.withoutText).toBeUndefined();
  });
});

describe("restricted lane", () => {
  const launders = (one = message(by("c", "client")), directory = five) => triage([finding("money-laundering", { about: one.sender!.role === "client" ? "client" : "firm" })], one, policy(directory));
  it("goes to the reporting officer and the deputy only", () => {
    expect(launders().map(({ to: office, people, restricted }) => [office, people, restricted])).toEqual([["mlro", ["cleo"], "mlro"], ["deputy-mlro", ["ana"], "mlro"]]);
  });
  it("goes past the MLRO who wrote it; nobody left is unrouted, never a third office", () => {
    expect(launders(message(by("cleo")))).toMatchObject([{ to: "mlro", people: ["ana"], via: "deputy-mlro" }, { to: "deputy-mlro", people: ["ana"] }]);
    for (const route of launders(message(by("ana")))) expect(route).toMatchObject({ unrouted: true, people: [] });
    expect(launders(undefined, { ...five, roles: { colp: five.roles.colp! } }).every(({ unrouted }) => unrouted === true)).toBe(true);
  });
  it("goes to nobody else, whatever a row says", () => {
    const told = { id: "told", category: ["money-laundering", "bribery"], to: ["cofa", "recipients"] as const, action: "notify" as const, kind: "conduct" as const };
    const wide = policy(five, { packs: [{ ...policy().packs[0]!, laws: [], routes: [told] }] });
    const routes = triage([finding("money-laundering", { rule: "sra/use-of-client-account" }), finding("bribery")], message({ direction: "internal", recipients: [{ id: "dan", role: "solicitor" }] }), wide);
    expect(routes.filter(({ restricted }) => restricted === "mlro").map(({ to: office }) => office)).toEqual(["mlro", "deputy-mlro"]);
    expect(routes.filter(({ row }) => row.endsWith("/told")).map(({ to: office, because }) => [office, because])).toEqual([["cofa", ["base/bribery"]], ["recipients", ["base/bribery"]]]);
  });
  it("nobody outside it is told by a row that names a rule of another kind", () => {
    const told = { id: "told", category: ["money-laundering"], rule: ["sra/tipping-off"], from: "low" as const, to: ["cofa"] as const, action: "notify" as const, kind: "protective" as const };
    const wide = policy(five, { packs: [...policy().packs, { ...policy().packs[0]!, id: "stranger", laws: [], routes: [told] }] });
    expect(triage([finding("money-laundering", { rule: "sra/tipping-off" })], message(), wide).map(({ to: office }) => office)).toEqual(["mlro", "deputy-mlro"]);
  });
  it("a tipping-off to a client reaches them", () => {
    const routes = triage([finding("money-laundering", { rule: "sra/tipping-off" })], message({ recipients: [{ id: "c", role: "client" }] }), policy(five));
    expect(routes.map(({ to: office, action }) => [office, action])).toEqual([["mlro", "escalate"], ["deputy-mlro", "escalate"]]);
  });
  it("the client account as a bank also goes to the COFA, and nothing else of the lane does", () => {
    const to_ = (rule: string, kind?: "client-account") => triage([finding("money-laundering", { rule, ...(kind === undefined ? {} : { kind }) })], message({ direction: "internal" }), policy(five)).map(({ to: office }) => office);
    expect(to_("sra/client-account-as-bank", "client-account")).toEqual(["mlro", "deputy-mlro", "cofa"]);
    expect(to_("sra/client-account-as-bank")).toEqual(["mlro", "deputy-mlro"]);
    expect(to_("sra/use-of-client-account")).toEqual(["mlro", "deputy-mlro"]);
  });
  it("what is restricted never goes on to the next in line, nor where a firm's order would take it", () => {
    const cofa = (firm: typeof five, sender = by("dan")) => triage([finding("money-laundering", { rule: "sra/client-account-as-bank", kind: "client-account" })], message({ direction: "internal", ...sender }), policy(firm)).find(({ to: office }) => office === "cofa");
    const { cofa: _, ...roles } = five.roles;
    expect(cofa({ ...five, roles })).toMatchObject({ unrouted: true });
    expect(cofa({ ...five, roles, succession: { cofa: ["hr"] } })).toMatchObject({ unrouted: true });
    expect(cofa(five, by("cleo"))).toMatchObject({ unrouted: true });
  });
  it("runs the COAF's clock only where the firm has set it", () => {
    const routes = (coaf?: true) => triage([finding("money-laundering", { about: "client" })], message(by("c", "client")), policy({ ...five, ...(coaf === undefined ? {} : { coaf }) }, { law: ["BR"] }));
    expect(routes().every(({ due }) => due === undefined)).toBe(true);
    expect(routes(true)[0]?.due).toMatchObject({ at: "2026-11-21T16:40:00Z", provisional: true });
  });
});

describe("clocks of routes", () => {
  const due = (category: string, one: ReturnType<typeof message>, about: "firm" | "client" = "client", now?: string) =>
    triage([finding(category, { about, rule: category === "complaint" ? "sra/complaint" : `gdpr/${category}` })], one, policy(five), now === undefined ? {} : { now }).map((route) => route.due).find((one_) => one_ !== undefined);
  it.each([
    [["ES"], "EU GDPR Art. 12(3)", "2027-01-01", true], [["GB-EAW"], "UK GDPR Art. 12A", "2027-01-04", undefined],
  ])("under %j a request is told under its own regime", (law, regime, at, weekendsOnly) => {
    const made = triage([finding("data-subject-request", { about: "client" })], message({ ...by("c", "client"), sentAt: "2026-12-01T10:00:00Z" }), policy(undefined, { law })).flatMap(({ due: one }) => one ?? []);
    expect(made).toMatchObject([{ regime, at }]);
    expect(made[0]!.weekendsOnly).toBe(weekendsOnly);
  });
  it.each([
    ["a request of 2025", "data-subject-request", "2025-03-03T10:00:00Z", undefined, ["GB-EAW"], ["UK GDPR Art. 12(3)"]],
    ["the same, as of today", "data-subject-request", "2025-03-03T10:00:00Z", "2026-11-20", ["GB-EAW"], ["UK GDPR Art. 12A"]],
    ["a data complaint of 2025", "complaint", "2025-03-03T10:00:00Z", undefined, ["GB-SCT"], []],
    ["a data complaint of today", "complaint", "2026-11-20T10:00:00Z", undefined, ["GB-SCT"], ["Data Protection Act 2018 s.164A(3)", "Data Protection Act 2018 s.164A(4)"]],
    ["a Brazilian incident of 2021", "data-breach", "2021-05-04T10:00:00Z", undefined, ["BR"], []],
  ])("%s starts the clocks of the law in force then, and tells the same offices", (_, category, sentAt, asOf, law, regimes) => {
    const one = (when: string) => triage([finding(category, { about: "client", rule: category === "complaint" ? "gdpr/data-complaint" : `base/${category}` })], message({ ...by("c", "client"), sentAt: when }), policy(undefined, { law, ...(asOf === undefined ? {} : { asOf }) }));
    expect([...new Set(one(sentAt).flatMap(({ due: made }) => made?.regime ?? []))]).toEqual(regimes);
    expect(new Set(one(sentAt).map(({ to }) => to))).toEqual(new Set(one("2026-11-20T10:00:00Z").map(({ to }) => to)));
  });
  it.each([["lgpd/titular-access", "LGPD art. 19"], ["lgpd/titular-erasure", undefined], ["lgpd/titular-rectification", undefined], ["lgpd/titular-objection", undefined]])("art. 19 LGPD sets 15 days for access alone: %s", (rule, regime) => {
    const routes = triage([finding("data-subject-request", { about: "client", rule, also: ["lgpd/titular-request"] })], message(by("c", "client")), policy(undefined, { law: ["BR"] })).filter(({ to }) => to === "encarregado");
    expect(routes.map(({ due: made, action }) => [made?.regime, action])).toEqual([[regime, "notify"]]);
  });
  it("changed bank details are no breach of the Accounts Rules that somebody discovered", () => {
    const routes = triage([finding("payment-fraud", { about: "outsider", rule: "sra/payment-diversion" })], message(by("o", "counterparty")), policy(five));
    expect(routes.filter(({ to }) => to === "cofa")).toMatchObject([{ action: "verify-by-phone" }]);
    expect(routes.some(({ due: made }) => made !== undefined)).toBe(false);
  });
  it("requests and complaints start when sent", () => {
    expect(due("data-subject-request", message(by("c", "client")))).toMatchObject({ at: "2026-12-21", provisional: false });
    expect(due("complaint", message(by("c", "client")))).toMatchObject({ at: "2027-01-15" });
  });
  it("a breach starts with a report by the firm's people only", () => {
    expect(due("data-breach", message(), "firm")).toMatchObject({ at: "2026-11-23T16:40:00Z", provisional: true });
    const heard = due("data-breach", message(by("c", "client")));
    expect(heard).toMatchObject({ problem: { code: "clock/not-aware" }, confirmBy: "2026-11-21T16:40:00Z" });
    expect(heard?.at).toBeUndefined();
  });
  it("a request passed on by staff may have come earlier", () => expect(due("data-subject-request", message(), "firm")).toMatchObject({ at: "2026-12-21", provisional: true }));
  it("without sentAt there is no date and the route stays", () => {
    const { sentAt: _, ...timeless } = message(by("c", "client"));
    expect(due("data-subject-request", timeless)).toMatchObject({ problem: { code: "clock/no-start" } });
  });
  it("an old export: the period has elapsed", () => expect(due("complaint", message(by("c", "client")), "client", "2027-03-01T09:00:00Z")).toMatchObject({ elapsed: true }));
  it("ten rows of two packs ask the same person once", () => {
    const routes = triage([finding("complaint", { about: "client", rule: "sra/complaint" })], message(by("c", "client")), policy(five));
    expect(routes.filter(({ to: office }) => office === "complaints-partner")).toHaveLength(1);
    expect(to("complaints-partner", routes, "protective")).toMatchObject({ row: "sra/complaint", rows: ["base/complaint", "gdpr/complaint"] });
  });
  it.each([
    ["by noon on Friday", "2026-11-20"], ["we will pay by 5 December", "2026-12-05"], ["on or before 3rd March 2027", "2027-03-03"], ["until December 12, 2026", "2026-12-12"], ["tomorrow at ten", "2026-11-15"],
    ["até sexta-feira", "2026-11-20"], ["até o dia 10 de janeiro", "2027-01-10"], ["amanhã", "2026-11-15"], ["antes del 24 de noviembre", "2026-11-24"], ["el miércoles", "2026-11-18"], ["2026-12-01", "2026-12-01"],
    ["exchange Monday, funds by Friday", "2026-11-20"], ["as soon as we can", undefined], ["31 February 2027", undefined], ["we will pay out 5 of the 12 out of court", undefined], ["separate 2 invoices, market 5", undefined], ["as promised on 2026-10-01 and on 3 May 2026", undefined],
    ["pagamos a quinta parcela", undefined], ["depositamos na quinta, sem falta", "2026-11-19"], ["até segunda ao meio-dia", "2026-11-16"], ["el 3 de marzo de 2027", "2027-03-03"], ["12 de outubro", "2027-10-12"], ["on Saturday", "2026-11-21"],
    ["el viernes por la mañana", "2026-11-20"], ["el viernes a las 10 de la mañana", "2026-11-20"], ["mañana por la mañana", "2026-11-15"], ["lo mando mañana", "2026-11-15"], ["esta mañana no puedo", undefined], ["pasado mañana", "2026-11-16"],
    ["sexta de manhã", "2026-11-20"], ["na sexta pela manhã", "2026-11-20"], ["amanhã de manhã", "2026-11-15"], ["depois de amanhã", "2026-11-16"], ["the day after tomorrow", "2026-11-16"],
    ["by Fri noon", "2026-11-20"], ["on Weds", "2026-11-18"], ["funds thurs", "2026-11-19"], ["by Sat", "2026-11-21"], ["we sat down with the sun out", undefined],
    ["27/11/2026", "2026-11-27"], ["27.11.2026", "2026-11-27"], ["até 27/11/26", "2026-11-27"], ["11/27/2026", "2026-11-27"], ["05/12/2026", undefined], ["12/12/2026", "2026-12-12"], ["31/02/2027", undefined], ["clause 27.11.26", undefined], ["matter 12/27/11/2026", undefined], ["27/11/2025", undefined],
  ])("a promise: %s", (text, date) => expect(promisedDate(text, "2026-11-14")).toBe(date));
  it.each<[readonly string[], string | undefined, string | undefined]>([
    [["GB-EAW"], undefined, "2026-12-05"], [["BR"], "en", "2026-12-05"], [["US-NY"], "en-US", "2026-05-12"], [["US-NY"], undefined, "2026-05-12"], [["GB-EAW", "US-NY"], "en", undefined], [["GB-EAW", "US-NY"], "en-GB", "2026-12-05"], [[], "pt", "2026-12-05"], [[], "es-MX", "2026-12-05"], [[], "en", undefined],
  ])("05/12/2026 under %j in %s", (laws, lang, date) => expect(promisedDate("05/12/2026", "2026-04-14", dayFirst(laws, lang))).toBe(date));
});

describe("parties without an id", () => {
  const nobody = (more: object): Message => message({ sender: { role: "paralegal" }, ...more });
  const engine = createEngine({ packs: [], law: "GB-EAW" });
  it("are in no list of people: strangers are not one person", () => {
    for (const id of [undefined, ""]) {
      const to_ = { recipients: [{ role: "client", ...(id === undefined ? {} : { id }) }, { role: "solicitor", ...(id === undefined ? {} : { id }) }] } as object;
      for (const text of ["I want to end it all, there is no point living", "I will kill you, I know where you live", "We'll slip the clerk fifty pounds to lose the file"]) {
        for (const sender of [{ role: "paralegal", ...(id === undefined ? {} : { id }) }, { role: "client" }] as const) {
          const { routes } = engine.assess({ text, conversationId: "c1", sender, ...to_ });
          expect(routes.length).toBeGreaterThan(0);
          for (const { people = [], neverTo = [], noContact } of routes) expect([...people, ...neverTo, ...(noContact?.people ?? [])]).toEqual([]);
        }
      }
    }
  });
  it("are told of a threat all the same, without those who work under who wrote it", () => {
    const told = (recipients: NonNullable<Message["recipients"]>) => to("recipients", triage([finding("threat", { about: "outsider" })], nobody({ ...by("o", "counterparty"), recipients }), policy(five), { implicated: ["ben"] }), "protective");
    expect(told([{ role: "solicitor" }, { role: "client" }])).toMatchObject({ action: "protect" });
    expect(told([{ role: "solicitor" }])).not.toHaveProperty("people");
    expect(told([{ role: "solicitor" }, { id: "ana", role: "solicitor" }])).toMatchObject({ people: ["ana"] });
    for (const none of [[], [{ role: "client" }], [{ role: "paralegal", supervisor: "ben" }]] as const) expect(told(none)).toBeUndefined();
  });
  it("add up to nobody", () => {
    const all = [1, 2, 3].map((i) => ({ message: nobody({ id: `m${i}` }), assessment: assessed([finding("harassment")], nobody({ id: `m${i}` })) }));
    expect(repeated(all, { ...five, addUp: { messages: 2, reason: "r", owner: "o" } })).toEqual([]);
  });
});

describe("the data protection officer", () => {
  const officers = (law: string[], category: string, more: object = {}) => triage([finding(category, { severity: "high", ...more })], message(), policy(undefined, { law })).filter(({ to: office }) => office === "dpo" || office === "encarregado").map(({ to: office, action, due, row, rows = [] }) => [office, action, due?.regime, ...[row, ...rows]]);
  it("is Brazil's encarregado where only its law binds, and asked once", () => {
    expect(officers(["BR"], "data-subject-request", { about: "client" })).toEqual([["encarregado", "notify", undefined, "base/data-request", "lgpd/titular-request"]]);
    expect(officers(["BR"], "data-subject-request", { about: "client", rule: "lgpd/titular-access" })).toEqual([["encarregado", "notify", "LGPD art. 19", "lgpd/titular-access", "base/data-request", "lgpd/titular-request"]]);
    expect(officers(["BR"], "confidentiality")).toEqual([["encarregado", "review", undefined, "base/leak-by-staff", "lgpd/disclosure"]]);
    expect(officers(["BR"], "pii")).toEqual([["encarregado", "review", undefined, "base/leak-by-staff", "lgpd/identifiers"]]);
    for (const category of ["data-breach", "evidence-tampering", "off-channel", "special-category"]) for (const [office] of officers(["BR"], category)) expect(office).toBe("encarregado");
  });
  it("is another where another law binds too, or none is known", () => {
    expect(officers(["GB-EAW"], "data-subject-request", { about: "client" }).map(([office]) => office)).toEqual(["dpo"]);
    expect(officers(["BR", "GB-EAW"], "data-subject-request", { about: "client" }).map(([office]) => office).sort()).toEqual(["dpo", "encarregado"]);
    expect(officers([], "data-subject-request", { about: "client" }).map(([office]) => office)).toEqual(["dpo"]);
  });
});

it.each([["BR"], ["GB-EAW"]])("under %s the emergency contact is told once of a threat to somebody's life", (law) => {
  const routes = triage([finding("threat", { about: "outsider", severity: "critical" })], message(by("o", "counterparty")), policy(undefined, { law: [law] }));
  expect(routes.filter(({ to: office }) => office === "emergency").map(({ action }) => action)).toEqual(["escalate"]);
});

describe("rows of the policy", () => {
  const row = { id: "r", category: ["pii"], to: ["dpo" as const], action: "review" as const, kind: "conduct" as const };
  const made = (more: object, one = message()) => triage([finding("pii")], one, { ...policy(), base: { ...policy().base, routes: [{ ...row, ...more }] }, packs: [] });
  it.each([
    ["role", { role: ["bot"] }, 0], ["role", { role: ["paralegal"] }, 1], ["direction", { direction: ["inbound"] }, 0], ["direction", { direction: ["outbound"] }, 1],
    ["channel", { channel: ["email"] }, 0], ["channel", { channel: ["unknown"] }, 1], ["law", { law: ["ES"] }, 0], ["law", { law: ["GB-EAW"] }, 1], ["rule", { rule: ["base/threat"] }, 0], ["rule", { rule: ["base/pii"] }, 1],
  ])("%s %j", (_, more, count) => expect(made(more)).toHaveLength(count));
  it("carries the id of a template", () => expect(made({ template: "call-back" })[0]).toMatchObject({ template: "call-back" }));
  it("holds drafts only", () => {
    expect(made({ action: "hold-send" })).toHaveLength(0);
    expect(made({ action: "hold-send" }, message({ stage: "draft" }))).toHaveLength(1);
    expect(to("supervising-solicitor", triage([finding("confidentiality")], message({ stage: "draft" }), policy(five)))).toBeDefined();
  });
});

describe("what no row speaks of", () => {
  it("goes to the managing partner when it is critical", () => {
    expect(triage([finding("x-new", { severity: "critical" })], message(), policy(five))).toMatchObject([{ to: "managing-partner", kind: "conduct", row: "base/no-row", people: ["ana"] }]);
    expect(triage([finding("x-new", { severity: "high" })], message(), policy(five))).toEqual([]);
  });
});

describe("privilege", () => {
  it.each([
    ["client to firm", { ...by("c", "client"), direction: "inbound" as const }, true], ["firm to client", { direction: "outbound" as const }, true],
    ["to the other side", { recipients: [{ id: "o", role: "counterparty" as const }] }, false], ["from the other side", by("o", "counterparty"), false],
    ["firm to nobody knows whom", { direction: "unknown" as const }, true],
    ["internal, of a matter", { direction: "internal" as const, matter: { id: "m" } }, true], ["internal, of none", { direction: "internal" as const }, false],
  ])("%s", (_, more, presumed) => expect(isPresumedPrivileged(message(more))).toBe(presumed));
});

describe("a directory with mistakes", () => {
  const codes = (directory: Directory) => checkDirectory(directory, calendars).map(({ problem }) => problem.code);
  const circle: Directory = { ...five, people: five.people.map((person) => (person.id === "ana" ? { ...person, supervisor: "eve" } : person)) };
  const everywhere: Directory = { people: [{ id: "ana" }], roles: { colp: [{ person: "ana" }], mlro: [{ person: "ana" }], "managing-partner": [{ person: "ana" }] } };
  it.each([
    ["a good one", five, []],
    ["a circle of supervisors", circle, Array(4).fill("directory/circle")],
    ["one person in every role", everywhere, ["directory/one-person"]],
    ["an empty one", { people: [], roles: {} }, ["directory/empty"]],
    ["an unknown person", { ...five, roles: { ...five.roles, hr: [{ person: "bem" }] } }, ["directory/unknown-person"]],
    ["an unknown zone and calendar", { ...five, zone: "Europe/Atlantis", calendar: "mars" }, ["directory/zone", "directory/calendar"]],
    ["a target that nobody can count", { ...five, targets: { "sra-report": { hours: Number.NaN }, "gdpr-request": { workingDays: 1e9 } } }, ["directory/target", "directory/target"]],
    ["a quiet hour that is no time", { ...five, quietHours: { from: "8pm", to: "07:00" } }, ["directory/time"]],
    ["the same person twice", { ...five, people: [...five.people, { id: "eve" }] }, ["directory/twice"]],
  ] as [string, Directory, string[]][])("%s", (_, directory, expected) => {
    expect(codes(directory).sort()).toEqual([...expected].sort());
    for (const { problem } of checkDirectory(directory, calendars)) expect(problem.hint).toBeTruthy();
    const routes = triage([finding("bribery"), finding("data-breach")], message(), policy(directory));
    expect(routes.length).toBeGreaterThan(3);
    for (const route of routes) expect(route.people!.length > 0 || route.unrouted === true).toBe(true);
  });
  it("an unknown zone never drops a route", () => expect(triage([finding("data-subject-request")], message({ matter: { id: "m", law: ["IE"] } }), policy({ ...five, zone: "Europe/Atlantis" })).map(({ due }) => due?.problem?.code)).toContain("clock/zone"));
  it("is read from JSON, with places", () => {
    const text = JSON.stringify({ ...circle, quietHours: { from: "25:00", to: "07:00" }, transfrs: [] }, null, 2);
    const { problems } = readDirectory({ path: "firm.json", text });
    expect(problems.map(({ code }) => code)).toEqual(["schema/invalid-format", "schema/unknown-key"]);
    for (const { line, file } of problems) expect([typeof line, file]).toEqual(["number", "firm.json"]);
    expect(problems[1]!.hint).toBe('did you mean "transfers"?');
    const good = readDirectory({ path: "firm.json", text: JSON.stringify(five, null, 2) });
    expect(good.directory).toEqual(five);
    expect(good.locate(["people", 1], { code: "x", message: "y" })).toMatchObject({ file: "firm.json", line: 10 });
    expect(placeAt("", [])).toBeUndefined();
  });
});
