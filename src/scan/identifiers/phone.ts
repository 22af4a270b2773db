import type { Identifier, Reading, Scene } from "../identifier.js";
import { isInternational, isMobileAbroad, isNational, nationalSureness } from "../identifier-phones.js";

/** Digits in the groups in which they are written. */
interface Run {
  readonly digits: string;
  readonly sizes: readonly number[];
  readonly ends: readonly number[];
  readonly joins: readonly string[];
}

const FEWEST_DIGITS = 7;
const MOST_DIGITS = 17;
/** In more groups than this, digits that fit no national form are no telephone number. */
const MOST_UNKNOWN_GROUPS = 4;
const JOIN = /^(?:[ .\-/]|\) ?-? ?|[ -]?\(| [-·•] )$/;
const MONEY = /[£$€]|\b(?:gbp|eur|usd|brl|r\$)$/i;
/** As WhatsApp mentions people, and in its links (`wa.me/…`). */
const MENTION = /@$|\bme\/$/;
const isDigitAt = (text: string, at: number): boolean => text.charCodeAt(at) >= 48 && text.charCodeAt(at) <= 57;

/** Reads groups of digits from `at`, joined by one separator each. */
function readRun(plain: string, at: number): Run {
  const sizes: number[] = [];
  const ends: number[] = [];
  const joins: string[] = [];
  let digits = "";
  for (let i = at; digits.length < MOST_DIGITS; ) {
    const start = i;
    while (isDigitAt(plain, i) && digits.length <= MOST_DIGITS) digits += plain[i++];
    sizes.push(i - start);
    ends.push(i);
    let next = i;
    while (next - i < 4 && next < plain.length && !isDigitAt(plain, next)) next++;
    const join = plain.slice(i, next);
    if (!isDigitAt(plain, next) || !JOIN.test(join)) break;
    joins.push(join);
    i = next;
  }
  return { digits, sizes, ends, joins };
}

/** Dates, years, thousands: what looks like a number in groups and is none. */
function isOrdinary({ digits, sizes, joins }: Run, groups: number): boolean {
  const shape = sizes.slice(0, groups).join(" ");
  if (/^(?:[12] [12] (?:2|4)|4 [12] [12]|4 2)$/.test(shape) && digits.length <= 8) return true;
  if (sizes[0] === 4 && groups > 1 && /^(?:19|20)\d\d/.test(digits)) return true;
  if (/^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])/.test(digits) && shape === "8") return true;
  if (/^[12] [12] 4\b/.test(shape) && /^(?:19|20)/.test(digits.slice(sizes[0]! + sizes[1]!))) return true;
  if (COUNTING.includes(digits) || digits.startsWith("000") || (groups === 2 && joins[0] === ".")) return true;
  return groups > 1 && groups <= 4 && /^[1-3](?: 3)+$/.test(shape) && joins.slice(0, groups - 1).every((join) => join === ".") && sizes[0]! < 3;
}

/** How far around a number the name of a country is looked for, in words. */
const PLACE_REACH = 8;

/** True when one of the places is named near an offset. */
function isNamedAt({ text: { tokens }, tokenFrom }: Scene, at: number, places: readonly string[]): boolean {
  const here = tokenFrom(at);
  for (let i = Math.max(0, here - PLACE_REACH); i < Math.min(tokens.length, here + PLACE_REACH); i++) {
    if (places.includes(tokens[i]!.word) || places.includes(`${tokens[i]!.word} ${tokens[i + 1]?.word}`)) return true;
  }
  return false;
}

const isAnyNumber = (digits: string): boolean => digits.length <= 12 && !/^(.)\1+$/.test(digits);
const COUNTING = "01234567890123";

function read(scene: Scene, at: number): Reading | undefined {
  const { plain, text } = scene;
  const before = plain.slice(Math.max(0, at - 4), at);
  let first = at;
  const plus = plain[first] === "+" || /^\(\+/.test(plain.slice(first, first + 2));
  const bracketed = plain[first] === "(";
  while (first < at + 3 && /[+( ]/.test(plain[first] ?? "")) first++;
  if (!isDigitAt(plain, first)) return undefined;
  const mention = MENTION.test(before);
  if (!plus && !mention && /[+\d]$|[\p{L}\d][.,/-]$|\(\+?$|\+ $/u.test(before)) return undefined;
  if (MONEY.test(before.trimEnd())) return undefined;
  const run = readRun(plain, first);
  if (run.digits.length < 7) return undefined;
  const { lang } = text;
  /** The longest that counts only where it is called a phone: a shorter one that needs no such word is better. */
  let asked: Reading | undefined;
  for (let groups = run.sizes.length; groups >= 1; groups--) {
    const count = run.sizes.slice(0, groups).reduce((sum, size) => sum + size, 0);
    const end = run.ends[groups - 1]!;
    if (count < 7) break;
    const digits = run.digits.slice(0, count);
    if (count > 15 || (!plus && groups > MOST_UNKNOWN_GROUPS && !digits.startsWith("00") && !isNational(digits) && !isMobileAbroad(digits))) continue;
    if ( /[\p{L}\p{N}_%€£$]/u.test(plain[end] ?? "") || /^[.,-]\d|^ ?(?:€|euros?\b|reais|pounds|mil\b|k\b|%)/i.test(plain.slice(end, end + 8)) || /^-\p{L}/u.test(plain.slice(end, end + 2))) continue;
    const closed = plain.slice(at, end).includes(")") || !plain.slice(at, first).includes("(");
    const reading = { start: closed && (bracketed || plus) ? at : first - (plus && plain[first - 1] === "+" ? 1 : 0), end };
    if (plus || /^00[1-9]/.test(digits)) {
      if (isInternational(plus ? digits : digits.slice(2))) return { ...reading, confidence: plus ? 0.97 : 0.85 };
      continue;
    }
    if (isOrdinary(run, groups)) continue;
    const abroad = isMobileAbroad(digits);
    const national = nationalSureness(digits, run.sizes.slice(0, groups), bracketed, text.lang, (places) => isNamedAt(scene, at, places));
    const sureness = abroad && mention ? "sure" : national === "sure" ? national : abroad ? "likely" : (national ?? (isAnyNumber(digits) ? "called" : undefined));
    if (sureness === undefined) continue;
    if (sureness === "called") {
      asked ??= { ...reading, confidence: 0.75, needsContext: true };
      continue;
    }
    return { ...reading, confidence: sureness === "sure" ? 0.92 : 0.75 };
  }
  return asked;
}

export const identifier: Identifier = {
  type: "phone",
  at: [{ chars: "+(0123456789", digits: FEWEST_DIGITS }],
  read,
  context: {
    en: ["phone", "phone number", "phon3", "tel", "telephone", "mobile", "mob", "cell", "cellphone", "ph", "number", "numbers", "num", "call", "calls", "call me on", "ring", "ring me", "text", "txt", "whatsapp", "wa", "reach", "reach me", "dial", "landline", "contact", "contact number", "callback", "fax", "hotline", "sms", "direct line", "direct dial", "direct", "switchboard"],
    pt: ["tel", "telefone", "telefones", "fone", "cel", "celular", "telemovel", "tlm", "telm", "zap", "zapzap", "whatsapp", "whats", "wpp", "wp", "ligar", "liga", "ligue", "ligo", "numero", "contato", "contacto", "ramal", "recado", "chave", "pix", "fixo", "sms", "direto"],
    es: ["tel", "telefono", "telefonos", "fono", "tfno", "tlf", "movil", "cel", "celular", "celu", "llamar", "llame", "llamame", "llamen", "llamad", "llamo", "numero", "whatsapp", "wasap", "wassap", "wsp", "whats", "fijo", "contacto", "marcar", "marque", "sms", "directo"],
  },
  source: "E.164; national plans as in libphonenumber",
  examples: {
    valid: [
      "ring me on [[07911 204 778]] after 6", "[[+44 7812 340 951]]", "office is [[0121 496 0733]]", "gives his as [[(0113) 496 0318]] on the van", "me liga no [[(11) 97412-0836]] 🙏",
      "meu nº novo [[21 97533-8046]]", "mi móvil es [[612 345 678]]", "o meu telemóvel é o [[912 345 678]]", "a mi celu nuevo [[+56 9 8213 4407]]", "call [[202-555-0123]] please",
      "[[(202) 555-0123]]", "phon3 [[07 4 1 2 3 3 0 0 9 5]]", "tel:[[0044 20 7946 0958]]", "wa.me/[[447911204778]]", "https://wa.me/[[5511974120836]]", "@[[447911204778]] can you confirm", "mi número es [[55 1234 5678]]", "c'est le [[06 12 34 56 78]]",
      "ring [[07555-018-274]]", "call [[+44 (0)20 7946 0958]] ok", "my whatsapp is [[0803 123 4567]]", "dublin office is [[01 679 4321]]", "zap [[99814-3307]]", "fone [[3222-1100]] ok", "[[+351 912345678]], obrigada", "number is [[07911204778]]",
    ],
    invalid: [
      "invoice 07911204778", "order no. 20458811", "ref 0121 496 0733 on the letter", "£07911204778", "from 2019 2020 we lived there", "on 12.03.2019 at 10.30", "2024-11-20 14:30", "the price is 612.345.678 euros",
      "processo 0001234", "article 1234567", "fatura 912345678", "expediente 612345678", "1234567 people",
    ],
  },
};
