import { EMPTY_HASH, hashUnit, mix } from "../core/hash.js";
import { LANGS, type Lang } from "../core/label.js";
import { ENDINGS } from "./endings.js";
import { readNumbers } from "../core/numbers.js";

/**
 * A form is what a phrase asks of a word: `word` itself, `brib*` a beginning, `pag~pt` a stem with an ending of its language.
 * This says whether a folded word is of a form.
 */
export function isOfForm(word: string, form: string): boolean {
  const sign = form.search(/[*~]/);
  if (sign < 0) return word === form;
  return word.startsWith(form.slice(0, sign)) && (form[sign] === "*" || ENDINGS[form.slice(sign + 1) as Lang].has(word.slice(sign)));
}

/** Longest beginning that two neighbours of the written list can share. */
const MOST_SHARED = 25;
/** `A` and on: how many characters a form shares with the one before it. Folded words hold no capitals. */
const SHARED = 65;

/** Forms in their order as one text, each without what it shares with the one before it. */
export function writeForms(forms: readonly string[]): string {
  let before = "";
  let text = "";
  for (const form of forms) {
    let shared = 0;
    while (shared < MOST_SHARED && shared < form.length && form[shared] === before[shared]) shared++;
    text += String.fromCharCode(SHARED + shared) + form.slice(shared);
    before = form;
  }
  return text;
}

/** Forms as data. */
export interface WrittenForms {
  /** The forms in order of their numbers, as `writeForms` writes them, and how many. */
  readonly forms: string;
  readonly formCount: number;
  /** How else words of forms are written in chat, written alike; and how many (`numbers.ts`), and of each the number of the form. */
  readonly spellings: string;
  readonly spelled: string;
}

/** Tells the forms that a word is of, by number: looks the word and its beginnings up by hash, and makes no string. */
export interface Lexicon {
  /** Writes the numbers of the forms into `out`, and says how many. `out` must have room for `most`. `hash` is the word's (`hashWord`). */
  readonly formsOf: (word: string, hash: number, out: Int32Array) => number;
  /** Most forms that one word may be of. */
  readonly most: number;
}

const unitAt = String.prototype.charCodeAt;
/** A word is known by two hashes of its UTF-16 code units, 64 bits together: that of `hashWord`, and one that tells digits apart. */
const [OTHER_SEED, OTHER_STEP] = [0x2545f491, 0x5bd1e995];

/** What a form asks of a word; `STEM` and on: by language. */
const [WHOLE, BEGINNING, STEM] = [0, 1, 2];
const [STAR, TILDE] = [0x2a, 0x7e];

/** Opens written forms. */
export function createLexicon({ forms, formCount, spellings, spelled }: WrittenForms): Lexicon {
  const text = forms + spellings;
  const readSpelled = readNumbers(spelled);
  const formOf = Array.from({ length: readSpelled() }, readSpelled);
  const count = formCount + formOf.length;
  const bits = Math.max(4, 33 - Math.clz32(count));
  const mask = (1 << bits) - 1;
  /** Slots of a hash table: the two hashes, and one more than the last form that is spelled so. */
  const table = new Int32Array(3 << bits);
  /** By form: one more than the form before it that is spelled so; what it asks of a word. */
  const before = new Int32Array(count);
  const kinds = new Uint8Array(count);
  /** Bits of the hashes of forms: most words have none of them, and are told so from a small table. */
  const known = new Int32Array(1 << (bits - 2));
  const knownMask = 32 * known.length - 1;
  /** Bits of hashes at which a beginning or a stem ends. */
  const ends = new Int32Array(1 << 11);

  const slotOf = (hash: number, other: number): number => {
    let slot = mix(hash ^ other) & mask;
    while (table[3 * slot + 2] !== 0 && (table[3 * slot] !== hash || table[3 * slot + 1] !== other)) slot = (slot + 1) & mask;
    return 3 * slot;
  };
  /** By how many characters: the hashes of what the form at hand begins with. */
  const hashes = new Int32Array(MOST_SHARED + 1).fill(EMPTY_HASH);
  const others = new Int32Array(MOST_SHARED + 1).fill(OTHER_SEED);
  let [longest, chained, at] = [0, 1, 0];
  for (let form = 0; form < count; form++) {
    let length = unitAt.call(text, at++) - SHARED;
    let [hash, other, unit] = [hashes[length]!, others[length]!, 0];
    for (; at < text.length; at++) {
      unit = unitAt.call(text, at);
      if (unit === STAR || unit === TILDE || (unit >= SHARED && unit <= SHARED + MOST_SHARED)) break;
      hash = hashUnit(hash, unit);
      other = Math.imul(other ^ unit, OTHER_STEP);
      if (++length > MOST_SHARED) continue;
      hashes[length] = hash;
      others[length] = other;
    }
    if (length > longest) longest = length;
    if (at < text.length && (unit === STAR || unit === TILDE)) {
      kinds[form] = unit === STAR ? BEGINNING : STEM + LANGS.indexOf(text.slice(at + 1, at + 3) as Lang);
      at += unit === STAR ? 1 : 3;
      ends[(hash >>> 13) & 0x7ff]! |= 1 << (hash >>> 27);
    }
    const bit = mix(hash) & knownMask;
    known[bit >> 5]! |= 1 << (bit & 31);
    const slot = slotOf(hash, other);
    let chain = 1;
    for (let one = table[slot + 2]!; one !== 0; one = before[one - 1]!) chain++;
    if (chain > chained) chained = chain;
    before[form] = table[slot + 2]!;
    table[slot] = hash;
    table[slot + 1] = other;
    table[slot + 2] = form + 1;
  }

  const beginnings = kinds.some((kind) => kind !== WHOLE);
  const formsOf: Lexicon["formsOf"] = (word, wordHash, out) => {
    const bit = mix(wordHash) & knownMask;
    if (!beginnings && ((known[bit >> 5]! >>> (bit & 31)) & 1) === 0) return 0;
    let [hash, other, found] = [EMPTY_HASH, OTHER_SEED, 0];
    const length = word.length;
    const until = length > longest ? longest : length;
    for (let i = 0; i < until; i++) {
      const unit = unitAt.call(word, i);
      hash = hashUnit(hash, unit);
      other = Math.imul(other ^ unit, OTHER_STEP);
      const isWhole = i + 1 === length;
      if (!isWhole && ((ends[(hash >>> 13) & 0x7ff]! >>> (hash >>> 27)) & 1) === 0) continue;
      for (let form = table[slotOf(hash, other) + 2]!; form !== 0; form = before[form - 1]!) {
        const kind = kinds[form - 1]!;
        if (kind === WHOLE ? isWhole : kind === BEGINNING || ENDINGS[LANGS[kind - STEM]!].has(word.slice(i + 1))) out[found++] = form <= formCount ? form - 1 : formOf[form - 1 - formCount]!;
      }
    }
    return found;
  };
  return { formsOf, most: Math.max(1, longest * chained) };
}
