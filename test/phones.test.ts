import { getExampleNumber, type CountryCode } from "libphonenumber-js/max";
import examples from "libphonenumber-js/mobile/examples" with { type: "json" };
import { describe, expect, it } from "vitest";
import { identifiers } from "../src/generated/identifiers.js";
import { prepare } from "../src/prepare/prepare.js";
import { createIdentify } from "../src/scan/identify.js";

/** libphonenumber is the oracle: its own mobile example of each country is found as people write it there, and abroad. */
const identify = createIdentify(identifiers);
const phones = (text: string): string[] => identify(prepare(text)).filter(({ entity }) => entity === "phone").map(({ start, end }) => text.slice(start, end).replace(/\D/g, ""));
const COUNTRIES: readonly CountryCode[] = ["GB", "IE", "US", "CA", "AU", "NZ", "ZA", "NG", "IN", "PK", "FR", "DE", "NL", "BE", "PL", "IT", "RO", "BR", "PT", "AO", "ES", "MX", "AR", "CO", "CL", "PE", "EC", "VE", "UY", "DO"];
const LABELS = { en: "my mobile is", pt: "meu celular é", es: "mi móvil es" };

describe.each(COUNTRIES)("%s", (country) => {
  const number = getExampleNumber(country, examples)!;
  it.each(Object.values(LABELS))("after %s", (label) => {
    for (const written of [number.formatInternational(), number.number, number.formatNational()]) {
      expect(phones(`hi, ${label} ${written}, thanks`), written).toEqual([written.replace(/\D/g, "")]);
    }
  });
  it("with the country's code and no label", () => {
    for (const written of [number.formatInternational(), number.number]) expect(phones(`ok ${written} then`), written).toEqual([written.replace(/\D/g, "")]);
  });
});
