import { isPassing, sameSentence } from "../identifier-secrets.js";
import type { Identifier, Reading, Scene } from "../identifier.js";

const CUES = new Set("code codes otp 2fa mfa token passcode codigo codigos verification verificacion verificacao totp cod".split(" "));
/** Talk of a message that brought a number: only a number of six digits counts. */
const ARRIVALS = new Set("sms digits digit digitos chegou recebi mandaram mandou llego mando mensajito key text texted txt texts".split(" "));
/** Talk of reading a number out, or of its last minutes: a number of six digits before or after it counts. */
const READ_OUT = new Set("read reading dicte dicta dictes dictar ditar dita lees leer leeme minute minutes minuto minutos min mins segundos seconds runs venza".split(" "));
const MINUTES = /^(?:min|sec|seg|runs|venza)/;
const ALOUD = new Set("back out me us aloud slow slowly".split(" "));
const READ_REACH = 10;
const SIX = /^(?:\d{6}|\d \d \d \d \d \d|\d{4}[ -]\d{2}|\d{3}[ -]\d{3}|\d{2}[ -]\d{2}[ -]\d{2})$/;
/** What else arrives with a number on it. */
const ARRIVES = new Set("boleto fatura nota guia processo pedido factura expediente oficio carta recibo invoice letter order parcel ref reference r pix valor deposito pago transferencia euros reais cep protocolo page conta cuenta account".split(" "));
/** What a code may be that is no secret. Before or after the word. */
const OTHER_BEFORE = new Set("sort post postal tax area country dress promo discount voucher qr bar product case matter reference ref client error fee cost source nature penal civil building highway zip error dialling dialing activity sic vat share penal reason status item class colour color morse highway procedure practice invoice booking door gate alarm safe access entry offence lawtel".split(" "));
const OTHER_AFTER = new Set("civil penal procesal processual tributario trabalhista comercial postal etico eleitoral consumidor processo florestal transito barras rastreio tributaria cliente cliente's conduct practice procedure of conducta etica deontologico aduanero".split(" "));
const STRONG = new Set("otp 2fa mfa totp verification verificacion verificacao".split(" "));
const LEADS = new Set("is s es e eh its was came come thru through got sent received number enter use reply with recebi recebeu chegou enviamos mandei te llego llega recibir your tu su seu sua my mi meu the el o este esse confirm confirmar whatsapp security seguranca seguridad login bank sms verification".split(" "));
const MOST_BETWEEN = 14;

/** A code of 4 to 8 digits at an offset, in one or two (three) groups, perhaps with a letter before a dash. */
const CODE = /^(?:[A-Z]-)?(?:\d{4,8}|\d{3}[ -]\d{3,4}|\d{4}[ -]\d{2,4}|\d{2}[ -]\d{2}[ -]\d{2}|\d \d \d \d(?: \d \d)?(?! ?\d))(?![\p{L}\p{N}]|[-/.:,]\d| ?(?:%|€|£|euros?\b|reais\b|pounds\b|am\b|pm\b|h\b)| \d{3})/u;

function codeAt({ plain }: Scene, at: number): { readonly start: number; readonly end: number } | undefined {
  if (/[£$€\d]$|\d[.,/-]$/.test(plain.slice(Math.max(0, at - 2), at))) return undefined;
  const match = CODE.exec(plain.slice(at, at + 24));
  return match === null ? undefined : { start: at, end: at + match[0].length };
}

/** True where an amount of money stands. */
const isPrice = ({ plain }: Scene, at: number): boolean => /^[\d.,]+ ?(?:€|£|euros?|reais|pesos|mil)/i.test(plain.slice(at, at + 20)) || /[£$€] ?[\d.,]*$/.test(plain.slice(Math.max(0, at - 10), at));

function read(scene: Scene, i: number): Reading | undefined {
  const { tokens, original } = scene.text;
  const cue = tokens[i]!;
  if (ARRIVALS.has(cue.word)) return readArrival(scene, i);
  if (READ_OUT.has(cue.word)) return readOut(scene, i);
  if (OTHER_BEFORE.has(tokens[i - 1]?.word ?? "") || OTHER_AFTER.has(tokens[i + 1]?.word ?? "")) return undefined;
  if (/^(?:de|do|da|del)$/.test(tokens[i + 1]?.word ?? "") && OTHER_AFTER.has(tokens[i + 2]?.word ?? "")) return undefined;
  let strong = STRONG.has(cue.word);
  for (let j = Math.max(0, i - 4); j < i; j++) if (LEADS.has(tokens[j]!.word) || STRONG.has(tokens[j]!.word)) strong ||= !/^(?:the|el|o|e|is|es)$/.test(tokens[j]!.word);

  for (let j = i - 1; j >= 0 && j >= i - 6; j--) {
    if (!/^\d/.test(tokens[j]!.word)) continue;
    while (j > 0 && /^\d{2,4}$/.test(tokens[j - 1]!.word) && /^[ -]$/.test(original.slice(tokens[j - 1]!.end, tokens[j]!.start))) j--;
    const code = codeAt(scene, tokens[j]!.start);
    if (code === undefined) break;
    const k = scene.tokenFrom(code.end);
    if (k < i && /^(?:is|es|e|as)$/.test(tokens[k]!.word) && /^["'”*]*\s/.test(original.slice(code.end, tokens[k]!.start))) return { ...code, confidence: 0.9, called: true };
    break;
  }
  for (let j = i + 1; j < tokens.length && j <= i + MOST_BETWEEN; j++) {
    if (!sameSentence(scene, j - 1, j) && !original.slice(tokens[j - 1]!.end, tokens[j]!.start).includes("\n")) break;
    const { word, start } = tokens[j]!;
    if (/^(?:art|article|artigo|articulo|section|lei|ley|processo|invoice|ref|case|page|room|by|before|ate|antes)$/.test(word)) return undefined;
    strong ||= LEADS.has(word);
    if (!/\d/.test(word)) continue;
    const code = (original[start - 1] === "-" ? codeAt(scene, start - 2) : undefined) ?? codeAt(scene, start);
    if (code === undefined) {
      if (/^\d$/.test(word) || isPrice(scene, start)) continue;
      break;
    }
    const value = original.slice(code.start, code.end);
    if (cue.word === "passcode" && /^\d+$/.test(value) && !isPassing(scene) && !STRONG.has(tokens[i - 1]?.word ?? "") && !/^(?:one|time|onetime|sms|security)$/.test(tokens[i - 1]?.word ?? "")) return undefined;
    const year = /^(?:19|20)\d\d$/.test(value);
    if (year && j !== i + 1 && tokens[j - 1]!.word !== "is") return undefined;
    if (!strong && value.replace(/\D/g, "").length !== 6 && j !== i + 1) return undefined;
    return { ...code, confidence: strong ? 0.9 : 0.7, called: true };
  }
  return undefined;
}

/** "chegou 6 número aqui: 508217", "the text says 482 913". */
function readArrival(scene: Scene, i: number): Reading | undefined {
  const { tokens, original } = scene.text;
  let bare = /^(?:sms|digits?|digitos|mensajito|te?xts?|texted|key)$/.test(tokens[i]!.word);
  for (let j = Math.max(0, i - 3); j < i; j++) bare ||= /^(?:sms|digits|digitos|code|codigo)$/.test(tokens[j]!.word);
  for (let j = i + 1; j < tokens.length && j <= i + MOST_BETWEEN; j++) {
    if (!sameSentence(scene, j - 1, j)) break;
    const { word, start } = tokens[j]!;
    if (ARRIVES.has(word)) return undefined;
    bare ||= /^(?:sms|numero|numeros|number|digitos|app)$/.test(word);
    if (!/^\d/.test(word)) continue;
    const code = codeAt(scene, start);
    if (code === undefined) {
      if (/^\d$/.test(word)) continue;
      return undefined;
    }
    const value = original.slice(code.start, code.end);
    return SIX.test(value) && (bare || value.length === 7 || isPassing(scene)) ? { ...code, confidence: 0.7, called: true } : undefined;
  }
  return undefined;
}

/** "I sent 770315, read it back", "558140, it runs out in 2 min". */
function readOut(scene: Scene, i: number): Reading | undefined {
  const { tokens, original } = scene.text;
  const [from, to] = [Math.max(0, i - READ_REACH), Math.min(tokens.length, i + READ_REACH)];
  for (let j = from; j < to; j++) if (ARRIVES.has(tokens[j]!.word)) return undefined;
  for (let j = from; j < to; j++) {
    const code = /^\d/.test(tokens[j]!.word) ? codeAt(scene, tokens[j]!.start) : undefined;
    const value = code === undefined ? "" : original.slice(code.start, code.end);
    if (code === undefined || !SIX.test(value) || value.endsWith("000")) continue;
    const isRead = !MINUTES.test(tokens[i]!.word) && (!/^read/.test(tokens[i]!.word) || tokens.slice(i + 1, i + 4).some(({ word }) => ALOUD.has(word)));
    return isRead || isPassing(scene) ? { ...code, confidence: 0.7, called: true } : undefined;
  }
  return undefined;
}

export const identifier: Identifier = {
  type: "one-time-code",
  at: [{ words: new Set([...CUES, ...ARRIVALS, ...READ_OUT]), with: "digits" }],
  read,
  context: {},
  source: "prose: a code of 4 to 8 digits that is sent, asked for or passed on",
  examples: {
    valid: [
      "your code is [[482913]]", "the code just come thru its [[771 094]] quick", "Your verification code is [[318205]]. It expires in 10 minutes.", "2fa for u is [[903-557]] ok", "reply with card and the code [[604471]] we sent",
      "[[318205]] is your WhatsApp code", "código [[4821-77]]", "Seu código para liberar o alvará é [[704912]].", "o código [[229 047]] que chegou aí por sms", "responda con el código [[620418]] y su clave", "el token [[90 41 77]] para cancelarlo",
      "dicte el codigo de 6 digitos [[772 019]] al asesor", "otp: [[9921]]", "chegou 6 número aqui: [[508217]], era esse", "recebi agora por SMS o [[664 091]] da Chave", "ya me llegó el mensajito del banco: [[318-552]]. ¿Es ese", "SMS just come, [[671943]], key in", "google code [[G-482913]]", "[[204861]] is your Sattar & Co login code. Valid 10 min.",
      "Your passcode is [[604772]]. It expires in 5 min", "madam i sent [[518 330]] pls read it back slow", "[[339 150]] apúrate que vence en 2 min", "era pra ditar o número [[7 0 4 1 9 2]]?", "got 2 texts, one says [[31 75 20]] which one",
    ],
    invalid: [
      "no codes come thru yet", "the code of conduct 2019", "sort code 204418", "código penal art. 1234", "código postal 28013", "tax code 1257", "we sent a code to your phone on 12/03/2025", "case code 482913", "Never read out a code that's been texted to you",
      "I'll pass on the dress code by 1500", "código civil 2002", "the VAT codes at 1200", "code sent to 07911 204778", "chegou o boleto 123456", "recebi a nota 004512", "the invoice 204512 I read yesterday", "read page 204512 in a minute", "o contrato 204512 vence amanhã", "I'll read the bundle of 120450 words", "he ran 104500 steps", "sold for 250000 in 5 minutes",
    ],
  },
};
