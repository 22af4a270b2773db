/** So many are sorted by insertion. */
const FEW = 16;

/** Sorts a list where it stands, equals as they come. For a few `Array.prototype.sort` would make two kilobytes of lists of its own. */
export function sort<T>(list: T[], compare: (a: T, b: T) => number): T[] {
  if (list.length > FEW) return list.sort(compare);
  for (let i = 1; i < list.length; i++) {
    const one = list[i]!;
    let at = i;
    for (; at > 0 && compare(list[at - 1]!, one) > 0; at--) list[at] = list[at - 1]!;
    list[at] = one;
  }
  return list;
}
