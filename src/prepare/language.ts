import { LANGS, type Lang } from "../core/label.js";
import type { Token } from "../core/text.js";

/** Function words and chat words that tell the three languages apart (folded; none is common in two of them). */
const WORDS: Readonly<Record<Lang, string>> = {
  en: "the and you your is are was were to of it its im ive id ill that this for with have has had not dont cant wont will would could should if but we they she he him her his my me on at from be been do does did what when where who why how can just about there here their them our us than then or so as by an any some all get got go going know think need want please thanks thank ok okay yes yeah hi hello hey sorry u ur pls thx cos because before after up out over back call send sent let lets tell said say make sure one two still also only now today tomorrow yesterday morning monday friday week meeting office client file",
  pt: "o os um uma uns umas do da dos das no na nos nas ao aos pelo pela nao voce vc vcs ele ela eles elas eu nos meu minha meus minhas seu sua isso isto esse essa esses essas aquele aquilo ja mas pra pro com sem tem tenho temos foi era sao estou esta estao estava ser ter fazer vou vai vamos pode posso quer quero preciso muito obrigado obrigada bom boa dia tarde noite oi ola tudo bem tb tbm pq porque quando onde quem qual mais ate depois antes agora hoje amanha ontem doutor doutora sim dele dela deles gente ainda assim entao so tambem mesmo falar falei disse mandar manda segue processo blz valeu kkk telemovel consigo cliente audiencia prazo",
  es: "el los las un una unos unas del al y usted ustedes yo mi mis su sus tu tus le les lo nos pero con sin para por que porque xq pq es son fue era estoy esta estan estaba ser tener hacer voy va vamos puede puedo quiere quiero necesito mucho muy gracias buenos buenas dias tardes noches hola todo bien tambien tmb cuando donde quien cual mas hasta despues antes ahora hoy manana ayer licenciado licenciada abogado si no ya hay eso esto ese esa ella ellos ellas nosotros aun asi entonces solo mismo hablar dijo mandar juicio expediente juzgado q k vale oye che wey pues cliente",
};

const weights = new Map<string, readonly number[]>();
for (const [index, lang] of LANGS.entries()) {
  for (const word of WORDS[lang].split(" ")) {
    const row = [...(weights.get(word) ?? [0, 0, 0])];
    row[index] = 1;
    weights.set(word, row);
  }
}

/** Endings that belong to one of the languages, tried on words of five letters or more. */
const ENDINGS: readonly (readonly [string, Lang])[] = [
  ["cao", "pt"], ["coes", "pt"], ["dade", "pt"], ["mento", "pt"], ["agem", "pt"], ["inho", "pt"], ["inha", "pt"], ["ando", "pt"], ["cion", "es"], ["ciones", "es"], ["dad", "es"],
  ["miento", "es"], ["ito", "es"], ["ita", "es"], ["iendo", "es"], ["tion", "en"], ["ing", "en"], ["ment", "en"], ["ness", "en"], ["ould", "en"], ["ght", "en"],
];

/** The likeliest language of the words and its share of the evidence, 0..1. No evidence: undefined and 0. */
export function guessLanguage(text: string, tokens: readonly Token[]): { lang: Lang | undefined; share: number } {
  const scores = [0, 0, 0];
  for (const { word } of tokens) {
    const row = weights.get(word);
    if (row !== undefined) {
      const rarity = 1 / (row[0]! + row[1]! + row[2]!);
      for (let i = 0; i < 3; i++) scores[i]! += row[i]! * rarity;
    } else if (word.length >= 5) {
      for (const [ending, lang] of ENDINGS) if (word.endsWith(ending)) scores[LANGS.indexOf(lang)]! += 0.5;
    }
  }
  for (const letter of text) {
    if (letter === "ã" || letter === "õ" || letter === "ç" || letter === "ê" || letter === "â") scores[1]! += 0.7;
    else if (letter === "ñ" || letter === "¿" || letter === "¡") scores[2]! += 1;
  }
  const total = scores[0]! + scores[1]! + scores[2]!;
  if (total === 0) return { lang: undefined, share: 0 };
  const best = scores.indexOf(Math.max(...scores));
  return { lang: LANGS[best], share: scores[best]! / total };
}
