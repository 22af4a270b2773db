/**
 * `npm run bench`: every file of `subjects/` in a process of its own, each timed against the floor; a table on stdout, the same as
 * JSON and Markdown in `.cache/bench/`, with the peers as they were last measured. `--short`: fewer messages, for CI. Names of
 * subjects as arguments run only those.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { tableOf } from "./table.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const short = process.argv.includes("--short");
const asked = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const names = readdirSync(here("subjects/")).map((file) => file.replace(/\.mjs$/, "")).filter((name) => asked.length === 0 || asked.includes(name)).sort();

const rows = [];
for (const name of names) {
  process.stderr.write(`${name}…\n`);
  const { status, stdout } = spawnSync(process.execPath, ["--expose-gc", here("subject.mjs"), name, short ? "--short" : "--full"], { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"], maxBuffer: 1 << 26 });
  if (status !== 0) process.exit(1);
  rows.push(...JSON.parse(stdout.slice(stdout.lastIndexOf("\n[") + 1)).map((row) => ({ ...row, file: name })));
}

const peers = here("../.cache/bench/peers.json");
if (asked.length === 0 && existsSync(peers)) rows.push(...JSON.parse(readFileSync(peers, "utf8")));

const report = { machine: `${cpus()[0].model.trim()}, ${cpus().length} cores`, node: process.version, short, rows };
mkdirSync(here("../.cache/bench/"), { recursive: true });
writeFileSync(here("../.cache/bench/report.json"), `${JSON.stringify(report, null, 2)}\n`);
writeFileSync(here("../.cache/bench/report.md"), tableOf(report));
console.log(tableOf(report));
