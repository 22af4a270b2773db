/** Something wrong with what was given to Obiter: where, what, and what to do. Never holds message text. */
export interface Problem {
  /** Stable code, e.g. `pack/unknown-key`. */
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
  readonly file?: string;
  /** 1-based. */
  readonly line?: number;
  /** 1-based, in UTF-16 code units. */
  readonly column?: number;
}

/** A Problem of something that was given as data, and where in it: the path of its JSON. */
export interface LocatedProblem {
  readonly path: readonly (string | number)[];
  readonly problem: Problem;
}

/** Thrown where there is no caller-visible list to add a Problem to. */
export class ObiterError extends Error {
  override readonly name = "ObiterError";
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(problems.map(formatProblem).join("\n"));
    this.problems = problems;
  }
}

/** `file:line:column: message (code). Hint.` */
export function formatProblem({ file, line, column, code, message, hint }: Problem): string {
  const place = [file, line, column].filter((part) => part !== undefined).join(":");
  return `${place && `${place}: `}${message} [${code}]${hint === undefined ? "" : `\n  hint: ${hint}`}`;
}

/** The nearest of `known` to `word` by edit distance, if near enough to be meant. */
export function didYouMean(word: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of known) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

/** What to do about a word that is none of the known ones: the one that may be meant, or else what is said here. */
export function hintFor(word: string, known: Iterable<string>, otherwise = `one of: ${[...known].join(", ")}`): string {
  const meant = didYouMean(word, known);
  return meant === undefined ? otherwise : `did you mean "${meant}"?`;
}

/** Edits (insert, delete, replace, swap neighbours) from one word to the other: the optimal string alignment distance. */
function editDistance(a: string, b: string): number {
  let [before, row] = [[] as number[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) next[j] = Math.min(next[j]!, before[j - 2]! + 1);
    }
    [before, row] = [row, next];
  }
  return row[b.length]!;
}
