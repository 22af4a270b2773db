import type { Label } from "../core/label.js";
import { HOLDOUT, type CorpusFile, type LabelledMessage } from "./corpus.js";
import { readExamples } from "./examples.js";
import { LEARNED, readRows, type Rows } from "./rows.js";

/** An example of a rule counts as much as this many messages: it was written to say what is meant. */
const EXAMPLE_WEIGHT = 4;
const FOLDS = 5;

/** What a model learns from: the messages of the training files, then the examples of rules and signals, each for its own label. */
export interface Lesson {
  readonly messages: readonly LabelledMessage[];
  /** Texts of all rows. */
  readonly texts: readonly string[];
  /** The first rows are the messages, in order. */
  readonly rows: Rows;
  /** The messages of each fold. Folds never split an author: nobody is judged by a model that has read another file of theirs.
   * A name that writes several languages (ordinary chat) is in a fold of its own in each. */
  readonly folds: readonly Uint32Array[];
  /** All rows but the messages of a fold. */
  readonly without: (fold: number) => Uint32Array;
  readonly authors: readonly string[];
  /** Message `i` is ordinary chat: of a file with `everyday` in its name. */
  readonly ordinary: (i: number) => boolean;
}

export function readLesson(corpus: readonly CorpusFile[], bucketBits: number): Lesson {
  const composed = corpus.filter(({ author }) => author !== HOLDOUT).flatMap(({ author, lang, name, messages: all }) => all.map((message) => ({ author: `${lang}-${author}`, everyday: name.includes("everyday"), message })));
  const messages = composed.map(({ message }) => message);
  const authors = [...new Set(composed.map(({ author }) => author))];
  const langOf = (author: string): string => author.split("-")[0]!;
  const langs = [...new Set(authors.map(langOf))];
  const foldOfAuthor = new Map(authors.map((author) => [author, (authors.filter((one) => langOf(one) === langOf(author)).indexOf(author) + langs.indexOf(langOf(author))) % FOLDS]));
  const foldOf = Uint8Array.from(composed, ({ author }) => foldOfAuthor.get(author)!);
  const taught = [
    ...messages.map(({ text, labels }) => ({ text, weight: 1, targets: targetsOf((label) => (labels.includes(label) ? 1 : -1)) })),
    ...readExamples().map(({ label, text, holds }) => ({ text, weight: EXAMPLE_WEIGHT, targets: targetsOf((one) => (one !== label ? 0 : holds ? 1 : -1)) })),
  ];
  const rows = readRows(taught, bucketBits);
  const all = Uint32Array.from({ length: rows.count }, (_, i) => i);
  return {
    messages,
    texts: taught.map(({ text }) => text),
    rows,
    authors,
    ordinary: (i) => composed[i]!.everyday,
    folds: Array.from({ length: FOLDS }, (_, fold) => all.subarray(0, messages.length).filter((i) => foldOf[i] === fold)),
    without: (fold) => all.filter((i) => i >= messages.length || foldOf[i] !== fold),
  };
}

const targetsOf = (of: (label: Label) => number): Int8Array => Int8Array.from(LEARNED, of);
