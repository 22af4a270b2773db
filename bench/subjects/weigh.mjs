import { createGate, createScorer, createWeigh, featuresOf, model, prepare, scan } from "../../.cache/bench/rooms.js";
import { large } from "../../dist/model.js";
import { makeMessages } from "../corpus.mjs";
import { ratio } from "../measure.mjs";

/** The two stages of the classifiers on messages that are read and scanned already: what signals add. */
export default function measure({ short }) {
  const texts = makeMessages(short ? 5_000 : 20_000);
  const read = texts.map((text) => {
    const prepared = prepare(text);
    return { prepared, evidence: scan(prepared) };
  });
  const gate = createGate(model.gate);
  const weigh = createWeigh(model);
  const gated = () => {
    let passed = 0;
    for (const { prepared } of read) if (gate(prepared.hashes, prepared.tokens.length)) passed++;
    return passed;
  };
  const scoredBy = (one) => {
    const { scoresOf } = createScorer(one);
    return () => {
      let above = 0;
      for (const { prepared, evidence } of read) if (scoresOf(featuresOf(prepared, evidence, one.bucketBits))[0] > 0) above++;
      return above;
    };
  };
  const weighed = () => {
    let signals = 0;
    for (const { prepared, evidence } of read) signals += weigh(prepared, evidence).length;
    return signals;
  };
  const second = read.filter(({ prepared, evidence }) => evidence.some(({ kind }) => kind === "pattern") || gate(prepared.hashes, prepared.tokens.length)).length;
  const share = (count) => `${((100 * count) / texts.length).toFixed(1)}% of messages`;
  return [
    { subject: "gate of the classifiers", unit: "× F", goal: 0.5, ...ratio(gated, texts), note: `passes ${share(gated())}` },
    { subject: "second stage, run on every message: features and scores", unit: "× F", must: 60, goal: 25, ...ratio(scoredBy(model), texts) },
    { subject: "the same by the larger model", unit: "× F", must: 60, ...ratio(scoredBy(large), texts) },
    { subject: "signals: gate, second stage where it is needed, spans, contributions", unit: "× F", ...ratio(weighed, texts), note: `second stage on ${share(second)}` },
  ];
}
