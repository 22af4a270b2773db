import { didYouMean } from "../core/problem.js";
import type { Pack } from "../core/rule.js";
import * as shipped from "../generated/packs/index.js";
import { UsageError } from "./problems.js";

export const allPacks: readonly Pack[] = Object.values(shipped);

/** The packs, and the shipped ones of other ids. */
export const besideShipped = (packs: readonly Pack[]): readonly Pack[] => [...packs, ...allPacks.filter((pack) => !packs.some(({ id }) => id === pack.id))];

/** Those of some packs that a comma-separated list names; all of them without one. */
export function choosePacks(list: string | undefined, from: readonly Pack[] = allPacks): readonly Pack[] {
  if (list === undefined) return from;
  return list.split(",").map((id) => {
    const pack = from.find((one) => one.id === id.trim());
    if (pack !== undefined) return pack;
    const meant = didYouMean(id, from.map((one) => one.id));
    throw new UsageError(`there is no pack "${id}"${meant === undefined ? `: choose from ${from.map((one) => one.id).join(", ")}` : `; did you mean "${meant}"?`}`);
  });
}
