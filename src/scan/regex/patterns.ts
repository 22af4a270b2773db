import { createAlphabet } from "./alphabet.js";
import { asksForDigit } from "./digits.js";
import type { Program } from "./program.js";
import { createSimulation, readLine } from "./simulate.js";
import { createStates, type States } from "./states.js";

/**
 * Finds all patterns of a program in a message: one pass tells which patterns match in a line, and only where some do are they
 * followed again, to tell where. Work is linear in the message times the characters that the patterns ask for, whatever they say.
 *
 * A match stays within its line. Matches of one pattern do not overlap: the leftmost, of those that begin there the longest, then
 * the next after its end (`a|ab` finds `ab`; `aa` finds two in `aaaaa`). Matches of different patterns may overlap. A span goes from the
 * first to the last character matched, in UTF-16 code units of the original: what is invisible within belongs to it, what is
 * invisible at its edges does not.
 */
export interface Patterns {
  /** `mayHaveDigits` false: it is known that no character folds to a digit, so that patterns that ask for one are left out. */
  readonly match: (text: string, found: (pattern: number, start: number, end: number) => void, mayHaveDigits?: boolean) => void;
  /** Characters read and instructions followed since it was created: grows linearly with what is read. */
  readonly work: () => number;
}

export function createPatterns(program: Program): Patterns {
  if (program.starts.length === 0) return { match: () => {}, work: () => 0 };
  const alphabet = createAlphabet(program);
  const simulation = createSimulation(program, alphabet);
  const all = program.starts.map((_, pattern) => pattern);
  const some = all.filter((pattern) => !asksForDigit(program, pattern));
  const statesOf = (patterns: readonly number[]): States => createStates({ ...program, starts: patterns.map((pattern) => program.starts[pattern]!) }, alphabet);
  const ofAll = statesOf(all);
  const ofSome = some.length === all.length ? ofAll : statesOf(some);
  const noted: number[] = [];
  /** By pattern: the last line that it was noted in. */
  const notedIn = new Float64Array(all.length);
  let lines = 0;
  const note = (pattern: number): void => {
    if (notedIn[pattern] !== lines) noted.push(pattern);
    notedIn[pattern] = lines;
  };
  return {
    match(text, found, mayHaveDigits = true) {
      const asked = mayHaveDigits ? all : some;
      if (asked.length === 0) return;
      const states = mayHaveDigits ? ofAll : ofSome;
      for (let from = 0; from < text.length; ) {
        const feed = text.indexOf("\n", from);
        const to = feed < 0 ? text.length : feed;
        noted.length = 0;
        lines++;
        const told = states.run(text, from, to, note);
        const patterns = told ? noted : asked;
        if (patterns.length > 0) {
          const line = readLine(text, from, to, alphabet);
          for (const pattern of patterns) simulation.run(pattern, line, (start, end) => found(pattern, start, end));
        }
        from = to + 1;
      }
    },
    work: () => ofAll.work() + (ofSome === ofAll ? 0 : ofSome.work()) + simulation.work(),
  };
}
