/** How subjects are timed: the floor right before the subject, round by round, in one process; what is told is the ratio. */
const at = String.prototype.charCodeAt;
const TABLE = Uint16Array.from({ length: 65_536 }, (_, i) => (i * 40_503) & 0xffff);
const WARM_UP_MS = 400;

/** The floor F: each character once, through a table of 64 K. Nothing that reads a message in JavaScript can be faster than this. */
export function floor(texts) {
  let sum = 0;
  for (const text of texts) sum = (sum + touch(text)) | 0;
  return sum;
}

/** A function of its own, called for every message: one long loop that is entered a few times a round may never be compiled well. */
function touch(text) {
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum = (sum + TABLE[at.call(text, i)]) | 0;
  return sum;
}

const clock = () => Number(process.hrtime.bigint());
export function time(run, texts) {
  const start = clock();
  const answer = run(texts);
  return { answer, time: clock() - start };
}

const sorted = (list) => [...list].sort((a, b) => a - b);
export const median = (list) => sorted(list)[list.length >> 1];
export const spread = (list) => ({ median: median(list), min: Math.min(...list), max: Math.max(...list) });

/**
 * The time of `run(texts)` in floors of the same texts. `run` gives a count, by which it proves that it did the work: every
 * round must give the same one, and `expected` where it is known.
 */
export function ratio(run, texts, { rounds = 7, expected, base = floor } = {}) {
  const { answer } = time(run, texts);
  if (expected !== undefined && answer !== expected) throw new Error(`the answer is ${answer}, not ${expected}`);
  for (const end = clock() + WARM_UP_MS * 1e6; clock() < end; ) {
    base(texts);
    run(texts);
  }
  const ratios = [];
  for (let round = 0; round < rounds; round++) {
    const under = time(base, texts).time;
    const over = time(run, texts);
    if (over.answer !== answer) throw new Error(`the answer changed from ${answer} to ${over.answer}`);
    ratios.push(over.time / under);
  }
  return { ...spread(ratios), answer, count: texts.length };
}
