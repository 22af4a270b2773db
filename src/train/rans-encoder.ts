import { LEAST_STATE, PARTS_BITS } from "../weigh/rans-decoder.js";

/** Writes what `createDecoder` reads: symbols, each under a context that knows how often it has each. */
export interface Encoder {
  readonly write: (context: number, symbol: number) => void;
  /** All that was written, in base64. */
  readonly finish: () => string;
}

export function createEncoder(sizes: readonly number[]): Encoder {
  const written: (readonly [context: number, symbol: number])[] = [];
  const counts = sizes.map((size) => new Array<number>(size).fill(0));
  return {
    write(context, symbol) {
      written.push([context, symbol]);
      counts[context]![symbol]!++;
    },
    finish() {
      const parts = counts.map(partsOf);
      /** What is read first is written last. */
      const bytes: number[] = [];
      let state = LEAST_STATE;
      for (const [context, symbol] of written.reverse()) {
        const own = parts[context]![symbol]!;
        const before = parts[context]!.slice(0, symbol).reduce((sum, one) => sum + one, 0);
        while (state >= 2 ** (31 - PARTS_BITS) * own) {
          bytes.push(state & 0xff);
          state >>>= 8;
        }
        state = (Math.floor(state / own) << PARTS_BITS) + (state % own) + before;
      }
      for (let i = 0; i < 4; i++) bytes.push((state >>> (8 * i)) & 0xff);
      const header = parts.flat().flatMap((own) => [own >> 8, own & 0xff]);
      return btoa([...header, ...bytes.reverse()].reduce((all, byte) => all + String.fromCharCode(byte), ""));
    },
  };
}

/** Counts as parts of a whole, at least one for what occurs; what rounding leaves over goes to the most frequent. */
function partsOf(counts: readonly number[]): number[] {
  const whole = 1 << PARTS_BITS;
  const all = counts.reduce((sum, count) => sum + count, 0);
  if (all === 0) return counts.map((_, symbol) => (symbol === 0 ? whole : 0));
  const parts = counts.map((count) => (count === 0 ? 0 : Math.max(1, Math.floor((count * whole) / all))));
  const largest = parts.indexOf(Math.max(...parts));
  parts[largest]! += whole - parts.reduce((sum, one) => sum + one, 0);
  return parts;
}
