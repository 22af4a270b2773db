import { COMMON_WORDS } from "../core/common-words.js";
import type { Glance } from "../core/glance.js";
import { hashWord, mix, tailOf } from "../core/hash.js";
import { LANGS, type Lang } from "../core/label.js";
import { ACCENTED, LETTER, PORTUGUESE, SPANISH } from "../core/signs.js";
import { unitAt } from "../core/unit-at.js";

/** Endings of two or three letters that tell languages apart, asked of words that `COMMON_WORDS` does not have: the longer one first. */
const ENDINGS: Readonly<Record<Lang, string>> = {
  en: "ing ion ers ent ted sed red ght nts ned ons nce ess ter ked led ded nds her ngs ies ate ard est ary ant ity and ied ed ng rs nt on ts ly ry ds nd ns ll st ty en ys ch ss",
  pt: "cao ado mos ada nte ndo nto nha nho ria cia rio ido sao ram ito ade iro dos ora tas tar ira ica uei lha sta tou tos ico rar nca nta ida rem lho ao do os to ou as ia ra ei da ta io em ca ro co ha am ho la",
  es: "ado ion mos ada nte ndo nto ron ria dad cia rio ido ero ito dos ora tas era tar ica sta nes tos ico rar nta ida do os to on as ia ra da ta io ro en co lo an la",
};

/** What a word says for a language; shared among the languages that have it. An ending says half of that. */
const VOTE = 12;
const SHORTEST_WITH_ENDING = 4;
/** What one ending says is not enough to tell a language: a name may have it. */
const TOO_LITTLE = VOTE / 2;

/** The votes of words or endings, four bits a language; what several languages have is shared among them. */
function* votesOf(lists: Readonly<Record<Lang, string>>, vote: number): Generator<readonly [entry: string, votes: number]> {
  /** A one for each language that has the entry. */
  const langsOf = new Map<string, number>();
  for (const [index, lang] of LANGS.entries()) for (const entry of lists[lang].split(" ")) langsOf.set(entry, (langsOf.get(entry) ?? 0) | (1 << (4 * index)));
  for (const [entry, langs] of langsOf) yield [entry, (langs * vote) / ((langs & 1) + ((langs >>> 4) & 1) + (langs >>> 8))];
}

/** By mixed hash of a word: votes, at its slot or at the next, so that both are looked at and nothing is asked. */
const [KEYS, VOTES] = tableOf([...votesOf(COMMON_WORDS, VOTE)], 1 << 11);

function tableOf(words: readonly (readonly [word: string, votes: number])[], size: number): readonly [keys: Int32Array, votes: Uint16Array] {
  const [keys, votesAt] = [new Int32Array(size + 1), new Uint16Array(size + 1)];
  for (const [word, votes] of words) {
    const key = mix(hashWord(word));
    let slot = key & (size - 1);
    if (votesAt[slot] !== 0 && votesAt[++slot] !== 0) return tableOf(words, 2 * size);
    keys[slot] = key;
    votesAt[slot] = votes;
  }
  return [keys, votesAt];
}

/** 1 for nothing, else 0: asked so, the processor has nothing to guess. */
const isNothing = (bits: number): number => Math.clz32(bits) >> 5;

function votesOfWord(hash: number): number {
  const key = mix(hash);
  const slot = key & (KEYS.length - 2);
  return VOTES[slot]! * isNothing(KEYS[slot]! ^ key) + VOTES[slot + 1]! * isNothing(KEYS[slot + 1]! ^ key);
}

/** The place of the last three letters of a word, five bits each. */
const placeOf = (tail: number): number => ((tail >>> 6) & 0x7c00) | ((tail >>> 3) & 0x3e0) | (tail & 0x1f);
/** By that place: votes. An ending of two letters stands at every letter before it that makes none of three. */
const VOTES_OF_ENDING = new Uint16Array(1 << 15);
for (const [ending, votes] of [...votesOf(ENDINGS, VOTE / 2)].sort(([a], [b]) => a.length - b.length)) {
  const place = placeOf(tailOf(ending));
  if (ending.length === 3) VOTES_OF_ENDING[place] = votes;
  else for (let before = 0; before < VOTES_OF_ENDING.length; before += 1 << 10) VOTES_OF_ENDING[before | place] = votes;
}

/** The likeliest language of the words; undefined when nothing tells. Web addresses and the like tell nothing. */
export function guessLanguage(original: string, { count, hashes, ends, lengths, signs, tails, all }: Glance): Lang | undefined {
  // `é` and the like speak for the two languages that have them, and against the third.
  const accent = (all & ACCENTED) === 0 ? 0 : VOTE / 2;
  let en = 0;
  let pt = (all & PORTUGUESE) === 0 ? accent : VOTE;
  let es = (all & SPANISH) === 0 ? accent : VOTE;
  let inAddress = false;
  for (let k = 0; k < count; k++) {
    const length = lengths[k]!;
    const start = ends[k]! - length;
    if (start > 0) {
      const before = unitAt(original, start - 1);
      if (before <= 0x20) inAddress = false;
      else if (before === DOT || before === SLASH || before === AT_SIGN) inAddress = true;
      if (inAddress) continue;
    }
    const sign = signs[k]!;
    let votes = votesOfWord(hashes[k]!);
    if ((sign & LETTER) !== 0) votes += VOTES_OF_ENDING[placeOf(tails[k]!)]! * isNothing(votes) * ((SHORTEST_WITH_ENDING - 1 - length) >>> 31);
    // `é`, `à`: of the three only Portuguese has such words.
    if ((sign & (ACCENTED | PORTUGUESE)) !== 0 && length === 1) votes = VOTE << 4;
    en += votes & 15;
    pt += (votes >>> 4) & 15;
    es += votes >>> 8;
  }
  if (en + pt + es <= TOO_LITTLE) return undefined;
  return en >= pt && en >= es ? "en" : pt >= es ? "pt" : "es";
}

const DOT = 0x2e;
const SLASH = 0x2f;
const AT_SIGN = 0x40;
