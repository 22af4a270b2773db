import type { Span } from "../core/span.js";
import { endsClause, isSaidOfSecrets, plainly } from "./identifier-secrets.js";

/** Words of a sentence about a password, and what numbers stand behind: several words in which one of them stands are no password. */
const TALK = new Set(
  (
    "ask asks asked see call ring text email message send sent give tell told get got know known is are was were be been it its he she they we you i me him her us them my our your his their a an the of in on at by to for from with and or but if as when where who why how what which that this than then so do does did has have had can could will would must should may might not no yes until till after before since about under into out up down " +
    "minimum maximum characters character letters letter digits digit numbers number capital capitals contains includes ends starts begins due thanks thank ta cheers kind regards minutes hours days weeks months years attempts tries user username login pin code room section clause page flat unit plot floor level version ext extension form invoice ticket case matter file ref " +
    "monday tuesday wednesday thursday friday saturday sunday jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august september october november december " +
    "pergunte pergunta perguntar veja ver ligue ligar manda mandar mande envie enviar peca pede pedir fale falar e eh ser foi tem ter vai vou o os as um uma de do da dos das em na nos nas ao aos ate com sem por para pra ou mas se que quem como quando onde ele ela eles elas eu voce vc te minimo maximo caracteres letras digitos numeros obrigado obrigada prazo dias horas minutos meses anos tentativas usuario sala artigo lei guiche balcao mesa processo protocolo fatura pedido " +
    "janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro segunda terca quarta quinta sexta sabado domingo " +
    "pregunte pregunta pregunta llame llama mande envia pida pide hable es ser fue tiene va voy el la los las un una del al y sin con pero si quien cuando donde ella ellos yo tu usted minimo caracteres cifras gracias plazo intentos articulo ley oficina expediente factura enero febrero marzo mayo junio julio septiembre octubre noviembre diciembre lunes martes miercoles jueves viernes"
  ).split(" "),
);

/** How a password is, whose, and what is done with it: a sentence in which one of them stands tells no password of plain words. */
const STATES = new Set(
  (
    "very way too super pretty quite always maybe almost easy hard short long simple common public private important sensitive ready available empty none mate lol client staff reception team support boss birthday name names written caps note notes issue problem error random words rule between enter type write click open use keep check confirm contact provide remember include " +
    "muito muita demais bem tao mais menos facil dificil curta longa simples igual tudo gente ainda ja agora favor cliente clientes escritorio recepcao equipe suporte chefe nome aniversario pendente nenhuma escrita digite informe aguarde confirme retire solicite " +
    "muy bastante casi corta larga todo jefe despacho recepcion equipo soporte nombre cumpleanos pendiente ninguna escriba introduzca espere todavia ya"
  ).split(" "),
);
/** Small words that stand within a passphrase that ends in a number: "sunny day at the beach 7". */
const LITTLE = new Set("a an the of in on at by under and with de da do das dos na no nas nos em e com del la el las los en y con".split(" "));
/** A participle or an adverb; an infinitive is one only at the beginning: "consultar manual interno". */
const INFINITIVE = /\p{L}{3}[ai]r$/u;
const SAID_OF = /(?:ed|ing|ly|ad[oa]s?|id[oa]s?|[ae]ndo|iendo|mente)$/;

const LONGEST = 60;
/** Plain words that make a passphrase: those who give the advice ask for four; behind a colon, or with a number at the end, three. */
const FEWEST_PLAIN = 4;
const CLOSING: Readonly<Record<string, string>> = { '"': '"', "'": "'", "`": "`", "“": "”", "‘": "’", "«": "»" };
const isTalk = (word: string): boolean => TALK.has(plainly(word));
const isSaid = (word: string): boolean => isSaidOfSecrets(plainly(word));

/** How several words are led to: by a colon or an equals sign, by "is", or as a passphrase, which is of words. */
export type Lead = "sign" | "is" | "passphrase";

/**
 * Several words that are the password, up to the end of the clause. No word of talk is among them; one has two digits (one alone counts places: "room 4"; behind "is" they
 * begin with a capital too), or they are plain (`isPlainPassphrase`: "correct horse battery staple").
 */
export function passphraseAt(text: string, at: number, lead: Lead): Span | undefined {
  const stretch = /^[\p{L}\p{N} -]+/u.exec(text.slice(at, at + LONGEST))?.[0].replace(/[ -]+$/, "") ?? "";
  const words = stretch.split(" ");
  if (words.length < 2 || words.length > 8 || !/^\p{L}{3,}$/u.test(words[0]!) || !endsClause(text, at + stretch.length)) return undefined;
  if (isPlainPassphrase(words, lead)) return { start: at, end: at + stretch.length };
  if (words.some((word) => word === "" || isTalk(word)) || words.some(isSaid)) return undefined;
  const found = /\d\d|\p{L}\d|\d\p{L}/u.test(stretch) && (lead !== "is" || /^\p{Lu}/u.test(stretch));
  return found ? { start: at, end: at + stretch.length } : undefined;
}

/**
 * Plain small words that say nothing of a password: three and more behind a colon or before a number, or else four; of four and more one may be said of
 * passwords too. Where five and more end in a number, small words stand within.
 */
function isPlainPassphrase(words: readonly string[], lead: Lead): boolean {
  const numbered = /^\d{1,6}$/.test(words.at(-1)!);
  const last = words.length - (numbered ? 2 : 1);
  const several = words.length >= FEWEST_PLAIN;
  let said = numbered || !several ? 1 : 0;
  return (several || (words.length === FEWEST_PLAIN - 1 && (numbered || lead === "sign"))) && words.slice(0, last + 1).every((word, i) => {
    const plain = plainly(word);
    if (numbered && last > FEWEST_PLAIN - 2 && i > 1 && i < last && LITTLE.has(word)) return true;
    return /^\p{L}\p{Ll}+$/u.test(word) && (i === 0 || !/^\p{Lu}/u.test(word)) && !TALK.has(plain) && !STATES.has(plain) && !SAID_OF.test(plain) && !(i === 0 && INFINITIVE.test(plain)) && (!isSaidOfSecrets(plain) || ++said < 2);
  });
}

/** Where the quotation that begins before `start` ends, on the same line. */
export function quotationEnd(text: string, start: number): number | undefined {
  const length = text.slice(start, start + LONGEST).search(new RegExp(`[\n${CLOSING[text[start - 1] ?? ""] ?? "\n"}]`));
  return length <= 0 || text[start + length] === "\n" ? undefined : start + length;
}

/** Several words in quotation marks that are the password: their first says that it is no talk. */
export function quotedPassphraseAt(text: string, start: number): Span | undefined {
  const end = quotationEnd(text, start);
  const words = end === undefined ? [] : text.slice(start, end).split(" ");
  const first = words[0]?.replace(/[^\p{L}\p{N}]+/gu, "") ?? "";
  return words.length < 2 || words.length > 8 || isTalk(first) || isSaid(first) ? undefined : { start, end: end! };
}
