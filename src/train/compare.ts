import { writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { measure } from "../report/metrics.js";
import { HOLDOUT, readCorpus, readJsonl, type LabelledMessage } from "./corpus.js";
import { PLANS, type Plan } from "./fit.js";
import { readLesson } from "./lesson.js";
import { crossValidated, makeModel } from "./make-model.js";
import { createJudge } from "./measure-model.js";

/**
 * Compares approaches: `npm run train:compare -- development.jsonl…` writes `compare.md` beside the model, which the card quotes. Each is trained,
 * calibrated and given its thresholds in the same way. Nothing is chosen by the development sets.
 */
const FOLDER = "rules/models/default";
const development = process.argv.slice(2).flatMap((file) => readJsonl(file));

const APPROACHES: readonly { readonly name: string; readonly plan: Plan }[] = [
  { name: "(a) phrases, cues and identifiers alone", plan: { ...PLANS.default, ngrams: false } },
  { name: "(b) n-grams alone", plan: { ...PLANS.default, evidence: false } },
  { name: "(c) both together: shipped", plan: PLANS.default },
  { name: "(e) both, more weights: the larger model", plan: PLANS.large },
  { name: "both, half the weights", plan: { ...PLANS.default, kept: PLANS.default.kept / 2 } },
];

const corpus = readCorpus(`${FOLDER}/corpus`);
/** By log2 of the number of buckets: corpora are read once each. */
const lessons = new Map([...new Set(APPROACHES.map(({ plan }) => plan.bucketBits))].map((bits) => [bits, readLesson(corpus, bits)]));
const langs = [...new Set(corpus.map(({ lang }) => lang))];
const sets: readonly { readonly name: string; readonly messages: readonly LabelledMessage[] }[] = [
  ...langs.map((lang) => ({ name: `holdout ${lang}`, messages: corpus.filter((file) => file.lang === lang && file.author === HOLDOUT).flatMap(({ messages }) => messages) })),
  ...langs.map((lang) => ({ name: `development ${lang}`, messages: development.filter((message) => message.lang.startsWith(lang)) })).filter(({ messages }) => messages.length > 0),
];

const lines = [
  `| approach | kB gzip | cross-validation | ${sets.map(({ name }) => name).join(" | ")} |`,
  `|---|---|---|${sets.map(() => "---|").join("")}`,
];
for (const { name, plan } of APPROACHES) {
  const lesson = lessons.get(plan.bucketBits)!;
  const made = makeModel("compared", "0.0.0", lesson, plan);
  const judge = createJudge(made.model);
  const cells = sets.map(({ messages }) => {
    const { macroF1, benign, falseAlarms } = measure(judge(messages));
    return `${macroF1.toFixed(3)}, ${((100 * falseAlarms.medium) / benign).toFixed(1)}%`;
  });
  lines.push(`| ${name} | ${Math.round(gzipSync(JSON.stringify(made.model)).length / 1024)} | ${crossValidated(made, lesson).toFixed(3)} | ${cells.join(" | ")} |`);
  process.stderr.write(`${lines.at(-1)}\n`);
}
writeFileSync(`${FOLDER}/compare.md`, `${lines.join("\n")}\n`);
