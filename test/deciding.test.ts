import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hashWord } from "../src/core/hash.js";
import type { SourcePhrase } from "../src/core/phrase.js";
import { prepare } from "../src/prepare/prepare.js";
import { glance } from "../src/prepare/glance.js";
import { compilePhrases } from "../src/scan/compile.js";
import { createMayDecide } from "../src/scan/deciding.js";
import { createScan } from "../src/scan/scan.js";
import { stem } from "../src/train/stem.js";

const compile = (entries: readonly string[], decides = true): ReturnType<typeof compilePhrases>["tables"] =>
  compilePhrases(entries.map((phrase): SourcePhrase => ({ phrase, lang: "en", meaning: { kind: "pattern", label: "x-test", weight: 3, ...(decides ? { decides: ["asserted"] } : {}) }, file: "x.json", line: 1 })), { list: () => ["judge", "court clerk"], stem, spellings: new Map([["en", { please: ["pls"] }]]) }).tables;
const mayDecide = (tables: ReturnType<typeof compile>, text: string): boolean => {
  const { hashes } = prepare(text);
  return createMayDecide([tables])(text, hashes, hashes.length, glance(text).odd);
};

describe("what may decide", () => {
  it.each([
    [["side letter"], "please sign the side letter", true],
    [["side letter"], "please sign the contract", false],
    [["~delete the chat"], "who is deleting the chat", true],
    [["pay .. <officials>"], "the court will pay", true],
    [["pay .. <officials>"], "pay me", false],
    [["<officials>"], "the court is late", true],
    [["<officials>"], "see you at noon", false],
    [["please sign"], "pls sign", true],
    [["wickr*"], "on WICKR'S channel", true],
    [["wickr*"], "on the other channel", false],
    [["dont*"], "don´t tell", true],
    [["wickr*"], "w i c k r", true],
    [["/\\bPRJ-\\d{4}\\b/"], "see prj-0001", true],
    [["/\\bPRJ-\\d{4}\\b/"], "see prj", false],
    [[], "anything", false],
  ] as const)("%j in %j: %s", (entries, text, expected) => {
    expect(mayDecide(compile(entries), text)).toBe(expected);
  });

  it("entries that do not decide do not count", () => {
    expect(mayDecide(compile(["side letter"], false), "the side letter")).toBe(false);
  });

  it("is never no where something is found", () => {
    const word = fc.constantFrom("pay", "judge", "br*", "(off|the money)", "~pay", "..2", "<officials>", "now?");
    const phrase = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => `${words.join(" ")} bribe*`);
    const text = fc.array(fc.constantFrom("pay", "judge", "bribe", "bri'bed", "off", "the", "money", "b r i b e", "brіbe", "now", ".", "pays"), { maxLength: 8 }).map((words) => words.join(" "));
    fc.assert(fc.property(fc.array(fc.oneof(phrase, fc.constantFrom("/br.be/", "/the \\w+y/", "br*")), { minLength: 1, maxLength: 3 }), text, (entries, message) => {
      const tables = compile(entries);
      if (createScan(tables, () => [])(prepare(message)).some((one) => one.kind === "pattern")) expect(mayDecide(tables, message)).toBe(true);
    }), { numRuns: 1000 });
  });

  it("knows words by the hash that a quick reading gives", () => {
    expect(createMayDecide([compile(["wickr"])])("", Int32Array.of(hashWord("on"), hashWord("wickr")), 2, false)).toBe(true);
    expect(createMayDecide([compile(["wickr"])])("", Int32Array.of(hashWord("on"), hashWord("wickr")), 1, false)).toBe(false);
  });
});
