import { LANGS } from "../core/label.js";
import type { Problem } from "../core/problem.js";
import type { PackSource } from "./pack.js";

/** What a schema cannot say of a pack. With `strict`, provisions not yet confirmed against their instrument are listed too. */
export function lint({ pack, examples }: PackSource, strict: boolean): Problem[] {
  const problems: Problem[] = [];
  const add = (code: string, file: string, message: string, hint: string): void => void problems.push({ code, file: `${pack.id}/${file}`, message, hint });
  const cited = new Set(pack.rules.flatMap(({ provisions }) => provisions));
  for (const { id, title, provisions } of pack.rules) {
    const file = `rules/${id.split("/")[1]}.json`;
    for (const lang of LANGS) {
      for (const kind of ["hit", "miss"] as const) {
        if (!examples.get(id)![kind].some((example) => example.lang === lang)) add("lint/examples", file, `no ${kind} example in ${lang}`, "every rule has a hit and a miss in each language");
      }
    }
    if (provisions.length === 0 && pack.id !== "base") add("lint/provision", file, "the rule cites no provision", "a rule of a jurisdiction rests on at least one key of provisions.json");
    if (!/^Possible/.test(title.en)) add("lint/title", file, "the English title accuses", "begin it with “Possible”");
  }
  for (const [key, { confirmed }] of Object.entries(pack.provisions)) {
    if (!cited.has(key)) add("lint/unused-provision", "provisions.json", `no rule cites "${key}"`, "remove it, or cite it");
    if (strict && !confirmed) add("lint/unconfirmed", "provisions.json", `"${key}" is not confirmed against the instrument`, "check it and set confirmed to true");
  }
  return problems;
}
