import { describe, expect, it } from "vitest";
import { toCloudEvents } from "../src/report/cloud-event.js";
import { notice } from "../src/report/notice.js";
import { reportMessage } from "../src/report/text.js";
import { templates } from "../src/generated/templates.js";
import { sra } from "../src/generated/packs/sra.js";
import { createEngine } from "../src/index.js";
import { cases } from "../src/triage/cases.js";
import { next } from "../src/triage/escalate.js";
import { assessed, by, finding, five, message, policy } from "./triage-firm.js";

const plain = { bold: (text: string) => text, dim: (text: string) => text, severity: (_: string, text: string) => text };
const danger = (more: Parameters<typeof finding>[1] = {}) => finding("x-safeguarding", { about: "client", ...more });
const complaint = finding("complaint", { about: "client", rule: "sra/complaint" });
const inbound = message({ ...by("c", "client"), direction: "inbound", channel: "whatsapp", recipients: [{ id: "dan", role: "solicitor" }] });
const silence = { people: ["c"], conversationId: "c1", channel: "whatsapp" };

describe("somebody in danger", () => {
  it("goes to the safeguarding lead, else the next in line, and to the lawyer", () => {
    const { routes } = assessed([danger()], inbound);
    expect(routes.map(({ to, kind, action }) => [to, kind, action])).toEqual([["safeguarding-lead", "protective", "protect"], ["supervising-solicitor", "protective", "protect"]]);
    expect(routes[0]).toMatchObject({ people: ["ana"], via: "hr" });
    expect(assessed([danger({ severity: "critical" })], inbound).routes).toContainEqual(expect.objectContaining({ to: "emergency", action: "escalate" }));
  });
  it.each([["a client writes", inbound, ["c"]], ["the firm writes to a client", message({ recipients: [{ id: "c", role: "client" }, { id: "dan", role: "solicitor" }] }), ["c"]], ["colleagues write to each other", message({ direction: "internal", recipients: [{ id: "dan", role: "solicitor" }] }), []]])("%s: nothing is sent to %j", (_, one, people) => {
    for (const route of assessed([danger()], one).routes) expect(route.noContact).toMatchObject({ people, conversationId: "c1" });
  });
  it("silences every route of the message, whatever it is about: no text may be sent", () => {
    const loud = assessed([complaint], inbound).routes;
    const quiet = assessed([complaint, danger({ severity: "low" })], inbound).routes;
    expect(loud.some(({ template }) => template === "complaint-received")).toBe(true);
    for (const route of loud) expect(route.noContact).toBeUndefined();
    for (const route of quiet) expect([route.noContact, route.template]).toEqual([silence, undefined]);
    expect(quiet.filter(({ to }) => to === "complaints-partner")).toHaveLength(loud.filter(({ to }) => to === "complaints-partner").length);
  });
  it("silences the conversation before and after, also a critical message that is a case of its own", () => {
    const reads = [["a", [complaint]], ["b", [danger()]], ["d", [finding("threat", { about: "client", severity: "critical" })]]] as const;
    const all = cases(reads.map(([id, findings], i) => {
      const one = { ...inbound, id, sentAt: `2026-11-20T16:0${i}:00Z` };
      return { message: one, assessment: assessed(findings, one) };
    }));
    expect(all).toHaveLength(2);
    for (const one of all) {
      expect(one.noContact).toEqual(silence);
      for (const route of one.routes) expect([route.noContact, route.template]).toEqual([silence, undefined]);
      for (const told of next(one, [], "2026-12-20T16:00:00Z", five).notices) expect([told.noContact, told.people?.includes("c")]).toEqual([silence, false]);
    }
    const elsewhere = { ...inbound, id: "e", conversationId: "other" };
    expect(cases([{ message: inbound, assessment: assessed([danger()], inbound) }, { message: elsewhere, assessment: assessed([complaint], elsewhere) }]).map((one) => one.noContact)).toEqual(expect.arrayContaining([undefined, silence]));
  });
  it("is said in reports, notices and events", () => {
    const assessment = assessed([danger(), complaint], inbound);
    expect(reportMessage(inbound, assessment, "chat", { paint: plain, reveal: false })).toMatch(/^ {2}safe {3}SEND NOTHING/m);
    for (const [lang, words] of [["en", "SEND NOTHING"], ["pt", "NÃO ENVIE NADA"], ["es", "NO ENVÍE NADA"]] as const) expect(notice(assessment.routes[0]!, assessment, { lang, templates })).toContain(words);
    for (const { data } of toCloudEvents(assessment, { source: "urn:firm" })) expect(data.route.noContact).toEqual(silence);
  });
});

describe("from a chat to silence", () => {
  const engine = createEngine({ packs: [sra], law: "GB-EAW", directory: five });
  const assess = (text: string) => engine.assess({ ...inbound, text });
  it.each(["please dont text me here he reads my phone", "ele lê meu celular, não me liga", "él revisa mi móvil, no me escribas"])("%s", (text) => {
    const { routes } = assess(text);
    expect(routes.map(({ to }) => to)).toEqual(expect.arrayContaining(["safeguarding-lead", "supervising-solicitor"]));
    for (const route of routes) expect([route.noContact, route.template]).toEqual([silence, undefined]);
  });
  it("in danger of their life: the emergency contact too", () => expect(assess("I want to end it all, there is no point living").routes.map(({ to }) => to)).toContain("emergency"));
  it("the words in honest work silence nothing", () => {
    for (const text of ["my phone is being repaired, please text me on this one", "the witness says he read her phone, see paragraph 4"]) expect(assess(text).routes.some(({ noContact }) => noContact !== undefined)).toBe(false);
  });
});

describe("offices of their own", () => {
  it.each([["insurer-notifications", complaint], ["insurer-notifications", finding("x-own-mistake")], ["insurer-notifications", finding("x-claim", { about: "client" })], ["mlco", finding("x-sanctions", { about: "client" })]])("%s", (office, one) => {
    const staffed = policy({ ...five, roles: { ...five.roles, [office]: [{ person: "cleo" }] } });
    expect(assessed([one], inbound, staffed).routes.find(({ to }) => to === office)).toMatchObject({ people: ["cleo"] });
  });
});
