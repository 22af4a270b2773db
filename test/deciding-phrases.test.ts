import { describe, expect, it } from "vitest";
import { LANGS } from "../src/core/label.js";
import { foundation } from "../src/create-engine.js";
import { prepare } from "../src/prepare/prepare.js";
import { createScan } from "../src/scan/scan.js";
import { readCorpus } from "../src/train/corpus.js";
import { decide } from "../src/weigh/decide.js";

/** What phrases alone decide: signals that packs add (`x-…`), which no classifier reads, and what is said expressly. The matcher is all that needs to run. */
const scan = createScan(foundation.tables, () => []);
const found = (message: string): string[] => {
  const text = prepare(message);
  return decide([], text, scan(text)).map(({ label }) => label);
};
const decided = [...new Set(foundation.tables.meanings.flatMap(({ meaning }) => (meaning.kind === "pattern" && meaning.decides !== undefined ? [meaning.label] : [])))].sort();

/** All messages of the corpora, the holdout's too, that hold none of the labels. Some do what an x-… signal says: they count against it all the same. */
const benign = readCorpus("rules/models/default/corpus").flatMap(({ lang, messages }) => messages.filter(({ labels }) => labels.length === 0).map(({ text }) => ({ lang, found: found(text) })));

describe("false alarms of what phrases decide: at most 1 in 1,000 benign messages of the corpora, each", () => {
  it("there are enough messages to tell, and a signal that holds is seen", () => {
    for (const lang of LANGS) expect(benign.filter((message) => message.lang === lang).length).toBeGreaterThan(4000);
    expect(found("I forgot to lodge the appeal and the deadline passed yesterday")).toEqual(["x-own-mistake"]);
  });
  it.each(decided)("%s", (label) => {
    for (const lang of LANGS) {
      const messages = benign.filter((message) => message.lang === lang);
      const alarms = messages.filter((message) => message.found.includes(label)).length;
      expect(alarms, `${alarms} of ${messages.length} in ${lang}`).toBeLessThanOrEqual(messages.length / 1000);
    }
  });
});
