import { describe, expect, it } from "vitest";
import { large } from "../src/generated/large.js";
import { model } from "../src/generated/model.js";
import { gdpr, sra } from "../src/generated/packs/index.js";
import { createEngine, ObiterError, type Model, type Overlay } from "../src/index.js";
import { measure, type Metrics } from "../src/report/metrics.js";
import { HOLDOUT, readCorpus } from "../src/train/corpus.js";
import { createJudge } from "../src/train/measure-model.js";

describe("the larger model", () => {
  it("finds more than the default in the holdout, and raises as little", () => {
    const messages = readCorpus("rules/models/default/corpus").filter(({ author }) => author === HOLDOUT).flatMap((file) => file.messages.filter((_, i) => i % 4 === 0));
    const [before, after] = [model, large].map((one) => measure(createJudge(one)(messages))) as [Metrics, Metrics];
    expect(after.macroF1).toBeGreaterThan(before.macroF1 + 0.01);
    expect(after.falseAlarms.medium / after.benign).toBeLessThan(0.02);
  });

  it("is named in every assessment, with an overlay too", () => {
    const overlay: Overlay = { format: 1, version: "1.0.0", changes: [] };
    for (const engine of [createEngine({ packs: [sra, gdpr], model: large }), createEngine({ packs: [sra, gdpr], model: large, overlay })]) {
      expect(engine.packs).toEqual(expect.arrayContaining([`gdpr@${gdpr.version}`, `sra@${sra.version}`, `model:large@${large.version}`]));
      expect(engine.assess({ text: "hello" }).packs).toEqual(engine.packs);
    }
    expect(createEngine({ packs: [sra] }).assess({ text: "hello" }).packs).toEqual([`sra@${sra.version}`]);
  });

  it("says which words decided, within the text", () => {
    const text = "Lose the second page before the other side asks for it. See you at ten.";
    const { findings } = createEngine({ packs: [sra], model: large }).assess({ text });
    const spans = findings.flatMap(({ contributions = [] }) => contributions.flatMap(({ span }) => (span === undefined ? [] : [span])));
    expect(spans.length).toBeGreaterThan(0);
    for (const { start, end } of spans) expect(text.slice(start, end).trim()).not.toBe("");
  });

  it.each([
    ["no object", "large"],
    ["an empty object", {}],
    ["weights of another version", { ...large, format: large.format - 1 }],
    ["features of another version", { ...large, labels: large.labels.map((one) => ({ ...one, dense: one.dense.slice(1) })) }],
    ["more buckets than are read", { ...large, bucketBits: 31 }],
  ])("refuses %s", (_, given) => {
    expect(() => createEngine({ packs: [sra], model: given as unknown as Model })).toThrow(ObiterError);
    try {
      createEngine({ packs: [sra], model: given as unknown as Model });
    } catch (error) {
      expect((error as ObiterError).problems.map(({ code }) => code)).toEqual(["engine/model"]);
    }
  });
});
