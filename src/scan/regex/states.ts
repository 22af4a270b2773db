import { LINE_END, type Alphabet } from "./alphabet.js";
import { AT, EDGE, INSIDE, JUMP, MATCH, SET, SPLIT, START, type Program } from "./program.js";
import { unitAt } from "../../core/unit-at.js";

/** Most numbers that the states may take up, 4 bytes each. */
const ROOM = 1 << 20;
/** The states are worth their while when each serves so many characters before there is no room left. */
const WORTH = 10;
/** Where they are not, so many characters for each state built go by before it is tried again. */
const REST = 64;

/** Tells which patterns match in a line, all in one pass. */
export interface States {
  /** Notes each pattern that matches in `[from, to)` of the message, perhaps more than once. False: it cannot be told cheaply. */
  readonly run: (text: string, from: number, to: number, note: (pattern: number) => void) => boolean;
  /** Characters read and instructions followed so far. */
  readonly work: () => number;
}

const [FIRST, AT_START, AFTER_WORD] = [1, 1, 2];

/**
 * A deterministic automaton over all patterns, whose states are built when they are first entered. A state is the instructions at
 * which the ways to read some pattern stand, and what stood before. There is room for so many states; where text and patterns
 * together want ever new ones, the automaton steps back for a while (`run` gives false) instead of building them again and again.
 */
export function createStates({ ops, xs, ys, starts }: Program, alphabet: Alphabet): States {
  const { classOf, spell } = alphabet;
  const seen = new Float64Array(ops.length);
  const stack = new Int32Array(2 * ops.length + starts.length + 1);
  let step = 0;
  let work = 0;
  /** Characters read since the states were last dropped, and still to be left alone. */
  let read = 0;
  let resting = 0;

  /** By state and class: the state that follows; below 0, `~` the number of an event; 0: not built yet. */
  let next = new Int32Array(0);
  let shift = 0;
  /** By event: the state that follows, and the patterns that have matched. */
  let events: { readonly state: number; readonly patterns: readonly number[] }[] = [];
  /** By state: its instructions in order, its context first. */
  let states: Int32Array[] = [];
  let byContent = new Map<string, number>();
  let room = 0;

  const drop = (): void => {
    shift = 32 - Math.clz32(alphabet.size() - 1);
    next = new Int32Array(64 << shift);
    events = [];
    states = [new Int32Array(0)];
    byContent = new Map();
    room = ROOM;
    read = 0;
    add(Int32Array.of(AT_START));
  };
  /** The number of a state; 0 where there is no room for it. */
  const add = (content: Int32Array): number => {
    const key = content.join();
    const known = byContent.get(key);
    if (known !== undefined) return known;
    room -= 2 * content.length + (1 << shift);
    if (room < 0) return 0;
    const state = states.push(content) - 1;
    byContent.set(key, state);
    if (next.length < states.length << shift) next = enlarged(next, next.length * 2);
    return state;
  };
  const widen = (): void => {
    const wider = new Int32Array((next.length >> shift) << (shift + 1));
    for (let state = 0; state < states.length; state++) wider.set(next.subarray(state << shift, (state + 1) << shift), state << (shift + 1));
    room -= states.length << shift;
    next = wider;
    shift++;
  };
  /** What follows a state by a class; 0 where the states have been dropped and are not worth building again. */
  const build = (state: number, of: number): number => {
    while (of >> shift > 0) widen();
    const content = states[state]!;
    const context = content[0]!;
    const members = alphabet.membersOf(of);
    const word = alphabet.isWord(of);
    const edge = ((context & AFTER_WORD) !== 0) !== word;
    const targets: number[] = [];
    const patterns: number[] = [];
    step++;
    let depth = 0;
    for (const start of starts) stack[depth++] = start;
    for (let i = 1; i < content.length || depth > 0; ) {
      const at = depth > 0 ? stack[--depth]! : content[i++]!;
      if (seen[at] === step) continue;
      seen[at] = step;
      work++;
      const x = xs[at]!;
      switch (ops[at]) {
        case SET:
          if (members[x] === 1) targets.push(at + 1);
          break;
        case SPLIT:
          stack[depth++] = ys[at]!;
          stack[depth++] = x;
          break;
        case JUMP:
          stack[depth++] = x;
          break;
        case AT:
          if (x === EDGE ? edge : x === INSIDE ? !edge : x === START ? (context & AT_START) !== 0 : of === LINE_END) stack[depth++] = at + 1;
          break;
        case MATCH:
          patterns.push(x);
      }
    }
    const follows = Int32Array.from([word ? AFTER_WORD : 0, ...targets.sort((a, b) => a - b)]);
    let to = of === LINE_END ? FIRST : add(follows);
    if (to === 0) {
      const wasteful = read < WORTH * states.length;
      if (wasteful) resting = REST * states.length;
      drop();
      return wasteful ? 0 : add(follows);
    }
    if (patterns.length > 0) to = ~(events.push({ state: to, patterns }) - 1);
    room -= 2 * patterns.length;
    next[(state << shift) + of] = to;
    return to;
  };
  drop();

  /** The state that follows; 0 where it cannot be told. */
  const enter = (state: number, of: number, note: (pattern: number) => void): number => {
    let to = of >> shift > 0 ? 0 : next[(state << shift) + of]!;
    if (to === 0) to = build(state, of);
    if (to >= 0) return to;
    const event = events[~to]!;
    event.patterns.forEach(note);
    return event.state;
  };
  const run: States["run"] = (text, from, to, note) => {
    if (resting > 0) {
      resting -= to - from;
      return false;
    }
    while (alphabet.size() > 1 << shift) widen();
    read += to - from;
    work += to - from;
    let state = FIRST;
    for (let i = from; i < to; i++) {
      const then = next[(state << shift) + classOf[unitAt(text, i)]!]!;
      if (then > 0) {
        state = then;
        continue;
      }
      const codePoint = text.codePointAt(i)!;
      if (codePoint > 0xffff) i++;
      for (const of of spell(codePoint)) {
        state = enter(state, of, note);
        if (state === 0) return false;
      }
    }
    return enter(state, LINE_END, note) !== 0;
  };
  return { run, work: () => work };
}

function enlarged(numbers: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(length);
  larger.set(numbers);
  return larger;
}
