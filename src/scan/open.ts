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
  const inLists = readNumbers(lists);
  const inPhrases = readNumbers(phrases);
  const [listCount, phraseCount, choiceCount] = [inLists[0]!, inPhrases[0]!, inPhrases[1]!];
  const Numbers = formCount < 0x10000 ? Uint16Array : Int32Array;
  // Every choice takes up three numbers more in the pool than it does in the text.
  const pool = new Numbers(inLists.length + inPhrases.length + 3 * (listCount + choiceCount));
  let end = 0;
  let from: Uint32Array;
  let at: number;
  /** By list: where it stands, where the forms at which it is tried stand in `listForms` (one an entry), and the words of its longest entry. */
  const listAt = new Int32Array(listCount);
  const listForms: number[] = [];
  const listFormsFrom = new Int32Array(listCount + 1);
  const listLongest = new Uint8Array(listCount);

  /** Opens the choice of a head, at `at` in `from`; gives the words of its longest entry, and adds the forms at which it is tried to `anchors`. */
  const openChoice = (head: number, anchors: number[] | undefined): number => {
    const alone = head >> 3;
    let longest = 1;
    pool[end++] = alone;
    for (let i = 0, form = 0; i < alone; i++) {
      form += from[at++]!;
      pool[end++] = form;
      if (anchors !== undefined) anchors.push(form);
    }
    const named = (head & HAS_LISTS) === 0 ? 0 : from[at++]!;
    pool[end++] = named;
    for (let i = 0; i < named; i++) {
      const list = from[at++]!;
      pool[end++] = list;
      if (anchors !== undefined) for (let k = listFormsFrom[list]!; k < listFormsFrom[list + 1]!; k++) anchors.push(listForms[k]!);
      longest = Math.max(longest, listLongest[list]!);
    }
    for (let entries = (head & HAS_ENTRIES) === 0 ? 0 : from[at++]!; entries > 0; entries--) {
      const words = from[at++]!;
      const rarest = from[at++]!;
      pool[end++] = words;
      for (let i = 0; i < words; i++) {
        const form = from[at++]!;
        pool[end++] = form;
        if (i === rarest && anchors !== undefined) anchors.push(form);
      }
      if (words > longest) longest = words;
    }
    pool[end++] = 0;
    return longest;
  };

  from = inLists;
  at = 1;
  for (let list = 0; list < listCount; list++) {
    listAt[list] = end;
    listLongest[list] = openChoice(from[at++]!, listForms);
    listFormsFrom[list + 1] = listForms.length;
  }
  const phraseAt = new Int32Array(phraseCount);
  const others: number[] = [];
  const othersFrom = new Int32Array(phraseCount);
  /** The forms at which phrases are tried; those of phrase p end before `anchorsTo[p]`. */
  const anchors: number[] = [];
  const anchorsTo = new Int32Array(phraseCount);
  const triedFrom = new Int32Array(formCount + 1);
  /** The entries of the choice at hand, and of the shortest. */
  let entered: number[] = [];
  let fewest: number[] = [];
  let longest = 0;
  from = inPhrases;
  at = 2;
  for (let phrase = 0; phrase < phraseCount; phrase++) {
    const parts = from[at++]!;
    const anchor = from[at++]!;
    let words = 0;
    let hasOther = false;
    phraseAt[phrase] = end;
    pool[end++] = parts;
    for (let part = 0; part < parts; part++) {
      const code = from[at++]!;
      if (code < CHOICE) {
        pool[end++] = code;
        words += Math.max(0, code - GAP);
        continue;
      }
      pool[end++] = CHOICE + (code & OPTIONAL);
      const isOther = part !== anchor && (code & OPTIONAL) === 0;
      entered.length = 0;
      words += openChoice(code - CHOICE, part === anchor ? anchors : isOther ? entered : undefined);
      if (isOther && (!hasOther || entered.length < fewest.length)) {
        [fewest, entered] = [entered, fewest];
        hasOther = true;
      }
    }
    othersFrom[phrase] = others.length;
    const asked = hasOther && fewest.length <= MOST_OTHERS ? fewest.length : 0;
    others.push(asked);
    for (let i = 0; i < asked; i++) others.push(fewest[i]!);
    anchorsTo[phrase] = anchors.length;
    if (words > longest) longest = words;
  }
  for (let i = 0; i < anchors.length; i++) triedFrom[anchors[i]! + 1]!++;
  for (let form = 0; form < formCount; form++) triedFrom[form + 1]! += triedFrom[form]!;
  const tried = new Int32Array(anchors.length);
  const free = triedFrom.slice();
  for (let phrase = 0, i = 0; phrase < phraseCount; phrase++) for (; i < anchorsTo[phrase]!; i++) tried[free[anchors[i]!]!++] = phrase;
  return { pool, lists: listAt, phrases: phraseAt, others: Numbers.from(others), othersFrom, tried, triedFrom, longest };
}
