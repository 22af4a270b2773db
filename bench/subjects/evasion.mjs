import { glance, prepare } from "../../.cache/bench/rooms.js";
import { makeMessages } from "../corpus.mjs";
import { floor, median, ratio, time } from "../measure.mjs";

/** What it costs, over a whole corpus, that messages with odd spelling are read with care. */
export default function measure({ short }) {
  const texts = makeMessages(short ? 20_000 : 100_000);
  const quick = (list) => {
    let words = 0;
    for (const text of list) words += glance(text).count;
    return words;
  };
  const careful = (list) => {
    let words = 0;
    for (const text of list) {
      const seen = glance(text);
      words += seen.odd ? prepare(text, seen).tokens.length : seen.count;
    }
    return words;
  };
  const reading = ratio(quick, texts);
  careful(texts);
  const more = Array.from({ length: 7 }, () => {
    const base = time(floor, texts).time;
    return (time(careful, texts).time - time(quick, texts).time) / base;
  });
  const odd = texts.filter((text) => glance(text).odd).length;
  return [
    { subject: "quick reading: fold, words, hashes, signs", unit: "× F", ...reading },
    { subject: "careful reading of odd spelling, on top", unit: "× F", must: 0.8, goal: 0.6, median: median(more), min: Math.min(...more), max: Math.max(...more), note: `${((100 * odd) / texts.length).toFixed(1)}% of messages` },
    { subject: "quick reading after a dependency subclassed String, over before", unit: "×", must: 1.5, median: trap(texts) },
  ];
}

/** V8 then looks `charCodeAt` up for every character of a plain loop, five times slower; a hoisted one is spared. */
function trap(texts) {
  const quick = (list) => list.reduce((words, text) => words + glance(text).count, 0);
  const rounds = (n) => median(Array.from({ length: n }, () => time(quick, texts).time / time(floor, texts).time));
  const before = rounds(5);
  class Subclass extends String {}
  if (new Subclass("a").length !== 1) throw new Error("no subclass");
  return rounds(5) / before;
}
