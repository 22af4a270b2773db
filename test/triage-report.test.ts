import { CloudEvent as SdkEvent, HTTP } from "cloudevents";
import { describe, expect, it } from "vitest";
import { LANGS } from "../src/core/label.js";
import { base } from "../src/generated/base.js";
import { toCloudEvents } from "../src/report/cloud-event.js";
import { notice } from "../src/report/notice.js";
import { describeDue, reportMessage } from "../src/report/text.js";
import { assessed, by, finding, five, message, policy } from "./triage-firm.js";

const fraud = assessed([finding("payment-fraud", { about: "outsider", rule: "sra/payment-diversion" }), finding("money-laundering", { about: "outsider", rule: "sra/laundering-flags" })], message(by("o", "counterparty")));
const route = (office: string) => fraud.routes.find(({ to }) => to === office)!;

describe("notices", () => {
  it("are short, and say what, who, what to do and which rows", () => {
    expect(notice(route("cofa"), fraud, { lang: "en" })).toBe(
      "HIGH · COFA (cleo)\nPossible (likely) · sra/payment-diversion\n→ verify by phone, on a number you already had\nmessage m1 · Rows: sra/client-money\n",
    );
  });
  it.each(LANGS)("%s, with titles of the packs and no text unless given", (lang) => {
    const written = notice(route("it-security"), fraud, { lang, packs: [base.pack] });
    expect(written).not.toMatch(/undefined|“/);
    expect(notice(route("cofa"), fraud, { lang, text: "pay here" })).toContain("“pay here”");
  });
  it.each([["en", "weekends only: check public holidays"], ["pt", "só fins de semana"], ["es", "solo fines de semana"]] as const)("%s: says where public holidays are not known", (lang, words) => {
    const asked = assessed([finding("data-subject-request", { about: "client" })], message(by("c", "client")), policy(undefined, { law: ["ES"] }));
    const due = asked.routes.find((one) => one.due !== undefined)!;
    expect(notice(due, asked, { lang })).toContain(`EU GDPR Art. 12(3), ${words}`);
    expect(describeDue(due.due!)).toBe("by 2026-12-21 (EU GDPR Art. 12(3), weekends only: check public holidays)");
  });
  it("say what stands where a message has no words, and quote nothing", () => {
    const plain = { bold: (text: string) => text, dim: (text: string) => text, severity: (_: string, text: string) => text };
    for (const [markers, words] of [[["deleted"], "(deleted)"], [["media"], "(media)"], [["deleted", "media"], "(deleted)"], [[], "(no text)"]] as const) {
      const empty = message({ text: "", markers });
      const assessment = assessed([finding("x-deleted")], empty);
      const report = reportMessage(empty, assessment, "chat", { paint: plain, reveal: false });
      expect(report.split("\n")[1]).toBe(`  ${words}`);
      expect(notice(assessment.routes[0]!, assessment, { lang: "en", text: "" })).not.toContain("“");
    }
  });
  it("the reporting officer considers privilege first", () => expect(notice(route("mlro"), fraud, { lang: "en" })).toMatch(/privileged circumstances \(POCA s\.330\) first/));
  it("withhold text at the border and from HR where it is presumed privileged", () => {
    const one = message({ ...by("c", "client"), matter: { law: ["BR"] } });
    const harassing = assessed([finding("harassment", { about: "client" })], one);
    const hr = harassing.routes.find(({ to }) => to === "hr")!;
    expect(notice(hr, harassing, { lang: "en", text: "secret" })).toMatch(/Text withheld: Código Penal art\. 154/);
    const home = assessed([finding("harassment", { about: "client" })], message(by("c", "client")));
    expect(notice(home.routes.find(({ to }) => to === "hr")!, home, { lang: "pt", text: "secret" })).toMatch(/Texto retido: presumido sigiloso/);
  });
  it("say loudly that nobody is left, and who takes it instead", () => {
    const top = assessed([finding("bribery", { severity: "critical" })], message(by("ana")));
    expect(notice(top.routes[0]!, top, { lang: "en" })).toMatch(/^CRITICAL.*\nNOBODY IS LEFT/);
    const own = assessed([finding("bribery")], message(by("ben")), policy({ ...five, roles: { ...five.roles, colp: [{ person: "ben" }] } }));
    expect(notice(own.routes.find(({ via }) => via !== undefined)!, own, { lang: "en" })).toMatch(/^HIGH · managing partner \(ana\) as the next in line: COLP\n[^]*Not to be told: ben, dan, eve/);
  });
});

describe("CloudEvents", () => {
  it("are what the CloudEvents SDK accepts, in strict mode, and survive its JSON", () => {
    const all = toCloudEvents(fraud, { source: "urn:firm:chat", time: "2026-11-20T17:00:00Z", mlro: true });
    expect(all.length).toBeGreaterThan(3);
    for (const one of all) {
      const event = new SdkEvent({ ...one } as object, true);
      expect(event.validate()).toBe(true);
      expect(HTTP.toEvent(HTTP.structured(event))).toMatchObject({ id: one.id, type: "obiter.route.v1", data: JSON.parse(JSON.stringify(one.data)) as object });
    }
    expect(() => new SdkEvent({ ...all[0]!, source: "" } as object, true).validate()).toThrow();
  });
  const events = toCloudEvents(fraud, { source: "urn:firm:chat", time: "2026-11-20T17:00:00Z" });
  it("have the required attributes, a unique id and JSON data", () => {
    for (const { specversion, id, source, type } of events) {
      expect([specversion, source]).toEqual(["1.0", "urn:firm:chat"]);
      expect(id.length * type.length).toBeGreaterThan(0);
    }
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
    expect(events[0]).toMatchObject({ subject: "m1", time: "2026-11-20T17:00:00Z", datacontenttype: "application/json", data: { route: { to: "supervising-solicitor" }, findings: [{ rule: "sra/payment-diversion" }] } });
  });
  it("are refused for a message without an id: they could not be told from others", () => {
    const { id: _, ...nameless } = message(by("o", "counterparty"));
    expect(() => toCloudEvents(assessed([finding("payment-fraud", { about: "outsider" })], nameless), { source: "urn:firm:chat" })).toThrow(/a message without an id \[event\/no-id\]/);
  });
  it("hold nothing of the restricted lane unless asked, no places and no evidence", () => {
    expect(JSON.stringify(events)).not.toMatch(/launder|mlro|spans|contributions/);
    const all = toCloudEvents(fraud, { source: "urn:firm:chat", mlro: true });
    expect(all.filter(({ data }) => data.route.restricted === "mlro").map(({ data }) => data.route.to)).toEqual(["mlro", "deputy-mlro"]);
    expect(all.filter(({ data }) => data.route.restricted === undefined)).toEqual(toCloudEvents(fraud, { source: "urn:firm:chat" }));
  });
});
