import { readNumbers } from "../core/numbers.js";
import { CHOICE, GAP, HAS_ENTRIES, HAS_LISTS, OPTIONAL, type MatcherTables } from "./tables.js";

/** Tables opened for matching: everything in one pool of numbers. */
export interface Opened {
  /**
   * A phrase in the pool: how many parts, then each part. A part is `START`, `END`, `GAP + n`, or `CHOICE` (+ `OPTIONAL`) and a choice:
   * how many forms that stand alone, and these in order; how many lists, and which; of each entry of
   * several words how many, and which; 0. A list is a choice.
   */
  readonly pool: Uint16Array | Int32Array;
  /** By list: where it stands in the pool. */
  readonly lists: Int32Array;
  /** By phrase: where it stands in the pool. */
  readonly phrases: Int32Array;
  /**
   * What else every match of a phrase goes through, beside the choice at which it is tried: of the shortest such choice how many
   * entries, and a form of each. None where the phrase has no other choice, or only longer ones.
   */
  readonly others: Uint16Array | Int32Array;
  /** By phrase: where that stands in `others`. */
  readonly othersFrom: Int32Array;
  /** Phrases by the form at which they are tried, some more than once: those of form f are `tried[triedFrom[f]]` up to `triedFrom[f + 1]`. */
  readonly tried: Int32Array;
  readonly triedFrom: Int32Array;
  /** Most words of a match. */
  readonly longest: number;
}

/** Longest list of what else a phrase goes through. */
const MOST_OTHERS = 40;

/** Opens tables. */
export function openTables({ formCount, lists, phrases }: MatcherTables): Opened {
  const readList = readNumbers(lists);
  const readPhrase = readNumbers(phrases);
  const [listCount, phraseCount, choiceCount] = [readList(), readPhrase(), readPhrase()];
  const Numbers = formCount < 0x10000 ? Uint16Array : Int32Array;
  // Every choice takes up three numbers more in the pool than it does in the text.
  const pool = new Numbers(lists.length + phrases.length + 3 * (listCount + choiceCount));
  let end = 0;
  /** By list: where it stands, the forms at which it is tried (one an entry), and the words of its longest entry. */
  const listAt = new Int32Array(listCount);
  const listAnchors: number[][] = [];
  const listLongest: number[] = [];

  /** Opens a choice; gives the words of its longest entry, and adds the forms at which it is tried to `anchors`. */
  const openChoice = (read: () => number, head: number, anchors?: number[]): number => {
    const alone = head >> 3;
    let longest = 1;
    pool[end++] = alone;
    for (let i = 0, form = 0; i < alone; i++) {
      form += read();
      pool[end++] = form;
      anchors?.push(form);
    }
    const named = (head & HAS_LISTS) === 0 ? 0 : read();
    pool[end++] = named;
    for (let i = 0; i < named; i++) {
      const list = read();
      pool[end++] = list;
      if (anchors !== undefined) for (const form of listAnchors[list]!) anchors.push(form);
      longest = Math.max(longest, listLongest[list]!);
    }
    for (let entries = (head & HAS_ENTRIES) === 0 ? 0 : read(); entries > 0; entries--) {
      const words = read();
      const rarest = read();
      pool[end++] = words;
      for (let i = 0; i < words; i++) {
        const form = read();
        pool[end++] = form;
        if (i === rarest) anchors?.push(form);
      }
      if (words > longest) longest = words;
    }
    pool[end++] = 0;
    return longest;
  };

  for (let list = 0; list < listCount; list++) {
    listAt[list] = end;
    listAnchors.push([]);
    listLongest.push(openChoice(readList, readList(), listAnchors[list]));
  }
  const phraseAt = new Int32Array(phraseCount);
  const others: number[] = [];
  const othersFrom = new Int32Array(phraseCount);
  const anchorsOf: (readonly number[])[] = [];
  const triedFrom = new Int32Array(formCount + 1);
  let longest = 0;
  for (let phrase = 0; phrase < phraseCount; phrase++) {
    const parts = readPhrase();
    const anchor = readPhrase();
    const anchors: number[] = [];
    let words = 0;
    let fewest: readonly number[] | undefined;
    phraseAt[phrase] = end;
    pool[end++] = parts;
    for (let part = 0; part < parts; part++) {
      const code = readPhrase();
      if (code < CHOICE) {
        pool[end++] = code;
        words += Math.max(0, code - GAP);
      } else {
        pool[end++] = CHOICE + (code & OPTIONAL);
        const isOther = part !== anchor && (code & OPTIONAL) === 0;
        const entered = part === anchor ? anchors : isOther ? [] : undefined;
        words += openChoice(readPhrase, code - CHOICE, entered);
        if (isOther && (fewest === undefined || entered!.length < fewest.length)) fewest = entered!;
      }
    }
    othersFrom[phrase] = others.length;
    if (fewest === undefined || fewest.length > MOST_OTHERS) others.push(0);
    else {
      others.push(fewest.length);
      for (const form of fewest) others.push(form);
    }
    for (const form of anchors) triedFrom[form + 1]!++;
    anchorsOf.push(anchors);
    if (words > longest) longest = words;
  }
  for (let form = 0; form < formCount; form++) triedFrom[form + 1]! += triedFrom[form]!;
  const tried = new Int32Array(triedFrom[formCount]!);
  const free = triedFrom.slice();
  anchorsOf.forEach((anchors, phrase) => {
    for (const form of anchors) tried[free[form]!++] = phrase;
  });
  return { pool, lists: listAt, phrases: phraseAt, others: Numbers.from(others), othersFrom, tried, triedFrom, longest };
}
