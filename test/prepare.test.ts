import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold, foldString } from "../src/core/fold.js";
import { CHARACTERS, characterOf, UNKNOWN } from "../src/prepare/characters.js";
import { glance } from "../src/prepare/glance.js";
import { prepare } from "../src/prepare/prepare.js";

const words = (text: string): string[] => prepare(text).tokens.map(({ word }) => word);

it("what is known of a character from the start is what is found out of it", () => {
  for (const [unit, character] of CHARACTERS.entries()) if (character !== UNKNOWN) expect(character, String(unit)).toBe(characterOf(unit));
});

describe("words", () => {
  it.each([
    ["case and accents", "Ação DON’T Señor", ["acao", "dont", "senor"]],
    ["full width and ligatures", "ｐａｙ ﬁrm", ["pay", "firm"]],
    ["a hyphen parts words", "apagá-lo e-mail", ["apaga", "lo", "e", "mail"]],
    ["a pictogram is a word", "ok👍delete 🔥", ["ok", "👍", "delete", "🔥"]],
    ["invisible characters", "bri\u200bbe so\u00adft", ["bribe", "soft"]],
    ["look-alikes in mixed script", "brіbe раyment", ["bribe", "payment"]],
    ["a word wholly in Cyrillic stays", "привет", ["привет"]],
    ["spaced and dotted letters", "b r i b e him b.r.i.b.e", ["bribe", "him", "bribe"]],
    ["leet", "br1be d3lete p@yment", ["bribe", "delete", "payment"]],
    ["stretched letters", "sooooo baaad", ["so", "bad"]],
    ["numbers stay", "3rd 10k 2026 4pm", ["3rd", "10k", "2026", "4pm"]],
    ["an address is no leet", "ana@firm.com", ["ana", "firm", "com"]],
  ])("%s", (_, text, expected) => expect(words(text)).toEqual(expected));
});

describe("sentences", () => {
  it.each([
    ["He said no. Pay him!", [false, false]],
    ["Can I sign? Thanks", [true, false]],
    ["¿Puedo firmar el lunes? Gracias", [true, false]],
    ["See Mr. Smith at no. 4 today", [false]],
    ["line one\nline two?", [false, true]],
  ])("%s", (text, asked) => expect(prepare(text).sentences.map((sentence) => sentence.asked)).toEqual(asked));
});

describe("language", () => {
  it.each([
    ["can you send me the file please", "en"],
    ["vc pode me mandar o contrato hoje?", "pt"],
    ["me puedes mandar el contrato hoy", "es"],
    ["a senha do portal é Floripa#2024", "pt"],
    ["senha do wifi: escritorio2024", "pt"],
    ["ativei as mensagens temporárias, assim some tudo em 24h", "pt"],
    ["destrói as provas", "pt"],
    ["As custas deram R$ 312,40, guia em anexo, pagar até sexta", "pt"],
    ["Me muero de hambre, ¿bajamos a comer?", "es"],
    ["¡Feliz cumpleaños! Que pases un día muy bonito con la familia", "es"],
    ["¡Feliz cumpleaños!", "es"],
    ["ok gracias", "es"],
    ["ok obrigado", "pt"],
    ["ok", "en"],
    ["I'll meet her at the café", "en"],
    ["call the fiancée before noon", "en"],
    ["https://www.floripa.com.br/guia", undefined],
    ["https://docs.google.com/document/d/1a-de_o/edit?usp=sharing", undefined],
    ["joao@escritorio.com.br", undefined],
    ["send it to joao@escritorio.com.br please", "en"],
    ["Marco", undefined],
    ["no", undefined],
    ["👍", undefined],
    ["", undefined],
  ])("%s", (text, lang) => expect(prepare(text).lang).toBe(lang));
});

describe("laws", () => {
  const anything = fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" }), fc.string({ unit: fc.constantFrom("\ud800", "\udc00", "a", "\u200b", "é", " ", "1", "@", ".", "\n", "“", "👨‍👩‍👧") }));

  it("prepare is total, and every span slices to the original, in order", () => {
    fc.assert(
      fc.property(anything, (text) => {
        const { tokens, sentences, quoted, evasions } = prepare(text);
        let last = 0;
        for (const { start, end, word } of tokens) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(word).not.toBe("");
          last = end;
        }
        expect(sentences.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, i) => from + i))).toEqual(tokens.map((_, i) => i));
        for (const { start, end } of [...quoted, ...evasions]) expect(start >= 0 && end <= text.length && start < end).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it("folding is total and idempotent", () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 0x10ffff }), (codePoint) => {
      const folded = fold(codePoint);
      expect(foldString(folded)).toBe(folded);
    }), { numRuns: 3000 });
  });

  it("a token folds to the letters of its span", () => {
    fc.assert(fc.property(fc.array(fc.constantFrom("Olá", "judge", "ação", "12", "pay", "não"), { maxLength: 8 }), (parts) => {
      const text = parts.join(", ");
      for (const { start, end, word } of prepare(text).tokens) expect(foldString(text.slice(start, end))).toBe(word);
    }));
  });
});

describe("adversarial text of a million characters is read to its end", () => {
  it.each(["1.2.", "a ", "a. ", "? ", "“", "\u200b", "7 ", "a@", "¿", "\ud800", "👍", "mr. ", "\n", "x.y "])("%j repeated", (unit) => {
    const text = unit.repeat(1_000_000 / unit.length);
    const { tokens } = prepare(text);
    if (tokens.length > 0) expect(tokens.at(-1)!.end).toBeGreaterThan(text.length - 8);
  });
});

it("the language is guessed once: it stays what it was when the lists of the quick reading are used again", () => {
  const text = "The client will send you the signed lease today";
  const prepared = prepare(text, glance(text));
  expect(prepared.lang).toBe("en");
  glance("não posso falar agora, amanhã mando o contrato assinado");
  expect(prepared.lang).toBe("en");
});
