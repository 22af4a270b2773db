import { LINE_END, type Alphabet } from "./alphabet.js";
import { AT, EDGE, INSIDE, JUMP, MATCH, SET, SPLIT, START, type Program } from "./program.js";

/** A line, read: its folded characters by class, and from where to where each stands in the message. */
export interface Line {
  readonly classes: readonly number[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** Reads `[from, to)` of a message as a line. */
export function readLine(text: string, from: number, to: number, { spell }: Alphabet): Line {
  const [classes, starts, ends]: [number[], number[], number[]] = [[], [], []];
  for (let i = from; i < to; ) {
    const codePoint = text.codePointAt(i)!;
    const next = i + (codePoint > 0xffff ? 2 : 1);
    for (const of of spell(codePoint)) {
      classes.push(of);
      starts.push(i);
      ends.push(next);
    }
    i = next;
  }
  return { classes, starts, ends };
}

/** Finds the matches of one pattern in a line. */
export interface Simulation {
  readonly run: (pattern: number, line: Line, found: (start: number, end: number) => void) => void;
  /** Characters read and instructions followed so far. */
  readonly work: () => number;
}

/**
 * Follows every way to read a pattern at once, each with where it began: linear in the line times the pattern. Of two ways that
 * stand at one instruction the earlier is kept, since what follows is the same for both.
 *
 * Matches are the leftmost, of those the longest, then the same after its end. Since a way begun earlier may still turn out longer,
 * matches are kept until the line ends: one that begins earlier and ends here replaces all that begin after it.
 */
export function createSimulation({ ops, xs, ys, starts }: Program, alphabet: Alphabet): Simulation {
  const seen = new Float64Array(ops.length);
  const stack = new Int32Array(2 * ops.length + 1);
  let [here, hereFrom, there, thereFrom] = [new Int32Array(ops.length), new Int32Array(ops.length), new Int32Array(ops.length), new Int32Array(ops.length)];
  let step = 0;
  let work = 0;

  const run: Simulation["run"] = (pattern, { classes, starts: startOf, ends: endOf }, found) => {
    const [matchFrom, matchTo]: [number[], number[]] = [[], []];
    const length = classes.length;
    let count = 0;
    let wordBefore = false;
    for (let i = 0; i <= length; i++) {
      const of = i < length ? classes[i]! : LINE_END;
      const members = alphabet.membersOf(of);
      const word = alphabet.isWord(of);
      const edge = wordBefore !== word;
      let kept = 0;
      let latest = i;
      step++;
      for (let t = 0; t <= count; t++) {
        // Last, a new way begins here.
        const from = t < count ? hereFrom[t]! : i;
        if (t < count && from > latest) continue;
        let depth = 0;
        stack[depth++] = t < count ? here[t]! : starts[pattern]!;
        while (depth > 0) {
          const at = stack[--depth]!;
          if (seen[at] === step) continue;
          seen[at] = step;
          work++;
          const x = xs[at]!;
          switch (ops[at]) {
            case SET:
              if (members[x] === 1) {
                there[kept] = at + 1;
                thereFrom[kept++] = from;
              }
              break;
            case SPLIT:
              stack[depth++] = ys[at]!;
              stack[depth++] = x;
              break;
            case JUMP:
              stack[depth++] = x;
              break;
            case AT:
              if (x === EDGE ? edge : x === INSIDE ? !edge : x === START ? i === 0 : i === length) stack[depth++] = at + 1;
              break;
            case MATCH:
              latest = from;
              while (matchFrom.length > 0 && matchFrom.at(-1)! >= from) {
                matchFrom.pop();
                matchTo.pop();
              }
              matchFrom.push(from);
              matchTo.push(i);
          }
        }
      }
      count = kept;
      wordBefore = word;
      [here, there, hereFrom, thereFrom] = [there, here, thereFrom, hereFrom];
    }
    work += length;
    matchFrom.forEach((from, m) => found(startOf[from]!, endOf[matchTo[m]! - 1]!));
  };
  return { run, work: () => work };
}
