/**
 * Numbers as text: one UTF-16 code unit each, two from `LARGE` up. It survives JSON and UTF-8, needs no decoder, and packs well.
 * Control characters and surrogates are left out.
 */
const FIRST = 0x20;
const LARGE = 0xc000;
const LOW_BITS = 13;
/** The first number that cannot be written. */
const TOO_LARGE = (0xd800 - FIRST - LARGE) << LOW_BITS;

const unitAt = String.prototype.charCodeAt;

export function writeNumbers(numbers: Iterable<number>): string {
  const units: string[] = [];
  for (const number of numbers) {
    if (number < 0 || number >= TOO_LARGE) throw new RangeError(`${number} cannot be written`);
    if (number < LARGE) units.push(String.fromCharCode(FIRST + number));
    else units.push(String.fromCharCode(FIRST + LARGE + (number >> LOW_BITS), FIRST + (number & ((1 << LOW_BITS) - 1))));
  }
  return units.join("");
}

/** Gives the numbers of a text, one a call. */
export function readNumbers(text: string): () => number {
  let at = 0;
  return () => {
    const unit = unitAt.call(text, at++) - FIRST;
    return unit < LARGE ? unit : ((unit - LARGE) << LOW_BITS) | (unitAt.call(text, at++) - FIRST);
  };
}
