/**
 * Places between the words of a stretch of text as sets of bits: place i is before word i. A step over a phrase's part moves
 * all places at once.
 */
export interface Positions {
  /** Begins a stretch of so many words. */
  readonly open: (words: number) => void;
  /** A word of the stretch is of a form. */
  readonly add: (form: number, word: number) => void;
  /** Number of different forms in the stretch, and each. */
  readonly count: () => number;
  readonly form: (index: number) => number;
  /** All places; or only the first, or none where the stretch does not begin there. */
  readonly reset: (onlyFirst: boolean, begins: boolean) => void;
  readonly only: (place: number) => void;
  /** Goes over a choice of the pool, to places after its entries or before them. False: there are none left. */
  readonly forward: (choice: number, optional: boolean) => boolean;
  readonly backward: (choice: number, optional: boolean) => void;
  /** Adds the places up to so many words after, or before. */
  readonly widen: (words: number) => void;
  readonly widenBack: (words: number) => void;
  /** Keeps the last place of the stretch; false where it is not among them. */
  readonly keepEnd: () => boolean;
  /** The first place, or -1. */
  readonly first: () => number;
}

/** Stretches are numbered up to here, then anew. */
const LAST_STRETCH = 0x7fffffff;

/** Positions in stretches of up to `most` words, over the choices of a pool (`open.ts`) and so many forms. */
export function createPositions(pool: Int32Array, forms: number, most: number): Positions {
  const width = (most >> 5) + 1;
  /** Sets in 32-bit words: where a reading stands, where it goes, and where it passes within an entry. */
  let here = new Int32Array(width);
  let there = new Int32Array(width);
  const passing = new Int32Array(width);
  /** By form: the stretch that it was last seen in, and the number of its row there. */
  const seenIn = new Int32Array(forms);
  const rowOf = new Int32Array(forms);
  /** By row: its form, and the words of that form. */
  let formAt = new Int32Array(64);
  let rows = new Int32Array(64 * width);
  let stretch = 0;
  let count = 0;
  let words = 0;
  /** 32-bit words in use. */
  let used = 1;

  const rowAt = (form: number): number => (seenIn[form] === stretch ? rowOf[form]! * used : -1);
  const isEmpty = (set: Int32Array): boolean => {
    for (let w = 0; w < used; w++) if (set[w] !== 0) return false;
    return true;
  };

  /** Marks in `there` where the entries of a choice end that begin `here`. */
  const passEntries = (choice: number): void => {
    let at = choice;
    let alone = pool[at++]!;
    if (alone > 4 * count) {
      for (let i = 0; i < count; i++) if (hasForm(at, alone, formAt[i]!)) stepOver(here, i * used);
      at += alone;
    } else for (; alone > 0; alone--) {
      const row = rowAt(pool[at++]!);
      if (row >= 0) stepOver(here, row);
    }
    for (let lists = pool[at++]!; lists > 0; lists--) passEntries(pool[at++]! + 1);
    for (let length = pool[at++]!; length > 0; length = pool[at++]!) {
      const end = at + length;
      let row = rowAt(pool[at]!);
      if (row >= 0) {
        for (let w = 0; w < used; w++) passing[w] = here[w]!;
        for (; row >= 0 && at < end - 1 && passOver(row); row = rowAt(pool[++at]!));
        if (row >= 0 && at === end - 1) stepOver(passing, row);
      }
      at = end;
    }
  };
  /** Adds to `there` the places after the words of a row that begin in `set`. */
  const stepOver = (set: Int32Array, row: number): void => {
    for (let w = 0, carry = 0; w < used; w++) {
      const bits = set[w]! & rows[row + w]!;
      there[w]! |= (bits << 1) | carry;
      carry = bits >>> 31;
    }
  };
  /** Moves `passing` over the words of a row; false where nothing is left. */
  const passOver = (row: number): boolean => {
    let any = 0;
    for (let w = 0, carry = 0; w < used; w++) {
      const bits = passing[w]! & rows[row + w]!;
      passing[w] = (bits << 1) | carry;
      any |= bits;
      carry = bits >>> 31;
    }
    return any !== 0;
  };
  /** The same, from the end. */
  const passEntriesBack = (choice: number): void => {
    let at = choice;
    for (let alone = pool[at++]!; alone > 0; alone--) {
      const row = rowAt(pool[at++]!);
      if (row >= 0) stepBack(here, there, row);
    }
    for (let lists = pool[at++]!; lists > 0; lists--) passEntriesBack(pool[at++]! + 1);
    for (let length = pool[at++]!; length > 0; length = pool[at++]!) {
      for (let w = 0; w < used; w++) passing[w] = here[w]!;
      let i = length - 1;
      for (; i >= 0; i--) {
        const row = rowAt(pool[at + i]!);
        if (row < 0) break;
        if (i === 0) stepBack(passing, there, row);
        else stepBack(passing, undefined, row);
      }
      at += length;
    }
  };
  /** The places before the words of a row that end in `set`: added to `to`, or in place of the set. */
  const stepBack = (set: Int32Array, to: Int32Array | undefined, row: number): void => {
    for (let w = 0; w < used; w++) {
      const bits = ((set[w]! >>> 1) | (w + 1 < used ? set[w + 1]! << 31 : 0)) & rows[row + w]!;
      if (to === undefined) set[w] = bits;
      else to[w]! |= bits;
    }
  };
  /** Whether a form is among those that stand alone. */
  const hasForm = (from: number, length: number, form: number): boolean => {
    let low = from;
    let high = from + length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pool[middle]! < form) low = middle + 1;
      else high = middle;
    }
    return low < from + length && pool[low] === form;
  };
  const go = (choice: number, optional: boolean, pass: (choice: number) => void): void => {
    for (let w = 0; w < used; w++) there[w] = optional ? here[w]! : 0;
    pass(choice);
    [here, there] = [there, here];
  };

  return {
    open(length) {
      if (++stretch === LAST_STRETCH) {
        seenIn.fill(0);
        stretch = 1;
      }
      count = 0;
      words = length;
      used = (length >> 5) + 1;
    },
    add(form, word) {
      if (seenIn[form] !== stretch) {
        seenIn[form] = stretch;
        rowOf[form] = count;
        if (count === formAt.length) {
          formAt = enlarged(formAt);
          rows = enlarged(rows);
        }
        formAt[count] = form;
        rows.fill(0, count * used, (count + 1) * used);
        count++;
      }
      rows[rowOf[form]! * used + (word >> 5)]! |= 1 << (word & 31);
    },
    count: () => count,
    form: (index) => formAt[index]!,
    reset(onlyFirst, begins) {
      for (let w = 0; w < used; w++) here[w] = onlyFirst ? 0 : -1;
      if (onlyFirst) here[0] = begins ? 1 : 0;
    },
    only(place) {
      for (let w = 0; w < used; w++) here[w] = 0;
      here[place >> 5] = 1 << (place & 31);
    },
    forward(choice, optional) {
      go(choice, optional, passEntries);
      return !isEmpty(here);
    },
    backward: (choice, optional) => go(choice, optional, passEntriesBack),
    widen(most) {
      for (let i = 0; i < most; i++) {
        for (let w = 0, carry = 0; w < used; w++) {
          const bits = here[w]!;
          here[w] = bits | (bits << 1) | carry;
          carry = bits >>> 31;
        }
      }
    },
    widenBack(most) {
      for (let i = 0; i < most; i++) for (let w = 0; w < used; w++) here[w]! |= (here[w]! >>> 1) | (w + 1 < used ? here[w + 1]! << 31 : 0);
    },
    keepEnd() {
      const [w, bit] = [words >> 5, 1 << (words & 31)];
      const holds = (here[w]! & bit) !== 0;
      for (let i = 0; i < used; i++) here[i] = 0;
      here[w] = holds ? bit : 0;
      return holds;
    },
    first() {
      for (let w = 0; w < used; w++) if (here[w] !== 0) return 32 * w + 31 - Math.clz32(here[w]! & -here[w]!);
      return -1;
    },
  };
}

const enlarged = (numbers: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> => {
  const larger = new Int32Array(2 * numbers.length);
  larger.set(numbers);
  return larger;
};
