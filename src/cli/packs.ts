import { didYouMean } from "../core/problem.js";
import type { Pack } from "../core/rule.js";
import * as shipped from "../generated/packs/index.js";
import { UsageError } from "./problems.js";

export const allPacks: readonly Pack[] = Object.values(shipped);

/** The packs of a comma-separated list; all of them without one. */
export function choosePacks(list: string | undefined): readonly Pack[] {
  if (list === undefined) return allPacks;
  return list.split(",").map((id) => {
    const pack = allPacks.find((one) => one.id === id.trim());
    if (pack !== undefined) return pack;
    const meant = didYouMean(id, allPacks.map((one) => one.id));
    throw new UsageError(`there is no pack "${id}"${meant === undefined ? `: choose from ${allPacks.map((one) => one.id).join(", ")}` : `; did you mean "${meant}"?`}`);
  });
}
