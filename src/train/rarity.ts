import type { Features } from "../weigh/features.js";
import type { Row } from "./linear.js";

/** What stands in few messages says more. The weights take this in when they are trained, so that weighing needs no table of it. */
export interface Rarity {
  readonly rowOf: (features: Features, weight?: number) => Row;
  /** Turns weights of scaled rows into weights of plain features. */
  readonly fold: (hashed: Float32Array) => Float32Array;
  /** In how many messages each bucket stands. */
  readonly messages: Uint32Array;
}

/** Inverse document frequency by bucket (Spärck Jones 1972), divided by what it adds to the length of an ordinary message. */
export function rarityOf(all: readonly Features[], buckets: number): Rarity {
  const messages = new Uint32Array(buckets);
  for (const { buckets: own } of all) for (const bucket of own) messages[bucket]!++;
  const idf = Float32Array.from(messages, (count) => Math.log((1 + all.length) / (1 + count)));
  const growths = all.filter(({ count }) => count > 0).map(({ buckets: own, count }) => Math.sqrt(own.reduce((sum, bucket) => sum + idf[bucket]! ** 2, 0) / count));
  const growth = growths.sort((a, b) => a - b)[growths.length >> 1] ?? 1;
  const scale = idf.map((one) => one / growth);
  return {
    rowOf: ({ buckets: own, values, dense }, weight = 1) => ({ buckets: own, values: values.map((value, i) => value * scale[own[i]!]!), dense, weight }),
    messages,
    fold: (hashed) => hashed.map((weight, bucket) => weight * scale[bucket]!),
  };
}
