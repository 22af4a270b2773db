import { describe, expect, it } from "vitest";
import { wrongLaw } from "../src/core/law.js";
import { PLACES } from "../src/core/place.js";
import * as shipped from "../src/generated/packs/index.js";

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
