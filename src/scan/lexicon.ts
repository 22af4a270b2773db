import { EMPTY_HASH, hashUnit, mix } from "../core/hash.js";
import { LANGS, type Lang } from "../core/label.js";
import { APART, readNumbers } from "../core/numbers.js";
import { DIGIT, LETTER } from "../core/signs.js";
import { HEAD, type Words } from "../core/text.js";
import { unitAt } from "../core/unit-at.js";
import { ENDINGS } from "./endings.js";
import { LONGEST_REACH, MOST_SHARED, SHARED, type WrittenForms } from "./forms.js";

/** Tells the forms that a word is of, by number: looks the word and its beginnings up by hash. */
export interface Lexicon {
  /** Writes the numbers of the forms of word `k` into `out`, and says how many. `out` must have room for `most`. */
  readonly formsOf: (words: Words, k: number, out: Int32Array) => number;
  /** Most forms that one word may be of. */
  readonly most: number;
}

/**
 * A word is known by 64 bits: the hash of `hashWord`, and its last four characters, a byte each. Digits are all alike to that hash, so
 * that a longer word with digits is known by a second hash in place of its last characters.
 */
const [OTHER_SEED, OTHER_STEP] = [0x2545f491, 0x5bd1e995];
const TAIL = 4;
interface Spelling {
  /** Takes the unit at a place; those before it were taken. */
  readonly take: (unit: number, at: number) => void;
  /** Takes the first `length` units of a word. */
  readonly spell: (word: string, length: number) => void;
  /** What the first `length` units are known by. */
  readonly hash: (length: number) => number;
  readonly second: (length: number) => number;
  /** Whether these are not letters from a to z alone. */
  readonly isMixed: (length: number) => boolean;
}

/** The units of a word, with what each of its beginnings is known by. */
function createSpelling(): Spelling {
  const units: number[] = [];
  const hashes: number[] = [EMPTY_HASH];
  const others: number[] = [OTHER_SEED];
  /** By length: how many of the units are digits, and how many are letters from a to z. */
  const digits: number[] = [0];
  const letters: number[] = [0];
  const take: Spelling["take"] = (unit, at) => {
    units[at] = unit;
    hashes[at + 1] = hashUnit(hashes[at]!, unit);
    others[at + 1] = Math.imul(others[at]! ^ unit, OTHER_STEP);
    digits[at + 1] = digits[at]! + (unit >= 0x30 && unit <= 0x39 ? 1 : 0);
    letters[at + 1] = letters[at]! + (unit >= 0x61 && unit <= 0x7a ? 1 : 0);
  };
  return {
    take,
    spell(word, length) {
      for (let i = 0; i < length; i++) take(unitAt(word, i), i);
    },
    hash: (length) => hashes[length]!,
    isMixed: (length) => letters[length]! < length,
    second(length) {
      if (length > TAIL && digits[length]! > 0) return others[length]!;
      let tail = 0;
      for (let i = Math.max(0, length - TAIL); i < length; i++) tail = (tail << 8) | (units[i]! & 0xff);
      return tail;
    },
  };
}

/** What a form asks of a word; `STEM` and on: by language. */
const [WHOLE, BEGINNING, STEM] = [0, 1, 2];
const [STAR, TILDE] = [0x2a, 0x7e];
/** Words whose forms are remembered, a power of two; the numbers that each takes: its hash, its tail, and its only form and one more, or `NO_FORM`, or `SEVERAL_AT` less where they stand. */
const [MET, MET_SIZE, NO_FORM, SEVERAL_AT] = [1 << 15, 4, -1, -2];
/** Room for the forms of words of several. */
const SEVERAL = 1 << 15;
const headSlot = (hash: number): number => mix(hash) >>> 20;

/** Opens written forms: those of a head when a word with that head is first met. */
export function createLexicon({ forms, sizes, bands, spellings, spelled, most: mostForms }: WrittenForms): Lexicon {
  const formCount = bands.length;
  const formOf = readNumbers(spelled);
  const count = formCount + formOf.length;
  const bits = Math.max(4, 33 - Math.clz32(Math.floor((2 * count) / 3)));
  const mask = (1 << bits) - 1;
  /** Slots of a hash table: what a word is known by, and one more than the last form that is spelled so; less than nothing where that is the only one, asks for the whole word, and is no other spelling. */
  const table = new Int32Array(3 << bits);
  /** By form: one more than the form before it that is spelled so; what it asks of a word. */
  const before = new Int32Array(count);
  const kinds = new Uint8Array(count);
  /** By the first letters of a word, hashed: the longest beginning or stem that has them, or fewer. */
  const reach = new Uint8Array(1 << 12);
  /** Bits of hashes at which a beginning or a stem ends; and of those of forms that are not letters alone. */
  const ends = new Int32Array(1 << 11);
  const mixed = new Int32Array(1 << 11);

  const slotOf = (hash: number, second: number): number => {
    let slot = mix(hash ^ second) & mask;
    while (table[3 * slot + 2] !== 0 && (table[3 * slot] !== hash || table[3 * slot + 1] !== second)) slot = (slot + 1) & mask;
    return 3 * slot;
  };
  let [longest, longestForm] = [0, 0];
  const spelling = createSpelling();
  /** Opens a group; the numbers of its forms stand in a list from a place on. */
  const openGroup = (text: string, numbers: Int32Array, first: number): void => {
    for (let at = 0, next = first; at < text.length; next++) {
      let length = unitAt(text, at++) - SHARED;
      let unit = 0;
      for (; at < text.length; at++) {
        unit = unitAt(text, at);
        if (isMark(unit)) break;
        spelling.take(unit, length++);
      }
      const hash = spelling.hash(length);
      if (spelling.isMixed(length)) setBit(mixed, hash);
      let kind = WHOLE;
      if (at < text.length && (unit === STAR || unit === TILDE)) {
        kind = unit === STAR ? BEGINNING : STEM + LANGS.indexOf(text.slice(at + 1, at + 3) as Lang);
        at += unit === STAR ? 1 : 3;
        setBit(ends, hash);
        const most = Math.min(length, LONGEST_REACH);
        const head = headSlot(spelling.hash(Math.min(length, HEAD)));
        if (length < HEAD) for (let i = 0; i < reach.length; i++) reach[i] = Math.max(reach[i]!, most);
        else reach[head] = Math.max(reach[head]!, most);
        if (length > longest) longest = length;
      }
      const form = numbers[next]!;
      kinds[form] = kind;
      if (length > longestForm) longestForm = length;
      const second = spelling.second(length);
      const slot = slotOf(hash, second);
      const last = Math.abs(table[slot + 2]!);
      before[form] = last;
      table[slot] = hash;
      table[slot + 1] = second;
      table[slot + 2] = last === 0 && kind === WHOLE && form < formCount ? -(form + 1) : form + 1;
    }
  };
  /** The groups that wait to be opened, by the hash of their head. What is written otherwise in chat, and beginnings shorter than a head, may be met with any word. */
  const groups = forms.split(APART);
  const numbers = numbersByBand(bands);
  const firsts = readNumbers(sizes);
  const waiting = new Map<number, number>();
  /** By head, hashed: 1 where a group may wait. */
  const isWaiting = new Uint8Array(1 << 12);
  openGroup(spellings, Int32Array.from(formOf, (_, i) => formCount + i), 0);
  for (let group = 0, first = 0; group < firsts.length; group++) {
    const size = firsts[group]!;
    firsts[group] = first;
    first += size;
    const text = groups[group]!;
    let hash: number = EMPTY_HASH;
    let at = 1;
    for (; at <= HEAD && at < text.length && !isMark(unitAt(text, at)); at++) hash = hashUnit(hash, unitAt(text, at));
    if ((at <= HEAD && MARKED.test(text)) || waiting.has(hash)) openGroup(text, numbers, firsts[group]!);
    else {
      waiting.set(hash, group);
      isWaiting[headSlot(hash)] = 1;
    }
  }
  const openHead = (head: number): void => {
    const group = waiting.get(head);
    if (group === undefined) return;
    waiting.delete(head);
    openGroup(groups[group]!, numbers, firsts[group]!);
    groups[group] = "";
  };

  /** Adds the forms that are spelled so: as a whole word, or as the beginning before `rest`. */
  const add = (hash: number, second: number, rest: string | undefined, found: number, out: Int32Array): number => {
    let form = table[slotOf(hash, second) + 2]!;
    if (form < 0) {
      if (rest === undefined) out[found++] = -form - 1;
      return found;
    }
    for (; form !== 0; form = before[form - 1]!) {
      const kind = kinds[form - 1]!;
      if (kind === WHOLE ? rest === undefined : kind === BEGINNING || ENDINGS[LANGS[kind - STEM]!].has(rest ?? "")) out[found++] = form <= formCount ? form - 1 : formOf[form - 1 - formCount]!;
    }
    return found;
  };
  /** The first units of the word at hand: one more than any beginning has. */
  const units = new Uint16Array(LONGEST_REACH + 1);
  const addBeginnings = (words: Words, k: number, most: number, out: Int32Array): number => {
    const length = Math.min(words.unitsOf(k, units), most + 1);
    let [found, hash, word] = [0, EMPTY_HASH as number, ""];
    for (let i = 1; i < length; i++) {
      hash = hashUnit(hash, units[i - 1]!);
      if (!hasBit(ends, hash)) continue;
      if (word === "") spelling.spell((word = words.word(k)), length);
      found = add(hash, spelling.second(i), word.slice(i), found, out);
    }
    return found;
  };
  /** A word that is not letters alone. No form is longer than the longest, so that an endless word leaves nothing behind. */
  const addMixed = (hash: number, words: Words, k: number, found: number, out: Int32Array): number => {
    if (!hasBit(mixed, hash)) return found;
    const word = words.word(k);
    if (word.length > longestForm) return found;
    spelling.spell(word, word.length);
    return add(hash, spelling.second(word.length), undefined, found, out);
  };
  /** Most words were met before: what was found for the last two of each slot, side by side in memory, the latest first. */
  const met = new Int32Array(MET * MET_SIZE);
  /** What words of several forms are of: how many, and which. */
  const several = new Int32Array(SEVERAL);
  let severalEnd = 0;
  const remember = (slot: number, hash: number, tail: number, forms: Int32Array, count: number): void => {
    if (count > 1 && severalEnd + count >= SEVERAL) {
      met.fill(0);
      severalEnd = 0;
    }
    met.copyWithin(slot + MET_SIZE, slot, slot + MET_SIZE);
    met[slot] = hash;
    met[slot + 1] = tail;
    met[slot + 2] = count === 0 ? NO_FORM : count === 1 ? forms[0]! + 1 : SEVERAL_AT - severalEnd;
    if (count < 2) return;
    several[severalEnd++] = count;
    for (let i = 0; i < count; i++) several[severalEnd++] = forms[i]!;
  };
  const recall = (known: number, out: Int32Array): number => {
    if (known > 0) {
      out[0] = known - 1;
      return 1;
    }
    if (known === NO_FORM) return 0;
    const at = SEVERAL_AT - known;
    const count = several[at]!;
    for (let i = 0; i < count; i++) out[i] = several[at + 1 + i]!;
    return count;
  };
  const formsOf: Lexicon["formsOf"] = (words, k, out) => {
    const hash = words.hashes[k]!;
    const tail = words.tails[k]!;
    const isPlain = (words.signs[k]! & (LETTER | DIGIT)) === LETTER;
    const slot = (mix(hash) & (MET - 2)) * MET_SIZE;
    if (isPlain) {
      // The first of the two unless it is another word, told without a branch.
      const other = (met[slot]! ^ hash) | (met[slot + 1]! ^ tail);
      const at = slot + MET_SIZE * ((other | -other) >>> 31);
      const known = met[at + 2]!;
      if (met[at] === hash && met[at + 1] === tail && known !== 0) return recall(known, out);
    }
    const head = words.head(k);
    if (isWaiting[headSlot(head)] === 1) openHead(head);
    const most = longest === 0 ? 0 : reach[headSlot(head)]!;
    const begun = most === 0 ? 0 : addBeginnings(words, k, most, out);
    const found = isPlain ? add(hash, tail, undefined, begun, out) : addMixed(hash, words, k, begun, out);
    if (isPlain) remember(slot, hash, tail, out, found);
    return found;
  };
  return { formsOf, most: mostForms };
}

/** Sets of hashes, by some of their bits. */
const setBit = (set: Int32Array, hash: number): void => void (set[(hash >>> 13) & 0x7ff]! |= 1 << (hash >>> 27));
const hasBit = (set: Int32Array, hash: number): boolean => ((set[(hash >>> 13) & 0x7ff]! >>> (hash >>> 27)) & 1) === 1;

const MARKED = /[*~]/;
/** Whether a unit ends the letters of a form in a group. */
const isMark = (unit: number): boolean => unit === STAR || unit === TILDE || (unit >= SHARED && unit <= SHARED + MOST_SHARED);

/** The numbers of forms, given the band of each: those of the first band come first. */
function numbersByBand(bands: string): Int32Array {
  const bytes = new TextEncoder().encode(bands);
  const next = new Int32Array(256);
  for (let i = 0; i < bytes.length; i++) next[bytes[i]! + 1]!++;
  for (let band = 1; band < next.length; band++) next[band]! += next[band - 1]!;
  const numbers = new Int32Array(bytes.length);
  for (let i = 0; i < bytes.length; i++) numbers[i] = next[bytes[i]!]!++;
  return numbers;
}
