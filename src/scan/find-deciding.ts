import type { Lang } from "../core/label.js";
import type { Deciding } from "./deciding.js";
import { ENDINGS } from "./endings.js";
import { writeForms } from "./forms.js";
import { writeNumbers } from "./numbers.js";
import type { Element, Option, Spellings } from "./phrase.js";
import type { Node } from "./regex/parse.js";
import { compileProgram } from "./regex/program.js";
import type { Commonness } from "./tables.js";

const isWord = (form: string): boolean => !form.endsWith("*");
/** The words that a form stands for: itself, or its stem with every ending; and how else they are written. */
const spelled = (form: string, chat: Spellings): string[] => {
  const [stem, lang] = form.split("~");
  const words = lang === undefined ? [form] : [...ENDINGS[lang as Lang]].map((ending) => stem! + ending);
  return [...words, ...[...chat.values()].flatMap((spellings) => words.flatMap((word) => (Object.hasOwn(spellings, word) ? spellings[word]! : [])))];
};

/** What must stand for one of these phrases or patterns to be found. */
export function findDeciding(phrases: readonly (readonly Element[])[], patterns: readonly Node[], commonness: Commonness, chat: Spellings = new Map()): Deciding {
  const groups = new Map<string, number>();
  const asked: (readonly number[])[] = [];
  const beginnings = new Set<string>();
  const rarest = (option: Option): string => option.filter(isWord).reduce((a, b) => (commonness(b) < commonness(a) ? b : a));
  const costOf = (options: readonly Option[]): number => options.reduce((sum, option) => sum + commonness(rarest(option)), 0);
  const groupOf = (options: readonly Option[]): number => {
    const key = [...new Set(options.flatMap((option) => spelled(rarest(option), chat)))].sort().join(" ");
    return groups.get(key) ?? groups.set(key, groups.size).get(key)!;
  };
  for (const elements of phrases) {
    const required = elements.flatMap((element) => (element.kind === "choice" && !element.optional ? [[...element.options, ...element.lists.flat()]] : []));
    const certain = required.filter((options) => options.every((option) => option.some(isWord)));
    if (certain.length > 0) asked.push([...certain].sort((a, b) => costOf(a) - costOf(b)).map(groupOf));
    else {
      for (const option of required[0]!) {
        if (option.some(isWord)) asked.push([groupOf([option])]);
        else beginnings.add(option[0]!.slice(0, -1));
      }
    }
  }
  const words = [...new Set([...groups.keys()].flatMap((key) => key.split(" ")))].sort();
  const numbers = new Map(words.map((word, i) => [word, i]));
  const listed = (lists: readonly (readonly number[])[]): number[] => [lists.length, ...lists.flatMap((list) => [list.length, ...list])];
  return {
    words: writeForms(words),
    groups: writeNumbers([...listed([...groups.keys()].map((key) => key.split(" ").map((word) => numbers.get(word)!))), ...listed(asked)]),
    characters: compileProgram([...patterns, ...[...beginnings].map(anywhere)]),
  };
}

/** What may stand within a word and is not of it: apostrophes (one of them folds to a space). */
const WITHIN: Node = { kind: "repeat", part: { kind: "set", set: { ranges: [...new Set("'’ʼ` ")].map((sign) => sign.charCodeAt(0)).sort((a, b) => a - b).flatMap((sign) => [sign, sign]), classes: [], negated: false } }, least: 0, most: Infinity };
const anywhere = (beginning: string): Node => ({
  kind: "sequence",
  parts: [...beginning].flatMap((letter, i): Node[] => [...(i > 0 ? [WITHIN] : []), { kind: "set", set: { ranges: [letter.codePointAt(0)!, letter.codePointAt(0)!], classes: [], negated: false } }]),
});
