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

describe("the marks of chat, in italics, in bold, struck through, as code", () => {
  const marks = fc.constantFrom("_", "*", "~", "**", "__", "*_", "`", "```");
  const close = (mark: string): string => [...mark].reverse().join("");
  const readers = identifiers.map((one): Identifier => one()).filter((one): one is ReadIdentifier => !isShaped(one));
  const told = readers.flatMap(({ examples }) => examples.valid).filter((text) => !/[_*~`]/.test(text));
  const unmarkedText = (text: string): string => text.replace(/\[\[|\]\]/g, "");
  /** A value that stands by itself: marks amid a word are part of it. */
  const apart = told.filter((text) => [...text.matchAll(/(^|.)\[\[([^]*?)\]\](.?)/g)].every(([, before, value, after]) => /^[\s(,;]?$/.test(before!) && /^[\s),;.!?]?$/.test(after!) && !/\n/.test(value!)));

  it("hide no identifier round it and its name", () => {
    fc.assert(fc.property(fc.constantFrom(...labelled), marks, fc.constantFrom("", "ok, "), fc.constantFrom("", ". thanks"), ({ type, word, value }, mark, before, after) => {
      for (const text of [`${before}${mark}${word}: ${value}${close(mark)}${after}`, `${before}${word}: ${mark}${value}${close(mark)}${after}`, `${before}${mark}${word}:${close(mark)} ${value}${after}`]) expect(find(text), text).toContainEqual([type, value]);
    }), { numRuns: 600 });
  });
  it("hide nothing that is read, round a whole message", () => {
    fc.assert(fc.property(fc.constantFrom(...told), marks, (text, mark) => {
      expect(find(`${mark}${unmarkedText(text)}${close(mark)}`)).toEqual(find(unmarkedText(text)));
    }), { numRuns: 600 });
  });
  it("hide nothing that is read, round the value alone, and are no part of it", () => {
    fc.assert(fc.property(fc.constantFrom(...apart), fc.constantFrom("_", "*", "~"), (text, mark) => {
      const values = find(text.replace(/\[\[|\]\]/g, mark)).map(([, value]) => value);
      for (const [, value] of text.matchAll(/\[\[([^]*?)\]\]/g)) expect(values).toContain(value);
    }), { numRuns: 600 });
  });
  it.each([["john_smith@x.com", "email"], ["wifi: GUEST_WIFI_2026", "password"], ["the pw is Harbour_77", "password"]])("amid a token are part of it: %s", (text, type) => {
    expect(find(text)).toEqual([[type, text.split(" ").at(-1)]]);
  });
  it.each(["cpf_529.982.247-25", "cpf _529.982.247-25", "529.982.247-25_ é o cpf", "_meu cpf\né 529.982.247-25_"])("touch a number: %s", (text) => expect(find(text)).toEqual([["br-cpf", "529.982.247-25"]]));
});
