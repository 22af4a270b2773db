import type { Span } from "../../core/span.js";
import { unitAt } from "../../core/unit-at.js";
import { afterLink, chunkAt, endsClause, hasDigit, isPassing, mayHaveDigits, sameSentence, secrecy } from "../identifier-secrets.js";
import { passphraseAt, quotationEnd, quotedPassphraseAt } from "../identifier-passphrase.js";
import { isPossessive } from "../identifier-units.js";
import type { Identifier, Reading, Scene } from "../identifier.js";

/** Words for a secret that may be any word or string. */
const WORDS = new Set("password passwords passwd pwd pw pword pswd passcode passphrase passkey senha senhas contrasena contrasenas contrasenya clave claves psw enha s3nh senh contrasen contr4sen passw0rd p4ssword passw0rds".split(" "));
const PINS = new Set("pin pins nip puk".split(" "));
/** Words for a number that opens something, if what it opens is named beside it. */
const CODES = new Set("code codes codigo codigos llave chave segredo".split(" "));
const COMBINATIONS = new Set("combination combinations combo combinacion combinacao sequencia secuencia".split(" "));
const OPENS = new Set("door gate alarm safe lockbox keysafe key entry entrance building lock garage wifi wi fi guest lift porta portao alarme cofre predio portaria catraca puerta porton alarma caja fuerte portero edificio candado cadeado garaje strongroom padlock keypad".split(" "));
/** "The Wi-Fi key is 8F3A-22BC": a key is such a code only behind what it opens. */
const KEYS = new Set(["key", "keys"]);
const NETWORKS = new Set("wifi fi network router wpa wpa2 hotspot broadband".split(" "));
/** What is locked: "the alarm is 2580". */
const LOCKED = new Set("alarm alarme alarma lock fechadura cerradura strongroom keypad lockbox keysafe padlock candado cadeado cofre safe unlock unlocks opens abre desbloqueio desbloqueia desbloquea desarma".split(" "));
/** What leads from the lock to its number: "opens with 4471". */
const WITH = new Set(["with", "com", "con"]);
/** What is opened by letters and digits: "gate is C2580X". A bare number may be its own. */
const DOORS = new Set("gate door portao porton porta puerta".split(" "));
/** Talk of access in which a made-up string is the password. */
const ACCESS = new Set("login logins logon creds credentials wifi fi username usuario utilizador acesso acessos accesos outlook token unlock pass portal gateway laptop tablet netflix notebook compu caselines hmcts sign".split(" "));
const PHRASES = new Set(["memorable word", "palavra secreta", "palabra secreta", "security word", "palavra passe", "log in"]);

/** Words that lead to the value. The Portuguese "é" folds to "e": it must carry its accent. */
const LINKS = new Set("is es eh s set sera sigue ficou foi".split(" "));
const CHANGED = new Set("changed cambio cambiado mudou mudaram mudada trocada trocou".split(" "));
const AFTER_LINK = new Set("just still all caps literally o a la el esta este essa esse".split(" "));
/** Talk about secrets, not the telling of one. */
const DENIED = new Set("never dont forgot forgotten reset expire expired nunca jamas olvide esqueci".split(" "));
const ASKED = new Set("never forgot forgotten nunca jamas olvide olvidado esqueci".split(" "));
/** What ends the way to a value, or leads to one: whatever else stands there, followed by a space, is passed over. */
const HEARD = new Set([...DENIED, ...WORDS, ...PINS, ...CODES, ...LINKS, ...CHANGED, ...WITH, "e"]);
const MOST_BETWEEN = 14;
const SPACE = 32;
const OPENING = /["'“‘«`]/;

type Kind = "pin" | "word" | "code" | "locked" | "door" | "access";

function kindOf({ text: { tokens } }: Scene, i: number): Kind | undefined {
  const { word } = tokens[i]!;
  if (PINS.has(word)) return "pin";
  if (WORDS.has(word)) return "word";
  if (COMBINATIONS.has(word)) return "code";
  const two = `${tokens[i - 1]?.word ?? ""} ${word}`;
  if (PHRASES.has(two)) return two === "log in" ? "access" : "word";
  if (word === "keysafe" || word === "lockbox" || two === "key safe") return "code";
  if (KEYS.has(word)) return NETWORKS.has(tokens[i - 1]?.word ?? "") ? "code" : undefined;
  if (CODES.has(word)) {
    for (let j = i - 1; j >= Math.max(0, i - 2); j--) if (OPENS.has(tokens[j]!.word)) return "code";
    for (let j = i + 1; j <= i + 3 && j < tokens.length; j++) if (OPENS.has(tokens[j]!.word.replace(/s$/, "")) && /^(?:for|of|to|do|da|de|del|la|the|a|para)$/.test(tokens[j - 1]!.word)) return "code";
  }
  if (LOCKED.has(word)) return "locked";
  if (DOORS.has(word)) return "door";
  return ACCESS.has(word) ? "access" : undefined;
}

const isNumber = (value: string): boolean => /^\d{4,9}(?:[#*]\d?)?$/.test(value) || /^\d{1,2}(?:-\d{1,2}){2,3}$/.test(value);
const isYear = (value: string): boolean => /^(?:19|20)\d\d$/.test(value);

/** Judges what stands at an offset. `near`: right after the label; `linked`: an "is" or a colon leads to it. */
function valueAt({ text: { original } }: Scene, at: number, kind: Kind, near: boolean, linked: boolean, plain = true): Reading | undefined {
  const spaced = kind === "pin" || kind === "code" ? /^\d(?: \d){3,5}(?![ \d]*\d)/.exec(original.slice(at, at + 14)) : null;
  if (spaced !== null) return { start: at, end: at + spaced[0].length, confidence: 0.8, called: true };
  const chunk = chunkAt(original, at);
  if (chunk === undefined) return undefined;
  const { start }: Span = chunk;
  const quoted = start > at && OPENING.test(original[start - 1]!);
  const quotation = quoted ? quotationEnd(original, start) : undefined;
  const end = Math.min(chunk.end, quotation ?? chunk.end);
  const value = original.slice(start, end);
  const level = secrecy(value);
  const take = (confidence: number): Reading => ({ start, end, confidence, called: true });
  if (/[<>/\\[\]{}]|::|&amp/.test(value) || /[/:]$/.test(original.slice(Math.max(0, start - 2), start))) return quoted && linked && level > 0 ? take(0.6) : undefined;
  if (kind === "access") return level === 3 ? take(linked || near ? 0.85 : 0.7) : undefined;
  if (isNumber(value) && kind !== "door") {
    if (/^[ -]\d{3}/.test(original.slice(end, end + 4))) return undefined;
    if (kind === "locked") return linked && !/^0\d{3}$|^1\d[0-5]0$/.test(value) ? take(0.75) : undefined;
    return linked || near ? take(isYear(value) && !linked ? 0.6 : 0.88) : undefined;
  }
  if (kind === "locked" || kind === "door") return linked && /^(?=.*\d{3})[A-Z\d]{5,8}[#*]?$/.test(value) ? take(0.7) : undefined;
  if (level >= 2) return take(linked || near ? 0.95 : 0.8);
  if (kind !== "word") return undefined;
  if (quotation !== undefined && /\s/.test(original.slice(end, quotation))) return undefined;
  if (level === 0) return quoted && value.length >= 4 && linked ? take(0.7) : undefined;
  if (quoted) return take(0.85);
  return plain && linked && value.length >= 5 && endsClause(original, end) ? take(0.72) : undefined;
}

/** Several words that the label at token `i` leads to; without a colon or "is" only a quotation with a digit. Spanish "clave" is also what matters: "la clave es Europa 2030". */
function wordsAt({ text: { tokens, original } }: Scene, i: number, at: number, linked: boolean): Reading | undefined {
  const { word } = tokens[i]!;
  if (OPENING.test(original[at] ?? "")) {
    const quoted = quotedPassphraseAt(original, at + 1);
    return linked || (quoted !== undefined && /\d/.test(original.slice(quoted.start, quoted.end))) ? told(quoted) : undefined;
  }
  if (!linked) return undefined;
  const lead = word === "passphrase" ? word : /[:=]\s*$/.test(original.slice(Math.max(0, at - 4), at)) ? "sign" : "is";
  return lead === "is" && /^claves?$/.test(word) ? undefined : told(passphraseAt(original, at, lead));
}

const told = (span: Span | undefined): Reading | undefined => (span === undefined ? undefined : { ...span, confidence: 0.75, called: true });

/** The value that is told right after the label, after "is" or a colon, or else the first made-up string that follows. */
function read(scene: Scene, at: number): Reading | undefined {
  const { tokens, original } = scene.text;
  const i = tokens[at]!.word === "log" ? at + 1 : at;
  const kind = i === tokens.length ? undefined : kindOf(scene, i);
  if (kind === undefined || (kind !== "word" && !mayHaveDigits(scene, i, i + MOST_BETWEEN))) return undefined;
  const cue = tokens[i]!;
  if (WORDS.has(tokens[i + 1]?.word ?? "") && WORDS.has(cue.word)) return undefined;
  if (cue.word === "passcode" && (isPassing(scene) || /^(?:time|onetime|sms|security)$/.test(tokens[i - 1]?.word ?? ""))) return undefined;
  const direct = afterLink(original, cue.end);
  const policy = isPolicy(scene, i);
  if (kind !== "access" && kind !== "locked" && kind !== "door" && !LINKS.has(tokens[i + 1]?.word ?? "") && (direct.linked || !policy)) {
    const found = (kind === "word" ? wordsAt(scene, i, direct.at, direct.linked) : undefined) ?? valueAt(scene, direct.at, kind, true, direct.linked) ?? plainWord(scene, i, direct.at);
    if (found !== undefined && found.start - cue.end <= 5) return found;
  }
  if (policy && kind !== "access") return undefined;

  for (let j = i; j < tokens.length && j <= i + MOST_BETWEEN; j++) {
    const token = tokens[j]!;
    if (j > i && !sameSentence(scene, j - 1, j) && !original.slice(tokens[j - 1]!.end, token.start).includes("\n")) break;
    const after = tokens[j + 1];
    if (after?.start === token.end + 1 && unitAt(original, token.end) === SPACE && !HEARD.has(token.word) && !isPossessive(original, token)) continue;
    if (j > i && (DENIED.has(token.word) || (j > i + 2 && (WORDS.has(token.word) || PINS.has(token.word) || (kind === "code" && CODES.has(token.word)))))) break;
    const gap = original.slice(token.end, (after ?? token).start);
    const accented = token.word === "e" && original[token.start] === "é";
    const changed = CHANGED.has(token.word) && /^(?:to|a|para|por)$/.test(tokens[j + 1]?.word ?? "");
    const possessive = isPossessive(original, token) && (j === i || OPENS.has(token.word.replace(/s$/, "")));
    const opened = kind === "locked" && j <= i + 3 && WITH.has(token.word) && /^\s*[\d-]{4,9}#?(?:$|[.,;!)\n])/.test(original.slice(token.end, token.end + 12));
    if (!(j > i && LINKS.has(token.word)) && !opened && !accented && !changed && (gap === " " || !/^\s*[:=]|->|→/.test(gap)) && !possessive) continue;
    let next = changed ? j + 1 : j;
    while (tokens[next + 1] !== undefined && next < j + 3 && (LINKS.has(tokens[next + 1]!.word) || AFTER_LINK.has(tokens[next + 1]!.word))) next++;
    const { at: there } = afterLink(original, tokens[next]!.end);
    const found = (kind === "word" && j <= i + 7 ? wordsAt(scene, i, there, true) : undefined) ?? valueAt(scene, there, kind, false, true, j <= i + 7);
    if (found !== undefined) return found;
  }
  if (kind === "locked" || kind === "door" || !mayHaveDigits(scene, i + 1, i + 1 + MOST_BETWEEN)) return undefined;
  for (let j = i + 1; j < tokens.length && j <= i + MOST_BETWEEN; j++) {
    if (!sameSentence(scene, j - 1, j) && kind !== "word") break;
    const chunk = hasDigit(original, tokens[j]!.start) ? chunkAt(original, tokens[j]!.start) : undefined;
    if (chunk === undefined) continue;
    const value = original.slice(chunk.start, chunk.end);
    const level = /[<>/\\[\]{}(),;\u2013\u2014]|::/.test(value) || /[/@\-\d._]/.test(original[chunk.start - 1] ?? "") ? 0 : secrecy(value);
    const close = j <= i + 6 && sameSentence(scene, i, j);
    const set = kind === "word" && level === 2 && j <= i + 12 && value.length >= 8 && /\d/.test(value) && /, $/.test(original.slice(chunk.start - 2, chunk.start)) && endsClause(original, chunk.end);
    const made = set || level === 3 || (kind !== "access" && close && level === 2 && /\d/.test(value) && value.length >= 6);
    const ofIt = kind === "word" && j <= i + 3 && /^(?:da|do|de|del|for|of)$/.test(tokens[i + 1]!.word);
    if (made || (close && (kind === "code" || kind === "pin" || ofIt) && isNumber(value) && !isYear(value) && !/[-/.\d]/.test(original[chunk.start - 1] ?? ""))) return { ...chunk, confidence: close ? 0.75 : 0.6, called: true };
  }
  return undefined;
}

/** "memorable word marmalade", "passcode scarborough": labels after which a plain word is enough. */
function plainWord({ text: { tokens, original } }: Scene, i: number, at: number): Reading | undefined {
  if (!/^(?:passcode|passphrase|word|secreta|passe)$/.test(tokens[i]!.word)) return undefined;
  const chunk = chunkAt(original, at);
  if (chunk === undefined || secrecy(original.slice(chunk.start, chunk.end)) !== 1 || !endsClause(original, chunk.end)) return undefined;
  return chunk.end - chunk.start >= 6 ? { ...chunk, confidence: 0.65, called: true } : undefined;
}

/** "we never ask for your PIN", "forgot my password". */
function isPolicy({ text: { tokens } }: Scene, i: number): boolean {
  for (let j = Math.max(0, i - 5); j < i; j++) if (ASKED.has(tokens[j]!.word)) return true;
  return false;
}

export const identifier: Identifier = {
  type: "password",
  at: [{ words: new Set([...WORDS, "word", "secreta", "passe"]) }, { words: new Set([...PINS, ...KEYS, ...CODES, ...COMBINATIONS, ...LOCKED, ...DOORS, ...ACCESS, "log"]), with: "digit" }],
  read,
  context: {},
  source: "prose: a label, what leads from it, a value that looks like a secret",
  examples: {
    valid: [
      "the pw for the portal is [[Harbour_77]]", "phone pin is [[8830]], get the texts", "Portal password i made is [[Yorkie-Tea1961]] cos", "and the password [[BaggiesForever_3]].", "memorable word [[marmalade]], its hers",
      "alarm code for dad's house is [[1945]] then press", "pw [[Asmara2020]]! code come", "Wifi guest code today [[peasholm42]], ok", "safe combination's changed to [[27-04-19]], deeds", "supervisor PIN is [[5590]] if red",
      "the door code for the back is [[C2580Y]] use it", "Temporary password for the Fairburn portal: [[Ky8-tarn-ouse]].", "passcode [[scarborough]]. Say", "a senha é [[Floripa2019]]", "senha do portal: [[jacaranda!88]]", "clave: [[Sevilla_1992]]", "la contraseña es [[Perro.verde7]]", "mi pin es [[4471]]",
      "use my login, Firstname.Lastname and [[Winter2023#]], quicker", "the alarm for the flat is [[2580]] if he", "el código de la puerta del garaje es [[7719]] y luego", "whats the CE-File pw again? its on the whiteboard: [[Otley_Run22]].", "o código do cofre é [[17-52-08]], podem abrir",
      "wifi for guests: [[Tulip1822!]] put a card out", "pin for the back is [[9 0 4 2]] til", "gate is [[C2580X]] tell him", "key safe by the meter, [[4417]], then", "key safe round the side, [[4417]]\nyour code is 482913 for the app", "a palavra-passe do Portal é [[Sardinha_1967]], entre",
      "o cofre do avô abre com [[31-18-55]], esquerda", "Password: [[Blue Horse 77]]", "New password: [[Blue Horse 77]], user ann", "the password is [[Blue Horse 77]]", "senha: [[azul cavalo 77]]", "contraseña: [[caballo azul 77]]\ngracias", "passphrase: [[correct horse battery staple]]", 'the password is "[[open sesame now]]" ok', "password: [[correct horse battery staple]]", "the password is [[correct horse battery staple]].", "password: [[purple monkey dishwasher]]", "a senha é [[batata frita 22]]", "pw is [[sunny day at the beach 7]]", "senha: [[girassol vento trem azeitona]]", "la contraseña es [[girasol viento tren aceituna]]", 'senha "[[ab cd ef 12]]"', '{"password": "[[hunter2]]"}', "The Wi-Fi key is [[8F3A-22BC-9D01]]",
      "her tablet unlocks with [[602914]], photos are in it", "el celular se desbloquea con [[7730]].", "desbloqueio do cel é [[071509]] , tá na gaveta",
    ],
    invalid: [
      "we never ask for your PIN", "says my password's wrong. How do I do a reset", "supervisor PIN needs resetting by the bank", "the door code's changed again, ask Jan", "who makes passwords expire on a friday", "Please reset your password by 5pm",
      "my password expired at the weekend", "esqueci minha senha, como faço?", "nunca compartilhe sua senha", "he olvidado la contraseña", "la clave es llegar antes", "senha errada", "password protected pdf attached", "pin the message at 9", "the key is patience",
      "Responda con su clave fiscal.", "con la clave del portal y ahora está bloqueado, ayuda", "the alarm is at 0730", "set the alarm for 0600", "I can't log in, portal says error 5002", "la llave es de la puerta 4", "password must have 12 characters and a symbol, what even is a symbol.", "the gate is 2.5m wide", "door 4 is open", "a feira abre com 2500 pessoas", "the hearing opens with 1200 pages of exhibits", "abre con 15 minutos de retraso",
      "password: please send it to me", "password: ask Jan in room 12", "Password: see Jan 4pm", "Password: Jan 12", "password: expires Friday 12 March", "password: 3 attempts left", "senha: guichê 3", "password: Teams Channel 4", "Senha: Mesa 4", "password: Invoice 20458811", "senha: peça na sala 12", "contraseña: llame al 4471", "la clave es Europa 2030", "passphrase: ask the office manager", "passphrase: agreed between sisters", 'the password: "please try again later"', "the password is with Jan, flat 2", "the key is under pot 8F3A-22BC", "Password: Jane Smith", "the password is really hard lol", "password: pending client confirmation", "the password is case sensitive as ever", "a senha é muito fácil gente", "senha: aguardando retorno cliente", "la contraseña es demasiado corta", "password is wrong again today", "Password policy: three random words", "contraseña: consultar manual interno", "password: caps lock issue", "the password is your date of birth 1980", "the password is valid until the end of march 30", 'the password "reset required" screen', 'a senha "esqueci minha senha" não abre',
    ],
  },
};
