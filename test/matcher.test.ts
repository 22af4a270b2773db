import fc from "fast-check";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Lang } from "../src/core/label.js";
import type { Text } from "../src/core/text.js";
import { prepare } from "../src/prepare/prepare.js";
import { ENDINGS } from "../src/scan/endings.js";
import { createMatcher } from "../src/scan/matcher.js";
import { parsePhrase, PhraseError, type Element, type Vocabulary } from "../src/scan/phrase.js";
import { buildTables } from "../src/scan/tables.js";
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
const order = (matches: Match[]): Match[] => matches.sort((a, b) => a[1] - b[1] || b[2] - a[2] || a[0] - b[0]);

/** The engine. */
function engine(phrases: readonly (readonly Element[])[], { tokens, sentences }: Text): Match[] {
  const matches: Match[] = [];
  createMatcher(JSON.parse(JSON.stringify(buildTables(phrases, (form) => form.length)))).match(tokens, sentences, (...match) => matches.push(match));
  return order(matches);
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
        return element.options.flatMap((option) => (k + option.length <= to && option.every((form, i) => isForm(tokens[k + i]!.word, form)) ? read(e + 1, k + option.length) : [])).concat(skipped);
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

describe.each([["engine", engine], ["oracle", oracle]] as const)("phrases, %s", (_, match) => {
  it.each(cases.map((one) => [one.name, one] as const))("%s", (_, { lang = "en", phrases, lists, text, found }) => {
    const prepared = prepare(text);
    const matches = match(phrases.map((phrase) => parsePhrase(phrase, lang, vocabulary(lists))), prepared);
    const shown = matches.map(([phrase, first, last]) => [phrases[phrase], text.slice(prepared.tokens[first]!.start, prepared.tokens[last]!.end)]);
    expect(shown).toEqual(found);
  });
});

describe("laws", () => {
  const word = fc.constantFrom("a", "b", "c", "ab");
  const part = fc.oneof({ weight: 4, arbitrary: word }, fc.constantFrom("..1", "..2", "(a|b c)", "b?", "(a|c)?", "a*", "(b|a b)"));
  const phrase = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => `a ${parts.join(" ")} c`);
  const text = fc.array(fc.oneof({ weight: 6, arbitrary: word }, fc.constantFrom(".", "?")), { maxLength: 14 }).map((words) => words.join(" "));

  it("the engine finds what the oracle finds", () => {
    fc.assert(fc.property(fc.array(phrase, { minLength: 1, maxLength: 4 }), text, (phrases, message) => {
      const parsed = phrases.map((one) => parsePhrase(one, "en", vocabulary()));
      const prepared = prepare(message);
      expect(engine(parsed, prepared)).toEqual(oracle(parsed, prepared));
    }), { numRuns: 2000 });
  });

  it("adding phrases removes no match of others", () => {
    fc.assert(fc.property(phrase, phrase, text, (one, other, message) => {
      const [first, second] = [one, other].map((each) => parsePhrase(each, "en", vocabulary()));
      const prepared = prepare(message);
      expect(engine([first!, second!], prepared).filter(([index]) => index === 0)).toEqual(engine([first!], prepared));
    }), { numRuns: 500 });
  });
});

describe("phrases that cannot be read", () => {
  it.each([
    ["..3", /no word/, /at least one word/],
    [".. judge", /edge/, /leave it out/],
    ["pay ..99 judge", /too wide/, /at most \.\.12/],
    ["pay <nobody>", /no list <nobody>/, /words\/nobody\/en\.json/],
    ["pay (judge", /brackets/, /without brackets/],
    ["e-mail", /not a word/, /hyphen parts/],
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
