/**
 * Whole numbers as ASCII text, the small ones in one character: the last digit of a number is of base 52 (`(` to `[`), those before
 * it are of base 30 without a zero (`a` to `~`). It stands in a string literal as it is, is read without a decoder, and packs well.
 */
const [LAST, LAST_BASE] = [0x28, 52];
const [LEAD, LEAD_BASE] = [0x61, 30];

/** Throws RangeError for what is no whole number of at most 32 bits. */
export function writeNumbers(numbers: Iterable<number>): string {
  const texts: string[] = [];
  for (const number of numbers) {
    if (!Number.isInteger(number) || number < 0 || number > 0xffffffff) throw new RangeError(`${number} cannot be written`);
    let text = String.fromCharCode(LAST + (number % LAST_BASE));
    for (let rest = Math.floor(number / LAST_BASE); rest > 0; rest = Math.floor((rest - 1) / LEAD_BASE)) text = String.fromCharCode(LEAD + ((rest - 1) % LEAD_BASE)) + text;
    texts.push(text);
  }
  return texts.join("");
}

/** The numbers of a text. */
export function readNumbers(text: string): Uint32Array {
  // Bytes, since the first message waits for this loop before it is compiled.
  const bytes = new TextEncoder().encode(text);
  const numbers = new Uint32Array(bytes.length);
  let count = 0;
  let rest = 0;
  for (let i = 0; i < bytes.length; i++) {
    const unit = bytes[i]!;
    if (unit >= LEAD) rest = rest * LEAD_BASE + unit - LEAD + 1;
    else {
      numbers[count++] = rest * LAST_BASE + unit - LAST;
      rest = 0;
    }
  }
  return numbers.subarray(0, count);
}

/** What stands between texts that are read one by one. */
export const APART = "!";
