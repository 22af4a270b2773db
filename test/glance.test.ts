import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold } from "../src/core/fold.js";
import { hashWord } from "../src/core/hash.js";
import { DIGIT } from "../src/core/signs.js";
import { glance } from "../src/prepare/glance.js";
import { readToken } from "../src/prepare/read-tokens.js";
import { tokenise } from "../src/prepare/tokens.js";
import type { Span } from "../src/core/span.js";

const chat = fc.array(
  fc.oneof(
    fc.constantFrom("Olá", "JUDGE", "ação", "12", "pay", "não", "don't", "O’Neil", "rock'", "'tis", "👍", "❤️", "👨‍👩‍👧", "🇧🇷", "👍🏽", "™", "a", "I", "x", "3rd", "10am", "SW1A", "h3llo", "R$", "50", "5€", "ana@firm.com", "p@y", "ok!", "wow!!!", "sooo", "2º", "nº", "ﬁne", "ｐａｙ", "brі", "привет", "\u200b", "so\u00adft", "½", "ß", "“quoted words”", "¿qué?", "\n", "\t", "-", "_", "\ud800", "\udc00", "𝐩𝐚𝐲"),
    fc.string({ maxLength: 4 }),
    fc.string({ unit: "binary", maxLength: 3 }),
  ),
  { maxLength: 10 },
);
const joined = fc.tuple(chat, fc.constantFrom(" ", "", ", ", ".", "\n", "'")).map(([parts, between]) => parts.join(between));

describe("the quick reading", () => {
  it("sees the words that the careful reading sees, or says that it cannot", () => {
    let read = 0;
    fc.assert(
      fc.property(joined, (text) => {
        const seen = glance(text);
        if (seen.odd) return;
        read++;
        const evasions: Span[] = [];
        const tokens = tokenise(text, evasions);
        expect(evasions).toEqual([]);
        expect(tokens.map((_, k) => readToken(text, seen, k))).toEqual(tokens);
        expect(seen.count).toBe(tokens.length);
        expect([...seen.hashes.subarray(0, seen.count)]).toEqual(tokens.map(({ word }) => hashWord(word)));
      }),
      { numRuns: 5000 },
    );
    expect(read).toBeGreaterThan(1000);
  });

  it.each(["Can you send me the signed lease today? Thanks!", "Ação de despejo: R$ 1.500,00 até 3ª feira 👍", "¿Me llamas a las 10:30? Don’t worry ❤️", "call O'Neil on 020 7946 0018 (ext. 4) - he's at 4th floor"])("%s is plain", (text) => expect(glance(text).odd).toBe(false));
  it.each(["b r i b e", "br1be", "sooo", "p@yment", "brіbe", "bri\u200bbe", "ｐａｙ ﬁrm", "привет"])("%s is for the careful reading", (text) => expect(glance(text).odd).toBe(true));

  it("tells of whatever folds to a digit, or says that it cannot", () => {
    for (let codePoint = 0; codePoint <= 0x10ffff; codePoint++) {
      if (!/[0-9]/.test(fold(codePoint))) continue;
      const { all, odd } = glance(`a ${String.fromCodePoint(codePoint)} b`);
      expect(odd || (all & DIGIT) !== 0, codePoint.toString(16)).toBe(true);
    }
  });

  it("long messages do not touch what is kept", () => {
    const text = "word ".repeat(40_000);
    expect(glance(text).count).toBe(40_000);
    expect(glance("two words").count).toBe(2);
  });
});
