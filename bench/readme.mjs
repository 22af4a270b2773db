/** `npm run bench:readme`: writes what the last report says of archives into the README. */
import { readFileSync, writeFileSync } from "node:fs";
import { ARCHIVE_TABLE, archiveTable } from "./archive-table.mjs";

const README = new URL("../README.md", import.meta.url);
const { rows } = JSON.parse(readFileSync(new URL("../.cache/bench/report.json", import.meta.url), "utf8"));
const row = rows.find(({ file, messages }) => file === "archive" && messages !== undefined);
if (row === undefined) throw new Error("the last report says nothing of archives: run npm run bench -- archive");
const readme = readFileSync(README, "utf8");
if (!ARCHIVE_TABLE.test(readme)) throw new Error("the README has no section on archives");
writeFileSync(README, readme.replace(ARCHIVE_TABLE, () => archiveTable({ ms: Number(row.median.toPrecision(2)), bytes: Math.round(row.bytes / row.messages) })));
