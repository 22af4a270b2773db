import { createEngine } from "../../dist/index.js";
import { gdpr, lgpd, sra } from "../../dist/packs/index.js";
import { makeMessages } from "../corpus.mjs";
import { ratio, spread } from "../measure.mjs";

/** The whole assessment, three packs, result objects included. */
export default function measure({ short }) {
  const engine = createEngine({ packs: [sra, gdpr, lgpd], law: "GB-EAW" });
  const messages = makeMessages(short ? 20_000 : 100_000).map((text) => ({ text }));
  const texts = messages.map(({ text }) => text);
  const flagged = (list) => {
    let found = 0;
    for (const text of list) if (engine.assess({ text }).findings.length > 0) found++;
    return found;
  };
  const whole = ratio(flagged, texts);
  return [
    { subject: "engine.assess, three packs, corpus average", unit: "× F", must: 8, goal: 5, ...whole, note: `${((100 * whole.answer) / texts.length).toFixed(1)}% of ${texts.length} messages have a finding` },
    { subject: "engine.assess, one warm message, p99.9 over the median", unit: "×", must: 20, ...tail(engine, texts) },
  ];
}

/** How much longer than the median the slowest of a thousand takes. */
function tail(engine, texts) {
  const rounds = Array.from({ length: 7 }, () => {
    const times = new Float64Array(20_000);
    for (let i = 0; i < times.length; i++) {
      const message = { text: texts[i % texts.length] };
      const start = process.hrtime.bigint();
      engine.assess(message);
      times[i] = Number(process.hrtime.bigint() - start);
    }
    times.sort();
    return times[Math.floor(times.length * 0.999)] / times[times.length >> 1];
  });
  return spread(rounds);
}
