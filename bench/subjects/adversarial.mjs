import { createEngine } from "../../dist/index.js";
import { gdpr, lgpd, sra } from "../../dist/packs/index.js";
import { makeMessages } from "../corpus.mjs";
import { floor, median, ratio, time } from "../measure.mjs";

const LENGTH = 320_000;
const fill = (unit) => unit.repeat(Math.ceil(LENGTH / unit.length)).slice(0, LENGTH);
const HOSTILE = {
  "one letter": "a", "letters and points": "a.", "words that nearly match": "pay the judge pay the jud ", "names": "Maria de la ", "digits": "7", "numbers that nearly are cards": "4111 1111 1111 1112 ", "numbers and letters": "1a", "invisible": "\u200b", "emoji": "👍", "lone surrogates": "\ud800", "signs": "@", "addresses": "a@b.", "quotation marks": "“a ", "line breaks": "\n", "stretched": "baaad ", "spelled out": "b r i b e ", "keys": "sk_live_", "secrets": "senha: ",
};

/** Long hostile messages, by character, against what ordinary chat costs by character. */
export default function measure({ short }) {
  const engine = createEngine({ packs: [sra, gdpr, lgpd], law: "GB-EAW" });
  const texts = makeMessages(short ? 2_000 : 20_000);
  const assess = (list) => {
    let found = 0;
    for (const text of list) found += engine.assess({ text }).findings.length;
    return found;
  };
  const chat = ratio(assess, texts, { rounds: 5 }).median;
  const bound = 3 * Math.max(chat, 8);
  const rows = Object.entries(HOSTILE).map(([name, unit]) => {
    const whole = [fill(unit)];
    const half = [whole[0].slice(0, LENGTH / 2)];
    assess(half);
    const runs = Array.from({ length: short ? 3 : 5 }, () => ({ whole: time(assess, whole).time, half: time(assess, half).time, floor: time(floor, whole).time }));
    const cost = median(runs.map((run) => run.whole / run.floor));
    const growth = median(runs.map((run) => run.whole / run.half / 2));
    return { name, cost, growth };
  });
  const worst = rows.reduce((a, b) => (a.cost > b.cost ? a : b));
  const steepest = rows.reduce((a, b) => (a.growth > b.growth ? a : b));
  return [
    { subject: `hostile text of 320,000 characters, by character, the worst of ${rows.length}`, unit: "× F", must: Number(bound.toFixed(1)), median: worst.cost, note: `${worst.name}; must: three times the larger of chat's cost and 8 × F` },
    { subject: "the same, cost by character of the whole over that of its half", unit: "×", must: 1.5, goal: 1.2, median: steepest.growth, note: steepest.name },
  ];
}
