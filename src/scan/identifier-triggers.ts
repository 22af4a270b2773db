import type { Glance } from "../core/glance.js";
import { hashWord } from "../core/hash.js";
import { writeHashTable, type HashTable } from "../core/hash-table.js";
import { AT, BRACKET, CAPITAL, DIGIT, LETTER } from "../core/signs.js";
import { isShaped, type Identifier, type With } from "./identifier.js";

/** Fewest digits of a number that is worth a look, in the whole message. */
const FEWEST_DIGITS = 4;
/** A word of letters and digits as long as this, or two of any length (a postcode), are worth a look. */
const MIXED_LENGTH = 4;
/** Keys and tokens are long words. */
const LONG_LENGTH = 16;
const AHEAD = 4;
const BACK = 5;

/** Where a digit must stand is looked at when identifiers are read: here any will do. */
const BITS: Readonly<Record<With | "nothing", number>> = { nothing: 1, digit: 2, digits: 2, "digit-after": 2, "digit-before": 2, mixed: 2, bracket: 4, capitals: 8, "capital-after": 16, "capitals-before": 32 };

/** The words at which identifiers are read, each with what else it asks for, as a table made ahead (`core/hash-table.ts`). */
export function triggersOf(identifiers: readonly Identifier[]): string {
  const conditions = new Map<number, number>();
  for (const identifier of identifiers) {
    if (isShaped(identifier)) continue;
    for (const trigger of identifier.at) {
      if (!("words" in trigger)) continue;
      for (const word of trigger.words) conditions.set(hashWord(word), (conditions.get(hashWord(word)) ?? 0) | BITS[trigger.with ?? "nothing"]);
    }
  }
  return writeHashTable([...conditions]);
}

/**
 * Says of a message that was read quickly whether an identifier can stand in it, given the opened table of triggers. No message with
 * an identifier is turned away (a law in the tests); of ordinary chat about one in four passes.
 */
export function createMayIdentify(needOf: HashTable): (seen: Glance) => boolean {
  return (seen) => {
    const { count, hashes, lengths, signs, all } = seen;
    if ((all & AT) !== 0) return true;
    let digits = 0;
    let mixed = 0;
    for (let k = 0; k < count; k++) {
      const length = lengths[k]!;
      if (length >= LONG_LENGTH) return true;
      if ((signs[k]! & DIGIT) !== 0) {
        digits += length;
        if ((signs[k]! & LETTER) !== 0 && (++mixed === 2 || length >= MIXED_LENGTH)) return true;
        if (digits >= FEWEST_DIGITS) return true;
        continue;
      }
      const need = needOf(hashes[k]!);
      if (need !== 0 && fits(need, seen, k)) return true;
    }
    return false;
  };
}

function fits(need: number, { all, count, signs }: Glance, k: number): boolean {
  if ((need & BITS.nothing) !== 0 || ((need & BITS.digit) !== 0 && (all & DIGIT) !== 0) || ((need & BITS.bracket) !== 0 && (all & BRACKET) !== 0)) return true;
  if (((need & BITS["capital-after"]) !== 0 || ((need & BITS.capitals) !== 0 && (signs[k]! & CAPITAL) !== 0)) && capitals(signs, k + 1, Math.min(count, k + 1 + AHEAD)) > 0) return true;
  return (need & BITS["capitals-before"]) !== 0 && capitals(signs, Math.max(0, k - BACK), k) > 1;
}

function capitals(signs: Int32Array, from: number, to: number): number {
  let found = 0;
  for (let k = from; k < to; k++) found += (signs[k]! & CAPITAL) === 0 ? 0 : 1;
  return found;
}
