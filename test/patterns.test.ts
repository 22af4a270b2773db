import fc from "fast-check";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { fold, foldString } from "../src/core/fold.js";
import { DIGIT } from "../src/core/signs.js";
import { holds, isWordKind, kindOf } from "../src/scan/regex/characters.js";
import { parsePattern, PatternError, type Node } from "../src/scan/regex/parse.js";
import { createPatterns } from "../src/scan/regex/patterns.js";
import { createAlphabet } from "../src/scan/regex/alphabet.js";
import { compileProgram } from "../src/scan/regex/program.js";
import { createSimulation, readLine } from "../src/scan/regex/simulate.js";
import { refuseUnfit } from "../src/scan/regex/facts.js";
import { prepare } from "../src/prepare/prepare.js";
import { compilePhrases } from "../src/scan/compile.js";
import { createScan } from "../src/scan/scan.js";

interface Case {
  readonly name: string;
  readonly patterns: readonly string[];
  readonly text: string;
  readonly found: readonly (readonly [string, string])[];
}
type Match = readonly [pattern: number, start: number, end: number];

const cases = JSON.parse(readFileSync("test/cases/patterns.json", "utf8")) as Case[];
const order = (matches: Match[]): Match[] => matches.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
const parse = (pattern: string): Node => {
  const node = parsePattern(pattern);
  refuseUnfit(node);
  return node;
};

/** The engine, told whether a digit may stand there. */
function engine(patterns: readonly Node[], text: string): Match[] {
  const matches: Match[] = [];
  createPatterns(JSON.parse(JSON.stringify(compileProgram(patterns)))).match(text, (...match) => matches.push(match), (prepare(text).all & DIGIT) !== 0);
  return order(matches);
}

/** The engine that follows every pattern in every line. */
function unfiltered(patterns: readonly Node[], text: string): Match[] {
  const matches: Match[] = [];
  const program = compileProgram(patterns);
  const alphabet = createAlphabet(program);
  const simulation = createSimulation(program, alphabet);
  for (let from = 0; from <= text.length; from = text.indexOf("\n", from) + 1 || text.length + 1) {
    const feed = text.indexOf("\n", from);
    const line = readLine(text, from, feed < 0 ? text.length : feed, alphabet);
    patterns.forEach((_, pattern) => simulation.run(pattern, line, (start, end) => matches.push([pattern, start, end])));
  }
  return order(matches);
}

/** The oracle: at every place every way to read the pattern, by plain recursion over its tree. */
function oracle(patterns: readonly Node[], text: string): Match[] {
  const matches: Match[] = [];
  let offset = 0;
  for (const line of text.split("\n")) {
    const characters: { codePoint: number; kind: number; start: number; end: number }[] = [];
    for (let i = 0; i < line.length; ) {
      const codePoint = line.codePointAt(i)!;
      const end = i + String.fromCodePoint(codePoint).length;
      if (codePoint !== 13) for (const character of fold(codePoint)) characters.push({ codePoint: character.codePointAt(0)!, kind: kindOf(character.codePointAt(0)!), start: offset + i, end: offset + end });
      i = end;
    }
    const isWord = (i: number): boolean => characters[i] !== undefined && isWordKind(characters[i].kind);
    const ends = (node: Node, from: number): number[] => {
      switch (node.kind) {
        case "set":
          return from < characters.length && holds(node.set, characters[from]!.codePoint, characters[from]!.kind) ? [from + 1] : [];
        case "at": {
          const edge = isWord(from - 1) !== isWord(from);
          return { edge, inside: !edge, start: from === 0, end: from === characters.length }[node.place] ? [from] : [];
        }
        case "sequence":
          return node.parts.reduce<number[]>((places, part) => [...new Set(places.flatMap((place) => ends(part, place)))], [from]);
        case "choice":
          return [...new Set(node.options.flatMap((option) => ends(option, from)))];
        case "repeat": {
          const all = new Set<number>(node.least === 0 ? [from] : []);
          let places = [from];
          for (let times = 1; times <= Math.min(node.most, node.least + characters.length + 1) && places.length > 0; times++) {
            places = [...new Set(places.flatMap((place) => ends(node.part, place)))];
            if (times >= node.least) places.forEach((place) => all.add(place));
          }
          return [...all];
        }
      }
    };
    patterns.forEach((pattern, index) => {
      for (let from = 0; from < characters.length; ) {
        const end = Math.max(from, ...ends(pattern, from));
        if (end > from) matches.push([index, characters[from]!.start, characters[end - 1]!.end]);
        from = Math.max(end, from + 1);
      }
    });
    offset += line.length + 1;
  }
  return order(matches);
}

describe.each([["engine", engine], ["engine without prefilters", unfiltered], ["oracle", oracle]] as const)("patterns, %s", (_, match) => {
  it.each(cases.map((one) => [one.name, one] as const))("%s", (_, { patterns, text, found }) => {
    expect(match(patterns.map(parse), text).map(([pattern, start, end]) => [patterns[pattern], text.slice(start, end)])).toEqual(found);
  });
});

const atom = fc.constantFrom("a", "b", "[ab]", "[^a]", ".", "\\d", "\\b", "^", "$", "é", "1", "\\w", "\\s", "ﬁ");
const { pattern } = fc.letrec<{ pattern: string }>((tie) => ({
  pattern: fc.oneof(
    { maxDepth: 4, depthIdentifier: "pattern" },
    { weight: 5, arbitrary: atom },
    { weight: 4, arbitrary: fc.tuple(tie("pattern"), tie("pattern")).map((parts) => parts.join("")) },
    { weight: 2, arbitrary: fc.tuple(tie("pattern"), tie("pattern")).map(([a, b]) => `(${a}|${b})`) },
    { weight: 3, arbitrary: fc.tuple(tie("pattern"), fc.constantFrom("*", "+", "?", "{2}", "{1,3}", "{0,2}", "{2,}", "+?")).map(([a, times]) => `(?:${a})${times}`) },
  ),
}));
const fit = (source: string): boolean => {
  try {
    parse(source);
    return true;
  } catch {
    return false;
  }
};
const patterns = fc.array(pattern.map((source) => `/${source}/`).filter(fit), { minLength: 1, maxLength: 4 });
const text = fc.array(fc.constantFrom("a", "b", "1", " ", "é", "e", "\n", "ﬁ", "i", "f", "\u200b", "💰", "\ud800", "_", "-"), { maxLength: 24 }).map((characters) => characters.join(""));

describe("laws of patterns", () => {
  it("the engine finds what the oracle finds", () => {
    fc.assert(fc.property(patterns, text, (sources, message) => {
      const nodes = sources.map(parse);
      const found = engine(nodes, message);
      expect(found).toEqual(oracle(nodes, message));
      expect(found).toEqual(unfiltered(nodes, message));
    }), { numRuns: 1500 });
  });

  it("what is found does not depend on what was read before", () => {
    fc.assert(fc.property(patterns, fc.array(text, { maxLength: 6 }), (sources, messages) => {
      const nodes = sources.map(parse);
      const one = createPatterns(compileProgram(nodes));
      for (const message of messages) {
        const matches: Match[] = [];
        one.match(message, (...match) => matches.push(match));
        expect(order(matches)).toEqual(engine(nodes, message));
      }
    }), { numRuns: 300 });
  });

  it("a span folds to what the pattern matches, from end to end", () => {
    fc.assert(fc.property(patterns.filter((list) => list.every((source) => !/\\b|\^|\$/.test(source))), text, (sources, message) => {
      const nodes = sources.map(parse);
      for (const [index, start, end] of engine(nodes, message)) {
        const slice = message.slice(start, end);
        expect(engine([nodes[index]!], slice)).toContainEqual([0, 0, slice.length]);
        expect(engine([nodes[index]!], foldString(slice).replaceAll("\ufffd", "-")).length).toBeGreaterThan(0);
      }
    }), { numRuns: 500 });
  });

  it("adding patterns removes no match of others", () => {
    fc.assert(fc.property(patterns, patterns, text, (some, more, message) => {
      const first = engine(some.map(parse), message);
      expect(engine([...some, ...more].map(parse), message).filter(([index]) => index < some.length)).toEqual(first);
    }), { numRuns: 500 });
  });

  it("adding lines removes no match", () => {
    fc.assert(fc.property(patterns, text, text, (sources, message, more) => {
      const nodes = sources.map(parse);
      expect(engine(nodes, `${message}\n${more}`)).toEqual(expect.arrayContaining(engine(nodes, message)));
    }), { numRuns: 500 });
  });
});

/** Work by length of text for a pack of patterns. */
const workOn = (sources: readonly string[], message: string): number => {
  const one = createPatterns(compileProgram(sources.map(parse)));
  one.match(message, () => {});
  return one.work();
};
const random = (length: number, of: string): string => {
  let state = 7;
  return Array.from({ length }, () => of[(state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff) % of.length]).join("");
};

describe("work grows linearly, whatever the author and the sender write", () => {
  const packs: readonly (readonly [string, readonly string[]])[] = [
    ["every character a new state", ["/[ab]*a[ab]{20}c/"]],
    ["many of them", Array.from({ length: 20 }, (_, i) => `/[ab]*a[ab]{${i + 3}}c/`)],
    ["nested repetition", ["/(a*)*b/", "/(a|aa)+c/", "/a*a*a*a*a*d/"]],
    ["one character, or many that never end", ["/a+z|a/", "/[^z]*z|b/"]],
    ["digits", ["/\\d+x/", "/(\\d{1,4} ?){4,20}!/"]],
  ];
  const texts: readonly (readonly [string, (length: number) => string])[] = [
    ["aaaa…", (length) => "a".repeat(length)],
    ["a and b at random", (length) => random(length, "ab")],
    ["digits", (length) => random(length, "0123456789")],
    ["invisible", (length) => "\u200b".repeat(length)],
    ["pictures", (length) => "💰".repeat(length / 2)],
    ["lone surrogates", (length) => "\ud800".repeat(length)],
    ["line breaks", (length) => "ab\n".repeat(length / 3)],
    ["ever new characters", (length) => Array.from({ length }, (_, i) => String.fromCodePoint(0x4e00 + (i % 60_000))).join("")],
  ];
  it.each(packs.flatMap(([pack, sources]) => texts.map(([name, make]) => [pack, name, sources, make] as const)))("%s on %s", (_, __, sources, make) => {
    const [short, long] = [workOn(sources, make(6_000)), workOn(sources, make(24_000))];
    expect(long).toBeLessThanOrEqual(4.4 * short + 5_000);
    const instructions = compileProgram(sources.map(parse)).ops.length;
    expect(long).toBeLessThanOrEqual(24_000 * (3 * instructions + 2));
  });

  it("many short messages that want ever new states cost no more than following the patterns", () => {
    const sources = ["/[ab]*a[ab]{40}c/"];
    const one = createPatterns(compileProgram(sources.map(parse)));
    const messages = random(400_000, "ab").match(/.{80}/g)!;
    for (const message of messages) one.match(message, () => {});
    expect(one.work()).toBeLessThanOrEqual(400_000 * 60);
  });
});

describe("patterns that are refused", () => {
  it.each([
    ["/a(?=b)/", 3, /look-ahead "\(\?="/, /part of the pattern/],
    ["/a(?!b)/", 3, /look-ahead "\(\?!"/, /unless phrase/],
    ["/(?<=a)b/", 2, /look-behind "\(\?<="/, /\\b/],
    ["/(?<!a)b/", 2, /look-behind "\(\?<!"/, /unless phrase/],
    ["/(a)\\1/", 5, /back-reference "\\1"/, /write out/],
    ["/(?<n>a)\\k<n>/", 9, /back-reference "\\k"/, /write out/],
    ["/(?>a)b/", 2, /atomic group/, /\(\?:/],
    ["/a++b/", 4, /possessive/, /leave it out/],
    ["/(?i)abc/", 2, /\(\?i\)/, /case and accents never matter/],
    ["/abc/i", 6, /flags "i"/, /nothing after the second slash/],
    ["/abc", 5, /not closed/, /between two slashes/],
    ["//", 1, /empty string/, /at least one character/],
    ["/a*/", 1, /empty string/, /\+ instead of \*/],
    ["/(a|)/", 1, /empty string/, /at least one/],
    ["/\\b/", 1, /empty string/, /at least one/],
    ["/.+/", 1, /nearly every message/, /must stand there/],
    ["/\\w+ \\w+/", 1, /nearly every message/, /must stand there/],
    ["/[^x]{3}/", 1, /nearly every message/, /must stand there/],
    ["/a{1000}{1000}/", 2, /repetition of a repetition/, /in brackets/],
    ["/(a{1000}){1000}/", 1, /more than 1000 characters/, /less/],
    ["/((((|\\b){1000}){1000}){1000})a/", 1, /more than 1000 characters/, /less/],
    ["/a{1001}/", 3, /\{1001\}/, /at most \{1000\}/],
    ["/a{5,2}/", 3, /ends before it begins/, /\{2,5\}/],
    ["/a{x}/", 3, /no repetition/, /\\\{/],
    ["/*a/", 2, /nothing to repeat/, /\\\*/],
    ["/\\b+a/", 2, /repeats a place/, /leave the repetition out/],
    ["/[abc/", 2, /class that is not closed/, /"\]"/],
    ["/[]a]/", 3, /empty class/, /\\\]/],
    ["/[z-a]/", 3, /back to front/, /lesser/],
    ["/[\\u0000-\\uffff]a/", 3, /too wide/, /\\p\{L\}/],
    ["/[ﬁ]/", 3, /several characters/, /\(fi\|…\)/],
    ["/(a/", 2, /group that is not closed/, /"\)"/],
    ["/a)/", 3, /without its "\("/, /\\\)/],
    ["/a]/", 3, /without its "\["/, /\\\]/],
    ["/a\\/", 3, /backslash before nothing/, /\\\\/],
    ["/a\\nb/", 3, /line break/, /within its line/],
    ["/\\Aabc/", 2, /means nothing/, /write \^/],
    ["/\\p{Lu}a/", 2, /class "\\p\{Lu\}"/, /case never matters/],
    ["/\\p{Greek}a/", 2, /class "\\p\{Greek\}"/, /one of/],
    ["/\\u{110000}/", 2, /no character/, /itself/],
    [`/${"(".repeat(60)}a${")".repeat(60)}/`, 52, /too deep/, /at most 50/],
  ])("%s", (source, column, message, hint) => {
    try {
      parse(source);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(PatternError);
      expect((error as PatternError).message).toMatch(message);
      expect((error as PatternError).hint).toMatch(hint);
      expect((error as PatternError).column).toBe(column);
    }
  });

  it("no text is too odd to be read or refused", () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(..."ab1\\[](){}^$.*+?|-,/<>=!:épPLdwskxu".split("")), maxLength: 20 }), (source) => {
      try {
        compileProgram([parse(`/${source}/`)]);
      } catch (error) {
        expect(error).toBeInstanceOf(PatternError);
        expect((error as PatternError).column).toBeLessThanOrEqual(source.length + 3);
      }
    }), { numRuns: 3000 });
  });
});

describe("patterns in a signal file", () => {
  const compile = (...entries: string[]): ReturnType<typeof compilePhrases> =>
    compilePhrases(entries.map((phrase) => ({ phrase, lang: "en", meaning: { kind: "pattern", label: "off-channel", weight: 2 } })), { list: () => undefined, stem: (word) => word });

  it("are found beside phrases, under their cue, once a sentence", () => {
    const { tables, problems } = compile("wickr", "/\\bPRJ-\\d{4}\\b/", "/!!+/");
    expect(problems).toEqual([]);
    const text = "Is prj-0001, PRJ-0002 on Wickr? PRJ-0003!!!";
    const evidence = createScan(tables, () => [])(prepare(text));
    expect(evidence.map((one) => [text.slice(one.start, one.end), one.kind === "pattern" && one.cue])).toEqual([["prj-0001", "asked"], ["Wickr", "asked"], ["PRJ-0003", "asserted"], ["!!!", "asserted"]]);
    expect(createScan(tables, () => [])(prepare("!!!"))).toEqual([]);
  });

  it("are Problems, each of its entry, where they cannot be compiled, and the rest still works", () => {
    const { tables, problems } = compile("/a(?=b)/", "wickr");
    expect(problems).toEqual([{ entry: 0, problem: { code: "signal/pattern", message: 'look-ahead "(?=", at column 3 of the pattern', hint: "write it as part of the pattern, or use \\b for the edge of a word" } }]);
    expect(createScan(tables, () => [])(prepare("on wickr"))).toHaveLength(1);
  });
});
