import { glance, identify, mayIdentify, prepare } from "../../.cache/bench/rooms.js";
import { makeMessages } from "../corpus.mjs";
import { floor, spread, time } from "../measure.mjs";

/** What identifiers add to a message that is read quickly: the question whether one may stand there and, where it may, the search. */
export default function measure({ short }) {
  const texts = makeMessages(short ? 10_000 : 50_000);
  const prepared = new Map(texts.flatMap((text) => { const seen = glance(text); return seen.odd || mayIdentify(seen) ? [[text, prepare(text)]] : []; }));
  const reading = (list) => list.reduce((words, text) => words + glance(text).count, 0);
  const asking = (list) => {
    let passed = 0;
    for (const text of list) {
      const seen = glance(text);
      if (seen.odd || mayIdentify(seen)) passed++;
    }
    return passed;
  };
  const passing = [...prepared.keys()];
  const searching = (list) => {
    let found = 0;
    for (const text of list) found += identify(prepared.get(text)).length;
    return found;
  };
  for (let warm = 0; warm < 5; warm++) for (const run of [reading, asking]) run(texts);
  const found = searching(passing);
  const rounds = Array.from({ length: 9 }, () => {
    const base = time(floor, texts).time;
    const asked = (time(asking, texts).time - time(reading, texts).time) / base;
    const sought = time(searching, passing).time / base;
    return { asked, sought };
  });
  return [
    { subject: "identifiers, corpus average, on top of the quick reading", unit: "× F", must: 0.7, ...spread(rounds.map(({ asked, sought }) => asked + sought)), note: `${found} found, sought in ${((100 * passing.length) / texts.length).toFixed(1)}% of messages` },
    { subject: "of which the question whether one may stand there", unit: "× F", ...spread(rounds.map(({ asked }) => asked)) },
  ];
}
