import { existsSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ENTITY_TYPES, LABELS, SECRET_TYPES, WEAK_TYPES, type EntityType } from "../src/core/label.js";
import { CHANNELS, DIRECTIONS, ROLES } from "../src/core/message.js";
import { foldString } from "../src/core/fold.js";
import { HOLDOUT, readCorpus, readJsonl } from "../src/train/corpus.js";

const files = readCorpus("rules/models/default/corpus");
const langs = [...new Set(files.map(({ lang }) => lang))];
const messages = files.flatMap(({ lang, author, name, messages: all }) => all.map((message) => ({ lang, author, name, message })));
const wordsOf = (text: string): string[] => [...new Set(foldString(text).match(/[\p{L}\p{N}]+/gu) ?? [])];

/** Two messages that share this much of their words are one message written twice (Jaccard). */
const NEAR = 0.6;
/** Shorter ones are alike by nature ("ok thanks"): only equal ones count. */
const FEWEST_WORDS = 5;

/** Pairs of near-duplicates, by prefix filtering: near sets share one of their rarest words (Bayardo et al. 2007). */
function nearDuplicates(texts: readonly { readonly id: string; readonly text: string }[]): [string, string][] {
  const sets = texts.map(({ id, text }) => ({ id, words: wordsOf(text) }));
  const counts = new Map<string, number>();
  for (const { words } of sets) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const index = new Map<string, number[]>();
  const pairs: [string, string][] = [];
  sets.forEach(({ id, words }, i) => {
    words.sort((a, b) => counts.get(a)! - counts.get(b)! || (a < b ? -1 : 1));
    const needed = words.length < FEWEST_WORDS ? 1 : NEAR;
    const mine = new Set(words);
    const tried = new Set<number>();
    for (const word of words.slice(0, words.length - Math.ceil(needed * words.length) + 1)) {
      for (const j of index.get(word) ?? []) {
        if (tried.has(j)) continue;
        tried.add(j);
        const other = sets[j]!.words;
        const shared = other.filter((one) => mine.has(one)).length;
        if (shared / (mine.size + other.length - shared) >= Math.max(needed, other.length < FEWEST_WORDS ? 1 : NEAR)) pairs.push([sets[j]!.id, id]);
      }
      index.set(word, [...(index.get(word) ?? []), i]);
    }
  });
  return pairs;
}

describe("the corpora", () => {
  it("every message is as the labelling guidelines say", () => {
    const ids = new Set<string>();
    for (const { name, message } of messages) {
      const { id, lang, role, direction, channel, text, labels, entities = [] } = message;
      const where = `${name} ${id}`;
      expect(ids.has(id), where).toBe(false);
      ids.add(id);
      expect(/^(en|pt|es)-[A-Z]{2}$/.test(lang) && ROLES.includes(role as "client") && DIRECTIONS.includes(direction as "inbound") && CHANNELS.includes(channel as "sms"), where).toBe(true);
      expect(text.length > 0 && labels.every((label) => LABELS.includes(label)) && new Set(labels).size === labels.length, where).toBe(true);
      for (const entity of entities) expect(ENTITY_TYPES.includes(entity.type as "email") && text.includes(entity.text), where).toBe(true);
      const types = entities.map(({ type }) => type as EntityType);
      const identified = types.some((type) => !WEAK_TYPES.includes(type) && !SECRET_TYPES.includes(type)) || WEAK_TYPES.every((type) => types.includes(type));
      expect(labels.includes("pii"), where).toBe(identified);
    }
  });

  it.each(langs)("%s: no near-duplicates", (lang) => {
    expect(nearDuplicates(messages.filter((one) => one.lang === lang).map(({ message: { id, text } }) => ({ id, text })))).toEqual([]);
  });

  it.each(langs)("%s: enough of each label, half benign, a holdout of its own author", (lang) => {
    const of = messages.filter((one) => one.lang === lang);
    const training = of.filter(({ author }) => author !== HOLDOUT);
    expect(training.length).toBeGreaterThanOrEqual({ en: 5000, pt: 4500, es: 4000 }[lang]!);
    for (const label of LABELS) expect(training.filter(({ message }) => message.labels.includes(label)).length, label).toBeGreaterThanOrEqual(150);
    expect(training.filter(({ message }) => message.labels.length === 0).length / training.length).toBeGreaterThanOrEqual(0.5);
    expect((of.length - training.length) / of.length).toBeGreaterThanOrEqual(0.1);
  });

  it.each(langs)("%s: hardly a stretch of five words stands in two messages, and none in many", (lang) => {
    const counts = new Map<string, number>();
    for (const { message: { text } } of messages.filter((one) => one.lang === lang)) {
      const words = foldString(text).match(/[\p{L}\p{N}]+/gu) ?? [];
      for (const stretch of new Set(words.slice(4).map((_, i) => words.slice(i, i + 5).join(" ")))) counts.set(stretch, (counts.get(stretch) ?? 0) + 1);
    }
    const all = [...counts.values()];
    const shared = all.filter((count) => count > 1).reduce((sum, count) => sum + count, 0);
    expect(shared / all.reduce((sum, count) => sum + count, 0)).toBeLessThan(0.07);
    expect(all.every((count) => count < 40)).toBe(true);
  });

  const evaluation = "../shared/eval";
  it.skipIf(!existsSync(evaluation))("none is close to a message of the development sets", () => {
    const theirs = readdirSync(evaluation).filter((name) => name.endsWith(".jsonl")).flatMap((name) => readJsonl(`${evaluation}/${name}`)).map(({ id, text }) => ({ id: `dev ${id}`, text }));
    const longer = theirs.filter(({ text }) => wordsOf(text).length >= FEWEST_WORDS);
    const pairs = nearDuplicates([...longer, ...messages.map(({ message: { id, text } }) => ({ id, text }))]);
    expect(pairs.filter((pair) => pair.some((id) => id.startsWith("dev ")))).toEqual([]);
  });
});
