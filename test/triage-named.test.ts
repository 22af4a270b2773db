import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Directory } from "../src/core/directory.js";
import { notice } from "../src/report/notice.js";
import { named } from "../src/triage/named.js";
import { view } from "../src/triage/view.js";
import { whyNot } from "../src/triage/why-not.js";
import { base } from "../src/generated/base.js";
import { sra } from "../src/generated/packs/sra.js";
import { assessed, by, finding, five, message, policy } from "./triage-firm.js";

const names: Readonly<Record<string, string>> = { ana: "Ana Sofía Whitlock", ben: "Ben Osei", cleo: "Cleo Marsh", dan: "Dan Pryce", eve: "Eve Pryce" };
const firm: Directory = { ...five, people: five.people.map((person) => ({ ...person, name: names[person.id]! })) };
const accused = (text: string, category = "complaint", one = by("c", "client"), directory: Directory | undefined = firm) => named(finding(category, { spans: [] }), message({ ...one, text }), directory);

describe("an allegation that names somebody", () => {
  it.each([
    ["the COLP took the money", ["ben"]], ["Your compliance officer lied to me", ["ben"]], ["a sócia-gerente me insultou na frente de todos", ["ana"]], ["la socia directora me gritó", ["ana"]],
    ["Ben Osei never answered a single call", ["ben"]], ["BEN never answered", ["ben"]], ["Ms Marsh was rude to me", ["cleo"]], ["ana sofia whitlock perdeu meus documentos", ["ana"]], ["Ana Sofia-Whitlock lost it", ["ana"]],
    ["Pryce kept the deposit", []], ["Dan Pryce kept the deposit", ["dan"]], ["Benjamin kept the deposit", []], ["the deputy MLRO did it", ["ana"]], ["our MLRO did it", ["cleo"]],
    ["Ben, please sort this out", []], ["please sort this out, Ben", []], ["Hi Ben this is a complaint", []], ["I told Ben twice", []], ["reporting this to the COLP", []], ["vou falar com o Ben", []], ["avisa a Ben", []],
    ["I told Ben twice and Ben laughed", ["ben"]], ["nobody answers", []], ["", []],
  ])("%s: %j", (text, people) => expect([...accused(text).people].sort()).toEqual(people));
  it("the sender's own supervisor", () => {
    for (const text of ["my boss keeps touching me", "minha chefe me humilha", "mi jefa me insulta"]) expect(accused(text, "harassment", by("eve", "paralegal")).people).toEqual(["dan"]);
    expect(accused("my boss keeps touching me").people).toEqual([]);
  });
  it("only in the sentences of the finding, and only where the finding may accuse", () => {
    const text = "Ben called at three. She slipped the clerk fifty pounds. Ben is kind";
    const at = (start: number) => named(finding("bribery", { spans: [{ start, end: start + 5 }] }), message({ text }), firm).people;
    expect([at(0), at(21), at(57)]).toEqual([["ben"], [], ["ben"]]);
    for (const category of ["threat", "payment-fraud", "legal-advice-request", "undertaking"]) expect(accused("Ben Osei will pay for this", category).people).toEqual([]);
  });
  it("goes past the holder, whatever the office, and past those under them", () => {
    const bribes = (text: string) => assessed([finding("bribery", { spans: [], about: "client" })], message({ ...by("c", "client"), text }), policy(firm));
    expect(bribes("the COLP offered to slip the clerk fifty pounds").routes.find(({ to }) => to === "colp")).toMatchObject({ people: ["cleo"], past: [{ person: "ben", because: "implicated" }], neverTo: ["ben", "dan", "eve"] });
    expect(bribes("slip the clerk fifty pounds").routes.find(({ to }) => to === "colp")).toMatchObject({ people: ["ben"] });
    const own = bribes("Ben offered to slip the clerk fifty pounds");
    expect(view(own, "colp").findings).toEqual([]);
    expect(view(own, { person: "ben" }).findings).toEqual([]);
    expect(assessed([finding("complaint", { spans: [], about: "client" })], message({ ...by("c", "client"), text: "Ana never called" }), policy(firm)).routes.find(({ to }) => to === "complaints-partner")).toMatchObject({ unrouted: true });
  });
  it("goes past the office where no directory says who holds it", () => {
    const own = assessed([finding("bribery", { spans: [] })], message({ text: "the COLP slipped the clerk fifty pounds" }), policy());
    expect(own.routes.find(({ to }) => to === "colp")).toMatchObject({ via: "managing-partner", past: [{ office: "colp", because: "implicated" }] });
    for (const route of own.routes) {
      expect(route.recused).toEqual(["colp"]);
      expect(notice(route, own, { lang: "pt" })).toMatch(/Não contar a: .*COLP$/m);
    }
    expect(whyNot(own, "colp", [base.pack, sra]).find(({ row }) => row === "sra/serious-misconduct")?.why).toBe("its holder is accused");
    expect(view(own, "colp").findings).toEqual([]);
    const all = assessed([finding("money-laundering", { spans: [] })], message({ text: "the MLRO and the deputy MLRO take cash" }), policy());
    for (const route of all.routes) expect(route).toMatchObject({ unrouted: true });
  });
  it("a law: whoever is named in full as the one who did it is told by no route of that finding, nor is anybody under them", () => {
    fc.assert(fc.property(fc.constantFrom(...five.people.map(({ id }) => id)), fc.constantFrom("bribery", "harassment", "evidence-tampering", "complaint", "confidentiality", "money-laundering"), fc.constantFrom("slipped the clerk a bribe", "pagou propina", "me gritó otra vez"), fc.constantFrom("firm", "client"), (id, category, did, about) => {
      const one = message({ ...(about === "firm" ? by("nobody", "paralegal") : by("c", "client")), text: `yesterday ${names[id]} ${did}` });
      for (const { people = [], neverTo } of assessed([finding(category, { spans: [], about: about as "firm" })], one, policy(firm)).routes) {
        expect(neverTo).toContain(id);
        expect(people).not.toContain(id);
        for (const person of people) expect(neverTo).not.toContain(person);
      }
    }));
  });
});
