/** Probabilities are of 2^12; they move towards what is read by 1/2^RATE. The encoder in `train/` shares both. */
export const [PROBABILITY_BITS, RATE] = [12, 5];
/** The range is three bytes wide and kept above the lower two by reading another: small integers all through. */
export const [LEAST_RANGE, WHOLE_RANGE] = [1 << 16, (1 << 24) - 1];

/** Bits that nobody has seen are as likely 0 as 1. */
export const freshContexts = (count: number): Uint16Array => new Uint16Array(count).fill(1 << (PROBABILITY_BITS - 1));

/** Reads one bit under one of the contexts, each of which has learnt how likely its bits are 0. */
export type ReadBit = (contexts: Uint16Array, context: number) => number;

/** A binary adaptive range decoder (Martin 1979; the arrangement is LZMA's) over base64. */
export function createDecoder(base64: string): ReadBit {
  const bytes = atob(base64);
  let [at, range, code] = [0, WHOLE_RANGE, 0];
  const readByte = (): void => {
    code = (code << 8) | (at < bytes.length ? bytes.charCodeAt(at++) : 0);
  };
  for (let i = 0; i < 3; i++) readByte();
  return (contexts, context) => {
    const likely = contexts[context]!;
    const bound = (range >>> PROBABILITY_BITS) * likely;
    const bit = code < bound ? 0 : 1;
    if (bit === 0) {
      range = bound;
      contexts[context] = likely + (((1 << PROBABILITY_BITS) - likely) >> RATE);
    } else {
      range -= bound;
      code -= bound;
      contexts[context] = likely - (likely >> RATE);
    }
    while (range < LEAST_RANGE) {
      range <<= 8;
      readByte();
    }
    return bit;
  };
}
