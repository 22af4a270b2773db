import { LEAST_RANGE, PROBABILITY_BITS, RATE, WHOLE_RANGE } from "../weigh/range-decoder.js";

/** Writes what `createDecoder` reads: bits, each under a context that learns how likely its bits are 0. */
export interface Encoder {
  readonly write: (contexts: Uint16Array, context: number, bit: number) => void;
  /** All that was written, in base64. Nothing may be written after. */
  readonly finish: () => string;
}

export function createEncoder(): Encoder {
  const bytes: number[] = [];
  let [low, range] = [0, WHOLE_RANGE];
  /** Moves the highest byte out; a carry runs back into what was written. */
  const shift = (): void => {
    if (low > WHOLE_RANGE) {
      low -= WHOLE_RANGE + 1;
      for (let i = bytes.length - 1; ++bytes[i]! > 255; i--) bytes[i] = 0;
    }
    bytes.push(low >>> 16);
    low = (low & 0xffff) << 8;
  };
  return {
    write(contexts, context, bit) {
      const likely = contexts[context]!;
      const bound = (range >>> PROBABILITY_BITS) * likely;
      if (bit === 0) {
        range = bound;
        contexts[context] = likely + (((1 << PROBABILITY_BITS) - likely) >> RATE);
      } else {
        low += bound;
        range -= bound;
        contexts[context] = likely - (likely >> RATE);
      }
      while (range < LEAST_RANGE) {
        shift();
        range <<= 8;
      }
    },
    finish() {
      for (let i = 0; i < 3; i++) shift();
      return btoa(bytes.reduce((all, byte) => all + String.fromCharCode(byte), ""));
    },
  };
}
