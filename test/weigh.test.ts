import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { overlaps } from "../src/core/span.js";
import { identifiers } from "../src/generated/identifiers.js";
import { triggers } from "../src/generated/triggers.js";
import { model } from "../src/generated/model.js";
import { signals } from "../src/generated/signals.js";
import { prepare } from "../src/prepare/prepare.js";
import { openTriggers } from "../src/scan/identifier-triggers.js";
import { createIdentify } from "../src/scan/identify.js";
import { createScan } from "../src/scan/scan.js";
import { HOLDOUT, readCorpus } from "../src/train/corpus.js";
import { createEncoder } from "../src/train/rans-encoder.js";
import { writeWeights } from "../src/train/write-weights.js";
import { featuresOf } from "../src/weigh/features.js";
import { createGate } from "../src/weigh/gate.js";
import { createDecoder } from "../src/weigh/rans-decoder.js";
import { createScorer } from "../src/weigh/score.js";
import { createWeigh } from "../src/weigh/weigh.js";
import { MOST_WEIGHT, readWeights, rowAt, weightIn } from "../src/weigh/weight-table.js";

const scan = createScan(signals, createIdentify(identifiers, openTriggers(triggers)));
const weigh = createWeigh(model);
const corpus = readCorpus("rules/models/default/corpus");
/** Every ninth message: all authors, all labels. */
const sample = corpus.flatMap(({ author, messages }) => messages.filter((_, i) => i % 9 === 0).map((message) => ({ author, message })));
const weighed = (original: string) => {
  const text = prepare(original);
  const evidence = scan(text);
  return { text, evidence, signals: weigh(text, evidence) };
};

describe("the coder of symbols", () => {
  const sizes = [2, 5, 1, 200];
  it("reads what was written, under any contexts", () => {
    const symbols = fc.array(fc.nat(sizes.length - 1).chain((context) => fc.record({ context: fc.constant(context), symbol: fc.oneof(fc.nat(sizes[context]! - 1), fc.constant(0)) })), { maxLength: 2000 });
    fc.assert(fc.property(symbols, (all) => {
      const { write, finish } = createEncoder(sizes);
      for (const { context, symbol } of all) write(context, symbol);
      const read = createDecoder(finish(), sizes);
      expect(all.map(({ context }) => read(context))).toEqual(all.map(({ symbol }) => symbol));
    }));
  });

  it("takes little room for what is likely", () => {
    const { write, finish } = createEncoder([2]);
    for (let i = 0; i < 80_000; i++) write(0, i % 100 === 0 ? 1 : 0);
    expect(atob(finish()).length).toBeLessThan(80_000 / 8 / 8);
  });

  it("keeps tables of weights", () => {
    const labels = 5;
    const cells = fc.array(fc.tuple(fc.nat(63 * labels + labels - 1), fc.integer({ min: -MOST_WEIGHT, max: MOST_WEIGHT })), { maxLength: 200 });
    fc.assert(fc.property(cells, (some) => {
      const hashed = new Int8Array(64 * labels);
      for (const [cell, weight] of some) hashed[cell] = weight;
      const table = readWeights(writeWeights(hashed, labels), 6, labels);
      const read = new Int8Array(hashed.length);
      for (let bucket = 0; bucket < 1 << 6; bucket++) {
        const row = rowAt(table, bucket);
        for (let label = 0; label < labels; label++) read[bucket * labels + label] = weightIn(table.rows, row, label);
      }
      expect(read).toEqual(hashed);
    }));
  });
});

describe("weights that nobody wrote", () => {
  it("are read to the end", () =>
    fc.assert(fc.property(fc.uint8Array({ maxLength: 3000 }), (bytes) => {
      const { ranks } = readWeights(btoa(String.fromCharCode(...bytes)), 8, 5);
      expect(ranks).toHaveLength(1 << 8);
    })));
});

describe("features", () => {
  const bucketsOf = (original: string): number[] => {
    const { words, letters } = featuresOf(prepare(original), [], model.bucketBits);
    return [words, letters].flatMap(({ buckets, count }) => [...buckets.subarray(0, count)]);
  };

  it("are the same whatever was read before", () =>
    fc.assert(fc.property(fc.string({ unit: "grapheme" }), fc.array(fc.string(), { maxLength: 300 }), (text, others) => {
      const before = bucketsOf(text);
      for (const other of others) bucketsOf(other);
      expect(bucketsOf(text)).toEqual(before);
    }), { numRuns: 50 }));

  it("count each n-gram once a block and point at words of the message", () =>
    fc.assert(fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (original) => {
      const text = prepare(original);
      const { words, letters } = featuresOf(text, [], model.bucketBits);
      for (const { buckets, places, count } of [words, letters]) {
        expect(new Set(buckets.subarray(0, count)).size).toBe(count);
        for (const place of places.subarray(0, count)) expect((place >> 1) - (place & 1) >= 0 && place >> 1 < text.tokens.length).toBe(true);
      }
    })));

  it("of a long message are bounded", () => {
    const words = (count: number): string => Array.from({ length: count }, (_, i) => `w${String.fromCharCode(97 + (i % 26), 97 + ((i / 26) % 26), 97 + ((i / 676) % 26))}`).join(" ");
    expect(bucketsOf(words(10_000))).toEqual(bucketsOf(words(3_000)));
    expect(bucketsOf("x".repeat(100_000)).length).toBeLessThan(300);
  });
});

describe("weighing", () => {
  it("gives the same signals again, in whatever order messages come", () => {
    const some = sample.filter((_, i) => i % 4 === 0);
    const first = some.map(({ message }) => weighed(message.text).signals);
    const again = [...some].reverse().map(({ message }) => weighed(message.text).signals).reverse();
    expect(again).toEqual(first);
  });

  it("shows why: contributions stand in the message and add up towards the label", () => {
    for (const { message } of sample) {
      const { signals: found } = weighed(message.text);
      for (const { contributions, spans, entity } of found) {
        if (entity !== undefined) continue;
        expect(contributions.length, message.id).toBeGreaterThan(0);
        for (const { span } of contributions) if (span !== undefined) expect(message.text.slice(span.start, span.end).length, message.id).toBeGreaterThan(0);
        expect(contributions.some(({ span, weight }) => weight > 0 && (span === undefined || overlaps(span, { start: 0, end: message.text.length }))), message.id).toBe(true);
        for (const span of spans) expect(span.end <= message.text.length && span.start < span.end, message.id).toBe(true);
      }
    }
  });

  it("finds nothing where there are no words", () => {
    for (const text of ["", "   ", "!?", "\ud800"]) expect(weighed(text).signals).toEqual([]);
  });
});

describe("the gate", () => {
  const gate = createGate(model.gate);
  const { scoresOf } = createScorer(model);
  /** Would the second stage alone find anything here? */
  const holdsAny = (text: ReturnType<typeof prepare>, evidence: ReturnType<typeof scan>): boolean => {
    const scores = scoresOf(featuresOf(text, evidence, model.bucketBits));
    return model.labels.some(({ slope, shift, threshold }, i) => 1 / (1 + Math.exp(-(slope * scores[i]! + shift))) >= threshold);
  };

  it("with the phrases, lets through what the second stage alone would find", () => {
    let [must, pass] = [0, 0];
    for (const { author, message } of sample) {
      if (author === HOLDOUT || message.labels.length === 0) continue;
      const text = prepare(message.text);
      const evidence = scan(text);
      if (!holdsAny(text, evidence)) continue;
      must++;
      if (evidence.some(({ kind }) => kind === "pattern") || gate(text.hashes, text.tokens.length)) pass++;
    }
    expect(must).toBeGreaterThan(500);
    expect(pass / must).toBeGreaterThanOrEqual(0.995);
  });

  it("keeps most of ordinary chat out", () => {
    const ordinary = corpus.filter(({ author }) => author === "everyday").flatMap(({ messages }) => messages.filter(({ labels }, i) => labels.length === 0 && i % 4 === 0));
    const passed = ordinary.filter(({ text }) => {
      const { hashes, tokens } = prepare(text);
      return gate(hashes, tokens.length);
    });
    expect(passed.length / ordinary.length).toBeLessThan(0.37);
  });

  it("is closed to nothing, and sees only the words it is told of", () => {
    expect(gate(new Int32Array(4), 0)).toBe(false);
    fc.assert(fc.property(fc.array(fc.integer(), { maxLength: 50 }), fc.array(fc.integer(), { maxLength: 5 }), (own, rest) => gate(Int32Array.from([...own, ...rest]), own.length) === gate(Int32Array.from(own), own.length)));
  });
});
