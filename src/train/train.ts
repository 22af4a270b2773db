import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { measure, type Metrics } from "../report/metrics.js";
import { writeCard } from "./card.js";
import { HOLDOUT, readCorpus } from "./corpus.js";
import { evade } from "./evade.js";
import { PLANS } from "./fit.js";
import { readLesson } from "./lesson.js";
import { crossValidated, makeModel } from "./make-model.js";
import { createJudge } from "./measure-model.js";

/**
 * Trains a model: `npm run train`, or `npm run train:large`. Both learn from the same corpora. Deterministic: the same corpora give the same bytes. Calibration and thresholds
 * come from cross-validation by author, so that no author is judged by a model that has read another file of theirs. The
 * examples of rules and signals are learnt from, each for its own label, and never judged.
 */

const name = process.argv[2];
if (name !== "default" && name !== "large") throw new Error(`there is no plan for a model "${name}": one of ${Object.keys(PLANS).join(", ")}`);
const CORPUS = "rules/models/default/corpus";
const FOLDER = `rules/models/${name}`;
/** Made by `npm run train:compare`, `train:word-meaning` and `train:reference`, which take longer. */
const COMPARISONS = ["compare.md", "meaning.md", "reference.md"].map((name) => `${FOLDER}/${name}`);
const corpus = readCorpus(CORPUS);
const lesson = readLesson(corpus, PLANS[name].bucketBits);
process.stderr.write(`${lesson.messages.length} messages by ${lesson.authors.length} authors, ${lesson.rows.count - lesson.messages.length} examples\n`);
const made = makeModel(name, "0.1.0", lesson, PLANS[name]);
const { model } = made;
const json = `${JSON.stringify(model, null, 1)}\n`;
mkdirSync(FOLDER, { recursive: true });
writeFileSync(`${FOLDER}/model.json`, json);

const judge = createJudge(model);
const holdout = new Map<string, { plain: Metrics; evaded: Metrics }>();
for (const lang of new Set(corpus.map((file) => file.lang))) {
  const messages = corpus.filter((file) => file.lang === lang && file.author === HOLDOUT).flatMap((file) => file.messages);
  const evaded = messages.filter(({ labels }) => labels.length > 0).map((message, i) => ({ ...message, text: evade(message.text, i) }));
  holdout.set(lang, { plain: measure(judge(messages)), evaded: measure(judge(evaded)) });
}
writeFileSync(`${FOLDER}/card.md`, writeCard(model, corpus.filter(({ author }) => author !== HOLDOUT), holdout, crossValidated(made, lesson), json.length, COMPARISONS.filter((path) => existsSync(path)).map((path) => readFileSync(path, "utf8")).join("\n")));
