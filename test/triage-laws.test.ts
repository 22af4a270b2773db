import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Finding, Route } from "../src/core/assessment.js";
import { LABELS } from "../src/core/label.js";
import { isFirmRole, type Message } from "../src/core/message.js";
import { OFFICES, type Office } from "../src/core/rule.js";
import { barred } from "../src/triage/implicated.js";
import { cases } from "../src/triage/cases.js";
import { view, withoutLane } from "../src/triage/view.js";
import { about, anyFirm, runs } from "./triage-arbitrary.js";
import { assessed, finding, policy } from "./triage-firm.js";

const sameOffice = (a: Route) => (b: Route): boolean => b.to === a.to && b.action === a.action && b.kind === a.kind && b.restricted === a.restricted;

describe("laws of routes", () => {
  it("no conduct route reaches an implicated person or a subordinate of one", () => {
    fc.assert(fc.property(anyFirm, ({ known, one, implicated, assessment }) => {
      for (const { kind, people = [], neverTo = [] } of assessment.routes) {
        if (kind !== "conduct") continue;
        const accused = isFirmRole(one.sender!.role) ? [one.sender!.id!, ...implicated] : implicated;
        const may = (person: string): boolean => !barred(accused, one, known).has(person);
        expect(people.every(may)).toBe(true);
        expect(people.some((person) => neverTo.includes(person))).toBe(false);
        const above = (person: string, seen: readonly string[] = []): readonly string[] => {
          const boss = known.people.find((each) => each.id === person)?.supervisor;
          return boss === undefined || seen.includes(boss) ? seen : above(boss, [...seen, boss]);
        };
        for (const person of people) expect(above(person).some((boss) => accused.includes(boss))).toBe(false);
      }
    }), runs);
  });

  it("no protective route is lost because its recipient took part", () => {
    fc.assert(fc.property(anyFirm, ({ known, one, findings }) => {
      const stranger: Message = { ...one, sender: { ...one.sender!, id: "nobody" }, recipients: [] };
      const offices = (each: Message): unknown => assessed(findings, each, policy(known)).routes.filter(({ kind, to }) => kind === "protective" && to !== "recipients" && to !== "supervising-solicitor").map(({ to, people }) => [to, people]);
      expect(offices(one)).toEqual(offices(stranger));
    }), runs);
  });

  it("any other role's view is byte-identical to that of the assessment without the restricted finding", () => {
    fc.assert(fc.property(anyFirm, fc.constantFrom(...OFFICES, "metrics" as const), ({ known, one, findings, implicated }, role) => {
      if (role === "mlro" || role === "deputy-mlro") return;
      const laundering = finding("money-laundering", { severity: "critical", about: about(one.sender!.role) });
      const without = findings.filter(({ category }) => category !== "money-laundering");
      const seen = (some: Finding[]): string => JSON.stringify(view(assessed(some, one, policy(known), { implicated }), role));
      expect(seen([laundering, ...without])).toBe(seen(without));
      const open = (some: Finding[]): unknown => cases([{ message: one, assessment: assessed(some, one, policy(known), { implicated }) }]).filter(({ restricted }) => restricted === undefined);
      expect(open([laundering, ...without])).toEqual(open(without));
      expect(withoutLane(assessed([laundering, ...without], one, policy(known), { implicated }))).toEqual(withoutLane(assessed(without, one, policy(known), { implicated })));
    }), runs);
  });

  it("a reporting officer's view leaves out what is about its holder, and that only", () => {
    fc.assert(fc.property(anyFirm, fc.constantFrom("mlro", "deputy-mlro"), ({ known, one, implicated, assessment }, office) => {
      const { findings } = view(assessment, office);
      expect(findings.length).toBe(assessment.findings.filter(({ past }) => past?.includes(office) !== true).length);
      const bars = barred([...implicated, ...(isFirmRole(one.sender!.role) ? [one.sender!.id!] : [])], one, known);
      const holders = (known.roles[office] ?? []).map(({ person }) => person);
      if (holders.some((person) => bars.has(person))) expect(findings.filter(({ about: of }) => of === "firm")).toEqual([]);
    }), runs);
  });

  it("adding a finding never removes or delays a route to an officer", () => {
    fc.assert(fc.property(anyFirm, fc.constantFrom(...LABELS), ({ known, one, findings, implicated, assessment }, category) => {
      const more = assessed([...findings, finding(category, { rule: `base/${category}-more`, about: about(one.sender!.role) })], one, policy(known), { implicated });
      for (const route of assessment.routes) {
        const kept = more.routes.filter(sameOffice(route)).find((other) => JSON.stringify(other.people) === JSON.stringify(route.people));
        expect(kept).toBeDefined();
        if (route.due?.at !== undefined) expect(more.routes.filter(sameOffice(route)).some(({ due }) => due?.at !== undefined && due.at <= route.due!.at!)).toBe(true);
      }
    }), runs);
  });

  it("the same inputs in any order give the same routes and case ids", () => {
    fc.assert(fc.property(anyFirm, fc.array(anyFirm, { maxLength: 3 }), fc.nat(), ({ known, one, findings, implicated, assessment }, others, by) => {
      const turned = [...findings.slice(by % findings.length), ...findings.slice(0, by % findings.length)];
      expect(assessed(turned, one, policy(known), { implicated }).routes).toEqual(assessment.routes);
      const reads = [{ message: one, assessment }, ...others.map((other, i) => ({ message: { ...other.one, id: `o${i}` }, assessment: { ...other.assessment, messageId: `o${i}` } }))];
      expect(cases([...reads].reverse())).toEqual(cases(reads));
    }), runs);
  });

  it("every critical finding has a live recipient or says unrouted", () => {
    fc.assert(fc.property(anyFirm, ({ known, assessment }) => {
      const away = (person: string): boolean => known.people.find((each) => each.id === person)?.absent !== undefined;
      for (const { rule, severity } of assessment.findings) {
        if (severity !== "critical") continue;
        const routes = assessment.routes.filter(({ because }) => because.includes(rule));
        expect(routes.length).toBeGreaterThan(0);
        for (const { people = [], unrouted, to } of routes) expect(unrouted === true ? people.length === 0 : to === "recipients" || people.some((person) => !away(person))).toBe(true);
      }
    }), runs);
  });

  it("no office but those of the lane is told of laundering", () => {
    fc.assert(fc.property(anyFirm, ({ assessment }) => {
      for (const { restricted, to, via } of assessment.routes) if (restricted !== undefined) expect(["mlro", "deputy-mlro", "cofa"] as Office[]).toContain(via ?? to);
    }), runs);
  });
});
