import { fold } from "../core/fold.js";
import { readNumbers, writeNumbers } from "../core/numbers.js";
import { holds, kindOf, rangesOf, type CharacterSet } from "./regex/characters.js";
import { parsePattern } from "./regex/parse.js";
import { AT, compileProgram, JUMP, MATCH, SET, SPLIT } from "./regex/program.js";
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
  /** Fewest digits in it. */
  readonly digits: number;
}

interface State {
  readonly at: Uint16Array;
  /** Shapes that are whole here, and those of them that may be so within a word. */
  readonly whole: readonly number[];
  readonly open: readonly number[];
}

export interface Gate {
  /** How many shapes may stand at an offset, before so many digits. It may say one too many, never one too few. */
  readonly enter: (text: string, at: number, digits: number) => number;
  /** Which: as many of the first as were said last. */
  readonly found: Uint16Array;
}

/** Instructions as they are written; a set is written as its number after these. */
const [WRITTEN_MATCH, WRITTEN_OPEN_MATCH, WRITTEN_SPLIT, WRITTEN_JUMP, WRITTEN_BACK, WRITTEN_SETS] = [0, 1, 2, 3, 4, 5];

/**
 * All shapes in one automaton (`regex/program.ts`), as a text made ahead: how many shapes, sets, classes and instructions; the fewest
 * digits of each shape; the class of each character; of each set how many ranges of classes it has, and these; the instructions, each with how far it goes.
 */
export function writeGate(shapes: readonly GateShape[]): string {
  const { ops, xs, ys, sets } = compileProgram(shapes.map(({ shape }) => parsePattern(patternOf(shape))));
  if (ops.includes(AT)) throw new RangeError("a shape names a place");
  const { classOf, members } = classify(sets);
  const numbers = [shapes.length, sets.length, members.length, ops.length, ...shapes.map(({ digits }) => digits), ...classOf];
  for (const set of sets.keys()) {
    const ranges = rangesOf(members.flatMap((row, kind) => (row[set] === true ? [kind] : [])));
    numbers.push(ranges.length / 2, ...ranges);
  }
  ops.forEach((op, i) => {
    const by = (op === SPLIT ? ys[i]! : xs[i]!) - i;
    if (op === SET) numbers.push(WRITTEN_SETS + xs[i]!);
    else if (op === MATCH) numbers.push(shapes[xs[i]!]!.open ? WRITTEN_OPEN_MATCH : WRITTEN_MATCH);
    else numbers.push(op === SPLIT ? WRITTEN_SPLIT : by > 0 ? WRITTEN_JUMP : WRITTEN_BACK, Math.abs(by));
  });
  return writeNumbers(numbers);
}

/**
 * The automaton that a text is. It is built as it is walked: it stops at the first character that none goes on with, mostly after two
 * or three.
 */
export function createGate(text: string): Gate {
  const numbers = readNumbers(text);
  const shapes = numbers[0]!;
  const many = numbers[3]!;
  const count = numbers[2]!;
  let at = 4;
  const digitsOf = Uint8Array.from(numbers.subarray(at, (at += shapes)));
  const classOf = Uint8Array.from(numbers.subarray(at, (at += 128)));
  /** By set and class: 1 where the set has it. */
  const members = new Uint8Array(numbers[1]! * count);
  for (let from = 0; from < members.length; from += count) {
    for (let left = numbers[at++]!; left > 0; left--, at += 2) members.fill(1, from + numbers[at]!, from + numbers[at + 1]! + 1);
  }
  const ops = new Uint8Array(many);
  /** By instruction: its set, the shape that is whole, or where it goes on. A split goes on at the next one too. */
  const xs = new Uint16Array(many);
  /** By instruction: its shape. */
  const shapeOf = new Uint16Array(many);
  /** By shape: 1 where it may end within a word. */
  const isOpen = new Uint8Array(shapes);
  const starts = new Uint16Array(shapes);
  for (let i = 0, shape = 0; i < many; i++) {
    const written = numbers[at++]!;
    shapeOf[i] = shape;
    if (written >= WRITTEN_SETS) {
      ops[i] = SET;
      xs[i] = written - WRITTEN_SETS;
    } else if (written <= WRITTEN_OPEN_MATCH) {
      ops[i] = MATCH;
      xs[i] = shape;
      isOpen[shape++] = written;
      if (shape < shapes) starts[shape] = i + 1;
    } else {
      const by = numbers[at++]!;
      ops[i] = written === WRITTEN_SPLIT ? SPLIT : JUMP;
      xs[i] = written === WRITTEN_BACK ? i - by : i + by;
    }
  }

  const reached = new Uint16Array(many);
  /** By instruction: the last search that reached it. */
  const reachedIn = new Uint32Array(many);
  let search = 0;
  /** The instructions that read a character, and those that end, reached from others without one, in order. */
  const closure = (from: Uint16Array): Uint16Array => {
    let last = from.length;
    reached.set(from);
    search++;
    for (let k = 0; k < last; k++) reachedIn[reached[k]!] = search;
    let kept = 0;
    for (let k = 0; k < last; k++) {
      const one = reached[k]!;
      const op = ops[one]!;
      if (op === SET || op === MATCH) {
        reached[kept++] = one;
        continue;
      }
      if (reachedIn[xs[one]!] !== search) {
        reachedIn[xs[one]!] = search;
        reached[last++] = xs[one]!;
      }
      if (op === SPLIT && reachedIn[one + 1] !== search) {
        reachedIn[one + 1] = search;
        reached[last++] = one + 1;
      }
    }
    return reached.slice(0, kept).sort();
  };
  let states: State[] = [];
  let known = new Map<string, number>();
  /** By state and class: the next state, 0 for none, −1 for not met yet. */
  let next = new Int16Array(0);
  /** By state: 1 where a shape is whole. A walk enters as many states as it is long at most. */
  const isEnd = new Uint8Array(MOST_STATES + FAR + 2);
  /** By state: fewest digits of a shape that may still stand there. */
  const least = new Uint8Array(isEnd.length);
  const stateOf = (from: Uint16Array): number => {
    const at = closure(from);
    if (at.length === 0) return 0;
    const key = String.fromCharCode(...at);
    let id = known.get(key);
    if (id !== undefined) return id;
    id = states.length;
    known.set(key, id);
    const whole: number[] = [];
    for (const one of at) if (ops[one] === MATCH) whole.push(xs[one]!);
    states.push({ at, whole, open: whole.filter((one) => isOpen[one] === 1) });
    isEnd[id] = whole.length > 0 ? 1 : 0;
    least[id] = at.reduce((fewest, one) => Math.min(fewest, digitsOf[shapeOf[one]!]!), 0xff);
    if (states.length * count > next.length) {
      const larger = new Int16Array(states.length * count * 2).fill(-1);
      larger.set(next);
      next = larger;
    }
    return id;
  };
  const forget = (): void => {
    states = [{ at: new Uint16Array(0), whole: [], open: [] }];
    known = new Map();
    next = new Int16Array(64 * count).fill(-1);
    stateOf(starts);
  };
  const following = new Uint16Array(many);
  const step = (from: number, kind: number): number => {
    let last = 0;
    for (const one of states[from]!.at) if (ops[one] === SET && members[xs[one]! * count + kind] === 1) following[last++] = one + 1;
    const to = stateOf(following.subarray(0, last));
    next[from * count + kind] = to;
    return to;
  };

  const found = new Uint16Array(shapes);
  /** By shape: it is among the found. */
  const isFound = new Uint8Array(shapes);
  let put = 0;
  const add = (shape: number, digits: number): void => {
    if (isFound[shape] !== 0 || digitsOf[shape]! > digits) return;
    isFound[shape] = 1;
    found[put++] = shape;
  };

  const enter: Gate["enter"] = (text, start, digits) => {
    for (let k = 0; k < put; k++) isFound[found[k]!] = 0;
    put = 0;
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
      if (to === 0 || least[to]! > digits) return put;
      now = to;
      if (isEnd[now] === 0) continue;
      const { whole, open } = states[now]!;
      for (const one of i + 1 < text.length && isInner(unitAt(text, i + 1)) ? open : whole) add(one, digits);
    }
    if (stop < text.length) for (const one of states[now]!.at) add(shapeOf[one]!, digits);
    return put;
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
