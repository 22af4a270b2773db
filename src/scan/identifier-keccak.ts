/** Keccak-256, synchronous and small: only for the checksums of Ethereum addresses. */

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
