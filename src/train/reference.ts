import BayesClassifier from "natural/lib/natural/classifiers/bayes_classifier.js";
import LogisticRegressionClassifier from "natural/lib/natural/classifiers/logistic_regression_classifier.js";
import { writeFileSync } from "node:fs";
import { LABELS } from "../core/label.js";
import { prepare } from "../prepare/prepare.js";
import { f1 } from "../report/metrics.js";
import { HOLDOUT, readCorpus, type LabelledMessage } from "./corpus.js";

/**
 * What the classifiers of natural reach on the same corpora: `npm run train:reference` writes `reference.md` beside the model, which
 * the card quotes. They are dense and slow, so that they learn from every n-th message only, over words hashed into few features.
 */
const FOLDER = "rules/models/default";
const FEATURES = 512;

const files = readCorpus(`${FOLDER}/corpus`);
const langs = [...new Set(files.map(({ lang }) => lang))];
const training = files.filter(({ author }) => author !== HOLDOUT).flatMap(({ messages }) => messages);
const featuresOf = ({ text }: LabelledMessage): string[] => [...new Set(Array.from(prepare(text).hashes, (hash) => `w${(hash >>> 0) % FEATURES}`))];

/** With how many messages each is done within minutes. */
const CLASSIFIERS = [
  { name: "naive Bayes", Classifier: BayesClassifier, most: 2000 },
  { name: "logistic regression", Classifier: LogisticRegressionClassifier, most: 250 },
];
const lines = [`| reference: natural 8.1.1 over ${FEATURES} hashed words | messages | ${langs.map((lang) => `holdout ${lang}`).join(" | ")} |`, `|---|---|${langs.map(() => "---|").join("")}`];
for (const { name, Classifier, most } of CLASSIFIERS) {
  const step = Math.ceil(training.length / most);
  const learnt = training.filter((_, i) => i % step === 0);
  const scores = new Map(langs.map((lang) => [lang, 0]));
  for (const label of LABELS) {
    const classifier = new Classifier();
    for (const message of learnt) classifier.addDocument(featuresOf(message), message.labels.includes(label) ? "yes" : "no");
    classifier.train();
    for (const lang of langs) {
      const counts = { hit: 0, false: 0, missed: 0 };
      for (const message of files.filter((file) => file.lang === lang && file.author === HOLDOUT).flatMap(({ messages }) => messages)) {
        const found = classifier.classify(featuresOf(message)) === "yes";
        const holds = message.labels.includes(label);
        if (found || holds) counts[!found ? "missed" : holds ? "hit" : "false"]++;
      }
      scores.set(lang, scores.get(lang)! + f1(counts) / LABELS.length);
    }
    process.stderr.write(".");
  }
  lines.push(`| ${name} | ${learnt.length} | ${langs.map((lang) => scores.get(lang)!.toFixed(3)).join(" | ")} |`);
  process.stderr.write(`\n${lines.at(-1)}\n`);
}
writeFileSync(`${FOLDER}/reference.md`, `${lines.join("\n")}\n`);
