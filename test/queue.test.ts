import fc from "fast-check";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { countsIn, createProcessor, digestOf, jobsOf, merge, type Counts, type QueuedScan } from "../src/adapters/bullmq.js";
import { lgpd } from "../src/generated/packs/lgpd.js";
import { sra } from "../src/generated/packs/sra.js";
import { createEngine } from "../src/index.js";

/** What needs no Redis; `npm run test:queue` runs real workers and kills one. */
const engine = createEngine({ packs: [sra], law: "GB-EAW" });
const folder = (): string => mkdtempSync(join(tmpdir(), "obiter-queue-"));
const lines = ['{"id":"a","text":"My NI number is JG 10 37 59 A"}', "not json", '{"id":"b","text":"ok"}', '{"text":"see you at three"}'];
const chat = (content = lines.join("\n")): string => {
  const path = join(folder(), "chat.jsonl");
  writeFileSync(path, content);
  return path;
};
const jobs = async (file: string, bytes = 60): Promise<QueuedScan[]> => {
  const list: QueuedScan[] = [];
  for await (const job of jobsOf(file, engine, bytes)) list.push(job);
  return list;
};
const shard = (shards: string): string[] => readdirSync(shards).filter((name) => name.endsWith(".jsonl")).map((name) => readFileSync(join(shards, name), "utf8"));

describe("queue", () => {
  it("jobs are pointers: no text of a message, and the same work has the same id", async () => {
    const file = chat();
    const all = await jobs(file);
    expect(all.length).toBeGreaterThan(1);
    expect(JSON.stringify(all)).not.toMatch(/JG 10|three/);
    expect(new Set(all.map(({ opts }) => opts.jobId)).size).toBe(all.length);
    expect(await jobs(file)).toEqual(all);
  });
  it("in any order and however often, each message is counted once and stands in one shard", async () => {
    const all = await jobs(chat());
    await fc.assert(fc.asyncProperty(fc.shuffledSubarray([...all, ...all], { minLength: 2 * all.length }), async (order) => {
      const shards = folder();
      const process = createProcessor({ engine, shards });
      for (const job of order) await process(job);
      expect(await countsIn(shards)).toMatchObject({ messages: 3, problems: 1, categories: { pii: 1 } });
      const ids = shard(shards).join("").trim().split("\n").map((line) => (JSON.parse(line) as { messageId?: string }).messageId);
      expect(ids.sort()).toEqual(["4", "a", "b", undefined]);
      expect(readdirSync(shards).filter((name) => name.endsWith(".part"))).toEqual([]);
    }), { numRuns: 10 });
  });
  it("counts merge in any order and grouping", () => {
    const counts: fc.Arbitrary<Counts> = fc.record({ messages: fc.nat(99), problems: fc.nat(9), severities: fc.dictionary(fc.constantFrom("low", "high"), fc.nat(9)), categories: fc.dictionary(fc.constantFrom("pii", "threat"), fc.nat(9)) });
    fc.assert(fc.property(counts, counts, counts, (a, b, c) => {
      expect(merge(a, merge(b, c))).toEqual(merge(merge(c, b), a));
    }));
  });
  it("a worker with other packs than the job says refuses it", async () => {
    const [job] = await jobs(chat());
    const other = createEngine({ packs: [lgpd] });
    expect(digestOf(other)).not.toBe(digestOf(engine));
    await expect(createProcessor({ engine: other, shards: folder() })(job!)).rejects.toThrow("other packs");
  });
  it.each<[string, Parameters<typeof createEngine>[0]]>([["another law", { packs: [sra], law: "BR" }], ["another day", { packs: [sra], law: "GB-EAW", asOf: "2026-01-01" }], ["suspects", { packs: [sra], law: "GB-EAW", suspects: true }]])("so does one with %s: one folder never mixes what is read in two ways", async (_, options) => {
    const [job] = await jobs(chat());
    await expect(createProcessor({ engine: createEngine(options), shards: folder() })(job!)).rejects.toThrow("another law, asOf or suspects");
  });
  it.each([["no folder", { engine }, /"shards" is no folder/], ["an office that is misspelt", { engine, shards: "x", as: "COLP" }, /did you mean "colp"/], ["an option that it does not know", { engine, shards: "x", shard: "y" }, /no option "shard"/]])("%s is refused when the worker starts", (_, options, expected) => {
    expect(() => createProcessor(options as never)).toThrow(expected);
  });
  it("a WhatsApp export is one job, read whole", async () => {
    const [job, ...rest] = await jobs("examples/whatsapp-ios-en.txt");
    expect(rest).toEqual([]);
    expect((await createProcessor({ engine, shards: folder() })(job!)).messages).toBeGreaterThan(3);
  });
  it("a file that has shrunk is told", async () => {
    const file = chat();
    const all = await jobs(file);
    truncateSync(file, 10);
    await expect(createProcessor({ engine, shards: folder() })(all.at(-1)!)).rejects.toThrow("shorter");
  });
  it("a shard that the disk does not take leaves nothing, says so without text, and is written once there is room", async () => {
    const file = chat(`${lines[0]}\n`.repeat(300));
    const shards = folder();
    const [job] = await jobs(file, 1 << 20);
    const script = `import { createProcessor } from "obiter/adapters/bullmq"; import { createEngine } from "obiter"; import { sra } from "obiter/packs";
      createProcessor({ engine: createEngine({ packs: [sra], law: "GB-EAW" }), shards: ${JSON.stringify(shards)} })(${JSON.stringify(job)}).then(({ messages }) => console.log(messages), (error) => console.log(error.message));`;
    const run = (limit: string) => spawnSync("bash", ["-c", `ulimit -f ${limit}; exec "${process.execPath}" --input-type=module -e '${script}'`], { encoding: "utf8" });
    const full = run("8");
    expect(full.stdout).toMatch(/cannot be read or written \((?:EFBIG|ENOSPC)\).*queue\/shard/);
    expect(full.stdout).not.toContain("JG 10");
    expect(readdirSync(shards)).toEqual([]);
    expect(run("unlimited").stdout).toBe("300\n");
    expect((await countsIn(shards)).messages).toBe(300);
  });
});
