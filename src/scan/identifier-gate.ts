import { fold } from "../core/fold.js";
import { holds, kindOf, type CharacterSet } from "./regex/characters.js";
import { parsePattern } from "./regex/parse.js";
import { compileProgram, JUMP, MATCH, SET, SPLIT } from "./regex/program.js";
import { unitAt } from "../core/unit-at.js";

/** States that are kept; when there are more, all are forgotten and met anew. */
const MOST_STATES = 4000;
/** The longest stretch that is followed: shapes still possible there are taken for possible. */
const FAR = 48;
/** What may be repeated more often than this may be so for ever: what only asks whether a shape may stand there is none the worse. */
const MOST_COPIES = 20;

export interface GateShape {
  readonly shape: string;
  /** It may end within a word. */
  readonly open: boolean;
}

interface State {
  readonly at: readonly number[];
  /** Shapes that are whole here, and those of them that may be so within a word. */
  readonly whole: readonly number[];
  readonly open: readonly number[];
}

export interface Gate {
  /** How many shapes may stand at an offset. It may say one too many, never one too few. */
  readonly enter: (text: string, at: number) => number;
  /** Which: as many of the first as were said last. */
  readonly found: Uint16Array;
}

/**
 * All shapes in one automaton, built as it is walked: it stops at the first character that none goes on with, mostly after two or
 * three.
 */
export function createGate(shapes: readonly GateShape[]): Gate {
  const { ops, xs, ys, sets, starts } = compileProgram(shapes.map(({ shape }) => parsePattern(patternOf(shape))));
  /** By instruction: its shape. */
  const shapeOf = new Uint16Array(ops.length);
  starts.forEach((start, shape) => shapeOf.fill(shape, start));
  const { classOf, members } = classify(sets);
  const count = members.length;

  /** The instructions that read a character, and those that end, reached from others without one. */
  const closure = (from: readonly number[]): number[] => {
    const reached = new Set(from);
    for (const one of reached) {
      if (ops[one] === SPLIT) reached.add(ys[one]!);
      if (ops[one] === SPLIT || ops[one] === JUMP) reached.add(xs[one]!);
    }
    return [...reached].filter((one) => ops[one] === SET || ops[one] === MATCH).sort((a, b) => a - b);
  };
  let states: State[] = [];
  let known = new Map<string, number>();
  /** By state and class: the next state, 0 for none, −1 for not met yet. */
  let next = new Int16Array(0);
  /** By state: 1 where a shape is whole. A walk enters as many states as it is long at most. */
  const isEnd = new Uint8Array(MOST_STATES + FAR + 2);
  const stateOf = (from: readonly number[]): number => {
    const at = closure(from);
    if (at.length === 0) return 0;
    const key = at.join(" ");
    let id = known.get(key);
    if (id !== undefined) return id;
    id = states.length;
    known.set(key, id);
    const whole = at.flatMap((one) => (ops[one] === MATCH ? [xs[one]!] : []));
    states.push({ at, whole, open: whole.filter((one) => shapes[one]!.open) });
    isEnd[id] = whole.length > 0 ? 1 : 0;
    if (states.length * count > next.length) {
      const larger = new Int16Array(states.length * count * 2).fill(-1);
      larger.set(next);
      next = larger;
    }
    return id;
  };
  const forget = (): void => {
    states = [{ at: [], whole: [], open: [] }];
    known = new Map();
    next = new Int16Array(64 * count).fill(-1);
    stateOf(starts);
  };
  const step = (from: number, kind: number): number => {
    const has = members[kind]!;
    const following: number[] = [];
    for (const one of states[from]!.at) if (ops[one] === SET && has[xs[one]!] === true) following.push(one + 1);
    const to = stateOf(following);
    next[from * count + kind] = to;
    return to;
  };

  const found = new Uint16Array(shapes.length);
  /** By shape: it is among the found. */
  const isFound = new Uint8Array(shapes.length);
  let many = 0;
  const put = (shape: number): void => {
    if (isFound[shape] !== 0) return;
    isFound[shape] = 1;
    found[many++] = shape;
  };

  const enter = (text: string, start: number): number => {
    for (let k = 0; k < many; k++) isFound[found[k]!] = 0;
    many = 0;
    if (states.length === 0 || states.length > MOST_STATES) forget();
    let now = 1;
    let table = next;
    const stop = Math.min(text.length, start + FAR);
    for (let i = start; i < stop; i++) {
      const unit = unitAt(text, i);
      const kind = classOf[unit < 128 ? unit : foldedUnit(unit)]!;
      let to = table[now * count + kind]!;
      if (to < 0) {
        to = step(now, kind);
        table = next;
      }
      if (to === 0) return many;
      now = to;
      if (isEnd[now] === 0) continue;
      const { whole, open } = states[now]!;
      for (const one of i + 1 < text.length && isInner(unitAt(text, i + 1)) ? open : whole) put(one);
    }
    if (stop < text.length) for (const one of states[now]!.at) put(shapeOf[one]!);
    return many;
  };
  return { enter, found };
}

/** The shape as a pattern, with what is repeated often repeated for ever: the automaton stays small. */
const patternOf = (shape: string): string =>
  `/${shape.replaceAll("/", "\\/").replace(/\{(\d+)(?:,(\d+))?\}/g, (braces, least: string, most = least) => (Number(least) > MOST_COPIES || Number(most) - Number(least) > MOST_COPIES ? `{${Math.min(Number(least), MOST_COPIES)},}` : braces))}/`;

/** A letter, digit or underscore of ASCII: a shape does not end before one. */
const isInner = (unit: number): boolean => (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || (unit >= 48 && unit <= 57) || unit === 95;

/** What a character beyond ASCII folds to, if that is one of ASCII; else NUL, which no shape has. */
function foldedUnit(unit: number): number {
  const folded = fold(unit).charCodeAt(0);
  return folded < 128 ? folded : 0;
}

/** Characters of ASCII that every set treats alike are one class. `members`: by class and set, whether the set has it. */
function classify(sets: readonly CharacterSet[]): { readonly classOf: Uint8Array; readonly members: readonly (readonly boolean[])[] } {
  const members: boolean[][] = [];
  const known = new Map<string, number>();
  const classOf = Uint8Array.from({ length: 128 }, (_, unit) => {
    const small = unit >= 65 && unit <= 90 ? unit + 32 : unit;
    const kind = kindOf(small);
    const row = sets.map((set) => holds(set, small, kind));
    const key = row.map(Number).join("");
    if (!known.has(key)) known.set(key, members.push(row) - 1);
    return known.get(key)!;
  });
  return { classOf, members };
}
