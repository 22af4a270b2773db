import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { identifiers } from "../src/generated/identifiers.js";
import { prepare } from "../src/prepare/prepare.js";
import { isShaped, type ShapedIdentifier } from "../src/scan/identifier.js";
import { createIdentify } from "../src/scan/identify.js";

const identify = createIdentify(identifiers);
const find = (text: string): [string, string][] => identify(prepare(text)).map(({ entity, start, end }) => [entity, text.slice(start, end)]);
const shaped = identifiers().filter(isShaped);
const compactOf = (value: string): string => value.replace(/[ ./-]/g, "").toUpperCase();

const SENTENCES = ["thanks, see you at the office on Thursday", "podes mandar isso quando der", "ya te digo algo esta tarde", "ok", "please bring the deeds with you"];
const LEADS = [" ", ": ", ":", " - ", " is ", " é ", " es ", " = ", "\n", " -> "];
const labelled = shaped.flatMap(({ type, context, examples }) => Object.values(context).flatMap((words) => words.slice(0, 1).flatMap((word) => examples.valid.map((value) => ({ type, word, value })))));

it("an identifier with its name is found in any benign sentence, whatever leads from the name to it", () => {
  fc.assert(fc.property(fc.constantFrom(...SENTENCES), fc.constantFrom(...labelled), fc.constantFrom(...LEADS), fc.constantFrom(". ", "\n", " 👍 "), fc.constantFrom(...SENTENCES), (before, { type, word, value }, lead, end, after) => {
    const text = `${before}${end}${word}${lead}${value}${end}${after}`;
    expect(find(text), text).toContainEqual([type, value]);
  }), { numRuns: 800, examples: [[SENTENCES[0]!, { type: "br-rg", word: "rg", value: "10.000.006-X" }, " es ", ". ", SENTENCES[0]!]] });
});

/** Random digits, the same at each run. */
const draw = (() => {
  let state = 20261122;
  return (count: number): string => Array.from({ length: count }, () => { state = (Math.imul(state, 1664525) + 1013904223) >>> 0; return Math.floor((state / 2 ** 32) * 10); }).join("");
})();
const DRAWS = 3000;

describe("random digits", () => {
  const numeric = shaped.filter(({ check, chance, examples }) => check !== undefined && chance < 1 && /^\d+$/.test(compactOf(examples.valid[0]!)));
  it.each(numeric.map((one) => [one.type, one] as const))("pass the check of %s no more often than it says", (_, { check, chance, examples, shape }) => {
    const whole = new RegExp(`^(?:${[shape].flat().join("|")})$`, "i");
    const length = compactOf(examples.valid[0]!).length;
    let passed = 0;
    for (let i = 0; i < DRAWS; i++) {
      const digits = draw(length);
      if (whole.test(digits) && check!(digits, digits)) passed++;
    }
    expect(passed / DRAWS).toBeLessThanOrEqual(chance + 3 * Math.sqrt((chance * (1 - chance)) / DRAWS) + 0.001);
  });
});

describe("one changed digit is seen in 96 of 100 changes where remainders mod 11 are folded", () => {
  const types = ["br-cpf", "br-cnpj", "br-pis", "br-renavam", "br-titulo-eleitor", "pt-nif", "uk-nhs-number"];
  it.each(types.map((type) => [type, shaped.find((one) => one.type === type)!] as [string, ShapedIdentifier]))("%s", (_, { check, examples }) => {
    const length = compactOf(examples.valid[0]!).length;
    let changes = 0;
    let seen = 0;
    for (let tries = 0; changes < 1500 && tries < 200_000; tries++) {
      const digits = draw(length);
      if (!check!(digits, digits)) continue;
      for (let i = 0; i < length; i++) {
        for (let by = 1; by < 10; by++, changes++) {
          const changed = digits.slice(0, i) + String((Number(digits[i]) + by) % 10) + digits.slice(i + 1);
          if (!check!(changed, changed)) seen++;
        }
      }
    }
    expect(changes).toBeGreaterThan(500);
    expect(seen / changes).toBeGreaterThanOrEqual(0.96);
  });
});
