import { describe, expect, it } from "vitest";
import { readFolder } from "../src/cli/read-folder.js";
import { conductOf } from "../src/core/conduct.js";
import { DIRECTIONS, ROLES } from "../src/core/message.js";
import type { Rule } from "../src/core/rule.js";
import { conductBr, gdpr, lgpd, sra } from "../src/generated/packs/index.js";
import { createEngine } from "../src/index.js";
import { exampleMessage } from "../src/packs/example.js";
import { groupFiles, readPack } from "../src/packs/pack.js";

/** Keys of what binds a profession and those who work in it, and nobody else. The Ombudsman's scheme and statutes bind whoever they name. */
const CONDUCT = /^(?:sra|eoab|ced|prov\d)/;
const { packs } = groupFiles("rules", readFolder("rules", ".json"));
const examplesOf = (pack: string) => readPack(`rules/${pack}`, packs.get(pack)!).source!.examples;

/** The sender's roles and directions that a rule speaks of. */
const senders = ({ when: { role = ROLES, direction = DIRECTIONS, about } }: Rule) =>
  role.flatMap((one) => direction.map((other) => ({ role: one, about: conductOf({ text: "", sender: { id: "", role: one }, direction: other }) }))).filter((one) => about?.includes(one.about) ?? true);

describe.each([["sra", sra, "GB-EAW"], ["conduct-br", conductBr, "BR"]] as const)("%s", (id, pack, law) => {
  const bound = pack.rules.filter(({ provisions }) => provisions.some((key) => CONDUCT.test(key)));
  it("has rules of both sorts", () => expect([bound.length > 5, pack.rules.length - bound.length > 5]).toEqual([true, true]));
  it.each(bound.map((rule) => [rule.id, rule] as const))("%s cites conduct, and speaks of the firm's people only", (_, rule) => expect(senders(rule).filter(({ about }) => about !== "firm")).toEqual([]));

  const engine = createEngine({ packs: [pack], law });
  const cites = new Set(Object.entries(pack.provisions).flatMap(([key, { cite }]) => (CONDUCT.test(key) ? [cite] : [])));
  it.each([...examplesOf(id)].map(([rule, { hit }]) => [rule, hit] as const))("%s: the same words from outside cite no conduct and accuse nobody of the firm", (_, hit) => {
    for (const example of hit) {
      for (const role of ["client", "counterparty", "third-party"] as const) {
        const { findings, routes } = engine.assess({ ...exampleMessage({ ...example, role, direction: "inbound" }) });
        expect(findings.flatMap(({ provisions }) => provisions).filter((cite) => cites.has(cite)), example.text).toEqual([]);
        expect(routes.filter(({ kind }) => kind !== "protective"), example.text).toEqual([]);
      }
    }
  });
});

describe("citations", () => {
  it("of the Regulation say whose", () => {
    for (const { cite } of Object.values(gdpr.provisions)) if (/GDPR/.test(cite)) expect(cite).toMatch(/^(?:UK|EU) GDPR /);
  });
  it("of a criminal record are never those of sensitive data", () => {
    const of = (law: string) => createEngine({ packs: [gdpr, lgpd], law }).assess({ text: "our client was convicted of theft in 2019 and served time in prison", sender: { id: "s", role: "solicitor" }, direction: "internal" }).findings.find(({ category }) => category === "special-category")!;
    expect(of("GB-EAW")).toMatchObject({ kind: "criminal", severity: "low" });
    expect(of("GB-EAW").provisions.join()).toMatch(/UK GDPR Art\. 10/);
    expect(of("GB-EAW").provisions.join()).not.toMatch(/Art\. 9/);
    expect(of("BR").provisions.join()).not.toMatch(/5º, II|art\. 11/);
  });
});
