/**
 * `npm run bench:record` keeps the last report as this kind of machine's record (`record/<processor>-<cores>-node<major>.json`);
 * `npm run bench:check` fails when something is worse than it (`worse.mjs`). A kind of machine without a record passes, and says so.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { inFloors, worse, WORSE } from "./worse.mjs";

const report = JSON.parse(readFileSync(new URL("../.cache/bench/report.json", import.meta.url), "utf8"));
const { machine, node, short, rows } = report;
const name = `record/${`${machine} node${node.slice(1).split(".")[0]}${short ? " short" : ""}`.toLowerCase().replace(/[^a-z0-9]+/g, "-")}.json`;
const file = fileURLToPath(new URL(name, import.meta.url));

if (process.argv[2] === "keep") {
  mkdirSync(new URL("record/", import.meta.url), { recursive: true });
  writeFileSync(file, `${JSON.stringify({ machine, node, short, rows: rows.filter(inFloors).map(({ subject, unit, median, min, max }) => ({ subject, unit, median, min, max })) }, null, 2)}\n`);
  console.log(`kept as bench/${name}`);
} else if (!existsSync(file)) console.log(`no record of this kind of machine (bench/${name}): nothing to compare with; npm run bench:record keeps one`);
else {
  const found = worse(report, JSON.parse(readFileSync(file, "utf8")));
  for (const { subject, best, before } of found) console.error(`${subject}: ${best.toFixed(1)} × F at best, ${before.toFixed(1)} in the record`);
  if (found.length > 0) process.exit(1);
  console.log(`nothing costs more than ${WORSE} times what bench/${name} says`);
}
