import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Directory } from "../src/core/directory.js";
import { base } from "../src/generated/base.js";
import { sra } from "../src/generated/packs/sra.js";
import { createEngine } from "../src/index.js";
import { cases, repeated, type Read } from "../src/triage/cases.js";
import { next } from "../src/triage/escalate.js";
import { afterQuiet } from "../src/triage/quiet-hours.js";
import { view } from "../src/triage/view.js";
import { whyNot } from "../src/triage/why-not.js";
import { assessed, by, finding, five, message, policy } from "./triage-firm.js";

const client = message({ ...by("c", "client"), direction: "inbound" });
const weighed = [{ feature: "pattern:money-laundering:asserted", weight: 1 }, { feature: "words", weight: 0.5, span: { start: 0, end: 4 } }];

describe("view", () => {
  const all = assessed([finding("money-laundering", { about: "client", severity: "critical" }), finding("payment-fraud", { about: "client", contributions: weighed })], client);
  it("shows a role what reaches it, and no more", () => {
    const cofa = view(all, "cofa");
    expect(cofa.findings.map(({ category }) => category)).toEqual(["payment-fraud"]);
    expect(cofa).toMatchObject({ severity: "high", routes: [{ to: "cofa" }] });
    expect(view(all, "hr")).toMatchObject({ severity: "none", findings: [], routes: [] });
  });
  it("leaves nothing of the restricted lane to others, the evidence of other labels included", () => {
    for (const role of ["cofa", "it-security", "managing-partner", "metrics"] as const) expect(JSON.stringify(view(all, role))).not.toMatch(/launder|mlro|case-/);
  });
  it("shows the reporting officers everything, but for what is about the holder", () => {
    for (const officer of ["mlro", "deputy-mlro"] as const) {
      expect(view(all, officer).findings).toEqual(all.findings);
      expect(view(all, officer).routes).toEqual(all.routes);
    }
    const own = assessed([finding("harassment"), finding("credentials"), finding("complaint")], message(by("cleo")));
    expect(view(own, "mlro")).toMatchObject({ severity: "none", findings: [], routes: [] });
    expect(view(own, "deputy-mlro").findings).toEqual(own.findings);
    expect(all.findings[0]).toMatchObject({ restricted: "mlro", caseId: expect.stringMatching(/^case-[0-9a-f]{14}$/) as string });
  });
  it("goes past the reporting officer against whom it speaks", () => {
    const own = assessed([finding("money-laundering")], message(by("cleo")));
    expect(view(own, "mlro").findings).toEqual(own.findings.slice(0, 0));
    expect(view(own, "deputy-mlro").findings).toEqual(own.findings);
  });
  it("shows them what is too slight for a route, but not what is about the holder: sender, named, under them, or implicated", () => {
    const slight = finding("money-laundering", { severity: "low" });
    const seen = (one: Parameters<typeof assessed>[1], implicated: readonly string[] = [], some = policy(five)) => (["mlro", "deputy-mlro"] as const).map((officer) => view(assessed([slight], one, some, { implicated }), officer).findings.length);
    expect(seen(message())).toEqual([1, 1]);
    expect(seen(message(by("cleo")))).toEqual([0, 1]);
    expect(seen(message(by("ana")))).toEqual([0, 0]);
    expect(seen(message(), ["cleo"])).toEqual([0, 1]);
    expect(seen(message({ text: "Cleo passes it through her own account" }))).toEqual([0, 1]);
    expect(seen(message({ text: "our MLRO passes it through" }), [], policy())).toEqual([0, 1]);
  });
  it("the officer whom a route went past sees nothing of it; the next in line does", () => {
    const own = assessed([finding("bribery")], message(by("ben")), policy({ ...five, roles: { ...five.roles, colp: [{ person: "ben" }] } }));
    expect(view(own, "colp")).toMatchObject({ severity: "none", findings: [], routes: [] });
    expect(view(own, "managing-partner").findings).toHaveLength(1);
  });
  it("an office does not see what went past its holder; the deputy who took it looks as a person", () => {
    const own = assessed([finding("bribery")], message(by("ben")));
    expect(own.routes.find(({ to }) => to === "colp")).toMatchObject({ people: ["cleo"] });
    expect(view(own, "colp")).toMatchObject({ findings: [], routes: [] });
    expect(view(own, { person: "ben" })).toMatchObject({ severity: "none", findings: [], routes: [] });
    expect(view(own, { person: "cleo" })).toMatchObject({ findings: [{ category: "bribery" }], routes: [{ to: "colp" }] });
  });
  it("leaves the text and its places of what is presumed privileged out for HR, IT and metrics", () => {
    const harassing = assessed([finding("harassment", { about: "client", contributions: weighed })], client);
    expect(view(harassing, "hr").findings).toMatchObject([{ category: "harassment", spans: [] }]);
    expect(view(harassing, "hr").findings[0]).not.toHaveProperty("contributions");
    const outside = assessed([finding("harassment", { about: "outsider" })], message(by("o", "counterparty")));
    expect(view(outside, "hr").findings[0]?.spans).toEqual([{ start: 0, end: 4 }]);
  });
  it("metrics have no names, no message, no places", () => {
    const figures = view(all, "metrics");
    expect(figures).toMatchObject({ messageId: "", routes: [], findings: [{ category: "payment-fraud", spans: [] }] });
    expect(JSON.stringify(figures)).not.toMatch(/cleo|ana|m1/);
  });
});

describe("why not", () => {
  const packs = [base.pack, sra];
  const reasons = (assessment: ReturnType<typeof assessed>, role: Parameters<typeof whyNot>[1], as?: Parameters<typeof whyNot>[3]) => Object.fromEntries(whyNot(assessment, role, packs, as).map(({ row, why }) => [row, why]));
  it("names the row and what kept the role out", () => {
    const own = assessed([finding("bribery"), finding("confidentiality", { severity: "low" })], message(by("ben")), policy({ ...five, roles: { ...five.roles, colp: [{ person: "ben" }] } }));
    expect(reasons(own, "colp")).toMatchObject({
      "sra/serious-misconduct": "ben: implicated", "sra/confidentiality": "below high", "sra/publicity": "no finding of outcome-guarantee",
      "sra/retainer-at-risk": "not about the conduct of: client, outsider", "sra/confidence-from-outside": "below medium",
    });
    expect(reasons(own, "cofa")).toMatchObject({ "sra/client-money": "no finding of payment-fraud" });
    expect(reasons(own, "encarregado")).toEqual({});
  });
  it("is silent on the restricted lane unless asked for as its officer", () => {
    const own = assessed([finding("money-laundering")], message(by("cleo")));
    expect(reasons(own, "mlro", "colp")["sra/laundering-by-staff"]).toBe("no finding of money-laundering");
    expect(reasons(own, "mlro", "deputy-mlro")["sra/laundering-by-staff"]).toBe("cleo: implicated");
    expect(reasons(own, "mlro")["sra/laundering-by-staff"]).toBe("no finding of money-laundering");
  });
  it("the engine knows its own rows, and says what is wrong with the directory", () => {
    const engine = createEngine({ packs: [sra], law: "GB-EAW", directory: { people: [], roles: {} } });
    expect(engine.problems.map(({ problem }) => problem.code)).toEqual(["directory/empty"]);
    const assessment = engine.assess({ text: "You should reject the offer, you have a strong claim for unfair dismissal", sender: { id: "va", role: "virtual-assistant" }, direction: "outbound" });
    expect(assessment.routes.every(({ unrouted }) => unrouted === true)).toBe(true);
    expect(engine.whyNot(assessment, "colp").find(({ row }) => row === "sra/unqualified-practice")?.why).toBe("nobody holds the office");
  });
});

const read = (findings: Parameters<typeof assessed>[0], one = message(), firm = five): Read => ({ message: one, assessment: assessed(findings, one, policy(firm)) });
const at = (minute: number, id: string, more: Parameters<typeof message>[0] = {}) => message({ id, sentAt: `2026-11-20T16:${String(minute).padStart(2, "0")}:00Z`, ...more });

describe("cases", () => {
  it("ten hits of one conversation are one case", () => {
    const [one, ...rest] = cases(Array.from({ length: 10 }, (_, i) => read([finding("harassment", { severity: "medium" })], at(i, `m${i}`))));
    expect(rest).toEqual([]);
    expect(one).toMatchObject({ severity: "medium", opened: "2026-11-20T16:00:00Z", messages: ["m0", "m1", "m2", "m3", "m4", "m5", "m6", "m7", "m8", "m9"] });
    expect(one!.routes.filter(({ to }) => to === "hr")).toHaveLength(1);
  });
  it("critical bypasses aggregation; the restricted lane has a case of its own", () => {
    const some = cases([read([finding("harassment")], at(1, "a")), read([finding("threat", { severity: "critical" })], at(2, "b")), read([finding("money-laundering")], at(3, "c"))]);
    expect(some).toHaveLength(3);
    expect(some.filter(({ restricted }) => restricted === "mlro")).toHaveLength(1);
    expect(new Set(some.map(({ id }) => id)).size).toBe(3);
  });
  it("messages of no conversation are cases of their own, even where two sources count from 1", () => {
    const alone = (sentAt: string, sender: string) => {
      const { conversationId: _, ...one } = message({ id: "1", sentAt, ...by(sender) });
      return read([finding("harassment")], one);
    };
    expect(cases([alone("2026-05-20T16:00:00Z", "dan"), alone("2026-11-20T16:00:00Z", "dan"), alone("2026-11-20T16:00:00Z", "eve"), alone("2026-11-20T16:00:00Z", "eve")])).toHaveLength(3);
  });
  it("a message without an id is refused, and belongs to no restricted case", () => {
    const { id: _, ...nameless } = message();
    const laundering = read([finding("money-laundering")], nameless);
    expect(laundering.assessment.findings[0]).not.toHaveProperty("caseId");
    for (const all of [[laundering], [read([finding("harassment")]), read([], { ...nameless, id: "" })]]) {
      expect(() => cases(all)).toThrow(new RegExp(`the message at ${all.length - 1} has no id \\[cases/no-id\\]`));
      expect(() => repeated(all, { ...five, addUp: { messages: 2, reason: "r", owner: "o" } })).toThrow(/\[cases\/no-id\]/);
    }
  });
  it("keeps conduct of different people apart", () => {
    const [one] = cases([read([finding("harassment")], at(1, "a")), read([finding("harassment")], at(2, "b", by("dan")))]);
    expect(one!.routes.filter(({ to }) => to === "hr").map(({ neverTo }) => neverTo)).toEqual([["eve"], ["dan", "eve"]]);
  });
  it("adds up nothing unless the directory says so, and lists messages, not a score", () => {
    const all = [1, 2, 3].map((i) => read([finding("harassment", { severity: "medium" })], at(i, `m${i}`)));
    const advice = [4, 5, 6].map((i) => read([finding("legal-advice")], at(i, `m${i}`, by("dan"))));
    const clients = [7, 8, 9].map((i) => read([finding("harassment", { about: "client" })], at(i, `m${i}`, by("c", "client"))));
    expect(repeated(all, five)).toEqual([]);
    const told = (toldOn: string) => all.map(({ message: one, ...rest }) => ({ ...rest, message: { ...one, sender: { ...one.sender!, toldOn } } }));
    expect(repeated(told("2026-11-21"), { ...five, addUp: { messages: 3, reason: "r", owner: "o" } })).toEqual([]);
    expect(repeated(told("2026-11-20"), { ...five, addUp: { messages: 3, reason: "r", owner: "o" } })).toHaveLength(1);
    const addUp = { messages: 3, reason: "policy 7", owner: "ana" };
    expect(repeated([...all, ...advice, ...clients], { ...five, addUp })).toEqual([{ person: "eve", messages: ["m1", "m2", "m3"], reason: "policy 7", owner: "ana" }]);
  });
});

describe("escalation", () => {
  const [high] = cases([read([finding("harassment")], at(0, "a"))]);
  const hr = (now: string, acks: Parameters<typeof next>[1] = [], directory = five) => next({ ...high!, routes: high!.routes.filter(({ to }) => to === "hr") }, acks, now, directory);
  it("tells the route at once, and the next in line when nobody answers", () => {
    expect(hr("2026-11-20T16:00:00Z")).toMatchObject({ notices: [{ step: 0, to: "hr", people: ["ana"] }], again: "2026-11-20T20:00:00Z" });
    expect(hr("2026-11-20T20:00:00Z").notices.map(({ to, people }) => [to, people])).toEqual([["hr", ["ana"]], ["colp", ["ben", "cleo"]]]);
  });
  it("stops when somebody who was told answers, and not for anybody else", () => {
    const ack = (by_: string) => [{ caseId: high!.id, by: by_, at: "2026-11-20T17:00:00Z" }];
    expect(hr("2026-11-20T23:00:00Z", ack("ana")).notices).toHaveLength(1);
    expect(hr("2026-11-20T23:00:00Z", ack("hr"))).toEqual({ notices: hr("2026-11-20T16:00:00Z").notices });
    expect(hr("2026-11-20T23:00:00Z", ack("eve")).notices).toHaveLength(2);
  });
  it("goes on to nobody who was told of the same by another route, and stops where they have answered", () => {
    // Ana and Ben are told at once (managing partner, COLP, DPO): each is the next in line of the other.
    const [one] = cases([read([finding("evidence-tampering", { severity: "critical" })], at(0, "a", by("dan")))]);
    const ladder = (acks: readonly string[] = []) => next(one!, acks.map((who) => ({ caseId: one!.id, by: who, at: "2026-11-20T16:05:00Z" })), "2026-11-20T16:20:00Z", five).notices.filter(({ step }) => step > 0).map(({ to, people }) => [to, people]);
    expect(ladder()).toEqual([["colp", ["cleo"]]]);
    expect(ladder(["ben"])).toEqual([]);
    expect(ladder(["dan"])).toEqual([["colp", ["cleo"]]]);
  });
  it("goes on to whoever was told of something else only", () => {
    const [one] = cases([read([finding("harassment", { severity: "medium" }), finding("pii", { severity: "medium" })], at(0, "a"))]);
    const { notices } = next(one!, [{ caseId: one!.id, by: "ben", at: "2026-11-20T16:05:00Z" }], "2026-11-21T16:00:00Z", { ...five, roles: { ...five.roles, colp: [{ person: "ben" }] } });
    const things = (who: string) => one!.routes.filter(({ to }) => to === who).map(({ because }) => because);
    expect([things("hr"), things("dpo")]).toEqual([[["base/harassment"]], [["base/pii"]]]);
    expect(notices.map(({ step, to, people }) => [step, to, people])).toContainEqual([1, "colp", ["ben"]]);
  });
  it("goes past whoever is away when it comes to them", () => {
    const away = { ...five, people: five.people.map((person) => (person.id === "ben" ? { ...person, absent: [{ from: "2026-11-20", to: "2026-12-01" }] } : person)) };
    expect(hr("2026-11-20T20:00:00Z", [], away).notices.map(({ to, people }) => [to, people])).toEqual([["hr", ["ana"]], ["colp", ["cleo"]]]);
  });
  it("goes to those in line for the matter's law and the sender's department", () => {
    const divided: Directory = { ...five, roles: { ...five.roles, colp: [{ person: "ben", law: ["GB-EAW"] }, { person: "cleo", law: ["BR"] }], dpo: [], "managing-partner": [{ person: "ana", department: "property" }, { person: "dan", department: "litigation" }] } };
    const steps = (law: string) => {
      const [one] = cases([read([finding("credentials")], message({ ...by("eve", "paralegal"), matter: { law: [law] } }), divided)]);
      return next(one!, [], "2026-12-20T16:00:00Z", divided).notices.filter(({ step }) => step > 0).map(({ to, people }) => [to, people]);
    };
    expect(steps("GB-EAW")).toEqual([["managing-partner", ["ana"]], ["colp", ["ben"]]]);
    expect(steps("BR")).toEqual([["managing-partner", ["ana"]], ["colp", ["cleo"]]]);
  });
  it("never climbs to somebody who must not know", () => {
    const [own] = cases([read([finding("harassment", { severity: "critical" })], at(0, "a", by("ben")))]);
    for (const { people } of next(own!, [], "2026-12-20T16:00:00Z", five).notices) for (const id of people ?? []) expect(["ben", "dan", "eve"]).not.toContain(id);
    const [lane] = cases([read([finding("money-laundering", { severity: "critical" })], at(0, "a"))]);
    expect(new Set(next(lane!, [], "2026-12-20T16:00:00Z", five).notices.map(({ to }) => to))).toEqual(new Set(["mlro", "deputy-mlro"]));
  });
  it.each(["2026-11-21T10:00:00", "2026-11-21", "2026-02-30T10:00:00Z", "soon", undefined, new Date()])("says that %s is no instant", (now) => {
    expect(() => hr(now as string)).toThrow(/"now" is no instant \[circumstances\/now\]/);
  });
  it("waits for nobody before the time has come, and tells without a directory by role", () => {
    expect(hr("2026-11-20T15:59:00Z")).toEqual({ notices: [], again: "2026-11-20T16:00:00Z" });
    const [roles] = cases([{ message: message(), assessment: assessed([finding("harassment")], message(), policy()) }]);
    expect(next(roles!, [], "2026-11-21T16:40:00Z").notices.filter(({ step }) => step > 0).map(({ to }) => to)).toContain("managing-partner");
  });
});

describe("quiet hours", () => {
  const quiet = { from: "20:00", to: "07:00" };
  it.each([
    ["2026-11-20T16:00:00Z", [], "2026-11-20T16:00:00Z"],
    ["2026-11-20T22:30:40Z", [], "2026-11-21T07:00:00Z"],
    ["2026-11-21T06:59:59Z", [], "2026-11-21T07:00:00Z"],
    ["2026-07-20T22:30:00Z", [], "2026-07-21T06:00:00Z"],
    ["2026-11-20T22:30:00Z", ["2026-11-21T03:00:00Z"], "2026-11-20T22:30:00Z"],
    ["2026-11-20T22:30:00Z", ["2026-11-20"], "2026-11-20T22:30:00Z"],
    ["2026-11-20T22:30:00Z", ["2026-11-21"], "2026-11-21T07:00:00Z"],
  ])("ready %s with limits %j: %s", (ready, limits, out) => expect(afterQuiet(ready, quiet, "Europe/London", limits.map((limit) => ({ at: limit, regime: "", basis: "", provisional: false })))).toBe(out));
  it("never come early, and never miss a limit that can still be kept", () => {
    const instant = fc.date({ min: new Date("2026-01-01T00:00:00Z"), max: new Date("2027-12-31T00:00:00Z"), noInvalidDate: true }).map((date) => date.toISOString());
    const time = fc.tuple(fc.nat(23), fc.nat(59)).map(([hour, minute]) => `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`);
    fc.assert(fc.property(instant, fc.record({ from: time, to: time }), fc.constantFrom("Europe/London", "America/Sao_Paulo", "Asia/Kolkata"), fc.array(instant, { maxLength: 2 }), (ready, hours, zone, limits) => {
      const out = Date.parse(afterQuiet(ready, hours, zone, limits.map((limit) => ({ at: limit, regime: "", basis: "", provisional: false }))));
      expect(out).toBeGreaterThanOrEqual(Date.parse(ready));
      for (const limit of limits) if (Date.parse(limit) > Date.parse(ready)) expect(out).toBeLessThanOrEqual(Date.parse(limit));
      expect(out - Date.parse(ready)).toBeLessThanOrEqual(24 * 3_600_000);
    }));
  });
  it("wait for nothing critical", () => {
    const night = { ...five, quietHours: quiet };
    const late = (severity: "high" | "critical") => cases([read([finding("harassment", { severity })], message({ sentAt: "2026-11-20T23:00:00Z" }))])[0]!;
    expect(next(late("critical"), [], "2026-11-20T23:00:00Z", night).notices.length).toBeGreaterThan(0);
    expect(next(late("high"), [], "2026-11-20T23:00:00Z", night).notices.map(({ to }) => to)).not.toContain("hr");
  });
});
