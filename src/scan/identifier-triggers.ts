import type { Glance } from "../core/glance.js";
import { openGroups, writeGroups, type GroupTexts } from "../core/hash-groups.js";
import type { HashTable } from "../core/hash-table.js";
import { writeNumbers } from "../core/numbers.js";
import { AT, BRACKET, CAPITAL, DIGIT, LETTER } from "../core/signs.js";
import { writeLabels } from "./identifier-context.js";
import { writeGate } from "./identifier-gate.js";
import { FEWEST_DIGITS as FEWEST_IN_SHAPE } from "./identifier-judge.js";
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

/** What triggers ask for, by the number that is written. */
const CONDITIONS: readonly (With | undefined)[] = [undefined, "digit", "digits", "digit-after", "digit-before", "mixed", "bracket", "capitals", "capital-after", "capitals-before"];

/** Where identifiers begin and what they are called, as texts made ahead. */
export interface TriggerTexts {
  /** By word the triggers that have it, three numbers each: its identifier's, its place there, and what it asks for. */
  readonly words: GroupTexts;
  /** Of each character that something is read from: its code, the number of the identifier, and how many digits must follow. */
  readonly characters: string;
  /** All shapes as one automaton (`identifier-gate.ts`). */
  readonly shapes: string;
  /** By shape the number of its identifier. */
  readonly owners: string;
  /** `identifier-context.ts` */
  readonly labels: GroupTexts;
}

/** Says where these identifiers begin, and what they are called. */
export function triggersOf(identifiers: readonly Identifier[]): TriggerTexts {
  const words: (readonly [string, readonly number[]])[] = [];
  const characters: number[] = [];
  identifiers.forEach((identifier, index) => {
    if (isShaped(identifier)) return;
    identifier.at.forEach((trigger, place) => {
      if ("chars" in trigger) for (const character of trigger.chars) characters.push(character.charCodeAt(0), index, trigger.digits ?? 0);
      else for (const word of trigger.words) words.push([word, [index, place, CONDITIONS.indexOf(trigger.with)]]);
    });
  });
  const shapes = identifiers.flatMap((identifier, index) => (isShaped(identifier) ? [identifier.shape].flat().map((shape) => ({ shape, open: identifier.length !== undefined, digits: identifier.digits ?? FEWEST_IN_SHAPE, index })) : []));
  return {
    words: writeGroups(words),
    characters: writeNumbers(characters),
    shapes: writeGate(shapes),
    owners: writeNumbers(shapes.map(({ index }) => index)),
    labels: writeLabels(identifiers),
  };
}

/** What is read from a word on. */
export interface WordTrigger {
  /** Number of the identifier, and the trigger's place there. */
  readonly index: number;
  readonly place: number;
  readonly condition: With | undefined;
}

/** The same, the words ready to be looked up. */
export interface Triggers extends Omit<TriggerTexts, "words"> {
  /** The place of a word, by its hash; 0: nothing is read from it on. */
  readonly placeOf: HashTable;
  /** By place its group. */
  readonly groupAt: Uint16Array;
  /** By group: what is read. Nothing stands at 0. */
  readonly groups: readonly (readonly WordTrigger[])[];
}

export function openTriggers({ words, ...others }: TriggerTexts): Triggers {
  const { groups, ...places } = openGroups(words);
  const opened = groups.map((numbers) => {
    const group: WordTrigger[] = [];
    for (let at = 0; at < numbers.length; at += 3) group.push({ index: numbers[at]!, place: numbers[at + 1]!, condition: CONDITIONS[numbers[at + 2]!] });
    return group;
  });
  return { ...places, groups: opened, ...others };
}

/**
 * Says of a message that was read quickly whether an identifier can stand in it. No message with an identifier is turned away (a law
 * in the tests); of ordinary chat about one in four passes.
 */
export function createMayIdentify({ placeOf, groupAt, groups }: Triggers): (seen: Glance) => boolean {
  const needs = Uint8Array.from(groups, (group) => group.reduce((all, { condition }) => all | BITS[condition ?? "nothing"], 0));
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
      const need = needs[groupAt[placeOf(hashes[k]!)]!]!;
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
