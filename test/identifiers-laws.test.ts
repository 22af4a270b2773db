import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { identifiers } from "../src/generated/identifiers.js";
import { triggers } from "../src/generated/triggers.js";
import { prepare } from "../src/prepare/prepare.js";
import { askedOf, isNear } from "../src/scan/identifier-near.js";
import { sceneOf } from "../src/scan/identifier-scene.js";
import { classesOf, signsOf } from "../src/scan/identifier-units.js";
import { isShaped, type Identifier, type ReadIdentifier, type ShapedIdentifier } from "../src/scan/identifier.js";
import { openTriggers } from "../src/scan/identifier-triggers.js";
import { createIdentify } from "../src/scan/identify.js";

const identify = createIdentify(identifiers, openTriggers(triggers));
const find = (text: string): [string, string][] => identify(prepare(text)).map(({ entity, start, end }) => [entity, text.slice(start, end)]);
const shaped = identifiers.map((one): Identifier => one()).filter(isShaped);
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

describe("a word at which a reader finds something", () => {
  const readers = identifiers.map((one): Identifier => one()).filter((one): one is ReadIdentifier => !isShaped(one));
  const texts = readers.flatMap(({ examples }) => [...examples.valid, ...examples.invalid].map((text) => text.replace(/\[\[|\]\]/g, "")));
  const words = texts.flatMap((text) => text.split(" "));
  const capital = (text: string): string => text.replace(/(?<!\p{L})\p{Ll}/gu, (letter) => letter.toUpperCase());
  const part = fc.oneof(fc.constantFrom(...texts), fc.constantFrom(...words), fc.constantFrom(...words).map(capital), fc.constantFrom("de", "la", "7", "12/03/1980", "Ana", "É", "M a r i a", "p4ssw0rd"));

  it("has near it what its trigger asks for", () => {
    fc.assert(fc.property(fc.array(part, { minLength: 1, maxLength: 12 }), fc.constantFrom(" ", " ", ", ", "\n", "-", "\u00a0"), (parts, join) => {
      const text = prepare(parts.join(join));
      const signs = signsOf(text.original, classesOf(() => false));
      const scene = sceneOf(text, signs);
      for (const { at, read } of readers) {
        const triggers = at.flatMap((trigger) => ("words" in trigger ? [{ words: new Set(trigger.words), asked: askedOf(trigger.with) }] : []));
        text.tokens.forEach(({ word }, i) => {
          const here = triggers.filter(({ words: these }) => these.has(word));
          if (here.length > 0 && read(scene, i) !== undefined) expect(here.some(({ asked }) => isNear(asked, text, i, signs)), `${word} in ${text.original}`).toBe(true);
        });
      }
    }), { numRuns: 1500 });
  });
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
