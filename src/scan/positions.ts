/**
 * Places between the words of a stretch of text as a set of bits: place i is before word i, and the last after the last word. A step
 * over a part of a phrase moves all places at once.
 */
export interface Positions {
  /** Begins a stretch of at most `MOST_TOGETHER` words, and gives its number; after the last number, the first. */
  readonly open: () => number;
  /** A word of the stretch is of a form. */
  readonly add: (form: number, word: number) => void;
  /** Number of different forms in the stretch, and each. */
  readonly count: () => number;
  readonly form: (index: number) => number;
  /** The words of the stretch that are of a form. */
  readonly words: (form: number) => number;
  /** These words are entries of a list; or, where there are none, a word of a longer entry stands in the stretch. */
  readonly addToList: (list: number, words: number) => void;
  /** Whether a word of the stretch is of a form, or may be of a list. */
  readonly has: (form: number) => boolean;
  readonly mayHaveList: (list: number) => boolean;
  /** The places after the entries of a choice of the pool that begin at one of `here`; and where in the pool that choice ends. */
  readonly after: (choice: number, here: number) => number;
  readonly end: () => number;
  /** The places before the entries that end at one of `here`. */
  readonly before: (choice: number, here: number) => number;
}

/** Words of a stretch: one fewer than the bits of a set, since there is a place after the last. */
export const MOST_TOGETHER = 31;
export const ALL = -1;

/** The places up to so many words after those of a set; or before. */
export const widened = (here: number, words: number): number => {
  for (let i = 0; i < words; i++) here |= here << 1;
  return here;
};
export const widenedBack = (here: number, words: number): number => {
  for (let i = 0; i < words; i++) here |= here >>> 1;
  return here;
};
/** The first place of a set that is not empty. */
export const firstPlace = (here: number): number => 31 - Math.clz32(here & -here);

/** Stretches are numbered from 1 up to here, then anew. */
export const [FIRST_STRETCH, LAST_STRETCH] = [1, 0x7fffffff];

/** Positions over the choices of a pool and its lists (`open.ts`), and so many forms. `most`: forms of one word. */
export function createPositions(pool: Uint16Array | Int32Array, listAt: Int32Array, forms: number, most: number): Positions {
  /** A bit a form: it stands in the stretch. Small, so that what does not stand there is told without waiting for memory. */
  const stands = new Int32Array((forms >> 5) + 1);
  /** By form that stands there: the words of that form. */
  const wordsOf = new Int32Array(forms);
  const seen = new Int32Array(MOST_TOGETHER * most);
  /** By list: the last stretch in which a word of it stood, the words of that stretch that are entries, and whether one of several words may stand there. */
  const listIn = new Int32Array(listAt.length);
  const listWords = new Int32Array(listAt.length);
  const listMayHaveEntries = new Uint8Array(listAt.length);
  let stretch = FIRST_STRETCH - 1;
  let count = 0;
  let read = 0;

  const words = (form: number): number => (((stands[form >> 5]! >>> (form & 31)) & 1) === 0 ? 0 : wordsOf[form]!);
  /** The words that are of one of `alone` forms in order. */
  const wordsAlone = (at: number, alone: number): number => {
    let bits = 0;
    if (alone > 4 * count) {
      for (let i = 0; i < count; i++) if (hasForm(at, alone, seen[i]!)) bits |= wordsOf[seen[i]!]!;
    } else for (const end = at + alone; at < end; at++) bits |= words(pool[at]!);
    return bits;
  };
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
  const afterEntries = (at: number, here: number): number => {
    let there = 0;
    for (let length = pool[at++]!; length > 0; length = pool[at++]!) {
      const end = at + length;
      let passing = here;
      for (; passing !== 0 && at < end; at++) passing = (passing & words(pool[at]!)) << 1;
      there |= passing;
      at = end;
    }
    read = at;
    return there;
  };
  const beforeEntries = (at: number, here: number): number => {
    let there = 0;
    for (let length = pool[at++]!; length > 0; length = pool[at++]!) {
      let passing = here;
      for (let i = at + length - 1; passing !== 0 && i >= at; i--) passing = (passing >>> 1) & words(pool[i]!);
      there |= passing;
      at += length;
    }
    return there;
  };

  return {
    open() {
      if (++stretch === LAST_STRETCH) {
        listIn.fill(0);
        stretch = FIRST_STRETCH;
      }
      for (let i = 0; i < count; i++) stands[seen[i]! >> 5] = 0;
      count = 0;
      return stretch;
    },
    add(form, word) {
      const bit = 1 << (form & 31);
      if ((stands[form >> 5]! & bit) !== 0) wordsOf[form]! |= 1 << word;
      else {
        stands[form >> 5]! |= bit;
        wordsOf[form] = 1 << word;
        seen[count++] = form;
      }
    },
    count: () => count,
    form: (index) => seen[index]!,
    words,
    addToList(list, here) {
      if (listIn[list] !== stretch) {
        listIn[list] = stretch;
        listWords[list] = listMayHaveEntries[list] = 0;
      }
      if (here === 0) listMayHaveEntries[list] = 1;
      else listWords[list]! |= here;
    },
    has: (form) => ((stands[form >> 5]! >>> (form & 31)) & 1) === 1,
    mayHaveList: (list) => listIn[list] === stretch,
    end: () => read,
    after(choice, here) {
      let at = choice;
      const alone = pool[at++]!;
      let there = (here & wordsAlone(at, alone)) << 1;
      at += alone;
      for (const end = at + 1 + pool[at++]!; at < end; at++) {
        const list = pool[at]!;
        if (listIn[list] !== stretch) continue;
        there |= (here & listWords[list]!) << 1;
        if (listMayHaveEntries[list] === 1) there |= afterEntries(listAt[list]!, here);
      }
      return there | afterEntries(at, here);
    },
    before(choice, here) {
      let at = choice;
      const alone = pool[at++]!;
      let there = (here >>> 1) & wordsAlone(at, alone);
      at += alone;
      for (const end = at + 1 + pool[at++]!; at < end; at++) {
        const list = pool[at]!;
        if (listIn[list] !== stretch) continue;
        there |= (here >>> 1) & listWords[list]!;
        if (listMayHaveEntries[list] === 1) there |= beforeEntries(listAt[list]!, here);
      }
      return there | beforeEntries(at, here);
    },
  };
}
