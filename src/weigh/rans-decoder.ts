import { unitAt } from "../core/unit-at.js";

/** How likely the symbols of a context are, in parts of 2^12. */
export const PARTS_BITS = 12;
/** The state stays within [2^23, 2^31): a number without a sign, and a byte is read when it would fall below. */
export const LEAST_STATE = 2 ** 23;

/** Reads the next symbol, one of those of a context. */
export type ReadSymbol = (context: number) => number;

/**
 * A range variant of asymmetric numeral systems (Duda 2013; by bytes, as Giesen's ryg_rans) over base64: a symbol takes one look into a
 * table, however many there are. `sizes`: how many symbols each context has. Before the symbols stand, of each context, the parts
 * of its symbols, two bytes each.
 */
export function createDecoder(base64: string, sizes: readonly number[]): ReadSymbol {
  const text = atob(base64);
  let at = 0;
  const byte = (): number => (at < text.length ? unitAt(text, at++) : 0);
  const most = Math.max(...sizes);
  /** By context and place among the parts: the symbol; by context and symbol: its parts and those before it. */
  const symbols = new Uint8Array(sizes.length << PARTS_BITS);
  const parts = new Int32Array(sizes.length * most);
  const before = new Int32Array(sizes.length * most);
  sizes.forEach((size, context) => {
    let sum = 0;
    for (let symbol = 0; symbol < size; symbol++) {
      const own = (byte() << 8) | byte();
      parts[context * most + symbol] = own;
      before[context * most + symbol] = sum;
      symbols.fill(symbol, (context << PARTS_BITS) + sum, (context << PARTS_BITS) + (sum += own));
    }
  });
  let state = 0;
  for (let i = 0; i < 4; i++) state = (state << 8) | byte();
  const mask = (1 << PARTS_BITS) - 1;
  return (context) => {
    const place = state & mask;
    const symbol = symbols[(context << PARTS_BITS) + place]!;
    const index = context * most + symbol;
    state = parts[index]! * (state >>> PARTS_BITS) + place - before[index]!;
    while (state < LEAST_STATE && at < text.length) state = (state << 8) | unitAt(text, at++);
    return symbol;
  };
}
