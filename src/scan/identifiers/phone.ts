import { unitAt } from "../../core/unit-at.js";
import { allSame } from "../identifier-checks.js";
import type { Identifier, Reading, Scene } from "../identifier.js";
import { isInternational, isMobileAbroad, isNational, nationalSureness } from "../identifier-phones.js";
import { isDigit } from "../identifier-units.js";

/** Digits in the groups in which they are written. */
interface Run {
  readonly digits: string;
  readonly sizes: readonly number[];
  readonly ends: readonly number[];
  readonly joins: readonly string[];
}

const FEWEST_DIGITS = 7;
const MOST_DIGITS = 17;
/** Most digits that a telephone number has. */
const MOST_GIVEN = 15;
/** In more groups than this, digits that fit no national form are no telephone number. */
const MOST_UNKNOWN_GROUPS = 4;
const JOIN = /^(?:[ .\-/]| {2}|\) ?-? ?|[ -]?\(| [-·•] )$/;
const MONEY = /[£$€]|\b(?:gbp|eur|usd|brl|r\$)\s*$/i;
/** As WhatsApp mentions people, and in its links (`wa.me/…`). */
const MENTION = /@$|\bme\/$/;
/** A digit that stands alone before. */
const DICTATED = /(?:^|\D)\d {1,2}$/;
/** How far before a number these stand. */
const BEFORE = 4;
/** Whether something stands before a number that may be one of these: a letter or a sign. */
function isSaidBefore(text: string, at: number): boolean {
  for (let i = Math.max(0, at - BEFORE); i < at; i++) {
    const unit = unitAt(text, i);
    if (unit >= 0x40 || unit === SLASH || unit === DOLLAR) return true;
  }
  return false;
}
const [DOLLAR, SLASH] = [0x24, 0x2f];
const isDigitAt = (text: string, at: number): boolean => isDigit(unitAt(text, at));

/** Reads groups of digits from `at`, joined by one separator each. */
function readRun(plain: string, at: number): Run {
  const sizes: number[] = [];
  const ends: number[] = [];
  const joins: string[] = [];
  let digits = "";
  for (let i = at; digits.length < MOST_DIGITS; ) {
    const start = i;
    while (isDigitAt(plain, i) && digits.length + i - start <= MOST_DIGITS) i++;
    digits += plain.slice(start, i);
    sizes.push(i - start);
    ends.push(i);
    let next = i;
    while (next - i < 4 && next < plain.length && !isDigitAt(plain, next)) next++;
    const join = plain.slice(i, next);
    if (!isDigitAt(plain, next) || (join !== " " && !JOIN.test(join))) break;
    joins.push(join);
    i = next;
  }
  return { digits, sizes, ends, joins };
}

/** A year of these centuries begins at a digit. */
const isYearAt = (digits: string, at: number): boolean => digits.startsWith("19", at) || digits.startsWith("20", at);

/** Dates, years, thousands, postcodes (`1100-060`, `01310-100`): what looks like a number in groups and is none. */
function isOrdinary({ digits, sizes, joins }: Run, groups: number): boolean {
  const [first = 0, second = 0, third = 0] = sizes;
  if (digits.length <= 8 && groups === 3 && second <= 2 && (first <= 2 ? third === 2 || third === 4 : first === 4 && third <= 2)) return true;
  if (groups === 1 ? first === 8 && DAY.test(digits) : first === 4 && (isYearAt(digits, 0) || (digits.length <= 8 && groups === 2 && second === 2))) return true;
  if (groups > 2 && first <= 2 && second <= 2 && third === 4 && isYearAt(digits, first + second)) return true;
  if (COUNTING.includes(digits) || digits.startsWith("000") || (groups === 2 && joins[0] === ".")) return true;
  if (groups === 2 && joins[0] === "-" && second === 3 && (first === 4 || first === 5)) return true;
  if (groups === 1 || groups > 4 || first > 2) return false;
  for (let k = 1; k < groups; k++) if (sizes[k] !== 3 || joins[k - 1] !== ".") return false;
  return true;
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

const isAnyNumber = (digits: string): boolean => digits.length <= 12 && !allSame(digits);
const COUNTING = "01234567890123";
/** A year, a month and a day without anything between them. */
const DAY = /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])/;
const SPACE = 32;
const PLUS = 43;

/** True when what stands right before is a part of what stands here. */
function isGluedTo(plain: string, at: number): boolean {
  if (at === 0) return false;
  if (unitAt(plain, at - 1) === SPACE) return at > 1 && unitAt(plain, at - 2) === PLUS;
  return /[+\d]$|[\p{L}\d][.,/-]$|\(\+?$/u.test(plain.slice(Math.max(0, at - 4), at));
}

/** True when what follows makes an amount, or a part of something longer, of it. */
function isFollowed(plain: string, end: number): boolean {
  if (end === plain.length) return false;
  if (unitAt(plain, end) !== SPACE && (/[\p{L}\p{N}_%€£$]/u.test(plain[end]!) || /^-\p{L}/u.test(plain.slice(end, end + 2)))) return true;
  return /^[.,-]\d|^ ?(?:€|euros?\b|reais|pounds|mil\b|k\b|%)/i.test(plain.slice(end, end + 8));
}

function read(scene: Scene, at: number): Reading | undefined {
  const { plain, text } = scene;
  const plus = plain[at] === "+" || plain.startsWith("(+", at);
  const bracketed = plain[at] === "(";
  let first = at;
  while (first < at + 3 && (plain[first] === "+" || plain[first] === "(" || plain[first] === " ")) first++;
  if (!isDigitAt(plain, first)) return undefined;
  const before = isSaidBefore(plain, at) ? plain.slice(at - Math.min(at, BEFORE), at) : "";
  const mention = MENTION.test(before);
  if ((!plus && !mention && isGluedTo(plain, at)) || MONEY.test(before)) return undefined;
  const run = readRun(plain, first);
  // A number that is dictated digit by digit is read as a whole, or not.
  if (run.sizes[0] === 1 && DICTATED.test(plain.slice(Math.max(0, at - BEFORE), at))) return undefined;
  /** The longest that counts only where it is called a phone: a shorter one that needs no such word is better. */
  let asked: Reading | undefined;
  let count = run.digits.length;
  for (let groups = run.sizes.length; count >= FEWEST_DIGITS; count -= run.sizes[--groups]!) {
    if (count > MOST_GIVEN || (run.sizes[groups] === 1 && run.sizes[groups - 1] === 1)) continue;
    const digits = run.digits.slice(0, count);
    if (!plus && groups > MOST_UNKNOWN_GROUPS && !digits.startsWith("00") && !isNational(digits) && !isMobileAbroad(digits)) continue;
    const end = run.ends[groups - 1]!;
    if (isFollowed(plain, end)) continue;
    const closed = (bracketed || plus) && (plain.slice(at, end).includes(")") || !plain.slice(at, first).includes("("));
    const start = closed ? at : first - (plus && plain[first - 1] === "+" ? 1 : 0);
    if (plus || (digits.startsWith("00") && digits[2] !== "0")) {
      if (isInternational(plus ? digits : digits.slice(2))) return { start, end, confidence: plus ? 0.97 : 0.85, needsContext: false };
      continue;
    }
    if (isOrdinary(run, groups)) continue;
    const abroad = isMobileAbroad(digits);
    const national = nationalSureness(digits, run.sizes.slice(0, groups), bracketed, text.lang, (places) => isNamedAt(scene, at, places));
    const sureness = abroad && mention ? "sure" : national === "sure" ? national : abroad ? "likely" : (national ?? (asked === undefined && isAnyNumber(digits) ? "called" : undefined));
    if (sureness === undefined) continue;
    if (sureness === "called") {
      asked ??= { start, end, confidence: 0.75, needsContext: true };
      continue;
    }
    return { start, end, confidence: sureness === "sure" ? 0.92 : 0.75, needsContext: false };
  }
  return asked;
}

export const identifier: Identifier = {
  type: "phone",
  at: [{ chars: "+(0123456789", digits: FEWEST_DIGITS }],
  read,
  context: {
    en: ["phone", "phone number", "phon3", "tel", "telephone", "mobile", "mob", "cell", "cellphone", "ph", "number", "numbers", "num", "call", "calls", "call me on", "ring", "ring me", "text", "txt", "whatsapp", "wa", "reach", "reach me", "dial", "landline", "contact", "contact number", "callback", "fax", "hotline", "sms", "direct line", "direct dial", "direct", "switchboard"],
    pt: ["tel", "telefone", "telefones", "fone", "cel", "celular", "telemovel", "tlm", "telm", "meu no", "seu no", "meu n o", "seu n o", "zap", "zapzap", "whatsapp", "whats", "wpp", "wp", "ligar", "liga", "ligue", "ligo", "numero", "contato", "contacto", "ramal", "recado", "chave", "pix", "fixo", "sms", "direto"],
    es: ["tel", "telefono", "telefonos", "fono", "tfno", "tlf", "movil", "cel", "celular", "celu", "llamar", "llame", "llamame", "llamen", "llamad", "llamo", "numero", "whatsapp", "wasap", "wassap", "wsp", "whats", "fijo", "contacto", "marcar", "marque", "sms", "directo"],
  },
  source: "E.164; national plans as in libphonenumber",
  examples: {
    valid: [
      "ring me on [[07911 204 778]] after 6", "[[+44 7812 340 951]]", "office is [[0121 496 0733]]", "gives his as [[(0113) 496 0318]] on the van", "me liga no [[(11) 97412-0836]] 🙏",
      "meu nº novo [[21 97533-8046]]", "mi móvil es [[612 345 678]]", "o meu telemóvel é o [[912 345 678]]", "a mi celu nuevo [[+56 9 8213 4407]]", "call [[202-555-0123]] please",
      "[[(202) 555-0123]]", "phon3 [[07 4 1 2 3 3 0 0 9 5]]", "tel:[[0044 20 7946 0958]]", "wa.me/[[447911204778]]", "https://wa.me/[[5511974120836]]", "@[[447911204778]] can you confirm", "mi número es [[55 1234 5678]]", "c'est le [[06 12 34 56 78]]",
      "ring [[07555-018-274]]", "call [[+44 (0)20 7946 0958]] ok", "my whatsapp is [[0803 123 4567]]", "dublin office is [[01 679 4321]]", "zap [[99814-3307]]", "fone [[3222-1100]] ok", "[[+351 912345678]], obrigada", "number is [[07911204778]]", "o meu nº é [[912345678]]", "ring [[0️⃣7️⃣9️⃣1️⃣1️⃣2️⃣0️⃣4️⃣7️⃣7️⃣8️⃣]]", "o seu n.º é [[912345678]]?",
    ],
    invalid: [
      "invoice 07911204778", "order no. 20458811", "ref 0121 496 0733 on the letter", "£07911204778", "from 2019 2020 we lived there", "on 12.03.2019 at 10.30", "2024-11-20 14:30", "the price is 612.345.678 euros",
      "processo 0001234", "article 1234567", "fatura 912345678", "expediente 612345678", "1234567 people", "tel da Rua do Ouro 12, 1100-060 Lisboa", "tel e cep 01310-100", "5 2 9 9 8 2 2 4 7 2 5", "nhs number 943 476 5918",
    ],
  },
};
