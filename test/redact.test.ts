import { createHmac } from "node:crypto";
import { readdirSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Finding } from "../src/core/assessment.js";
import { createEngine, ObiterError, redact, type Strategy } from "../src/index.js";
import { mask } from "../src/redact/mask.js";
import { notice } from "../src/report/notice.js";
import { hmac, tokenOf } from "../src/redact/token.js";
import { isShaped, type Identifier } from "../src/scan/identifier.js";

const engine = createEngine({ packs: [] });
const telling = createEngine({ packs: [], overlay: { format: 1, version: "1.0.0", changes: [{ change: "alert", label: "credentials", from: 0.5, reason: "a test", owner: "ben", expires: "2099-12-31" }] } });
const findingsOf = (text: string): readonly Finding[] => engine.assess({ text }).findings.filter(({ entity }) => entity !== undefined);
const of = (text: string, strategy?: Strategy): string => redact(text, findingsOf(text), strategy);
const found = (entity: Finding["entity"], ...spans: [number, number][]): Finding => ({ rule: "base/pii", category: "pii", about: "client", severity: "low", confidence: 1, spans: spans.map(([start, end]) => ({ start, end })), provisions: [], title: "", why: "", next: "", ...(entity === undefined ? {} : { entity }) });
const key = "a key of thirty-two random bytes";
const STRATEGIES: readonly Strategy[] = [{ how: "mask" }, { how: "mask", keep: 0 }, { how: "mask", keep: 4 }, { how: "label" }, { how: "token", key }, { how: "drop" }];

describe("what stands in the place of a value", () => {
  it.each<[Strategy, string]>([
    [{ how: "mask" }, "meu CPF é •••.•••.•••-09, tel (••) •••••-••36"],
    [{ how: "mask", keep: 4 }, "meu CPF é •••.•••.•89-09, tel (••) •••••-0836"],
    [{ how: "label" }, "meu CPF é [CPF], tel [PHONE]"],
    [{ how: "drop" }, "meu CPF é …, tel …"],
    [{ how: "token", key }, `meu CPF é [CPF ${tokenOf("br-cpf", "12345678909", new TextEncoder().encode(key))}], tel [PHONE ${tokenOf("phone", "11974120836", new TextEncoder().encode(key))}]`],
  ])("%o", (strategy, expected) => expect(of("meu CPF é 123.456.789-09, tel (11) 97412-0836", strategy)).toBe(expected));

  it.each([["Harbour_77", 2, "•••••••_77"], ["12345", 2, "•••••"], ["123456", 2, "••••56"], ["1234567", 4, "•••••••"], ["12345678", 9, "••••5678"], ["12345678", -1, "••••••••"], ["😀ab1234cd😀", 2, "😀••••••cd😀"]])("mask %s but for %i: %s", (value, keep, expected) =>
    expect(mask(value, keep)).toBe(expected));

  it("the same value has the same token however it is written, another kind or key another", () => {
    const bytes = new TextEncoder().encode(key);
    expect(tokenOf("br-cpf", "123.456.789-09", bytes)).toBe(tokenOf("br-cpf", "12345678909", bytes));
    expect(tokenOf("email", "Ana@Firm.com", bytes)).toBe(tokenOf("email", "ana@firm.com", bytes));
    expect(new Set([tokenOf("br-cpf", "1", bytes), tokenOf("br-rg", "1", bytes), tokenOf("br-cpf", "2", bytes), tokenOf("br-cpf", "1", new Uint8Array(32))]).size).toBe(4);
  });

  it.each([0, 1, 20, 63, 64, 65, 131])("HMAC-SHA-256 as Node has it, key of %i bytes", (length) => {
    const bytes = new Uint8Array(length).map((_, i) => i * 7);
    for (const size of [0, 1, 64, 200]) expect(Buffer.from(hmac(bytes, new Uint8Array(size).fill(3))).toString("hex")).toBe(createHmac("sha256", bytes).update(new Uint8Array(size).fill(3)).digest("hex"));
  });

  it.each<[string, Strategy]>([
    ["a short key", { how: "token", key: "short" }], ["no key", { how: "token" } as never], ["a list as a key", { how: "token", key: Array(16).fill("k") } as never], ["a number as a key", { how: "token", key: 1e20 } as never],
    ["an unknown strategy", { how: "burn" } as never], ["no strategy", null as never], ["a `keep` that is NaN", { how: "mask", keep: NaN }], ["a `keep` in words", { how: "mask", keep: "four" } as never], ["an object as `keep`", { how: "mask", keep: {} } as never],
  ])("refuses %s", (_, strategy) => expect(() => redact("a", [], strategy)).toThrow(ObiterError));
});

describe("secrets", () => {
  const whole = (text: string, strategy?: Strategy): string => redact(text, engine.assess({ text }).findings, strategy);
  it.each([
    ["the password is Tr0ub4dor&3", "the password is ••••••"], ["password: P@$$w0rd!", "password: ••••••"], ["wifi password is !!!###$$$abc", "wifi password is ••••••"], ["the password is aa🔥bb🔥cc99", "the password is ••••••"],
    ["OTP 482913", "OTP ••••••"], ["AKIAIOSFODNN7EXAMPLE", "••••••"], ["my cvv is 123", "my cvv is ••••••"],
  ])("nothing of one stays: %s", (text, expected) => {
    for (const keep of [0, 2, 4]) expect(whole(text, { how: "mask", keep })).toBe(expected);
  });

  it.each([
    "wifi password is kitty cat dog", "here are the login details for the client portal: user jsmith, password Ab1", "p4ssw0rd is b.l.u.e.b.e.r.r.y",
    "my login is jane and the pass is kitty cat dog, do not share it", "the guest wifi password is Oak",
  ])("one that is not told from its sentence goes with it: %s", (text) => {
    expect(whole(text)).toBe("••••••");
    // Told of whatever the model is sure of, so that there is a notice.
    const assessment = telling.assess({ text });
    expect(assessment.routes.map((route) => notice(route, assessment, { lang: "en", text })).join()).toContain("“••••••”");
    expect(whole(`See you at the office on Thursday. ${text}`, { how: "label" })).toBe("See you at the office on Thursday. [SECRET]");
    for (const strategy of STRATEGIES) expect(whole(whole(text, strategy), strategy)).toBe(whole(text, strategy));
  });

  it.each([
    ["wifi password is correct horse battery staple", "wifi password is [PASSWORD]"], ["_meu cpf 529.982.247-25_, *senha: Lisboa25maio*", "_meu cpf [CPF]_, *senha: [PASSWORD]*"], ["c p f 5 2 9 9 8 2 2 4 7 2 5", "c p f [CPF]"],
    ["Send me the password: hunter2 or I'll put your windows through hunter2", "Send me the password: [PASSWORD] or I'll put your windows through [PASSWORD]"],
    ["password: Harbour_77, all small: harbour_77", "password: [PASSWORD], all small: [PASSWORD]"],
    ["the password is hunter2 and I am hunter2@firm.com", "the password is [PASSWORD] and I am [EMAIL]"],
  ])("goes wherever it stands: %s", (text, expected) => expect(whole(text, { how: "label" })).toBe(expected));

  it("a card beside its security code keeps its type and token", () => {
    const strategy: Strategy = { how: "token", key };
    const card = of("card 4111 1111 1111 1111", strategy);
    expect(card).toMatch(/^card \[PAYMENT-CARD [a-p]{16}\]$/);
    expect(whole("card 4111 1111 1111 1111 cvv 123", strategy)).toContain(card);
  });

  it("another sign is another secret", () => {
    const bytes = new TextEncoder().encode(key);
    expect(tokenOf("password", "blue-horse", bytes)).not.toBe(tokenOf("password", "bluehorse", bytes));
  });

  it("twenty thousand that begin alike are looked for at once", () => {
    const text = Array.from({ length: 20_000 }, (_, i) => `abc${i.toString(36).padStart(5, "x")}`).join(" ");
    const findings = [...text.matchAll(/\S+/g)].map(({ index, 0: { length } }) => found("password", [index, index + length]));
    const start = performance.now();
    expect(redact(text, findings, { how: "drop" })).toMatch(/^(?:… ?)+$/);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

describe("what findings may do", () => {
  it.each<[string, string, readonly Finding[], string]>([
    ["overlap", "abcdefgh", [found("email", [0, 4]), found("phone", [2, 6])], "[EMAIL]gh"],
    ["touch", "abcd", [found("email", [0, 2]), found("phone", [2, 4])], "[EMAIL][PHONE]"],
    ["lie within another", "abcdef", [found("email", [0, 6]), found("phone", [2, 3])], "[EMAIL]"],
    ["cut a character in two", "a😀b", [found("email", [2, 3])], "a[EMAIL]b"],
    ["reach past the text", "abc", [found("email", [1, 99])], "a[EMAIL]"],
    ["lie outside of it", "abc", [found("email", [7, 9])], "abc"],
    ["be of no identifier", "abc", [found(undefined, [0, 3])], "abc"],
    ["have several stretches", "abcd", [found("email", [0, 1], [3, 4])], "[EMAIL]bc[EMAIL]"],
    ["be a secret without a type, and hold one with a type", "my login ana@x.io is red", [{ ...found(undefined, [0, 24]), category: "credentials" }, found("email", [9, 17])], "[SECRET] [EMAIL] [SECRET]"],
    ["be a card's security code, a secret without a type", "cvv 123", [{ ...found(undefined, [0, 7]), category: "credentials" }], "cvv [SECRET]"],
  ])("%s", (_, text, findings, expected) => expect(redact(text, findings, { how: "label" })).toBe(expected));
});

describe("laws", () => {
  it("nothing but what no finding covers stays, in order, whatever the spans", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme" }), fc.array(fc.tuple(fc.nat(40), fc.nat(40))), fc.constantFrom(...STRATEGIES), (text, spans, strategy) => {
      const redacted = redact(text, spans.map(([a, b]) => found("email", [Math.min(a, b), Math.max(a, b)])), strategy);
      expect(redacted.isWellFormed()).toBe(text.isWellFormed());
    }));
  });

  const folder = new URL("../src/scan/identifiers/", import.meta.url);
  const VALUES = readdirSync(folder).filter((name) => name.endsWith(".ts")).map(async (name) => {
    const { identifier } = (await import(new URL(name, folder).href)) as { identifier: Identifier };
    return isShaped(identifier) ? identifier.examples.valid.map((value) => `${identifier.context.en?.[0] ?? ""} ${value}`) : identifier.examples.valid.map((text) => text.replaceAll("[[", "").replaceAll("]]", ""));
  });
  it.each(STRATEGIES)("what comes back holds nothing that is found, and redacting it again changes nothing: %o", async (strategy) => {
    const values = (await Promise.all(VALUES)).flat();
    fc.assert(fc.property(fc.array(fc.constantFrom(...values), { minLength: 1, maxLength: 3 }), fc.constantFrom("\n\nThanks, see you at the office on Thursday.\n\n", ".\n\nPlease bring the deeds with you.\n\n"), (parts, glue) => {
      const text = parts.join(glue);
      const once = of(text, strategy);
      expect(findingsOf(once).map(({ entity, spans }) => `${entity} ${once.slice(spans[0]!.start, spans[0]!.end)} in ${once}`), text).toEqual([]);
      expect(of(once, strategy)).toBe(once);
    }), { numRuns: 300, seed: 20261122 });
    for (const text of values) expect(findingsOf(of(text, strategy)).map(({ entity }) => `${entity}: ${of(text, strategy)}`), text).toEqual([]);
  });
});
