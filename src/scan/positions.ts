/**
 * Places between the words of a stretch of text as a set of bits: place i is before word i, and the last after the last word. A step
 * over a part of a phrase moves all places at once.
 */
export interface Positions {
  /** Begins a stretch of at most `MOST_TOGETHER` words. */
  readonly open: () => void;
  /** A word of the stretch is of a form. */
  readonly add: (form: number, word: number) => void;
  /** Number of different forms in the stretch, and each. */
  readonly count: () => number;
  readonly form: (index: number) => number;
  /** The places after the entries of a choice of the pool that begin at one of `here`. */
  readonly after: (choice: number, here: number) => number;
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

/** Stretches are numbered up to here, then anew. */
const LAST_STRETCH = 0x7fffffff;

/** Positions over the choices of a pool (`open.ts`), its lists, and so many forms. `most`: forms of one word. */
export function createPositions(pool: Int32Array, listAt: Int32Array, forms: number, most: number): Positions {
  /** By form: the stretch that it was last seen in, and the words of that form there. */
  const seenIn = new Int32Array(forms);
  const wordsOf = new Int32Array(forms);
  const seen = new Int32Array(MOST_TOGETHER * most);
  /** By list: the stretch in which its words were last looked for, and those that are of a form that stands alone in it. */
  const listIn = new Int32Array(listAt.length);
  const listWords = new Int32Array(listAt.length);
  let stretch = 0;
  let count = 0;

  const words = (form: number): number => (seenIn[form] === stretch ? wordsOf[form]! : 0);
  /** The words that are of one of `alone` forms in order. */
  const wordsAlone = (at: number, alone: number): number => {
    let bits = 0;
    if (alone > 4 * count) {
      for (let i = 0; i < count; i++) if (hasForm(at, alone, seen[i]!)) bits |= wordsOf[seen[i]!]!;
    } else for (const end = at + alone; at < end; at++) bits |= words(pool[at]!);
    return bits;
  };
  const wordsOfList = (list: number): number => {
    if (listIn[list] !== stretch) {
      const at = listAt[list]! + 1;
      listIn[list] = stretch;
      listWords[list] = wordsAlone(at + 1, pool[at]!);
    }
    return listWords[list]!;
  };
  const entriesOf = (list: number): number => listAt[list]! + 3 + pool[listAt[list]! + 1]!;
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
        seenIn.fill(0);
        listIn.fill(0);
        stretch = 1;
      }
      count = 0;
    },
    add(form, word) {
      if (seenIn[form] !== stretch) {
        seenIn[form] = stretch;
        wordsOf[form] = 0;
        seen[count++] = form;
      }
      wordsOf[form]! |= 1 << word;
    },
    count: () => count,
    form: (index) => seen[index]!,
    after(choice, here) {
      let at = choice + 1;
      const alone = pool[at++]!;
      let there = (here & wordsAlone(at, alone)) << 1;
      at += alone;
      for (const end = at + 1 + pool[at++]!; at < end; at++) {
        const list = pool[at]!;
        there |= (here & wordsOfList(list)) << 1;
        there |= afterEntries(entriesOf(list), here);
      }
      return there | afterEntries(at, here);
    },
    before(choice, here) {
      let at = choice + 1;
      const alone = pool[at++]!;
      let there = (here >>> 1) & wordsAlone(at, alone);
      at += alone;
      for (const end = at + 1 + pool[at++]!; at < end; at++) {
        const list = pool[at]!;
        there |= (here >>> 1) & wordsOfList(list);
        there |= beforeEntries(entriesOf(list), here);
      }
      return there | beforeEntries(at, here);
    },
  };
}
