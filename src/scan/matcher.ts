import type { Sentence, Token } from "../core/text.js";
import { createFormLookup } from "./forms.js";
import { END, GAP, START, type MatcherTables } from "./tables.js";

/**
 * Finds all phrases of all signals in a message. Each word is looked up once. A phrase is tried in a sentence only when the
 * rarest word that it needs stands there, and then by dynamic programming over the sentence: linear in the message, whatever its
 * author wrote, and hardly dearer with more phrases.
 *
 * A phrase is found once a sentence: the match that ends first, and of those that end there the one that begins first. Matches
 * of different phrases may overlap. A match stays within its sentence.
 */
export interface Matcher {
  readonly match: (tokens: readonly Token[], sentences: readonly Sentence[], found: (phrase: number, first: number, last: number) => void) => void;
}

/** The entries of a choice by their first form: what follows it, as numbers of forms. */
type Choice = ReadonlyMap<number, readonly (readonly number[])[]>;

/** A matcher over built tables. */
export function createMatcher({ forms, choices, phrases, anchors }: MatcherTables): Matcher {
  const formsOf = createFormLookup(forms === "" ? [] : forms.split(" "));
  const phrasesAt: (number[] | undefined)[] = [];
  anchors.forEach((list, phrase) => {
    for (const form of list) (phrasesAt[form] ??= []).push(phrase);
  });
  const opened: (Choice | undefined)[] = [];
  const tryPhrase = createTry((index) => (opened[index] ??= openChoice(choices[index]!)));

  return {
    match(tokens, sentences, found) {
      const tokenForms = tokens.map(({ word }) => formsOf(word));
      for (const sentence of sentences) {
        let tried: Set<number> | undefined;
        for (let k = sentence.from; k < sentence.to; k++) {
          for (const form of tokenForms[k]!) {
            const candidates = phrasesAt[form];
            if (candidates === undefined) continue;
            tried ??= new Set();
            for (const phrase of candidates) {
              if (tried.has(phrase)) continue;
              tried.add(phrase);
              const match = tryPhrase(phrases[phrase]!, tokenForms, sentence);
              if (match !== undefined) found(phrase, match.first, match.last);
            }
          }
        }
      }
    },
  };
}

function openChoice(entries: readonly number[]): Choice {
  const choice = new Map<number, (readonly number[])[]>();
  for (let i = 0; i < entries.length; ) {
    let end = entries.indexOf(-1, i);
    if (end < 0) end = entries.length;
    const rest = entries.slice(i + 1, end);
    const list = choice.get(entries[i]!);
    if (list === undefined) choice.set(entries[i]!, [rest]);
    else list.push(rest);
    i = end + 1;
  }
  return choice;
}

/** Nowhere: greater than any word's place. */
const NEVER = 0x7fffffff;

type Forms = readonly (readonly number[])[];
type Places = Int32Array<ArrayBuffer>;

/**
 * Finds the first match of a phrase in a sentence: follows, part by part, where a match read so far may end, and where it began.
 * The two lists of places are kept for all sentences; they grow to the longest sentence seen and hold nothing of it but places.
 */
function createTry(choiceAt: (index: number) => Choice): (parts: readonly number[], forms: Forms, sentence: Sentence) => { first: number; last: number } | undefined {
  let here: Places = new Int32Array(64);
  let there: Places = new Int32Array(64);
  return (parts, forms, { from, to }) => {
    for (const part of parts) if (part >= 0 && (part & 1) === 0 && !stands(choiceAt(part >> 1), forms, from, to)) return undefined;
    const length = to - from + 1;
    if (length > here.length) {
      here = new Int32Array(length * 2);
      there = new Int32Array(length * 2);
    }
    for (let i = 0; i < length; i++) here[i] = i === 0 || parts[0] !== START ? i : NEVER;
    for (const part of parts) {
      if (part === START || part === END) continue;
      const alive = part <= GAP ? overGap(here, there, length, GAP - part) : overChoice(here, there, length, choiceAt(part >> 1), (part & 1) === 1, forms, from);
      if (!alive) return undefined;
      [here, there] = [there, here];
    }
    for (let end = parts[parts.length - 1] === END ? length - 1 : 1; end < length; end++) {
      if (here[end]! < end) return { first: from + here[end]!, last: from + end - 1 };
    }
    return undefined;
  };
}

/** Some entry of the choice may begin in the sentence. */
function stands(choice: Choice, forms: Forms, from: number, to: number): boolean {
  for (let k = from; k < to; k++) {
    const list = forms[k]!;
    for (let i = 0; i < list.length; i++) if (choice.has(list[i]!)) return true;
  }
  return false;
}

/** Up to `most` words may follow. */
function overGap(begins: Places, after: Places, length: number, most: number): boolean {
  for (let end = 0; end < length; end++) {
    let first = NEVER;
    for (let at = Math.max(0, end - most); at <= end; at++) if (begins[at]! < first) first = begins[at]!;
    after[end] = first;
  }
  return true;
}

/** An entry of the choice follows, or nothing where it may be missing. False: the match can go on nowhere. */
function overChoice(begins: Places, after: Places, length: number, choice: Choice, optional: boolean, forms: Forms, from: number): boolean {
  let alive = optional;
  for (let i = 0; i < length; i++) after[i] = optional ? begins[i]! : NEVER;
  for (let i = 0; i < length - 1; i++) {
    if (begins[i] === NEVER) continue;
    const list = forms[from + i]!;
    for (let j = 0; j < list.length; j++) {
      const rests = choice.get(list[j]!);
      if (rests === undefined) continue;
      for (const rest of rests) {
        const end = i + 1 + rest.length;
        if (end >= length || begins[i]! >= after[end]! || !follows(rest, forms, from + i + 1)) continue;
        after[end] = begins[i]!;
        alive = true;
      }
    }
  }
  return alive;
}

/** The words from `k` on are of these forms. */
function follows(rest: readonly number[], forms: Forms, k: number): boolean {
  for (let j = 0; j < rest.length; j++) if (!forms[k + j]!.includes(rest[j]!)) return false;
  return true;
}
