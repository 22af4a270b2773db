import type { CharacterSet } from "./characters.js";
import { JUMP, MATCH, SET, SPLIT, type Program } from "./program.js";

const [ZERO, NINE] = [0x30, 0x39];
const isOfDigits = ({ ranges, classes, negated }: CharacterSet): boolean =>
  !negated && classes.every((name) => name === "d") && ranges.every((codePoint) => codePoint >= ZERO && codePoint <= NINE);

/** Whether no way through a pattern goes without a digit: it matches nowhere in a message that has none. */
export function asksForDigit({ ops, xs, ys, sets, starts }: Program, pattern: number): boolean {
  const seen = new Set<number>();
  const ways = [starts[pattern]!];
  for (let at = ways.pop(); at !== undefined; at = ways.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    const op = ops[at];
    if (op === MATCH) return false;
    if (op === SET && isOfDigits(sets[xs[at]!]!)) continue;
    if (op === SPLIT) ways.push(xs[at]!, ys[at]!);
    else ways.push(op === JUMP ? xs[at]! : at + 1);
  }
  return true;
}
