import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { isFirmRole, type Message } from "../src/core/message.js";
import type { Office } from "../src/core/rule.js";
import { cases, type Read } from "../src/triage/cases.js";
import { next, type Ack } from "../src/triage/escalate.js";
import { barred } from "../src/triage/implicated.js";
import { named } from "../src/triage/named.js";
import { anyFirm, runs, sentBy } from "./triage-arbitrary.js";
import { assessed, finding, five, message, policy } from "./triage-firm.js";

const LATER = "2026-12-20T16:00:00Z";
const OFFICES_AS_CALLED: Partial<Record<Office, string>> = {
  colp: "the COLP", cofa: "the COFA", mlro: "the MLRO", "deputy-mlro": "the deputy MLRO", mlco: "the MLCO", dpo: "the DPO", hr: "the head of HR",
  "it-security": "the head of IT", "safeguarding-lead": "the safeguarding lead", "complaints-partner": "the complaints partner", "managing-partner": "the managing partner",
};
const accused = fc.subarray(Object.keys(OFFICES_AS_CALLED) as Office[], { maxLength: 3 });
const accusing = (one: Message, offices: readonly Office[]): Message => ({ ...one, text: `${offices.map((office) => OFFICES_AS_CALLED[office]!).join(" and ")} told me to` });

describe("laws of escalation", () => {
  it("no notice at any step reaches an implicated person", () => {
    fc.assert(fc.property(anyFirm, accused, ({ known, one, findings, implicated }, offices) => {
      const told = accusing(one, offices);
      const [assessment, meant] = [assessed(findings, told, policy(known), { implicated }), findings.map((finding) => named(finding, told, known))];
      for (const each of cases([{ message: told, assessment }])) {
        for (const route of each.routes) {
          const of = findings.flatMap(({ rule, restricted }, i) => (route.because.includes(rule) && route.restricted === restricted ? meant[i]!.people : []));
          const bars = barred([...implicated, ...of, ...(route.kind === "conduct" && isFirmRole(told.sender!.role) ? [told.sender!.id!] : [])], told, known);
          for (const { people = [] } of next({ ...each, routes: [route] }, [], LATER, known).notices) expect(people.filter((person) => bars.has(person))).toEqual([]);
        }
      }
    }), runs);
  });

  it("nor, where nobody says who holds which, an implicated office", () => {
    fc.assert(fc.property(sentBy, accused, fc.constantFrom("bribery", "money-laundering", "harassment", "complaint", "x-own-mistake"), fc.constantFrom("high", "critical"), (one, offices, category, severity) => {
      const told = accusing(one, offices);
      const assessment = assessed([finding(category, { severity, about: isFirmRole(one.sender!.role) ? "firm" : "client" })], told, policy());
      for (const each of cases([{ message: told, assessment }])) {
        for (const { to, unrouted } of next(each, [], LATER).notices) expect(unrouted === true || !(offices as string[]).includes(to)).toBe(true);
      }
    }), runs);
  });

  it("whoever was told of something is never the next in line for it", () => {
    fc.assert(fc.property(anyFirm, fc.array(fc.constantFrom("ana", "ben", "cleo", "dan", "colp", "hr"), { maxLength: 2 }), ({ known, one, findings, implicated }, by) => {
      for (const each of cases([{ message: one, assessment: assessed(findings.slice(0, 1), one, policy(known), { implicated }) }])) {
        const acks: Ack[] = by.map((who) => ({ caseId: each.id, by: who, at: "2026-11-20T16:41:00Z" }));
        const { notices } = next(each, acks, LATER, known);
        for (const notice of notices) {
          const { step, at, people = [] } = notice;
          if (step === 0) continue;
          const others = notices.filter((other) => other !== notice && Date.parse(other.at) <= Date.parse(at)).flatMap((other) => other.people ?? []);
          expect(people.filter((person) => others.includes(person))).toEqual([]);
          expect(people).not.toEqual([]);
        }
      }
    }), runs);
  });

  it("what was told stays told as time goes on", () => {
    fc.assert(fc.property(anyFirm, fc.nat(6000), fc.nat(6000), ({ known, one, assessment }, a, b) => {
      const firm = { ...known, zone: "Europe/London", quietHours: { from: "17:00", to: "07:00" } };
      const at = (minutes: number) => new Date(Date.parse("2026-11-20T16:00:00Z") + minutes * 60_000).toISOString();
      for (const each of cases([{ message: one, assessment }])) {
        const early = next(each, [], at(Math.min(a, b)), firm).notices;
        expect(next(each, [], at(Math.max(a, b)), firm).notices.slice(0, early.length)).toEqual(early);
      }
    }), runs);
  });
});

describe("the work of cases", () => {
  it("grows with the messages of a conversation, and no faster", () => {
    const work = (count: number): number => {
      const reads: Read[] = Array.from({ length: count }, (_, i) => {
        const one = message({ id: `m${i}`, sentAt: `2026-11-20T16:${String(i % 60).padStart(2, "0")}:00Z` });
        return { message: one, assessment: assessed([finding("harassment")], one, policy(five)) };
      });
      const add = vi.spyOn(Set.prototype, "add");
      try {
        expect(cases(reads)[0]!.messages).toHaveLength(count);
        return add.mock.calls.length;
      } finally {
        add.mockRestore();
      }
    };
    expect(work(400)).toBeLessThanOrEqual(4.5 * work(100));
  });
});
