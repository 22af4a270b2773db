import { glance, identify, mayIdentify, prepare, questionsIn } from "../../.cache/bench/rooms.js";
import { makeMessages } from "../corpus.mjs";
import { floor, spread, time } from "../measure.mjs";

/**
 * What identifiers add to a message that is read quickly: the question whether one may stand there and, where it may, the search; and what
 * of it is validators and telephone numbers, once the shapes are known.
 */
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
  const questions = questionsIn(passing);
  const validating = (list) => {
    let answered = 0;
    for (const ask of list) if (ask()) answered++;
    return answered;
  };
  for (let warm = 0; warm < 5; warm++) for (const run of [reading, asking]) run(texts);
  for (let warm = 0; warm < 5; warm++) validating(questions);
  const found = searching(passing);
  const rounds = Array.from({ length: 9 }, () => {
    const base = time(floor, texts).time;
    const asked = (time(asking, texts).time - time(reading, texts).time) / base;
    const sought = time(searching, passing).time / base;
    const validated = time(validating, questions).time / base;
    return { asked, sought, validated };
  });
  return [
    { subject: "identifiers, corpus average, on top of the quick reading", unit: "× F", ...spread(rounds.map(({ asked, sought }) => asked + sought)), note: `${found} found, sought in ${((100 * passing.length) / texts.length).toFixed(1)}% of messages` },
    { subject: "of which the question whether one may stand there", unit: "× F", ...spread(rounds.map(({ asked }) => asked)) },
    { subject: "of which validators and telephone numbers", unit: "× F", must: 0.7, ...spread(rounds.map(({ validated }) => validated)), note: `${questions.length} candidates` },
  ];
}
