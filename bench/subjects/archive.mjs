import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { appendFileSync, mkdirSync, rmSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { makeMessages } from "../corpus.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const FILE = here("../../.cache/bench/archive.jsonl");
const DISTINCT = 50_000;

/** A JSONL archive of so many bytes: the made messages over and over, as an export has them. */
function writeArchive(bytes) {
  mkdirSync(here("../../.cache/bench/"), { recursive: true });
  rmSync(FILE, { force: true });
  const texts = makeMessages(DISTINCT);
  let [messages, size] = [0, 0];
  while (size < bytes) {
    const lines = Array.from({ length: 5000 }, () => {
      const n = messages++;
      return `${JSON.stringify({ id: `m${n}`, text: texts[n % DISTINCT], sentAt: new Date(1.7e12 + n * 60_000).toISOString(), conversationId: `c${n % 997}`, sender: { id: `u${n % 89}`, role: n % 3 === 0 ? "client" : "paralegal" } })}\n`;
    });
    appendFileSync(FILE, lines.join(""));
    size = statSync(FILE).size;
  }
  return { messages, bytes: size };
}

/** Seconds of the clock and of processors that a scan takes, and what it wrote. */
async function scan(jobs) {
  const start = process.hrtime.bigint();
  const child = spawn(process.execPath, [here("../told.mjs"), here("../../dist/cli.js"), "scan", FILE, "--format", "jsonl", "--firm-law", "GB-EAW", "--jobs", String(jobs)], { stdio: ["ignore", "pipe", "inherit", "pipe"] });
  const [hash, told] = [createHash("sha256"), []];
  child.stdio[3].on("data", (piece) => told.push(piece));
  for await (const piece of child.stdout) hash.update(piece);
  if (child.exitCode === null) await once(child, "close");
  if (child.exitCode !== 0) throw new Error(`scan ended with ${child.exitCode}`);
  return { seconds: Number(process.hrtime.bigint() - start) / 1e9, processor: Number(Buffer.concat(told)), digest: hash.digest("hex") };
}

/** One job and two over the same file: the same bytes in the same order, in less time. */
export default async function measure({ short }) {
  const { messages, bytes } = writeArchive(short ? 16e6 : 200e6);
  const one = await scan(1);
  const two = await scan(2);
  rmSync(FILE);
  if (one.digest !== two.digest) throw new Error("two jobs write something else than one");
  const note = `${messages} messages, ${(bytes / 1e6).toFixed(0)} MB`;
  return [
    { subject: "scan of an archive, a message", unit: "ms of a processor", median: (1000 * one.processor) / messages, note, messages, bytes },
    { subject: "the same by the clock, one job", unit: "ms", median: (1000 * one.seconds) / messages },
    { subject: "two jobs, by the clock, in the time of one", unit: "×", must: 0.625, goal: 0.55, median: two.seconds / one.seconds, note: "the same bytes in the same order; of use on two cores that nothing else uses" },
    { subject: "two jobs, time of processors in that of one", unit: "×", median: two.processor / one.processor },
  ];
}
