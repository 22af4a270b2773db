import { APART, readNumbers } from "../core/numbers.js";
import { unitAt } from "../core/unit-at.js";
import { BEGIN, BLOCK, CHOICE, GAP, HAS_ENTRIES, HAS_LISTS, HEAD_OF, IS_ANCHOR, MOST_HEAD, OPTIONAL, type MatcherTables } from "./tables.js";

/** Tables opened for matching, piece by piece: a form when a word is first of it, a phrase when it is first tried. */
export interface Opened {
  /**
   * Where in `index` a form stands: how many phrases are tried where a word is of it, and these; how many lists have it, and these. Each is
   * twice its number, and one more where the form alone is an entry.
   */
  readonly form: (form: number) => number;
  readonly index: Uint16Array | Int32Array;
  /** Where in `pool` a phrase stands. */
  readonly phrase: (phrase: number) => number;
  /**
   * Phrases and lists. A phrase is: how many parts, and each. Before it stands, backwards, what every match goes through beside its anchor, the
   * shortest other choice: how many forms, one an entry; how many lists; the forms; the lists. None where a phrase has no other choice,
   * or only longer ones. A part is `START`, `END`, `GAP + n`, or `CHOICE`, `CHOICE + OPTIONAL` or `ANCHOR` and a
   * choice: how many forms that stand alone, and these in order (of an anchor none: the index has them); how many lists, and which;
   * entries of several words. Entries are: of each how many words, and which; 0.
   */
  readonly pool: Uint16Array | Int32Array;
  /** By list, where in `pool` its entries of several words stand. */
  readonly lists: Int32Array;
  /**
   * By phrase, `NEAR` numbers, once it is opened: forms of which one stands near a word that is its anchor alone, a bit each (by the last
   * five bits of its number), and on which side; and forms of which one is the word after the rarest of an entry of its anchor, or before it.
   */
  readonly near: Int32Array;
  readonly formCount: number;
  readonly phraseCount: number;
  /** Most words of a match. */
  readonly longest: number;
}

export const ANCHOR = CHOICE + IS_ANCHOR;

/** Most forms of what else a phrase goes through. */
const MOST_OTHERS = 40;

/** What is told of what stands near an anchor. */
export const [NEAR, NEAR_ALONE, SIDE, NEAR_NEXT, NEAR_PREVIOUS] = [4, 0, 1, 2, 3];
/** Where what stands near an anchor stands: nobody knows, or in the word after it or before it, or in the few words there. */
export const [ANYWHERE, NEXT, PREVIOUS, AFTER, BEFORE] = [0, 1, 2, 3, 4];
export const SIDES = 5;
/** How many words are a few. */
export const FEW = 4;

/** Opens tables. */
export function openTables({ phrases, lists, heads, index: written, longest, poolRoom, indexRoom }: MatcherTables): Opened {
  const [phrasePieces, listPieces, indexPieces] = [piecesOf(phrases), piecesOf(lists), piecesOf(written)];
  const [formCount, phraseCount, listCount] = [heads.length, phrasePieces.length, listPieces.length];
  const Numbers = Math.max(formCount, 2 * phraseCount, 2 * listCount) < 0x10000 ? Uint16Array : Int32Array;
  const [pool, index] = [new Numbers(poolRoom), new Numbers(indexRoom)];
  let [poolEnd, indexEnd] = [BEGIN, BEGIN];
  const [phraseAt, formAt] = [new Int32Array(phraseCount), new Int32Array(formCount)];
  const near = new Int32Array(NEAR * phraseCount);
  for (let phrase = 0; phrase < phraseCount; phrase++) tellNear(near, phrase, -1, ANYWHERE, -1, -1);

  /** The numbers of the piece at hand, and how far it is read. */
  let piece = readNumbers("");
  let at = 0;
  const open = (pieces: string[], which: number): void => {
    piece = readNumbers(pieces[which]!);
    pieces[which] = "";
    at = 0;
  };
  const readAll = (count: number): number[] => {
    const numbers: number[] = [];
    for (; count > 0; count--) numbers.push(piece[at++]!);
    return numbers;
  };
  /** Numbers in order, each written as how much more it is than the one before; times a number, and more. */
  const readInOrder = (count: number, into: number[] = [], times = 1, more = 0): number[] => {
    for (let number = 0; count > 0; count--) into.push(times * (number += piece[at++]!) + more);
    return into;
  };
  const toPool = (numbers: readonly number[]): void => {
    for (let i = 0; i < numbers.length; i++) pool[poolEnd++] = numbers[i]!;
  };
  /** The forms that stand after the rarest word of the entries read last, as bits, and before it where it is the last word. */
  let [next, previous] = [0, 0];
  /** Reads entries of several words into `entries`, as the pool has them, and of each the rarest word into `rarest`. */
  const readEntries = (count: number, entries: number[], rarest: number[]): void => {
    [next, previous] = [0, 0];
    for (; count > 0; count--) {
      const words = piece[at++]!;
      const which = at + 1 + piece[at]!;
      at++;
      rarest.push(piece[which]!);
      if (which + 1 < at + words) next |= 1 << piece[which + 1]!;
      else previous |= 1 << piece[which - 1]!;
      entries.push(words);
      for (let i = 0; i < words; i++) entries.push(piece[at++]!);
    }
    entries.push(0);
  };

  /** By list: how many entries it has, and the phrases that have it in their anchor. */
  const sizes = new Int32Array(listCount);
  const anchoredAt: number[][] = [];
  const listAt = new Int32Array(listCount);
  const [listNext, listPrevious] = [new Int32Array(listCount), new Int32Array(listCount)];
  for (let list = 0; list < listCount; list++) {
    open(listPieces, list);
    sizes[list] = piece[at++]!;
    anchoredAt.push(readInOrder(piece[at++]!));
    listAt[list] = poolEnd;
    const entries: number[] = [];
    readEntries(at < piece.length ? piece[at++]! : 0, entries, []);
    [listNext[list], listPrevious[list]] = [next, previous];
    toPool(entries);
  }

  const openPhrase = (phrase: number): void => {
    open(phrasePieces, phrase);
    const numbers = [0];
    const parts: Part[] = [];
    let [anchorNext, anchorPrevious] = [0, 0];
    let [fewest, others]: [number, readonly number[]] = [Infinity, [0, 0]];
    while (at < piece.length) {
      const code = piece[at++]!;
      numbers[0]!++;
      if (code < CHOICE) {
        numbers.push(code);
        parts.push({ code, words: Math.max(0, code - GAP), firsts: 0, lasts: 0 });
        continue;
      }
      const head = code - CHOICE;
      const kind = CHOICE + (head & (OPTIONAL | IS_ANCHOR));
      const forms = readInOrder(head >> 4);
      const named = (head & HAS_LISTS) === 0 ? [] : readAll(piece[at++]!);
      numbers.push(kind, forms.length);
      for (const form of forms) numbers.push(form);
      numbers.push(named.length);
      for (const list of named) numbers.push(list);
      const several = numbers.length;
      const passed = [...forms];
      readEntries((head & HAS_ENTRIES) === 0 ? 0 : piece[at++]!, numbers, passed);
      parts.push(partOf(kind, forms, named.length > 0, numbers, several));
      if (kind === ANCHOR) [anchorNext, anchorPrevious] = [named.reduce((all, list) => all | listNext[list]!, next), named.reduce((all, list) => all | listPrevious[list]!, previous)];
      if (kind !== CHOICE) continue;
      const entries = named.reduce((sum, list) => sum + sizes[list]!, passed.length);
      if (entries < fewest && passed.length <= MOST_OTHERS) [fewest, others] = [entries, [passed.length, named.length, ...passed, ...named]];
    }
    for (let i = others.length - 1; i >= 0; i--) pool[poolEnd++] = others[i]!;
    phraseAt[phrase] = poolEnd;
    tellNear(near, phrase, ...nearAnchor(parts), anchorNext, anchorPrevious);
    toPool(numbers);
  };

  const openBlock = (block: number): void => {
    open(indexPieces, block);
    const end = Math.min(formCount, (block + 1) * BLOCK);
    for (let form = block * BLOCK; form < end; form++) {
      let head = unitAt(heads, form) - HEAD_OF;
      if (head === MOST_HEAD) head = piece[at++]!;
      const hasMore = (head & 1) === 1;
      const tried = readInOrder(head >> 1, [], 2, 1);
      if (hasMore) readInOrder(piece[at++]!, tried, 2);
      const listed = hasMore ? readInOrder(piece[at++]!) : [];
      for (const list of listed) for (const phrase of anchoredAt[list >> 1]!) tried.push(2 * phrase + (list & 1));
      formAt[form] = indexEnd;
      for (const numbers of [tried, listed]) {
        index[indexEnd++] = numbers.length;
        for (let i = 0; i < numbers.length; i++) index[indexEnd++] = numbers[i]!;
      }
    }
  };

  return {
    form(form) {
      if (formAt[form] === 0) openBlock(Math.floor(form / BLOCK));
      return formAt[form]!;
    },
    phrase(phrase) {
      if (phraseAt[phrase] === 0) openPhrase(phrase);
      return phraseAt[phrase]!;
    },
    index, pool, lists: listAt, near, formCount, phraseCount, longest,
  };
}

const piecesOf = (text: string): string[] => (text === "" ? [] : text.split(APART));

function tellNear(near: Int32Array, phrase: number, alone: number, side: number, next: number, previous: number): void {
  near[NEAR * phrase + NEAR_ALONE] = alone;
  near[NEAR * phrase + SIDE] = side;
  near[NEAR * phrase + NEAR_NEXT] = next;
  near[NEAR * phrase + NEAR_PREVIOUS] = previous;
}

/** A part of a phrase: its code, the most words that it takes up, and the forms of those that it begins or ends with, a bit each. */
interface Part {
  readonly code: number;
  readonly words: number;
  readonly firsts: number;
  readonly lasts: number;
}

/** A choice as a part: its forms that stand alone and, from a place of the pool's numbers on, its entries of several words. What lists have is not looked up. */
function partOf(code: number, alone: readonly number[], hasLists: boolean, numbers: readonly number[], several: number): Part {
  if (hasLists) return { code, words: Infinity, firsts: -1, lasts: -1 };
  let [firsts, lasts, most] = [0, 0, 1];
  for (const form of alone) firsts |= 1 << form;
  lasts = firsts;
  for (let at = several, words = numbers[at++]!; words > 0; words = numbers[at++]!) {
    most = Math.max(most, words);
    firsts |= 1 << numbers[at]!;
    at += words;
    lasts |= 1 << numbers[at - 1]!;
  }
  return { code, words: most, firsts, lasts };
}

/** Forms of which one stands near a word that is the anchor of these parts alone, a bit each, and on which side. */
function nearAnchor(parts: readonly Part[]): readonly [forms: number, side: number] {
  const anchor = parts.findIndex(({ code }) => code === ANCHOR);
  const after = nearest(parts.slice(anchor + 1), ({ firsts }) => firsts, NEXT, AFTER);
  const before = nearest(parts.slice(0, anchor).reverse(), ({ lasts }) => lasts, PREVIOUS, BEFORE);
  return after.mayStand < before.mayStand ? after.near : before.near;
}

/** What must stand first of these parts, which begin beside an anchor; and in how many places one of its forms may stand. */
function nearest(parts: readonly Part[], formsOf: (part: Part) => number, beside: number, within: number): { near: readonly [forms: number, side: number]; mayStand: number } {
  let distance = 1;
  for (const part of parts) {
    if (distance > FEW) break;
    if (part.code === CHOICE) return { near: [formsOf(part), distance === 1 ? beside : within], mayStand: distance * bitsIn(formsOf(part)) };
    distance += part.words;
  }
  return { near: [-1, ANYWHERE], mayStand: Infinity };
}

function bitsIn(set: number): number {
  let bits = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) bits++;
  return bits;
}
