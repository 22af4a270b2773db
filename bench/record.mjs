/**
 * `npm run bench:record` keeps the last report as this machine's record (`record/<processor>-node<major>.json`); `npm run bench:check`
 * fails when something costs more than 1.5 times what the record says, in floors. The best round counts, so that a busy
 * machine alone fails nothing; a machine without a record passes, and says so.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const WORSE = 1.5;
const report = JSON.parse(readFileSync(new URL("../.cache/bench/report.json", import.meta.url), "utf8"));
const name = `${report.machine}-node${report.node.slice(1).split(".")[0]}${report.short ? "-short" : ""}`.toLowerCase().replace(/[^a-z0-9]+/g, "-");
const file = fileURLToPath(new URL(`record/${name}.json`, import.meta.url));
const inFloors = ({ unit }) => unit === "× F";

if (process.argv[2] === "keep") {
  const { machine, node, short, rows } = report;
  writeFileSync(file, `${JSON.stringify({ machine, node, short, rows: rows.filter(inFloors).map(({ subject, unit, median, min, max }) => ({ subject, unit, median, min, max })) }, null, 2)}\n`);
  console.log(`kept as record/${name}.json`);
} else if (!existsSync(file)) console.log(`no record of this machine (record/${name}.json): nothing to compare`);
else {
  const known = new Map(JSON.parse(readFileSync(file, "utf8")).rows.map((row) => [row.subject, row]));
  const worse = report.rows.filter(inFloors).filter(({ subject, median, min }) => known.has(subject) && (min ?? median) > WORSE * known.get(subject).median);
  for (const { subject, median, min } of worse) console.error(`${subject}: ${(min ?? median).toFixed(1)} × F at best, ${known.get(subject).median.toFixed(1)} in the record`);
  if (worse.length > 0) process.exit(1);
  console.log(`nothing is more than ${WORSE} times its record`);
}
