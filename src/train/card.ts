import { LABELS } from "../core/label.js";
import { f1, precision, recall, type Counts, type Metrics } from "../report/metrics.js";
import type { Model } from "../weigh/model.js";
import type { CorpusFile } from "./corpus.js";

/** What stands behind a model, for somebody who must decide whether to trust it: Markdown, the same bytes for the same data. */
export function writeCard({ name, version }: Model, training: readonly CorpusFile[], holdout: ReadonlyMap<string, { readonly plain: Metrics; readonly evaded: Metrics }>, crossValidated: number, bytes: number, comparison: string): string {
  const langs = [...new Set(training.map(({ lang }) => lang))];
  const messages = (lang: string) => training.filter((file) => file.lang === lang).flatMap((file) => file.messages);
  const authors = (lang: string): string[] => [...new Set(training.filter((file) => file.lang === lang).map(({ author }) => author))];
  return `# Model card: ${name} ${version}
Made by \`npm run train${name === "default" ? "" : `:${name}`}\`; this file too. The same corpora give the same bytes.

- **What it is**: 17 linear classifiers (squared hinge, dual coordinate descent), one a label but \`pii\`, over hashed words, pairs of
  words, beginnings of words and runs of four letters, the weights of phrases under each cue, cues, and identifiers; calibrated by
  Platt scaling. Before it a gate over words and pairs of words keeps messages out in which no phrase stands and that would hold no
  label: it is set so that 85% of those pass that must, by authors it has not read (some 98% of all that must, most of which have a
  phrase). ${Math.round(bytes / 1024)} kB as JSON.
- **What it learnt from**: messages composed for this project in the format of the labelling guidelines, about half of them
  benign and most of those hard; and the examples of rules and signals. No client data, no public set, nothing scraped. Identifiers
  in it are valid and synthetic. Licence: that of the project.
- **How it was judged**: calibration and thresholds by cross-validation that never splits an author (macro-F1 of the 17 labels there: ${crossValidated.toFixed(3)}); the figures below on files
  by authors who wrote no training file. How much ordinary chat weighs in the threshold from which somebody is told was set so that of public
  chat (\`public.md\`) at most two messages in a thousand are raised.
- **Limits**: one message at a time, no thread; the labels are the authors' own and were not read a second time; the authors are
  few and write alike more than strangers do, so that strangers' messages score lower; languages other than English,
  Portuguese and Spanish are not known to it.

## Corpus
| language | messages | benign | authors | ${LABELS.join(" | ")} |
|---|---|---|---|${LABELS.map(() => "---|").join("")}
${langs.map((lang) => `| ${lang} | ${messages(lang).length} | ${messages(lang).filter(({ labels }) => labels.length === 0).length} | ${authors(lang).join(", ")} | ${LABELS.map((label) => messages(lang).filter(({ labels }) => labels.includes(label)).length).join(" | ")} |`).join("\n")}

${comparison === "" ? "" : `## Approaches compared
Macro-F1 and the benign messages raised at medium or more, each approach trained and given its thresholds in the same way
(\`npm run train:compare\`); word meaning, whose approach (d) does not ship, in a table of its own (\`npm run train:word-meaning\`, and
\`word-meaning.md\`). Nothing is chosen by the development sets.

${comparison}
`}## On the holdout
${[...holdout].map(([lang, { plain, evaded }]) => table(lang, plain, evaded)).join("\n")}`;
}

const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;
const row = (name: string, counts: Counts): string => `| ${name} | ${percent(precision(counts))} | ${percent(recall(counts))} | ${percent(f1(counts))} | ${counts.hit + counts.missed} |`;

function table(lang: string, { messages, benign, labels, macroF1, micro, falseAlarms, calibration, entityTotal }: Metrics, evaded: Metrics): string {
  const recallOf = (counts: Counts): string => percent(recall(counts));
  return `### ${lang}: ${messages} messages, ${benign} benign
macro-F1 ${macroF1.toFixed(3)} · micro-F1 ${f1(micro).toFixed(3)} · benign flagged: ${percent(falseAlarms.low / benign)} at all, ${percent(falseAlarms.medium / benign)} at medium or more · calibration error ${calibration?.toFixed(3) ?? "–"}
Recall of its risky messages as written ${recallOf(micro)}, rewritten to evade (a third of the longer words spaced, dotted, leet, look-alike, split by
invisible characters, stretched, without accents or misspelt) ${recallOf(evaded.micro)}

| label | precision | recall | F1 | count |
|---|---|---|---|---|
${[...labels].map(([label, counts]) => row(label, counts)).join("\n")}
${row("entities", entityTotal)}
`;
}
