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

const LONGEST = 60;
/** Plain words that make a passphrase: those who give the advice ask for four. */
const FEWEST_PLAIN = 4;
const CLOSING: Readonly<Record<string, string>> = { '"': '"', "'": "'", "`": "`", "“": "”", "‘": "’", "«": "»" };
const isTalk = (word: string): boolean => TALK.has(plainly(word));
const isSaid = (word: string): boolean => isSaidOfSecrets(plainly(word));

/** How several words are led to: by a colon or an equals sign, by "is", or as a passphrase, which is of words. */
export type Lead = "sign" | "is" | "passphrase";

/**
 * Several words that are the password, up to the end of the clause. No word of talk is among them; one has two digits (one alone counts places: "room 4"; behind "is" they
 * begin with a capital too), or there are four of them and more after "passphrase" (then one may be said of passwords too: "correct horse battery staple").
 */
export function passphraseAt(text: string, at: number, lead: Lead): Span | undefined {
  const stretch = /^[\p{L}\p{N} -]+/u.exec(text.slice(at, at + LONGEST))?.[0].replace(/[ -]+$/, "") ?? "";
  const words = stretch.split(" ");
  if (words.length < 2 || words.length > 8 || !/^\p{L}{3,}$/u.test(words[0]!) || !endsClause(text, at + stretch.length)) return undefined;
  if (words.some((word) => word === "" || isTalk(word)) || words.filter(isSaid).length > (lead === "passphrase" ? 1 : 0)) return undefined;
  const found = /\d\d|\p{L}\d|\d\p{L}/u.test(stretch) ? lead !== "is" || /^\p{Lu}/u.test(stretch) : lead === "passphrase" && words.length >= FEWEST_PLAIN;
  return found ? { start: at, end: at + stretch.length } : undefined;
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
