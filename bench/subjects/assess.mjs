import { createEngine } from "../../dist/index.js";
import { gdpr, lgpd, sra } from "../../dist/packs/index.js";
import { makeMessages } from "../corpus.mjs";
import { ratio, spread, time } from "../measure.mjs";

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
    { subject: "engine.assess, one warm message of 80 characters, p99.9 over the median", unit: "×", must: 20, ...tail(engine, texts) },
  ];
}

/** How much longer than its median the slowest of a thousand readings of one warm message takes: the worst of the messages. */
function tail(engine, texts) {
  const some = [false, true].flatMap((found) => texts.filter((text) => text.length >= 70 && text.length <= 90 && engine.assess({ text }).findings.length > 0 === found).slice(0, 3));
  const rounds = Array.from({ length: 7 }, () =>
    Math.max(
      ...some.map((text) => {
        const message = { text };
        const times = Float64Array.from({ length: 10_000 }, () => time((one) => engine.assess(one), message).time).sort();
        return times[9_990] / times[5_000];
      }),
    ),
  );
  return spread(rounds);
}
