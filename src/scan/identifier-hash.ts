/** SHA-256 and Keccak-256, synchronous and small: only for the checksums of wallet addresses. */

const primes = (count: number): number[] => {
  const found: number[] = [];
  for (let n = 2; found.length < count; n++) if (found.every((prime) => n % prime !== 0)) found.push(n);
  return found;
};
const fraction = (x: number): number => ((x - Math.floor(x)) * 2 ** 32) | 0;

let tables: { readonly start: readonly number[]; readonly round: readonly number[] } | undefined;

/** SHA-256 (FIPS 180-4). */
export function sha256(message: Uint8Array): Uint8Array {
  tables ??= { start: primes(8).map((prime) => fraction(Math.sqrt(prime))), round: primes(64).map((prime) => fraction(Math.cbrt(prime))) };
  const state = [...tables.start];
  const padded = new Uint8Array(((message.length + 72) >> 6) << 6);
  padded.set(message);
  padded[message.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 4, message.length * 8);
  const w = new Int32Array(64);
  const turn = (x: number, by: number): number => (x >>> by) | (x << (32 - by));
  for (let at = 0; at < padded.length; at += 64) {
    for (let i = 0; i < 64; i++) {
      if (i < 16) w[i] = view.getInt32(at + i * 4);
      else {
        const x = w[i - 15]!;
        const y = w[i - 2]!;
        w[i] = w[i - 16]! + (turn(x, 7) ^ turn(x, 18) ^ (x >>> 3)) + w[i - 7]! + (turn(y, 17) ^ turn(y, 19) ^ (y >>> 10));
      }
    }
    let [a, b, c, d, e, f, g, h] = state as [number, number, number, number, number, number, number, number];
    for (let i = 0; i < 64; i++) {
      const one = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + tables.round[i]! + w[i]!) | 0;
      const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
    }
    [a, b, c, d, e, f, g, h].forEach((x, i) => (state[i] = (state[i]! + x) | 0));
  }
  const digest = new DataView(new ArrayBuffer(32));
  state.forEach((x, i) => digest.setInt32(i * 4, x));
  return new Uint8Array(digest.buffer);
}

const ROTATE = [0, 1, 62, 28, 27, 36, 44, 6, 55, 20, 3, 10, 43, 25, 39, 41, 45, 15, 21, 8, 18, 2, 61, 56, 14];
const MASK = (1n << 64n) - 1n;
const turn64 = (x: bigint, by: number): bigint => ((x << BigInt(by)) | (x >> BigInt(64 - by))) & MASK;

/** The round constants come from a linear feedback shift register. */
function roundConstants(): bigint[] {
  let register = 1;
  return Array.from({ length: 24 }, () => {
    let constant = 0n;
    for (let j = 0; j < 7; j++) {
      if (register & 1) constant |= 1n << BigInt((1 << j) - 1);
      register = register & 0x80 ? (register << 1) ^ 0x171 : register << 1;
    }
    return constant;
  });
}

/** Keccak-256 with the padding that Ethereum uses. For messages under 136 bytes. */
export function keccak256(message: Uint8Array): Uint8Array {
  const block = new Uint8Array(136);
  block.set(message);
  block[message.length] = 1;
  block[135]! |= 0x80;
  const view = new DataView(block.buffer);
  const lane = Array.from({ length: 25 }, (_, i) => (i < 17 ? view.getBigUint64(i * 8, true) : 0n));
  for (const constant of roundConstants()) {
    const column = [0, 1, 2, 3, 4].map((x) => lane[x]! ^ lane[x + 5]! ^ lane[x + 10]! ^ lane[x + 15]! ^ lane[x + 20]!);
    for (let i = 0; i < 25; i++) lane[i]! ^= column[(i + 4) % 5]! ^ turn64(column[(i + 1) % 5]!, 1);
    const moved: bigint[] = [];
    for (let x = 0; x < 5; x++) for (let y = 0; y < 5; y++) moved[y + 5 * ((2 * x + 3 * y) % 5)] = turn64(lane[x + 5 * y]!, ROTATE[x + 5 * y]!);
    for (let i = 0; i < 25; i++) {
      const row = i - (i % 5);
      lane[i] = moved[i]! ^ (~moved[row + ((i + 1) % 5)]! & MASK & moved[row + ((i + 2) % 5)]!);
    }
    lane[0]! ^= constant;
  }
  const digest = new DataView(new ArrayBuffer(32));
  for (let i = 0; i < 4; i++) digest.setBigUint64(i * 8, lane[i]!, true);
  return new Uint8Array(digest.buffer);
}
