import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const WANTED = { "engine and one pack, without tables and model": { must: 80, goal: 50 }, "tables and default model": { must: 200 }, "larger model": { must: 4000 } };

/** What a user bundles, by the budgets of `.size-limit.mjs`. */
export default function measure() {
  const { stdout } = spawnSync("npm", ["run", "size", "--silent", "--", "--json"], { cwd: ROOT, encoding: "utf8" });
  return JSON.parse(stdout).map(({ name, size }) => ({ subject: `size: ${name}`, unit: "kB gzip", ...WANTED[name], median: size / 1000 }));
}
