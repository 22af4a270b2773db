/**
 * `npm run bench:record` keeps the last report as this kind of machine's record (`record/<processor>-<cores>-node<major>.json`);
 * `npm run bench:check` fails when something is worse than it (`worse.mjs`), and still is when its subject is run anew, twice: now and then
 * V8 compiles a loop badly for a whole process. A kind of machine without a record passes, and says so.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { inFloors, worse, WORSE } from "./worse.mjs";

const TRIES = 2;
const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const REPORT = here("../.cache/bench/report.json");
const read = (file) => JSON.parse(readFileSync(file, "utf8"));

const report = read(REPORT);
const { machine, node, short, rows } = report;
const name = `record/${`${machine} node${node.slice(1).split(".")[0]}${short ? " short" : ""}`.toLowerCase().replace(/[^a-z0-9]+/g, "-")}.json`;
const file = here(name);

/** The same subjects in a process of their own again. The report stays as it was. */
function runAgain(subjects) {
  const kept = readFileSync(REPORT);
  spawnSync(process.execPath, [here("run.mjs"), ...subjects, ...(short ? ["--short"] : [])], { stdio: "ignore" });
  const again = read(REPORT);
  writeFileSync(REPORT, kept);
  return again;
}

if (process.argv[2] === "keep") {
  mkdirSync(here("record/"), { recursive: true });
  writeFileSync(file, `${JSON.stringify({ machine, node, short, rows: rows.filter(inFloors).map(({ subject, unit, median, min, max }) => ({ subject, unit, median, min, max })) }, null, 2)}\n`);
  console.log(`kept as bench/${name}`);
} else if (!existsSync(file)) console.log(`no record of this kind of machine (bench/${name}): nothing to compare with; npm run bench:record keeps one`);
else {
  const record = read(file);
  let found = worse(report, record);
  for (let tries = 0; found.length > 0 && tries < TRIES; tries++) {
    const still = new Set(worse(runAgain([...new Set(found.map((row) => row.file))]), record).map(({ subject }) => subject));
    found = found.filter(({ subject }) => still.has(subject));
  }
  for (const { subject, best, before } of found) console.error(`${subject}: ${best.toFixed(1)} × F at best, ${before.toFixed(1)} in the record`);
  if (found.length > 0) process.exit(1);
  console.log(`nothing costs more than ${WORSE} times what bench/${name} says`);
}
