import { describe, expect, it } from "vitest";
import { wrongLaw } from "../src/core/law.js";
import { isUnder, placeOf, PLACES } from "../src/core/place.js";
import { createEngine } from "../src/index.js";
import * as shipped from "../src/generated/packs/index.js";

describe("laws that hold in others", () => {
  const STATES = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK IS LI NO".split(" ");
  const request = { text: "I want a copy of all the personal data you hold about me", sentAt: "2026-11-20T16:40:00Z", sender: { id: "c", role: "client" }, direction: "inbound" } as const;
  const under = (law: string) => createEngine({ packs: Object.values(shipped), law });
  it.each(STATES)("the EU GDPR in %s, whose days are counted by its zone, with no holidays known", (law) => {
    const { findings, routes } = under(law).assess(request);
    expect(findings).toMatchObject([{ rule: "gdpr/request-access" }]);
    expect(findings[0]!.provisions).toEqual(under("EU").assess(request).findings[0]!.provisions);
    expect(routes.flatMap(({ due }) => due ?? [])).toMatchObject([{ regime: "EU GDPR Art. 12(3)", at: "2026-12-21", weekendsOnly: true }]);
    expect(() => new Intl.DateTimeFormat("en", { timeZone: PLACES[law]!.zone })).not.toThrow();
    expect(under(law).problems).toEqual([]);
  });
  it.each(["CH", "US", "JP"])("and not in %s", (law) => expect(under(law).assess(request).findings[0]!.provisions).toEqual([]));
  it.each(["GB-EAW", "GB-SCT", "GB-NIR", "GB"])("the UK GDPR in %s", (law) => {
    const { findings, routes } = under(law).assess(request);
    expect(findings[0]!.provisions.filter((cite) => /^EU|^Directive/.test(cite))).toEqual([]);
    expect(findings[0]!.provisions).toContain("UK GDPR Art. 15");
    expect(routes.flatMap(({ due }) => due ?? [])).toMatchObject([{ regime: "UK GDPR Art. 12A" }]);
  });
  it("of the kingdom nothing that only a part has, but as what would apply; and it is asked which", () => {
    const { findings } = under("GB").assess({ ...request, text: "this is a formal complaint about how Mr Hale handled my case" });
    expect(findings[0]!.wouldApply?.some(({ ifLaw }) => ifLaw === "GB-EAW")).toBe(true);
    expect(findings[0]!.rule).not.toMatch(/^sra/);
    expect(under("GB").problems).toMatchObject([{ path: ["law", 0], problem: { code: "engine/law", message: "the law GB does not say which part of the country", hint: expect.stringMatching(/GB-EAW, GB-SCT, GB-NIR/) as string } }]);
  });
  it("a part counts days as its country does", () => expect([placeOf("ES-CT"), placeOf("GB-SCT")?.calendar, placeOf("US-NY"), placeOf("constructor")]).toEqual([placeOf("ES"), "gb-sct", undefined, undefined]));
  it("a part is no name of the whole", () => expect([isUnder("GB", ["GB-EAW"]), isUnder("EU", ["ES"]), isUnder("ES-CT", ["EU"]), isUnder("ESTONIA", ["EU"]), isUnder("", ["EU"])]).toEqual([false, false, true, false, false]));
});

describe("the codes of laws", () => {
  it.each([...Object.keys(PLACES), ...Object.values(shipped).flatMap(({ laws }) => laws), "US", "US-NY", "AO", "JE"])("%s is one", (code) => expect(wrongLaw(code)).toBeUndefined());
  it.each([
    ["ZZ", /ISO 3166/],
    ["UN", /ISO 3166/],
    ["EU-XX", /"EU"|ISO 3166/],
    ["UK", /^did you mean "GB-EAW"\?$/],
    ["GB-ENG", /"GB-EAW"/],
    ["GB-WLS", /"GB-EAW"/],
    ["GB-SCO", /"GB-SCT"/],
    ["GB-NI", /"GB-NIR"/],
    ["gb-eaw", /"GB-EAW"/],
    [" BR", /"BR"/],
    ["SU", /"RU"/],
    ["England", /such as GB-EAW \(England and Wales\)/],
    ["XX", /ISO 3166/],
    ["", /ISO 3166/],
    ["constructor", /ISO 3166/],
  ])("%j is none", (code, hint) => {
    expect(wrongLaw(code)?.message).toBe(`"${code}" is no law`);
    expect(wrongLaw(code)?.hint).toMatch(hint);
  });
});
