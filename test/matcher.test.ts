import fc from "fast-check";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { hashWord } from "../src/core/hash.js";
import type { Lang } from "../src/core/label.js";
import type { Text } from "../src/core/text.js";
import { prepare } from "../src/prepare/prepare.js";
import { ENDINGS } from "../src/scan/endings.js";
import { compilePhrases } from "../src/scan/compile.js";
import { createLexicon } from "../src/scan/lexicon.js";
import { createMatcher, openMatcher, type Matcher } from "../src/scan/matcher.js";
import { ANYWHERE, NEAR, openTables, type Opened } from "../src/scan/open.js";
import { readNumbers, writeNumbers } from "../src/core/numbers.js";
import { createPhraseReader, PhraseError, type Element, type Vocabulary } from "../src/scan/phrase.js";
import { buildTables, type MatcherTables } from "../src/scan/tables.js";
import { stem } from "../src/train/stem.js";

interface Case {
  readonly name: string;
  readonly lang?: Lang;
  readonly phrases: readonly string[];
  readonly lists?: Readonly<Record<string, readonly string[]>>;
  readonly text: string;
  readonly found: readonly (readonly [string, string])[];
}
type Match = readonly [phrase: number, first: number, last: number];

const cases = JSON.parse(readFileSync("test/cases/phrases.json", "utf8")) as Case[];
const vocabulary = (lists: Case["lists"] = {}): Vocabulary => ({ list: (name) => lists[name], stem });
const parsePhrase = (phrase: string, lang: Lang, words: Vocabulary): readonly Element[] => createPhraseReader(words)(phrase, lang)[0]!;
const order = (matches: Match[]): Match[] => matches.sort((a, b) => a[1] - b[1] || b[2] - a[2] || a[0] - b[0]);

type Find = (phrases: readonly (readonly Element[])[], text: Text) => Match[];
const through = (create: (tables: MatcherTables) => Matcher): Find => (phrases, text) => {
  const matches: Match[] = [];
  create(JSON.parse(JSON.stringify(buildTables(phrases, (form) => form.length))) as MatcherTables).match(text, (...match) => matches.push(match));
  return order(matches);
};

/** The engine. */
const engine = through(createMatcher);

/** The engine that tries every phrase at every word of any form: whatever word its anchor asks for, and nothing asked for first. */
const unfiltered = through((tables) => openMatcher(createLexicon(tables), tryingAll(openTables(tables))));

function tryingAll(opened: Opened): Opened {
  const { form: openForm, formCount, phraseCount } = opened;
  const told = Array.from({ length: formCount }, (_, form) => {
    const at = openForm(form);
    const tried = opened.index.subarray(at + 1, at + 1 + opened.index[at]!);
    const end = at + 1 + tried.length;
    return [phraseCount, ...Array.from({ length: phraseCount }, (_, phrase) => 2 * phrase + (tried.includes(2 * phrase + 1) ? 1 : 0)), ...opened.index.subarray(end, end + 1 + opened.index[end]!)];
  });
  return {
    ...opened,
    index: Int32Array.from(told.flat()),
    form: (form) => told.slice(0, form).flat().length,
    phrase(phrase) {
      const at = opened.phrase(phrase);
      opened.pool[at - 1] = opened.pool[at - 2] = 0;
      opened.near.set([-1, ANYWHERE, -1, -1], NEAR * phrase);
      return at;
    },
  };
}

/** The oracle: tries every phrase at every word, by plain backtracking. */
function oracle(phrases: readonly (readonly Element[])[], { tokens, sentences }: Text): Match[] {
  const isForm = (word: string, form: string): boolean => {
    const [, beginning, sign, lang] = /^([^*~]+)([*~]?)(.*)$/u.exec(form)!;
    if (sign === "") return word === beginning;
    return word.startsWith(beginning!) && (sign === "*" || ENDINGS[lang as Lang].has(word.slice(beginning!.length)));
  };
  const matches: Match[] = [];
  phrases.forEach((elements, phrase) => {
    for (const { from, to } of sentences) {
      /** Where `elements[e..]` may end when read from word `k`: the index after the last word. */
      const read = (e: number, k: number): number[] => {
        const element = elements[e];
        if (element === undefined) return [k];
        if (element.kind === "start") return k === from ? read(e + 1, k) : [];
        if (element.kind === "end") return k === to ? read(e + 1, k) : [];
        if (element.kind === "gap") return Array.from({ length: element.most + 1 }, (_, n) => k + n).filter((at) => at <= to).flatMap((at) => read(e + 1, at));
        const skipped = element.optional ? read(e + 1, k) : [];
        return [...element.options, ...element.lists.flat()].flatMap((option) => (k + option.length <= to && option.every((form, i) => isForm(tokens[k + i]!.word, form)) ? read(e + 1, k + option.length) : [])).concat(skipped);
      };
      const ends = Array.from({ length: to - from }, (_, i) => new Set(read(0, from + i)));
      for (let end = from + 1; end <= to; end++) {
        const first = ends.findIndex((set, i) => from + i < end && set.has(end)) + from;
        if (first < from) continue;
        matches.push([phrase, first, end - 1]);
        break;
      }
    }
  });
  return order(matches);
}

describe.each([["engine", engine], ["engine without prefilters", unfiltered], ["oracle", oracle]] as const)("phrases, %s", (_, match) => {
  it.each(cases.map((one) => [one.name, one] as const))("%s", (_, { lang = "en", phrases, lists, text, found }) => {
    const prepared = prepare(text);
    const read = phrases.flatMap((phrase) => createPhraseReader(vocabulary(lists))(phrase, lang).map((elements) => ({ phrase, elements })));
    const matches = match(read.map(({ elements }) => elements), prepared);
    const shown = matches.map(([phrase, first, last]) => [read[phrase]!.phrase, text.slice(prepared.tokens[first]!.start, prepared.tokens[last]!.end)]);
    expect(shown).toEqual(found);
  });
});

describe("laws", () => {
  const word = fc.constantFrom("a", "b", "c", "ab");
  const part = fc.oneof({ weight: 4, arbitrary: word }, fc.constantFrom("..1", "..2", "(a|b c)", "b?", "(a|c)?", "a*", "(b|a b)", "<few>", "(<few>|b b a)?", "<many>"));
  const phrase = fc.tuple(fc.constantFrom("", "^ "), fc.array(part, { minLength: 1, maxLength: 4 }), fc.constantFrom("", " $")).map(([start, parts, end]) => `${start}a ${parts.join(" ")} c${end}`);
  const text = fc.array(fc.oneof({ weight: 6, arbitrary: word }, fc.constantFrom(".", "?")), { maxLength: 14 }).map((words) => words.join(" "));

  const lists = vocabulary({ few: ["b", "c c"], many: [..."bcdefghijklmnopqrstuvwxyz"].flatMap((letter) => [letter, `${letter} a`]) });

  it("the engine finds what the oracle finds", () => {
    fc.assert(fc.property(fc.array(phrase, { minLength: 1, maxLength: 4 }), text, (phrases, message) => {
      const parsed = phrases.map((one) => parsePhrase(one, "en", lists));
      const prepared = prepare(message);
      const found = engine(parsed, prepared);
      expect(found).toEqual(oracle(parsed, prepared));
      expect(found).toEqual(unfiltered(parsed, prepared));
    }), { numRuns: 2000 });
  });

  it("adding phrases removes no match of others", () => {
    fc.assert(fc.property(phrase, phrase, text, (one, other, message) => {
      const [first, second] = [one, other].map((each) => parsePhrase(each, "en", lists));
      const prepared = prepare(message);
      expect(engine([first!, second!], prepared).filter(([index]) => index === 0)).toEqual(engine([first!], prepared));
    }), { numRuns: 500 });
  });
});

describe("stems and beginnings of the same letters", () => {
  it.each(["deleting", "deleta", "deletes", "delete", "deletado", "delet", "deletx"])("are told apart in %s", (word) => {
    const phrases = [...(["en", "es", "pt"] as const).map((lang) => parsePhrase("~delete", lang, { ...vocabulary(), stem: () => "delet" })), parsePhrase("delet", "en", vocabulary()), parsePhrase("delet*", "en", vocabulary())];
    const prepared = prepare(word);
    expect(engine(phrases, prepared)).toEqual(oracle(phrases, prepared));
  });
});

describe("words whose first letters have one hash", () => {
  it("are found each", () => {
    const words = ["劻斧関", "吕趆斧"];
    expect(hashWord(words[0]!)).toBe(hashWord(words[1]!));
    const phrases = words.flatMap((word) => [word, `${word.slice(0, 3)}*`]).map((phrase) => parsePhrase(phrase, "en", vocabulary()));
    for (const text of [words.join(" "), [...words].reverse().join(" "), `${words[1]}x`]) {
      const prepared = prepare(text);
      expect(engine(phrases, prepared)).toEqual(oracle(phrases, prepared));
    }
  });
});

describe("words as they are written in chat", () => {
  const spellings = new Map([["en", { you: ["u", "ya"], delete: ["del"], please: ["pls"] }], ["es", { que: ["q"] }]] as const);
  const found = (phrase: string, text: string): string[] => {
    const matches: string[] = [];
    const prepared = prepare(text);
    const tables = buildTables(createPhraseReader({ ...vocabulary(), spellings })(phrase, "en"), undefined, spellings);
    createMatcher(tables).match(prepared, (_, first, last) => matches.push(text.slice(prepared.tokens[first]!.start, prepared.tokens[last]!.end)));
    return matches;
  };
  it.each([
    ["tell you", "tell U? tell ya? tell you? tell us", ["tell U", "tell ya", "tell you"]],
    ["~delete it", "del it. deleting it", ["del it", "deleting it"]],
    ["u know", "u know. you know", ["u know"]],
    ["dele* it", "delete it. del it", ["delete it"]],
  ] as const)("%s", (phrase, text, expected) => expect(found(phrase, text)).toEqual(expected));
});

describe("long sentences", () => {
  const found = (phrases: readonly string[], text: string): Match[] => {
    const parsed = phrases.map((one) => parsePhrase(one, "en", vocabulary()));
    const prepared = prepare(text);
    expect(prepared.sentences).toHaveLength(1);
    const matches = engine(parsed, prepared);
    expect(matches).toEqual(oracle(parsed, prepared));
    return matches;
  };
  it.each([30, 31, 32, 63, 64, 65, 250, 254, 255, 256, 500, 1000])("of %i words are read whole", (length) => {
    const words = Array.from({ length }, (_, i) => `w${i}`);
    for (const place of [1, length >> 1, length - 2]) {
      words[place] = "pay";
      words[place + 1] = "judge";
      expect(found(["pay ..3 judge", "pay judge $", "^ pay"], words.join(" ")).filter(([phrase]) => phrase === 0)).toEqual([[0, place, place + 1]]);
      words[place] = words[place + 1] = "no";
    }
  });
  it.each([0, 7, 8, 30, 31, 400])("the widest phrase is found after %i words", (before) => {
    const words = [...Array.from({ length: before }, () => "no"), "pay", ..."12345678901".split(""), "pay", ..."1234567890".split(""), "pay"];
    expect(found(["pay ..11 pay ..10 pay"], `${words.join(" ")} ${"no ".repeat(40)}`)).toEqual([[0, before, before + 23]]);
  });
});

describe("what stands after a sentence takes nothing from it", () => {
  it("adding sentences removes no match", () => {
    fc.assert(fc.property(fc.array(fc.constantFrom("aa ..2 cc", "bb aa", "aa bb? cc $", "^ bb"), { minLength: 1, maxLength: 3 }), fc.array(fc.constantFrom("aa", "bb", "cc"), { maxLength: 10 }), fc.array(fc.constantFrom("aa", "bb", "cc", "."), { maxLength: 10 }), (phrases, message, more) => {
      const parsed = phrases.map((one) => parsePhrase(one, "en", vocabulary()));
      const [before, after] = [message.join(" "), `${message.join(" ")} .\n${more.join(" ")}`];
      expect(engine(parsed, prepare(after))).toEqual(expect.arrayContaining(engine(parsed, prepare(before))));
    }), { numRuns: 500 });
  });
});

describe("work grows linearly, whatever the sender writes", () => {
  const phrases = ["aa aa aa bb", "aa ..10 aa ..11 bb", "(aa|aa aa|aa aa aa)? aa cc", "11 11", "aa* bb*"];
  it.each([
    ["one word over and over", (n: number) => "aa ".repeat(n)],
    ["nested near-matches", (n: number) => "aa aa aa cc ".repeat(n / 4)],
    ["one endless word", (n: number) => "a".repeat(4 * n)],
    ["digits", (n: number) => "11 ".repeat(n)],
    ["invisible", (n: number) => "a\u200ba ".repeat(n)],
    ["sentences of a word", (n: number) => "aa. bb. ".repeat(n / 2)],
  ])("%s", (_, make) => {
    const work = (length: number): number => {
      const matcher = createMatcher(buildTables(phrases.map((one) => parsePhrase(one, "en", vocabulary()))));
      matcher.match(prepare(make(length)), () => {});
      return matcher.work();
    };
    const [short, long] = [work(4_000), work(16_000)];
    expect(long).toBeLessThanOrEqual(4.2 * short + 100);
    expect(long).toBeLessThanOrEqual(16_000 * 100);
  });
});

describe("packs of many literals", () => {
  const compile = (entries: readonly string[]): ReturnType<typeof compilePhrases> => compilePhrases(entries.map((phrase) => ({ phrase, lang: "en", meaning: { kind: "pattern", label: "off-channel", weight: 2 } })), vocabulary());
  const literal = (i: number): string => (i % 2 === 0 ? `case ${100_000 + i}` : `zq${i.toString(36)} x${(i % 977).toString(36)}y`);

  it("100,000 of them are found, each where it stands, and the tables say how big they are", () => {
    const { tables, problems, size } = compile(Array.from({ length: 100_000 }, (_, i) => literal(i)));
    expect(problems).toEqual([]);
    expect(size).toBeLessThan(6_000_000);
    const matches: number[] = [];
    createMatcher(tables.matcher).match(prepare([7, 99_999, 12_344].map(literal).join(" and ")), (phrase) => matches.push(phrase));
    expect(matches.sort((a, b) => a - b)).toEqual([7, 12_344, 99_999]);
  });

  it("more than there is room for are one Problem, and the rest is found", () => {
    const long = Array.from({ length: 1_000 }, (_, i) => `w${i}`).join("|");
    const { tables, problems } = compile(["zq1", ...Array.from({ length: 1_001 }, () => `(${long})`), "zq2"]);
    expect(problems).toEqual([{ entry: 1_000, problem: { code: "signal/too-many", message: "the phrases write out more than 1000000 words together", hint: "put words that they share in a list, or leave phrases out" } }]);
    const matches: number[] = [];
    createMatcher(tables.matcher).match(prepare("zq1 zq2"), (phrase) => matches.push(phrase));
    expect(matches).toEqual([0]);
    expect(compile(Array.from({ length: 120 }, () => "/a{1000}/")).problems).toMatchObject([{ entry: 100, problem: { code: "signal/too-many" } }]);
  });
});

describe("numbers as text", () => {
  it("come back, through JSON", () => {
    fc.assert(fc.property(fc.array(fc.oneof(fc.nat(60), fc.nat(2_000), fc.nat(0xffffffff))), (numbers) => {
      expect([...readNumbers(JSON.parse(JSON.stringify(writeNumbers(numbers))) as string)]).toEqual(numbers);
      expect(writeNumbers(numbers)).toMatch(/^[\x28-\x5b\x61-\x7e]*$/);
    }));
  });

  it.each([-1, 0.5, NaN, 2 ** 32])("%s is not written", (number) => expect(() => writeNumbers([number])).toThrow(RangeError));
});

describe("phrases that cannot be read", () => {
  it.each([
    ["..3", /no word/, /at least one word/],
    [".. judge", /edge/, /leave it out/],
    ["pay ..99 judge", /too wide/, /at most \.\.12/],
    ["pay w/99 judge", /w\/99 is too wide/, /at most \.\.12/],
    ["pay w/2 judge w/2 clerk", /"w\/2" is the second/, /once a phrase/],
    ["w/3 judge", /edge/, /leave it out/],
    ["^ pay w/3 judge", /within the phrase/, /\^ stands first/],
    ["pay w/x judge", /not a word/, /hyphen parts/],
    ["pay ..12 judge ..12 pay", /over 27 words/, /at most 24/],
    ["pay <nobody>", /no list <nobody>/, /words\/nobody\/en\.json/],
    ["pay (judge", /brackets/, /without brackets/],
    ["e-mail", /not a word/, /hyphen parts/],
    [`${"x".repeat(300)}*`, /301 letters is too long/, /at most 255/],
    ["pay ^ judge", /within the phrase/, /\^ stands first/],
  ])("%s", (phrase, message, hint) => {
    try {
      parsePhrase(phrase, "en", vocabulary());
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(PhraseError);
      expect((error as PhraseError).message).toMatch(message);
      expect((error as PhraseError).hint).toMatch(hint);
    }
  });
});
