import { getExampleNumber, type CountryCode } from "libphonenumber-js/max";
import examples from "libphonenumber-js/mobile/examples" with { type: "json" };
import { describe, expect, it } from "vitest";
import { identifiers } from "../src/generated/identifiers.js";
import { triggers } from "../src/generated/triggers.js";
import { prepare } from "../src/prepare/prepare.js";
import { openTriggers } from "../src/scan/identifier-triggers.js";
import { createIdentify } from "../src/scan/identify.js";

/** libphonenumber is the oracle: its own mobile example of each country is found as people write it there, and abroad. */
const identify = createIdentify(identifiers, openTriggers(triggers));
const phones = (text: string): string[] => identify(prepare(text)).filter(({ entity }) => entity === "phone").map(({ start, end }) => text.slice(start, end).replace(/\D/g, ""));
const COUNTRIES: readonly CountryCode[] = ["GB", "IE", "US", "CA", "AU", "NZ", "ZA", "NG", "IN", "PK", "FR", "DE", "NL", "BE", "PL", "IT", "RO", "BR", "PT", "AO", "ES", "MX", "AR", "CO", "CL", "PE", "EC", "VE", "UY", "DO", "CH"];
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

/** What nothing calls a phone: its form, the language of the message and the countries it names decide. */
describe("without a label", () => {
  it.each([
    ["ok then 07911 204 778 works", "07911 204 778"], ["ok then 07911204778 works", "07911204778"], ["tá bom então 11 9 7412-0836 serve", "11 9 7412-0836"], ["vale pues 661 09 27 88 sirve", "661 09 27 88"],
    ["the Lisbon desk has 912 345 678 on the card", "912 345 678"], ["in Spain it was 612 345 678 until may", "612 345 678"], ["a ficha da cliente em Madrid diz 612 345 678", "612 345 678"],
    ["Sra. Ortiz, 661 09 27 88, trae bulto para la vuelta al juzgado", "661 09 27 88"], ["llegó de Córdoba, 0351 15 668-1190, con el contador", "0351 15 668-1190"], ["so 447911204778 it is", "447911204778"], ["wa.me/5511974120836", "5511974120836"], ["@5215512345678 puede confirmar", "5215512345678"],
  ])("%s", (text, number) => expect(phones(text)).toEqual([number.replace(/\D/g, "")]));
  it.each([
    "the desk has 912 345 678 on the card", "it was 612 345 678 until may", "kernel 2.6.35-22.35 or 2.6.32-309.18", "ref 2024/118823 or 2024-118823", "test ( 1 2 3 4 5 6 7 8 9 ) select any", "so 5123456789 it is", "(00) 00000-0000 é o formato", "o cartão 5698 7654 33 não passa",
  ])("none in: %s", (text) => expect(phones(text)).toEqual([]));
});
