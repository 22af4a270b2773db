import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EMPTY_HASH, hashUnit, hashWord, mix } from "../src/core/hash.js";

describe("the hash of a word", () => {
  it.each([
    ["", 0x811c9dc5],
    ["a", 0xe40c292c],
    ["foobar", 0xbf9cf968],
  ])("%j is that of the FNV specification", (word, expected) => expect(hashWord(word) >>> 0).toBe(expected));

  it("sees no difference between digits, and one between anything else", () => {
    expect(hashWord("room 12")).toBe(hashWord("room 98"));
    fc.assert(fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), (a, b) => (hashWord(a) === hashWord(b)) === (a.replace(/[0-9]/g, "0") === b.replace(/[0-9]/g, "0"))));
  });

  it("can be taken unit by unit", () =>
    fc.assert(fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (a, b) => {
      let hash = hashWord(a);
      for (let i = 0; i < b.length; i++) hash = hashUnit(hash, b.charCodeAt(i));
      expect(hash).toBe(hashWord(a + b));
    })));

  it("mixes without losing anything: hashes that differ stay different", () =>
    fc.assert(fc.property(fc.integer(), fc.integer(), (a, b) => (mix(a) === mix(b)) === (a === b))));

  it("begins with nothing", () => expect(hashWord("")).toBe(EMPTY_HASH));
});
