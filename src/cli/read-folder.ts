import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** All files under a folder (or the one file), in order of their paths, as text. */
export function readFolder(path: string, ending: string): { path: string; text: string }[] {
  if (!statSync(path).isDirectory()) return [{ path, text: readFileSync(path, "utf8") }];
  return readdirSync(path, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const inside = join(path, entry.name);
      if (entry.isDirectory()) return readFolder(inside, ending);
      return entry.name.endsWith(ending) ? [{ path: inside, text: readFileSync(inside, "utf8") }] : [];
    });
}
