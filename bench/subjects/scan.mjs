import { finderOf } from "../../.cache/bench/rooms.js";
import { makeMessages, withLiterals } from "../corpus.mjs";
import { median, ratio, time } from "../measure.mjs";
import { literals, patterns } from "../terms.mjs";

/** The scan stage over literals and patterns of one's own, and how its cost grows with them. */
export default function measure({ short }) {
  const own = literals(3000);
  const texts = withLiterals(makeMessages(short ? 10_000 : 100_000), own);
  const counting = (find) => (list) => {
    let spans = 0;
    for (const text of list) spans += find(text);
    return spans;
  };
  const all = ratio(counting(finderOf(own, patterns(80))), texts);
  return [
    { subject: "full scan stage, 3,000 literals and 80 patterns, spans included", unit: "× F", must: 3.5, goal: 2.6, ...all, note: `${all.answer} spans in ${texts.length} messages` },
    growth("300 → 3,000 literals", counting(finderOf(literals(300), [])), counting(finderOf(own, [])), texts),
    growth("3,000 → 30,000 literals", counting(finderOf(own, [])), counting(finderOf(literals(30_000), [])), texts),
    growth("10 → 80 patterns", counting(finderOf([], patterns(10))), counting(finderOf([], patterns(80))), texts),
  ];
}

function growth(step, less, more, texts) {
  less(texts);
  more(texts);
  const rounds = Array.from({ length: 7 }, () => ({ less: time(less, texts).time, more: time(more, texts).time }));
  const ratios = rounds.map((round) => round.more / round.less);
  return { subject: `scan stage, ${step}`, unit: "×", must: 1.2, goal: 1.1, median: median(ratios), min: Math.min(...ratios), max: Math.max(...ratios) };
}
