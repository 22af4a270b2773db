import { DIGIT } from "../core/signs.js";
import { isSpace } from "../core/space.js";
import type { Span } from "../core/span.js";
import { unitAt } from "../core/unit-at.js";
import { isDigit } from "./identifier-units.js";
import type { Scene } from "./identifier.js";

/** Words that stand after "password" in talk about passwords, and are none. */
const NOT_SECRET = new Set(
  (
    "reset resets resetting manager managers policy protected expired expires expiry change changed changes changing required wrong incorrect invalid hint field box prompt link page again please pls sent below above attached separately soon later now today tomorrow not never only still just also already yet safe secure strong weak forgotten lost shared with without from your their from here there this that these those the and for but please same different new old temporary correct working blocked locked needed good fine nothing anything something someone anyone whatever back first itself update updated protection security everyone nobody anybody email phone text portal account login accounts " +
    "errada incorreta invalida expirada expirou alterada trocada enviada nova antiga mesma minha sua dele dela para por que nao nunca sempre aqui abaixo anexo depois amanha hoje segura forte fraca obrigatoria bloqueada novamente correta certa pessoal provisoria temporaria esquecida perdida dinamica fiscal virtual unica numerica bancaria internet mestra administrador banco cartao todos ninguem alguem " +
    "incorrecta invalida caducada cambiada enviada nueva vieja misma contrasena mia suya para porque nunca siempre aqui abajo adjunto despues manana hoy segura fuerte debil obligatoria bloqueada nuevamente correcta personal provisional temporal olvidada perdida dinamica fiscal virtual secreta unica numerica bancaria maestra catastral correo tarjeta nadie alguien importante principal fundamental esta estan"
  ).split(" "),
);

/** Whether a folded word is said of passwords, or where and when they are told. */
export const isSaidOfSecrets = (folded: string): boolean => NOT_SECRET.has(folded);

/** Longest stretch that may be a secret, with what is around it. */
const LONGEST = 80;
/** Most quotation marks and brackets before one. */
const MOST_OPENING = 4;

/** Whether the stretch without spaces that begins at `at` has a digit, or perhaps one where it is long. */
export function hasDigit(text: string, at: number): boolean {
  const stop = Math.min(text.length, at + MOST_OPENING + LONGEST);
  for (let i = at; i < stop; i++) {
    const unit = unitAt(text, i);
    if (isDigit(unit)) return true;
    if (isSpace(unit)) return false;
  }
  return false;
}

/** A stretch without spaces that begins at `at`, without the signs that close a sentence or a quotation. */
export function chunkAt(text: string, at: number): Span | undefined {
  let start = at;
  while (start < text.length && start < at + MOST_OPENING && /["'“”‘’«»`(<[]/.test(text[start]!)) start++;
  let end = start;
  while (end < text.length && end - start < LONGEST && !isSpace(unitAt(text, end))) end++;
  if (end - start >= LONGEST) return undefined;
  while (end > start && /["'“”‘’«»`)>\],.;:?…]/.test(text[end - 1]!)) end--;
  return end > start ? { start, end } : undefined;
}

/** A participle or an adverb: said of a password, not one. */
const SAID_OF = /(?:ad[oa]s?|id[oa]s?|ing|ed|mente|cion|cao|able|avel|ible|ivel)$/;
const FILE = /\.(?:pdf|docx?|xlsx?|pptx?|jpe?g|png|zip|txt|msg|eml|csv|html?|com|net|org|br|uk|es|pt)$/i;

/** A key of a service (`api-key-prefixed.ts`), which is no password. */
const KEY = /^(?:[a-z]{2,8}[_-])?(?:live|test|prod|prd|whsec|pat|secret)[_-][a-z\d]{12,}$/i;

/** More words than a secret has. */
const MOST_PARTS = 40;

/** Whether a digit may stand in a secret that begins in the words `[from, to)`; where letters were written as digits, it may. */
export function mayHaveDigits({ text: { signs, count, evasions } }: Scene, from: number, to: number): boolean {
  if (evasions.length > 0) return true;
  for (let i = from; i < to + MOST_PARTS && i < count; i++) if ((signs[i]! & DIGIT) !== 0) return true;
  return false;
}

/** A stretch in small letters without accents. */
export const plainly = (value: string): string => value.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");

/** How much a stretch looks like a secret: 3 made up, 2 clearly, 1 perhaps (a plain word or a short number), 0 not. */
export function secrecy(value: string): 0 | 1 | 2 | 3 {
  if (value.length < 3 || value.length > 64 || /^https?:|^www\.|@[\w-]+\.\w/i.test(value)) return 0;
  const folded = plainly(value);
  if (NOT_SECRET.has(folded) || /^(?:ctrl|ctl|alt|shift|cmd)[+-]/i.test(value) || FILE.test(value) || KEY.test(value) || /^[*•xX._-]+$/.test(value) || /^(?:£|\$|€|r\$)/i.test(value)) return 0;
  if (/^\d{1,2}\.\p{L}+$/u.test(value) || /^\d{1,2}[:.h]\d{2}|^\d{1,2}(?:st|nd|rd|th|am|pm|h)$|^\d{1,2}\/\d{1,2}/i.test(value)) return 0;
  const letter = /\p{L}/u.test(value);
  const digit = /\d/.test(value);
  const mixed = /\p{Lu}/u.test(value) && /\p{Ll}/u.test(value);
  if (letter && digit && value.length >= 7) {
    if (/[!#$%&*+=?^_~|\\@]/.test(value) || (mixed && value.length >= 8 && !/^\p{L}{1,3}\d/u.test(value)) || (/\p{Ll}/u.test(value) && /^\p{L}+(?:-\p{L}+)*-\d{1,6}$/u.test(value))) return 3;
  }
  if (letter && digit) return /^(?:\d+\p{L}{1,2}|\p{Lu}?\p{L}+\d?)$/u.test(value) && value.length < 5 ? 1 : 2;
  if (letter && /[!#$%&*=?^~|\\]./.test(value) && !/^[#@$&*]/.test(value)) return 2;
  if (mixed && /.[_@+]./.test(value)) return 2;
  if (letter && /\p{Ll}\p{Lu}/u.test(value) && value.length >= 6) return 2;
  if (/^\d{4,12}#?$/.test(value)) return 1;
  if (/^\d{1,2}(?:-\d{1,2}){2,3}$/.test(value)) return 1;
  return /^\p{L}+(?:[-_]\p{L}+)*$/u.test(value) && value.length >= 5 && !SAID_OF.test(folded) ? 1 : 0;
}

/** Where the token after `offset` begins, skipping spaces and what links a label to its value; the label may stand in quotation marks (JSON). */
export function afterLink(text: string, offset: number): { readonly at: number; readonly linked: boolean } {
  let at = /^["'] ?:/.test(text.slice(offset, offset + 3)) ? offset + 1 : offset;
  let linked = false;
  while (at < text.length && at - offset < 8 && /[\s:=>\-–—]/.test(text[at]!)) {
    if (!/\s/.test(text[at]!)) linked = true;
    at++;
  }
  return { at, linked };
}

/** True where a sentence or clause ends at `at`. */
export const endsClause = (text: string, at: number): boolean => at >= text.length || /^["'”’»`)\]]*(?:[.,;!\n)\]]|$| ?[\p{Extended_Pictographic}-])/u.test(text.slice(at, at + 4));

const ABBREVIATIONS = new Set("dr dra sr sra mr mrs ms st av tel no nro art prof lic d".split(" "));

/** True when no sentence ends between two tokens. */
export function sameSentence({ text: { tokens, original } }: Scene, from: number, to: number): boolean {
  const { end } = tokens[from]!;
  const { start } = tokens[to]!;
  if (start === end + 1 && unitAt(original, end) === 32) return true;
  const gap = original.slice(end, start);
  return !/[.!?]["'”’)]*\s|\n/.test(to === from + 1 && ABBREVIATIONS.has(tokens[from]!.word) ? gap.replace(/^\./, "") : gap);
}

const PASSING = /\b(?:\d{1,2}|a|um|un) ?(?:min(?:ute|uto)?s?|seg(?:undo)?s?|sec(?:ond)?s?)\b|\bruns? out\b|\bse ven(?:za|ce)\b|\bexpir/i;

/** True where a message says that something soon runs out, as a one-time code does. */
export const isPassing = ({ plain }: Scene): boolean => PASSING.test(plain);
