import { letter23, luhn, mod11_10, remainder, weigh } from "../identifier-checks.js";
import type { Identifier } from "../identifier.js";
import { isCif } from "./es-cif.js";

interface Country {
  readonly form: RegExp;
  /** True when the check digits of what follows the prefix hold; absent where the form is all that is checked. */
  readonly check?: (number: string) => boolean;
}

const last = (number: string): number => Number(number.at(-1));
const by = (weights: readonly number[], modulus: number) => (number: string): boolean => weigh(number, weights) % modulus === 0;
/** Digits whose weighed sum, taken from the modulus, gives the last digit; 10 counts as 0. */
const complement = (weights: readonly number[], modulus: number) => (number: string): boolean => ((modulus - (weigh(number, weights) % modulus)) % modulus) % 10 === last(number);

const isSpanish = (number: string): boolean =>
  /^\d{8}[A-Z]$/.test(number) ? letter23(Number(number.slice(0, 8))) === number[8] : /^[XYZ]/.test(number) ? letter23(Number("XYZ".indexOf(number[0]!) + number.slice(1, 8))) === number[8] : isCif(number);
const isIrish = (number: string): boolean => {
  if (!/^\d{7}[A-W][A-I]?$/.test(number)) return true;
  const sum = weigh(number, [8, 7, 6, 5, 4, 3, 2]) + (number.length > 8 ? (number.charCodeAt(8) - 64) * 9 : 0);
  return "WABCDEFGHIJKLMNOPQRSTUV"[sum % 23] === number[7];
};
const isDutch = (number: string): boolean => (weigh(number, [9, 8, 7, 6, 5, 4, 3, 2]) - Number(number[8])) % 11 === 0 || remainder(`NL${number}`, 97) === 1;
/** As Luhn, with four added. */
const isAustrian = (number: string): boolean => {
  let sum = 4;
  for (let i = 1; i < 8; i++) {
    const value = Number(number[i]) * (i % 2 === 0 ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return (10 - (sum % 10)) % 10 === last(number);
};
/** A Cypriot tax number, without the prefix. */
export const isCypriot = (number: string): boolean => {
  const odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21];
  const sum = [...number.slice(0, 8)].reduce((total, digit, i) => total + (i % 2 === 0 ? odd[Number(digit)]! : Number(digit)), 0);
  return String.fromCharCode(65 + (sum % 26)) === number[8];
};
const isFrench = (number: string): boolean => !/^\d\d/.test(number) || (luhn(number.slice(2)) && (12 + 3 * (Number(number.slice(2)) % 97)) % 97 === Number(number.slice(0, 2)));

/** By prefix. Bulgaria, Czechia, Latvia, Lithuania: the form alone. */
const COUNTRIES: Readonly<Record<string, Country>> = {
  AT: { form: /^U\d{8}$/, check: isAustrian },
  BE: { form: /^[01]\d{9}$/, check: (number) => 97 - (Number(number.slice(0, 8)) % 97) === Number(number.slice(8)) },
  BG: { form: /^\d{9,10}$/ },
  CY: { form: /^\d{8}[A-Z]$/, check: isCypriot },
  CZ: { form: /^\d{8,10}$/ },
  DE: { form: /^[1-9]\d{8}$/, check: mod11_10 },
  DK: { form: /^[1-9]\d{7}$/, check: by([2, 7, 6, 5, 4, 3, 2, 1], 11) },
  EE: { form: /^\d{9}$/, check: by([3, 7, 1, 3, 7, 1, 3, 7, 1], 10) },
  EL: { form: /^\d{9}$/, check: (number) => (weigh(number, [256, 128, 64, 32, 16, 8, 4, 2]) % 11) % 10 === last(number) },
  ES: { form: /^[A-Z\d]\d{7}[A-Z\d]$/, check: isSpanish },
  FI: { form: /^\d{8}$/, check: by([7, 9, 10, 5, 8, 4, 2, 1], 11) },
  FR: { form: /^[A-HJ-NP-Z\d]{2}\d{9}$/, check: isFrench },
  HR: { form: /^\d{11}$/, check: mod11_10 },
  HU: { form: /^\d{8}$/, check: complement([9, 7, 3, 1, 9, 7, 3], 10) },
  IE: { form: /^(?:\d{7}[A-W][A-I]?|\d[A-Z+*]\d{5}[A-W])$/, check: isIrish },
  IT: { form: /^\d{11}$/, check: luhn },
  LT: { form: /^(?:\d{9}|\d{12})$/ },
  LU: { form: /^\d{8}$/, check: (number) => Number(number.slice(0, 6)) % 89 === Number(number.slice(6)) },
  LV: { form: /^\d{11}$/ },
  MT: { form: /^\d{8}$/, check: by([3, 4, 6, 7, 8, 9, 10, 1], 37) },
  NL: { form: /^\d{9}B\d{2}$/, check: isDutch },
  PL: { form: /^\d{10}$/, check: (number) => weigh(number, [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 === last(number) },
  PT: { form: /^[1-9]\d{8}$/, check: (number) => ((11 - (weigh(number, [9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 11) % 10 === last(number) },
  RO: { form: /^[1-9]\d{1,9}$/, check: (number) => ((weigh(number.padStart(10, "0"), [7, 5, 3, 2, 1, 7, 5, 3, 2]) * 10) % 11) % 10 === last(number) },
  SE: { form: /^\d{10}01$/, check: (number) => luhn(number.slice(0, 10)) },
  SI: { form: /^[1-9]\d{7}$/, check: (number) => weigh(number, [8, 7, 6, 5, 4, 3, 2]) % 11 !== 0 && complement([8, 7, 6, 5, 4, 3, 2], 11)(number) },
  SK: { form: /^[1-9]\d{9}$/, check: (number) => Number(number) % 11 === 0 },
};

export const identifier: Identifier = {
  type: "eu-vat",
  shape: [
    "(?:be|bg|cz|de|dk|ee|el|fi|hr|hu|it|lt|lu|lv|mt|pl|pt|ro|se|si|sk) ?\\d(?:[ .-]?\\d){5,11}", "at ?u ?\\d{8}", "cy ?\\d{8}[a-z]", "es ?[a-z\\d]-?\\d{7}-?[a-z\\d]",
    "fr ?[a-z\\d]{2}(?: ?\\d{3}){3}", "ie ?\\d[a-z\\d+*]\\d{5}[a-w][a-i]?", "nl ?\\d{3}[ .]?\\d{3}[ .]?\\d{3} ?b ?\\d{2}",
  ],
  digits: 6,
  check: (compact, written) => {
    const country = COUNTRIES[written.slice(0, 2)];
    const number = compact.slice(2);
    return country !== undefined && country.form.test(number) && !/^(\d)\1+$/.test(number) && (country.check?.(number) ?? true);
  },
  chance: 0.1,
  distinct: ".+",
  context: {
    en: ["vat", "vat number", "vat no", "vat id", "eu vat"],
    pt: ["vat", "iva", "nif"],
    es: ["vat", "iva", "nif iva", "nif intracomunitario"],
  },
  source: "VIES; stdnum agrees where it has the country",
  examples: {
    valid: ["FR11123456782", "FR11999999998", "DE123456788", "DE999999995", "NL123456782B01", "NL000099998B57", "BE0123456749", "BE0999999922", "ATU12345675", "ATU99999993", "LU12345613", "EL999999993", "PL1234563218", "IT01234560785", "ESB99999997", "FR 11 123 456 782"],
    invalid: ["FR12123456782", "DE123456789", "NL123456789B01", "BE0123456748", "ATU12345676", "LU12345614", "de123456788", "PT500000001"],
  },
};
