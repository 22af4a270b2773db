import fc from "fast-check";
import { expect, it } from "vitest";
import { openGroups, writeGroups } from "../src/core/hash-groups.js";
import { hashWord } from "../src/core/hash.js";

it("a word has all its rows, in order, whatever else the table takes for it", () => {
  const row = fc.tuple(fc.nat(120), fc.nat(9));
  fc.assert(fc.property(fc.array(fc.tuple(fc.string(), row), { maxLength: 60 }), (entries) => {
    const { placeOf, groupAt, groups } = openGroups(writeGroups(entries));
    for (const [word] of entries) {
      const own = new Set(entries.filter((entry) => entry[0] === word).map(([, numbers]) => numbers.join(" ")));
      const group = groups[groupAt[placeOf(hashWord(word))]!]!;
      const rows = Array.from({ length: group.length / 2 }, (_, i) => group.subarray(2 * i, 2 * i + 2).join(" "));
      expect(rows.filter((one) => own.has(one))).toEqual([...own]);
    }
    expect(groups[groupAt[placeOf(hashWord("not put in"))]!]!).toHaveLength(0);
  }));
});
