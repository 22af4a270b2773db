/** `npm run bench`: the whole assessment against a floor, in one process. `--short`: fewer messages, for CI. */
import { createEngine } from "../dist/index.js";
import { gdpr, lgpd, sra } from "../dist/packs/index.js";
import { makeMessages } from "./corpus.mjs";

const short = process.argv.includes("--short");
const messages = makeMessages(short ? 3_000 : 100_000);
const slow = messages.slice(0, short ? 1_000 : 10_000);
const ROUNDS = 7;

const at = String.prototype.charCodeAt;
const table = Uint16Array.from({ length: 65_536 }, (_, i) => (i * 40_503) & 0xffff);
function floor(texts) {
  let sum = 0;
  for (const text of texts) for (let i = 0; i < text.length; i++) sum = (sum + table[at.call(text, i)]) | 0;
  return sum;
}

const engine = createEngine({ packs: [sra, gdpr, lgpd], law: "GB-EAW" });
function assess(texts) {
  let flagged = 0;
  for (const text of texts) if (engine.assess({ text }).findings.length > 0) flagged++;
  return flagged;
}

const subjects = [{ name: "engine.assess, three packs", run: assess, texts: slow }];
const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];
const timed = (run, texts) => {
  const start = process.hrtime.bigint();
  const answer = run(texts);
  return { answer, time: Number(process.hrtime.bigint() - start) / texts.length };
};

for (const { name, run, texts } of subjects) {
  const { answer } = timed(run, texts);
  floor(texts);
  const ratios = [];
  for (let round = 0; round < ROUNDS; round++) {
    const base = timed(floor, texts).time;
    const one = timed(run, texts);
    if (one.answer !== answer) throw new Error(`${name}: the answer changed from ${answer} to ${one.answer}`);
    ratios.push(one.time / base);
  }
  const flagged = ((100 * answer) / texts.length).toFixed(1);
  console.log(`${name}: ${median(ratios).toFixed(1)} × floor [${Math.min(...ratios).toFixed(1)}–${Math.max(...ratios).toFixed(1)}], ${texts.length} messages, ${flagged}% flagged`);
}
