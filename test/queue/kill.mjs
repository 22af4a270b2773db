import { Queue } from "bullmq";
import { fork, spawn } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { createEngine } from "obiter";
import { countsIn, jobsOf } from "obiter/adapters/bullmq";
import { gdpr, lgpd, sra } from "obiter/packs";

/**
 * 200,000 messages, a real Redis, three worker processes. In mid-run one worker is killed with SIGKILL, then Redis itself, which comes
 * back from its log. In the end every message must have been read once and every count be exact. `npm run test:queue [-- messages]`
 */
const MESSAGES = Number(process.argv[2] ?? 200_000);
const folder = mkdtempSync(join(tmpdir(), "obiter-kill-"));
const [file, shards] = [join(folder, "chat.jsonl"), join(folder, "shards")];
const engine = createEngine({ packs: [sra, gdpr, lgpd], law: "GB-EAW" });

const texts = ["see you at three", "My NI number is JG 10 37 59 A", "ok, vou ver isso hoje", "You should reject the offer, you have a strong claim for unfair dismissal", "thanks, got it", "nos vemos el jueves a las diez", "running late, ten minutes"];
const message = (i) => ({ id: `m${i}`, text: texts[i % texts.length], sender: { id: "p", role: "paralegal" }, direction: "outbound" });
let [broken, piece] = [0, ""];
for (let i = 0; i < MESSAGES; i++) {
  piece += `${JSON.stringify(message(i))}\n`;
  if (i % 1000 === 500) [broken, piece] = [broken + 1, `${piece}{"id":"broken\n`];
  if (piece.length > 1 << 20 || i === MESSAGES - 1) {
    appendFileSync(file, piece);
    piece = "";
  }
}
const expected = {};
texts.forEach((_, k) => {
  const times = Math.floor(MESSAGES / texts.length) + (k < MESSAGES % texts.length ? 1 : 0);
  for (const { category, restricted } of engine.assess(message(k)).findings) if (restricted === undefined) expected[category] = (expected[category] ?? 0) + times;
});

const port = await new Promise((done) => {
  const server = createServer().listen(0, "127.0.0.1", () => {
    const { port: free } = server.address();
    server.close(() => done(free));
  });
});
const startRedis = async () => {
  const redis = spawn("redis-server", ["--port", String(port), "--bind", "127.0.0.1", "--dir", folder, "--appendonly", "yes", "--appendfsync", "always", "--save", "", "--maxmemory-policy", "noeviction"], { stdio: ["ignore", "pipe", "inherit"] });
  redis.on("error", () => { throw new Error("there is no redis-server: scripts/apt.sh installs it"); });
  for await (const line of redis.stdout) if (String(line).includes("Ready to accept connections")) break;
  redis.stdout.resume();
  return redis;
};
let redis = await startRedis();
let workers = [];
process.on("exit", () => [redis, ...workers].forEach((child) => child.kill()));
const queue = new Queue("chat", { connection: { host: "127.0.0.1", port, maxRetriesPerRequest: null } });
queue.on("error", () => undefined);
const jobs = [];
for await (const job of jobsOf(file, engine, 256 * 1024)) jobs.push(job);
await queue.addBulk(jobs);
await queue.addBulk(jobs); // queued twice, done once
console.log(`${MESSAGES} messages, ${broken} broken lines, ${jobs.length} jobs`);

let done = 0;
workers = Array.from({ length: 3 }, () => fork(new URL("worker.mjs", import.meta.url), [String(port), shards]));
for (const worker of workers) worker.on("message", (told) => (done += told === "done" ? 1 : 0));
const until = async (holds, what) => {
  for (const end = Date.now() + 600_000; !(await holds()); await wait(50)) if (Date.now() > end) throw new Error(`waited ten minutes for ${what}`);
};

await until(() => done >= jobs.length / 5, "the first jobs");
await until(() => readdirSync(shards).some((name) => name.endsWith(".part")), "a worker in the middle of a shard");
workers[0].kill("SIGKILL");
await once(workers[0], "exit");
console.log(`a worker killed after ${done} jobs`);
await until(() => done >= jobs.length / 2, "half of the jobs");
redis.kill("SIGKILL");
await once(redis, "exit");
await wait(1000);
redis = await startRedis();
console.log(`Redis killed after ${done} jobs, and back`);
await until(async () => (await queue.getJobCounts("completed").catch(() => ({}))).completed === jobs.length, "the end");

const failures = [];
const same = (what, given, wanted) => JSON.stringify(given) !== JSON.stringify(wanted) && failures.push(`${what}: ${JSON.stringify(given)}, not ${JSON.stringify(wanted)}`);
const { messages, problems, categories } = await countsIn(shards);
same("messages", messages, MESSAGES);
same("problems", problems, broken);
same("findings", Object.fromEntries(Object.entries(categories).sort()), Object.fromEntries(Object.entries(expected).sort()));
const seen = new Set();
let lines = 0;
for (const name of readdirSync(shards).filter((one) => one.endsWith(".jsonl"))) {
  for (const line of readFileSync(join(shards, name), "utf8").split("\n")) {
    const id = /^\{"messageId":"([^"]+)"/.exec(line)?.[1];
    if (id === undefined) continue;
    lines++;
    seen.add(id);
  }
}
same("lines of the shards", [lines, seen.size], [MESSAGES, MESSAGES]);
same("text in Redis", /strong claim|JG 10/.test(readdirSync(join(folder, "appendonlydir")).map((name) => readFileSync(join(folder, "appendonlydir", name), "latin1")).join("")), false);
console.log(failures.length === 0 ? "nothing lost, nothing doubled" : failures.join("\n"));

await queue.close();
rmSync(folder, { recursive: true, force: true });
process.exit(failures.length === 0 ? 0 : 1);
