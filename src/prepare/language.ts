import type { Glance } from "../core/glance.js";
import { hashWord, tailOf } from "../core/hash.js";
import { createHashTable } from "../core/hash-table.js";
import { LANGS, type Lang } from "../core/label.js";
import { PORTUGUESE, SPANISH } from "../core/signs.js";

/** Function words and chat words that tell the three languages apart (folded). */
const WORDS: Readonly<Record<Lang, string>> = {
  en: "the and you your is are was were to of it its im ive id ill that this for with have has had not dont cant wont will would could should if but we they she he him her his my me on at from be been do does did what when where who why how can just about there here their them our us than then or so as by an any some all get got go going know think need want please thanks thank ok okay yes yeah hi hello hey sorry u ur pls thx cos because before after up out over back call send sent let lets tell said say make sure one two still also only now today tomorrow yesterday morning monday friday week meeting office client file",
  pt: "o os um uma uns umas do da dos das no na nos nas ao aos pelo pela nao voce vc vcs ele ela eles elas eu nos meu minha meus minhas seu sua isso isto esse essa esses essas aquele aquilo ja mas pra pro com sem tem tenho temos foi era sao estou esta estao estava ser ter fazer vou vai vamos pode posso quer quero preciso muito obrigado obrigada bom boa dia tarde noite oi ola tudo bem tb tbm pq porque quando onde quem qual mais ate depois antes agora hoje amanha ontem doutor doutora sim dele dela deles gente ainda assim entao so tambem mesmo falar falei disse mandar manda segue processo blz valeu kkk telemovel consigo cliente audiencia prazo",
  es: "el los las un una unos unas del al y usted ustedes yo mi mis su sus tu tus le les lo nos pero con sin para por que porque xq pq es son fue era estoy esta estan estaba ser tener hacer voy va vamos puede puedo quiere quiero necesito mucho muy gracias buenos buenas dias tardes noches hola todo bien tambien tmb cuando donde quien cual mas hasta despues antes ahora hoy manana ayer licenciado licenciada abogado si no ya hay eso esto ese esa ella ellos ellas nosotros aun asi entonces solo mismo hablar dijo mandar juicio expediente juzgado q k vale oye che wey pues cliente",
};

/** Endings of three or four letters that belong to one of the languages, asked of words that the lists above do not have. */
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

const votesOfWord = votesOf(WORDS, (word) => hashWord(word), VOTE);
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
