/** Check-digit arithmetic that identifiers share. All take digits (letters where said), without separators. */

const digit = (text: string, i: number): number => text.charCodeAt(i) - 48;

/** Sum of the first digits, each times its weight. */
export function weigh(text: string, weights: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sum += digit(text, i) * weights[i]!;
  return sum;
}

/** The weights `from`, `from`−1, … `to` (or upwards). */
export const weights = (from: number, to: number): number[] =>
  Array.from({ length: Math.abs(to - from) + 1 }, (_, i) => (from < to ? from + i : from - i));

/** ISO/IEC 7812 mod 10. */
export function luhn(text: string): boolean {
  let sum = 0;
  for (let i = text.length - 1, twice = false; i >= 0; i--, twice = !twice) {
    const value = twice ? digit(text, i) * 2 : digit(text, i);
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 === 0;
}

/** Remainder of a number of any length; letters count as two digits, A = 10 (ISO 7064). */
export function remainder(text: string, modulus: number): number {
  let rest = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    rest = code > 57 ? (rest * 100 + code - 55) % modulus : (rest * 10 + code - 48) % modulus;
  }
  return rest;
}

/** Brazilian check digit: 11 − (sum mod 11), 0 where that is 10 or 11. Letters weigh their code − 48. */
export function mod11Brazil(text: string, by: readonly number[]): number {
  const rest = weigh(text, by) % 11;
  return rest < 2 ? 0 : 11 - rest;
}

/** ISO 7064 MOD 11,10: true when the last digit fits. */
export function mod11_10(text: string): boolean {
  let product = 10;
  for (let i = 0; i < text.length - 1; i++) product = (((product + digit(text, i)) % 10 || 10) * 2) % 11;
  return (11 - product) % 10 === digit(text, text.length - 1);
}

/** Check digit of Estonian and Lithuanian personal codes over the first ten digits: a second row of weights where the first gives 10. */
export function balticDigit(text: string): number {
  const rest = weigh(text, [1, 2, 3, 4, 5, 6, 7, 8, 9, 1]) % 11;
  return rest < 10 ? rest : (weigh(text, [3, 4, 5, 6, 7, 8, 9, 1, 2, 3]) % 11) % 10;
}

/** The dihedral group of the pentagon, and the permutation by place, of Verhoeff's check. */
const pentagon = (a: number, b: number): number => (a < 5 ? (b < 5 ? (a + b) % 5 : 5 + ((a + b) % 5)) : b < 5 ? 5 + ((a - b + 5) % 5) : (a - b + 5) % 5);
const PLACES = "1576283094";

/** Verhoeff's check: catches every single wrong digit and every two neighbours changed round. */
export function verhoeff(text: string): boolean {
  let sum = 0;
  for (let i = 0; i < text.length; i++) {
    let value = digit(text, text.length - 1 - i);
    for (let times = i % 8; times > 0; times--) value = digit(PLACES, value);
    sum = pentagon(sum, value);
  }
  return sum === 0;
}

/** The Spanish letter of a number mod 23. */
export const letter23 = (number: number): string => "TRWAGMYFPDXBNJZSQVHLCKE"[number % 23]!;

/** The check digit of travel documents (ICAO 9303): weights 7, 3, 1; letters count from A = 10, `<` as 0. */
export function documentDigit(text: string): number {
  let sum = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    sum += (code > 64 ? code - 55 : code === 60 ? 0 : code - 48) * [7, 3, 1][i % 3]!;
  }
  return sum % 10;
}

export function allSame(text: string): boolean {
  for (let i = 1; i < text.length; i++) if (digit(text, i) !== digit(text, 0)) return false;
  return true;
}
