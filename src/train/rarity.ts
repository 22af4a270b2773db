import type { Sparse } from "./rows.js";

/** What stands in few messages says more. The weights take this in when they are trained, so that weighing needs no table of it. */
export interface Rarity {
  /** By bucket: what a feature is multiplied by. */
  readonly scale: Float32Array;
  /** In how many messages each bucket stands. */
  readonly messages: Uint32Array;
}

/** Inverse document frequency by bucket (Spärck Jones 1972), divided by what it adds to the length of an ordinary message. */
export function rarityOf({ offsets, at }: Sparse, count: number, buckets: number): Rarity {
  const messages = new Uint32Array(buckets);
  const end = offsets[count]!;
  for (let k = 0; k < end; k++) messages[at[k]!]!++;
  const idf = Float32Array.from(messages, (found) => Math.log((1 + count) / (1 + found)));
  const growths = Array.from({ length: count }, (_, i) => {
    const own = at.subarray(offsets[i]!, offsets[i + 1]!);
    return Math.sqrt(own.reduce((sum, bucket) => sum + idf[bucket]! ** 2, 0) / Math.max(1, own.length));
  }).sort((a, b) => a - b);
  const growth = growths[count >> 1] || 1;
  return { scale: idf.map((one) => one / growth), messages };
}
