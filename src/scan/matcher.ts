import type { Span } from "../core/span.js";
import type { Sentence, Token } from "../core/text.js";
import type { Lang } from "../core/label.js";
import { ENDINGS } from "./endings.js";
import type { Element } from "./phrase.js";

/**
 * Finds all phrases of all signals in one pass over the words. Words are looked up once in one trie, which says to which word
 * classes they belong; a phrase is a small automaton over classes, started only by a class that can begin it. Work per word is
 * bounded by the phrases alive there: linear in the message.
 *
 * A match is the leftmost start of a phrase and, from there, its nearest end; matches of one phrase do not overlap each other,
 * matches of different phrases may. A match stays within its sentence.
 */
export interface Matcher {
  readonly match: (tokens: readonly Token[], sentences: readonly Sentence[], found: (phrase: number, first: number, last: number) => void) => void;
  /** How big it is. */
  readonly size: { readonly phrases: number; readonly classes: number; readonly states: number };
}

/** Tables of a matcher: plain data, so that they can be built ahead and shipped. */
export interface MatcherTables {
  /** Word, prefix (`brib*`) or stem (`pag~pt`) → classes. */
  readonly words: Readonly<Record<string, readonly number[]>>;
  /** Per state: transitions [class, next] flattened; a class of -1 is any word. */
  readonly steps: readonly (readonly number[])[];
  /** Per state: the phrase that ends there, or -1; -2 - phrase when the sentence must end there too. */
  readonly ends: readonly number[];
  /** Class → states entered when a word of it begins a phrase; the sign says whether the sentence must begin there. */
  readonly starts: readonly (readonly number[])[];
  readonly phrases: number;
}

/** Builds the tables of a set of phrases; the index of a phrase is its id. */
export function buildTables(phrases: readonly (readonly Element[])[]): MatcherTables {
  const classes = new Map<string, number>();
  const words: Record<string, number[]> = Object.create(null) as Record<string, number[]>;
  const steps: number[][] = [];
  const ends: number[] = [];
  const starts: number[][] = [];
  const newState = (): number => (ends.push(-1), steps.push([]) - 1);
  const classOf = (forms: readonly string[]): number => {
    const key = [...new Set(forms)].sort().join("|");
    let id = classes.get(key);
    if (id === undefined) {
      classes.set(key, (id = classes.size));
      starts.push([]);
      for (const form of key.split("|")) (words[form] ??= []).push(id);
    }
    return id;
  };
  phrases.forEach((elements, phrase) => {
    // Entry points: undefined is "nothing read yet".
    let here: (number | undefined)[] = [undefined];
    let anchored = false;
    let closed = false;
    const link = (from: number | undefined, word: number, to: number): void => {
      if (from === undefined) starts[word]!.push(anchored ? -1 - to : to);
      else steps[from]!.push(word, to);
    };
    for (const element of elements) {
      if (element.kind === "start") anchored = true;
      else if (element.kind === "end") closed = true;
      else if (element.kind === "gap") {
        const reach = [...here];
        let from = here.filter((state) => state !== undefined);
        for (let n = 0; n < element.most && from.length > 0; n++) {
          const state = newState();
          for (const source of from) steps[source]!.push(-1, state);
          reach.push(state);
          from = [state];
        }
        here = reach;
      } else {
        const singles = element.options.filter((option) => option.length === 1).map((option) => option[0]!);
        const next: (number | undefined)[] = [];
        if (singles.length > 0) {
          const to = newState();
          for (const from of here) link(from, classOf(singles), to);
          next.push(to);
        }
        for (const option of element.options) {
          if (option.length === 1) continue;
          let from = here;
          for (const word of option) {
            const to = newState();
            for (const source of from) link(source, classOf([word]), to);
            from = [to];
          }
          next.push(from[0]);
        }
        here = element.optional ? [...here, ...next] : next;
      }
    }
    for (const state of here) if (state !== undefined) ends[state] = closed ? -2 - phrase : phrase;
  });
  return { words, steps, ends, starts, phrases: phrases.length };
}

/** A matcher over built tables. */
export function createMatcher(tables: MatcherTables): Matcher {
  const exact = new Map<string, readonly number[]>();
  /** Beginning of a word → classes, and the endings that may follow (undefined: any). */
  const beginnings = new Map<string, { ids: readonly number[]; endings: ReadonlySet<string> | undefined }[]>();
  const prefixLengths = new Set<number>();
  for (const [form, ids] of Object.entries(tables.words)) {
    const [, beginning, sign, lang] = /^([^*~]+)([*~]?)(.*)$/u.exec(form)!;
    if (sign === "") {
      exact.set(form, ids);
      continue;
    }
    prefixLengths.add(beginning!.length);
    const entry = { ids, endings: sign === "*" ? undefined : ENDINGS[lang as Lang] };
    beginnings.set(beginning!, [...(beginnings.get(beginning!) ?? []), entry]);
  }
  const lengths = [...prefixLengths].sort((a, b) => a - b);
  const { steps, ends, starts } = tables;
  const nothing: readonly number[] = [];

  const classesOf = (word: string): readonly number[] => {
    let ids = exact.get(word) ?? nothing;
    for (const length of lengths) {
      if (length > word.length) break;
      const entries = beginnings.get(word.slice(0, length));
      if (entries === undefined) continue;
      for (const { ids: more, endings } of entries) {
        if (endings === undefined || endings.has(word.slice(length))) ids = ids.length === 0 ? more : [...ids, ...more];
      }
    }
    return ids;
  };

  return {
    size: { phrases: tables.phrases, classes: starts.length, states: ends.length },
    match(tokens, sentences, found) {
      const freeFrom = new Map<number, number>();
      for (const sentence of sentences) {
        // Alive: pairs of (state, first token).
        let alive: number[] = [];
        for (let k = sentence.from; k < sentence.to; k++) {
          const ids = classesOf(tokens[k]!.word);
          const next: number[] = [];
          const enter = (state: number, first: number): void => {
            for (let i = 0; i < next.length; i += 2) if (next[i] === state) return;
            next.push(state, first);
            const end = ends[state]!;
            if (end === -1) return;
            const phrase = end >= 0 ? end : -2 - end;
            if (end < -1 && k !== sentence.to - 1) return;
            if ((freeFrom.get(phrase) ?? 0) > first) return;
            freeFrom.set(phrase, k + 1);
            found(phrase, first, k);
          };
          for (let i = 0; i < alive.length; i += 2) {
            const row = steps[alive[i]!]!;
            for (let j = 0; j < row.length; j += 2) if (row[j] === -1 || ids.includes(row[j]!)) enter(row[j + 1]!, alive[i + 1]!);
          }
          for (const id of ids) {
            for (const start of starts[id]!) {
              if (start >= 0) enter(start, k);
              else if (k === sentence.from) enter(-1 - start, k);
            }
          }
          alive = next;
        }
      }
    },
  };
}
