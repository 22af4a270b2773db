import { COMMON_WORDS } from "../core/common-words.js";
import type { Glance } from "../core/glance.js";
import { hashWord, tailOf } from "../core/hash.js";
import { createHashTable } from "../core/hash-table.js";
import { LANGS, type Lang } from "../core/label.js";
import { PORTUGUESE, SPANISH } from "../core/signs.js";

/** Endings of three or four letters that belong to one of the languages, asked of words that are none of the commonest. */
const ENDINGS: Readonly<Record<Lang, string>> = {
  en: "ing tion ment ness ould ight ally",
  pt: "cao coes dade agem inho inha eiro eira",
  es: "cion idad ones illo illa uela",
};

/** What a word says for a language; shared among the languages that have it. An ending says half of that; an accent of one language, as much. */
const VOTE = 12;
const SHORTEST_WITH_ENDING = 5;

/** By the hash of a word: its votes, four bits a language. */
function votesOf(lists: Readonly<Record<Lang, string>>, hashOf: (word: string) => number, vote: number): (hash: number) => number {
  /** A one for each language that has the word. */
  const langsOf = new Map<string, number>();
  for (const [index, lang] of LANGS.entries()) for (const word of lists[lang].split(" ")) langsOf.set(word, (langsOf.get(word) ?? 0) | (1 << (4 * index)));
  return createHashTable([...langsOf].map(([word, langs]) => [hashOf(word), (langs * vote) / ((langs & 1) + ((langs >>> 4) & 1) + (langs >>> 8))]));
}

const votesOfWord = votesOf(COMMON_WORDS, (word) => hashWord(word), VOTE);
const votesOfEnding = votesOf(ENDINGS, tailOf, VOTE / 2);

/** The likeliest language of the words; undefined when nothing tells. */
export function guessLanguage({ count, hashes, lengths, tails, all }: Pick<Glance, "count" | "hashes" | "lengths" | "tails" | "all">): Lang | undefined {
  let en = 0;
  let pt = (all & PORTUGUESE) === 0 ? 0 : VOTE;
  let es = (all & SPANISH) === 0 ? 0 : VOTE;
  for (let k = 0; k < count; k++) {
    let votes = votesOfWord(hashes[k]!);
    if (votes === 0 && lengths[k]! >= SHORTEST_WITH_ENDING) votes = votesOfEnding(tails[k]! & 0xffffff) || votesOfEnding(tails[k]!);
    en += votes & 15;
    pt += (votes >>> 4) & 15;
    es += votes >>> 8;
  }
  if (en + pt + es === 0) return undefined;
  return en >= pt && en >= es ? "en" : pt >= es ? "pt" : "es";
}
