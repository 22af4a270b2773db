/** The arithmetic of the README's section on archives, from what a message takes and how long it is. `npm run bench:readme` writes it. */
const STRETCH = 4 * 2 ** 20;
const IN_REDIS = 560;

const rounded = (value) => Number(value.toPrecision(2));
const count = (value) => rounded(value).toLocaleString("en");
const plural = (value, unit) => `${count(value)} ${unit}${rounded(value) === 1 ? "" : "s"}`;
const time = (seconds) => (seconds < 100 ? plural(seconds, "second") : seconds < 6000 ? plural(seconds / 60, "minute") : plural(seconds / 3600, "hour"));
const size = (bytes) => (bytes < 1e9 ? `${count(bytes / 1e6)} MB` : `${count(bytes / 1e9)} GB`);

/** @param {{ ms: number, bytes: number }} one of a message: milliseconds of a processor, and length as JSONL */
export function archiveTable({ ms, bytes }) {
  const row = (messages, label, cores, run) => `| ${label} | ${size(messages * bytes)} | ${label} × ${ms} ms = ${time((messages * ms) / 1000)} | ${run(time((messages * ms) / 1000 / cores), (messages * bytes) / STRETCH)} |`;
  return [
    `A message takes ${ms} ms of one core with the default model, reading and writing JSONL of ${bytes} bytes a message included`,
    "(`npm run bench -- archive` measures yours).",
    "",
    "| messages | about | processor time | run |",
    "|---|---|---|---|",
    row(1e6, "10⁶", 4, (done) => `\`obiter scan archive.jsonl --format jsonl --jobs 4\`: ${done} on four cores`),
    row(1e8, "10⁸", 32, (done) => `\`--jobs 32\` on one large machine: ${done}; or the queue below on several`),
    row(1e9, "10⁹", 160, (done, jobs) => `the queue, on ten machines of 16 cores: ${done}; ${count(jobs)} jobs of 4 MiB are some ${size(jobs * IN_REDIS)} in Redis`),
    "",
  ].join("\n");
}

/** Where it stands in the README, and what it was made from. */
export const ARCHIVE_TABLE = /(?<=## Archives\n)A message takes ([\d.]+) ms[^\n]*JSONL of (\d+) bytes[\s\S]*?\n(?=\n`--jobs` cuts)/;
