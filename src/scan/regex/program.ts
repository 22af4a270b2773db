import type { CharacterSet } from "./characters.js";
import type { Node, Place } from "./parse.js";

/**
 * Patterns compiled to one non-deterministic automaton (Thompson's construction): plain data. Instruction i is `ops[i]` with
 * `xs[i]` and `ys[i]`.
 */
export interface Program {
  /** `SET`: a character of set x, then i + 1 · `SPLIT`: go on at x and at y · `JUMP`: at x · `AT`: at i + 1 if place x is here · `MATCH`: pattern x has matched. */
  readonly ops: readonly number[];
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly sets: readonly CharacterSet[];
  /** By pattern: its first instruction. */
  readonly starts: readonly number[];
}

export const [SET, SPLIT, JUMP, AT, MATCH] = [0, 1, 2, 3, 4];
export const [EDGE, INSIDE, START, END] = [0, 1, 2, 3];
const PLACES: Readonly<Record<Place, number>> = { edge: EDGE, inside: INSIDE, start: START, end: END };

/** Compiles patterns; the index of a pattern is its id. */
export function compileProgram(patterns: readonly Node[]): Program {
  const ops: number[] = [];
  const xs: number[] = [];
  const ys: number[] = [];
  const sets = new Map<string, number>();
  const emit = (op: number, x = 0, y = 0): number => {
    xs.push(x);
    ys.push(y);
    return ops.push(op) - 1;
  };
  const setOf = (set: CharacterSet): number => {
    const key = JSON.stringify(set);
    return sets.get(key) ?? sets.set(key, sets.size).get(key)!;
  };
  /** Optional code: `body` may be skipped. */
  const maybe = (body: () => void): void => {
    const split = emit(SPLIT, ops.length + 1);
    body();
    ys[split] = ops.length;
  };
  const add = (node: Node): void => {
    if (node.kind === "set") emit(SET, setOf(node.set));
    else if (node.kind === "at") emit(AT, PLACES[node.place]);
    else if (node.kind === "sequence") node.parts.forEach(add);
    else if (node.kind === "choice") addChoice(node.options);
    else {
      for (let i = 0; i < node.least; i++) add(node.part);
      if (node.most === Infinity) {
        const from = ops.length;
        maybe(() => {
          add(node.part);
          emit(JUMP, from);
        });
      } else addUpTo(node.part, node.most - node.least);
    }
  };
  const addUpTo = (part: Node, times: number): void => {
    const splits: number[] = [];
    for (let i = 0; i < times; i++) {
      splits.push(emit(SPLIT, ops.length + 1));
      add(part);
    }
    for (const split of splits) ys[split] = ops.length;
  };
  const addChoice = (options: readonly Node[]): void => {
    const jumps: number[] = [];
    options.forEach((option, i) => {
      if (i === options.length - 1) return add(option);
      maybe(() => {
        add(option);
        jumps.push(emit(JUMP));
      });
    });
    for (const jump of jumps) xs[jump] = ops.length;
  };
  const starts = patterns.map((pattern, id) => {
    const start = ops.length;
    add(pattern);
    emit(MATCH, id);
    return start;
  });
  return { ops, xs, ys, sets: [...sets.keys()].map((key) => JSON.parse(key) as CharacterSet), starts };
}
