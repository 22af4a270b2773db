import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { IdentifierEvidence } from "../src/core/evidence.js";
import { hashWord, tailOf } from "../src/core/hash.js";
import { HEAD } from "../src/core/text.js";
import { ENTITY_TYPES, isNoted, NOTED_TYPES, WEAK_TYPES } from "../src/core/label.js";
import { sha256 } from "../src/core/sha256.js";
import { CAPITAL, DIGIT } from "../src/core/signs.js";
import type { Text } from "../src/core/text.js";
import { glance } from "../src/prepare/glance.js";
import { prepare } from "../src/prepare/prepare.js";
import { keccak256 } from "../src/scan/identifier-keccak.js";
import { compareClaims } from "../src/scan/identifier-order.js";
import type { Claim } from "../src/scan/identifier-order.js";
import { createMayIdentify, openTriggers, triggersOf } from "../src/scan/identifier-triggers.js";
import { isShaped } from "../src/scan/identifier.js";
import type { Identifier, Scene } from "../src/scan/identifier.js";
import { createIdentify } from "../src/scan/identify.js";
import { COLLISIONS, EARNED, ORDINARY, PEOPLE, WRITTEN } from "./identifiers/cases.js";

const folder = new URL("../src/scan/identifiers/", import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith(".ts")).sort();
const identifiers = (await Promise.all(files.map((name) => import(new URL(name, folder).href)))).map(({ identifier }) => identifier as Identifier);
const triggers = openTriggers(triggersOf(identifiers));
const identify = createIdentify(identifiers.map((one) => () => one), triggers);

const mayIdentify = createMayIdentify(triggers);
/** Whatever is found anywhere in these tests, the quick reading must not have turned the message away. */
const find = (text: string): [string, string][] => {
  const found = identify(prepare(text));
  const seen = glance(text);
  if (found.length > 0 && !seen.odd && !mayIdentify(seen)) throw new Error("the quick reading turns away a message with an identifier");
  return found.map(({ entity, start, end }) => [entity, text.slice(start, end)]);
};
/** Words without any finesse: the work of `identify` alone is measured. */
const plainText = (original: string): Text => {
  const tokens = [...original.matchAll(/[\p{L}\p{N}]+/gu)].map(({ 0: word, index }) => ({ start: index, end: index + word.length, word: word.toLowerCase() }));
  const list = (of: (word: string) => number): Int32Array => Int32Array.from(tokens, ({ word }) => of(word));
  return { original, count: tokens.length, all: -1, sentences: [], lang: undefined, evasions: [], quoted: [], tokens, hashes: list(hashWord), tails: list(tailOf), signs: Int32Array.from(tokens, ({ start, end }) => (/\d/.test(original.slice(start, end)) ? DIGIT : 0) | (/\p{Lu}/u.test(original.slice(start, end)) ? CAPITAL : 0)), head: (k) => hashWord(tokens[k]!.word.slice(0, HEAD)), word: (k) => tokens[k]!.word, startOf: (k) => tokens[k]!.start, endOf: (k) => tokens[k]!.end, unitsOf: () => 0 };
};
const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, "");
const strong = (found: readonly IdentifierEvidence[]) => found.filter(({ entity }) => !WEAK_TYPES.includes(entity) && !isNoted(entity));

it("covers every entity type", () => {
  expect(new Set(identifiers.map(({ type }) => type))).toEqual(new Set([...ENTITY_TYPES, ...NOTED_TYPES]));
});

describe.each(identifiers.map((identifier, i) => [files[i]!.replace(".ts", ""), identifier] as const))("%s", (_, identifier) => {
  it("states its source", () => expect(identifier.source.length).toBeGreaterThan(8));

  if (isShaped(identifier)) {
    const words = Object.values(identifier.context).flatMap((phrases) => phrases.slice(0, 2));
    it.each(identifier.examples.valid)("finds %s after its name in each language", (value) => {
      for (const word of words) {
        for (const text of [`hi, ${word}: ${value}, thanks`, `the ${word} is ${value}.`, `(${word} ${value})`, `${word} ${value}\nok`, `${word}: ${value}👍`]) {
          expect(find(text), text).toContainEqual([identifier.type, value]);
        }
      }
    });
    it.each(identifier.examples.invalid)("does not find %s", (value) => {
      for (const word of words) expect(find(`hi, ${word}: ${value}, thanks`).map(([type]) => type)).not.toContain(identifier.type);
    });
  } else {
    it.each(identifier.examples.valid)("reads %s", (marked) => {
      const wanted = [...marked.matchAll(/\[\[([^]*?)\]\]/g)].map((match) => letters(match[1]!));
      const found = find(marked.replaceAll("[[", "").replaceAll("]]", "")).filter(([type]) => type === identifier.type);
      expect(found.map(([, value]) => letters(value))).toEqual(wanted);
    });
    it.each(identifier.examples.invalid)("finds none in: %s", (text) => {
      expect(find(text).map(([type]) => type)).not.toContain(identifier.type);
    });
  }
});

describe("ordinary numbers of a law office", () => {
  it.each(ORDINARY)("%s", (text) => {
    expect(strong(identify(prepare(text))).map(({ entity, start, end }) => [entity, text.slice(start, end)])).toEqual([]);
  });
});

describe("collisions", () => {
  it.each(COLLISIONS)("%s", (text, wanted) => {
    expect(find(text).filter(([type]) => !WEAK_TYPES.includes(type as never))).toEqual(wanted);
  });
});

describe.each([["written as people write", WRITTEN], ["confidence is earned", EARNED], ["names, addresses, dates of birth", PEOPLE]])("%s", (_, table) => {
  it.each(table)("%j", (text, wanted) => expect(find(text).filter(([type]) => !isNoted(type as never))).toEqual(wanted));
});

describe("suspects, where asked for", () => {
  const suspects = (text: string): string[] => identify(prepare(text), true).filter(({ suspect }) => suspect === true).map(({ entity, start, end }) => `${entity} ${text.slice(start, end)}`);
  it.each([["meu CPF é 123.456.789-00", "br-cpf 123.456.789-00"], ["card 4111 1111 1111 1112", "payment-card 4111 1111 1111 1112"], ["PESEL 90010112340", "pl-pesel 90010112340"], ["IBAN GB82 WEST 1234 5698 7654 33", "iban GB82 WEST 1234 5698 7654 33"]])("%s", (text, wanted) => {
    expect(suspects(text)).toEqual([wanted]);
    expect(identify(prepare(text))).toEqual([]);
  });
  it.each(["CPF 000.000.000-00", "o CPF 123.456.789-00 é só exemplo", "order 123.456.789-00", "CPF 123.456.789-09"])("none in: %s", (text) => expect(suspects(text)).toEqual([]));
  it("never take the place of an identifier", () => {
    for (const [text, wanted] of COLLISIONS) expect(identify(prepare(text), true).filter(({ suspect, entity }) => suspect !== true && !WEAK_TYPES.includes(entity as never)).map(({ entity, start, end }) => [entity, text.slice(start, end)])).toEqual(wanted);
  });
});

describe("overlap order", () => {
  const claim = fc.record<Claim>({
    entity: fc.constantFrom(...ENTITY_TYPES, ...NOTED_TYPES), checked: fc.boolean(), called: fc.constantFrom(0, 1, 2), start: fc.nat(20), end: fc.integer({ min: 21, max: 40 }), index: fc.nat(60),
  });
  const base: Claim = { entity: "br-cpf", checked: true, called: 0, start: 0, end: 11, index: 0 };
  it("is antisymmetric and transitive", () => {
    fc.assert(fc.property(claim, claim, claim, (a, b, c) => {
      expect(Math.sign(compareClaims(a, b)) + Math.sign(compareClaims(b, a))).toBe(0);
      if (compareClaims(a, b) < 0 && compareClaims(b, c) < 0) expect(compareClaims(a, c)).toBeLessThan(0);
    }));
  });
  it.each<[string, Claim, Claim]>([
    ["what makes a label beats what is noted", { ...base, entity: "phone", checked: false }, { ...base, entity: "imei", called: 1, end: 30 }],
    ["also where both are called", { ...base, called: 2 }, { ...base, entity: "br-renavam", called: 2, end: 30 }],
    ["what the nearest label calls so beats what is not", { ...base, entity: "imei", called: 2 }, { ...base, entity: "payment-card", end: 30 }],
    ["called beats uncalled", { ...base, entity: "phone", checked: false, called: 2 }, base],
    ["validated beats shaped", base, { ...base, entity: "uk-passport", checked: false, end: 30 }],
    ["specific beats generic", { ...base, checked: false }, { ...base, entity: "phone", checked: false, end: 30 }],
    ["longer beats shorter", { ...base, end: 12 }, base],
    ["called from afar beats not called", { ...base, called: 1 }, base],
    ["earlier beats later", base, { ...base, start: 1, end: 12 }],
    ["the first identifier beats the next", base, { ...base, index: 1 }],
  ])("%s", (_, first, second) => expect(compareClaims(first, second)).toBeLessThan(0));
});

describe("laws", () => {
  const fragment = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 12 }),
    fc.constantFrom("+44 ", "07911 204778", "@", "ana@firm.com", "CPF ", "123.456.789-09", "sort code ", "20 00 00 ", "5577 9911", "password: ", "Rua ", "born 3/4/81 ", "Maria ", "Silva ", "code 482913 ", "\n", " ", "12 ", "High Street", "🙂", "-----BEGIN PRIVATE KEY-----", "eyJ", "0x"),
  );
  it("spans lie in the text, in order, apart; the same text gives the same evidence", () => {
    fc.assert(fc.property(fc.array(fragment, { maxLength: 14 }), (parts) => {
      const text = parts.join("");
      const found = identify(prepare(text));
      let last = 0;
      for (const { start, end, confidence } of found) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        expect(confidence).toBeGreaterThanOrEqual(0.5);
        expect(confidence).toBeLessThanOrEqual(1);
        last = end;
      }
      expect(identify(prepare(text))).toEqual(found);
    }), { numRuns: 300 });
  });

  const BENIGN = [
    "thanks, see you at the office on Thursday", "the hearing went well and the judge was kind", "podes mandar isso quando der", "o doutor liga mais tarde", "nos vemos en el despacho", "ya te digo algo esta tarde", "ok", "please bring the deeds with you",
  ];
  const labelled = identifiers.filter(isShaped).flatMap((identifier) =>
    Object.values(identifier.context).flatMap((words) => identifier.examples.valid.map((value) => ({ type: identifier.type, word: words[0] ?? "", value }))),
  ).filter(({ word }) => word !== "");
  it("an identifier put with its name between any benign sentences is found", () => {
    fc.assert(fc.property(fc.constantFrom(...BENIGN), fc.constantFrom(...labelled), fc.constantFrom(...BENIGN), (before, { type, word, value }, after) => {
      const text = `${before}. ${word} ${value}. ${after}`;
      expect(find(text), text).toContainEqual([type, value]);
    }), { numRuns: 600 });
  });

  const exact: readonly (readonly [string, readonly string[]])[] = [
    ["payment-card", ["4111 1111 1111 1111", "5555555555554444", "378282246310005"]],
    ["iban", ["GB82 WEST 1234 5698 7654 32", "ES9121000418450200051332", "PT50 0002 0123 1234 5678 9015 4"]],
    ["br-cnj", ["0001234-71.2024.8.26.0100"]],
    ["fr-nir", ["1 85 01 75 999 001 83"]],
    ["es-dni", ["12345678Z", "99999999R"]],
    ["es-nie", ["X1234567L", "Z9999999H"]],
  ];
  it("one changed digit always loses what Luhn, mod 97 and mod 23 guard", () => {
    for (const [type, values] of exact) {
      for (const value of values) {
        for (let i = 0; i < value.length; i++) {
          if (!/\d/.test(value[i]!)) continue;
          for (let by = 1; by < 10; by++) {
            const changed = value.slice(0, i) + String((Number(value[i]) + by) % 10) + value.slice(i + 1);
            expect(find(`${type} ${changed}`).filter(([found]) => found === type), changed).toEqual([]);
          }
        }
      }
    }
  });

  it.each(["en", "pt", "es"] as const)("bare digits in a sentence without context alarm in fewer than one of twenty (%s)", (lang) => {
    const sentence = { en: (n: string) => `well the thing that they sent us was ${n} and then they went home`, pt: (n: string) => `bom, o que eles disseram foi ${n} e depois foram embora`, es: (n: string) => `bueno, lo que ellos dijeron fue ${n} y luego se fueron` }[lang];
    let alarms = 0;
    let seed = 1;
    const total = 3000;
    for (let i = 0; i < total; i++) {
      let digits = "";
      while (digits.length < 5 + (i % 16)) {
        seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
        digits += String((seed >>> 24) % 10);
      }
      if (strong(identify(prepare(sentence(digits)))).length > 0) alarms++;
    }
    expect(alarms / total).toBeLessThan(0.04);
  });

  const units = ["7", "7 ", "07911 ", " ", "@", "a@", "a.", ".", "-", "4111 1111 ", "GB82 ", "+44", "(", "password ", "code 1 ", "born 1 ", "Maria ", "Rua A ", "1.2.", "1:", "0x", "eyJa.", "eyJ1-", "eyJ1aaaaaa.a", "A1!", "sk_live_", "12 High ", "ag 1234 ", "at dot ", "conta ", "sr ", "20 00 00 ", "d.o.b ", "\n", "CPF, Ana "];
  it.each(units)("work is linear in repetitions of %j", (unit) => {
    const work = (length: number): number => {
      let reads = 0;
      const text = plainText(unit.repeat(Math.ceil(length / unit.length)).slice(0, length));
      const counted = new Proxy(text.tokens, { get: (tokens, key) => (reads++, Reflect.get(tokens, key) as unknown) });
      const calls = identifiers.map((one) => (isShaped(one) ? one : { ...one, read: (scene: Scene, at: number) => (reads++, one.read(scene, at)) }));
      createIdentify(calls.map((one) => () => one), triggers)({ ...text, tokens: counted });
      return reads;
    };
    expect(work(16_000)).toBeLessThanOrEqual(work(2_000) * 8 * 1.3 + 2_000);
  });
});

describe("hashes", () => {
  it("agree with FIPS 180-4 and the Keccak reference", () => {
    for (const length of [0, 1, 21, 55, 56, 63, 64, 65, 119, 200]) {
      const bytes = new Uint8Array(length).map((_, i) => i * 7 + length);
      expect(Buffer.from(sha256(bytes)).toString("hex")).toBe(createHash("sha256").update(bytes).digest("hex"));
    }
    expect(Buffer.from(keccak256(new Uint8Array())).toString("hex")).toBe("c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470");
  });
});
