/** log2 of the most buckets that a model may have. */
export const MOST_BUCKET_BITS = 20;

/** Hashed features, each once. Nothing in here asks whether one was there already: the processor would guess wrong too often. */
export class Block {
  count = 0;
  buckets = new Uint32Array(1024);
  /** Where each stands first: twice the number of its last token, and one more if it is a pair with the token before. */
  places = new Uint16Array(1024);
  /** By bucket, a bit: it is there. */
  private readonly seen = new Int32Array((1 << MOST_BUCKET_BITS) >> 5);

  add(bucket: number, place: number): void {
    const { count, seen } = this;
    const bits = seen[bucket >> 5]!;
    this.buckets[count] = bucket;
    this.places[count] = place;
    this.count = count + (~(bits >>> bucket) & 1);
    seen[bucket >> 5] = bits | (1 << bucket);
  }

  /** Makes room for so many more. */
  reserve(more: number): void {
    const size = this.buckets.length;
    if (this.count + more <= size) return;
    const { buckets, places } = this;
    this.buckets = new Uint32Array(2 * size);
    this.places = new Uint16Array(2 * size);
    this.buckets.set(buckets);
    this.places.set(places);
  }

  clear(): void {
    const { buckets, seen, count } = this;
    for (let i = 0; i < count; i++) seen[buckets[i]! >> 5] = 0;
    this.count = 0;
  }
}
