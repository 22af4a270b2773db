/** The first of the indices from 0 up to `most` from which on something holds; `most` where it holds for none below. */
export function firstWhere(most: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = most;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
