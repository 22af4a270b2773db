import fc from "fast-check";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { rangesOf, type Range } from "../src/adapters/ranges.js";
import { scan as scanHere } from "../src/cli/scan.js";
import { ingest } from "../src/ingest/ingest.js";

const folder = mkdtempSync(join(tmpdir(), "obiter-jobs-"));
const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const all = async <T>(from: AsyncIterable<T>): Promise<T[]> => {
  const list: T[] = [];
  for await (const one of from) list.push(one);
  return list;
};

describe("ranges of a file", () => {
  it("are whole lines that together are the file, and read as the whole does", async () => {
    const line = fc.oneof(fc.constantFrom("", "not json", '{"text":"vejo você 😀"}', '{"id":"x","text":"ok","sender":{"id":"u","role":"chief"}}', '{"text":7}'), fc.string().map((text) => JSON.stringify({ text })));
    await fc.assert(fc.asyncProperty(fc.array(line, { maxLength: 12 }), fc.constantFrom("\n", "\r\n"), fc.boolean(), fc.integer({ min: 1, max: 80 }), async (lines, end, closed, bytes) => {
      const text = ['{"text":"first"}', ...lines].join(end) + (closed ? end : "");
      const path = file("law.jsonl", text);
      const ranges = await all(rangesOf(path, bytes));
      expect(ranges.map(({ start, end: to }) => readFileSync(path).subarray(start, to).toString()).join("")).toBe(text);
      for (const range of ranges.slice(0, -1)) expect(range.end - range.start).toBeGreaterThanOrEqual(bytes);
      const read = async ({ start, end: to, line: firstLine }: Range) => all(ingest([readFileSync(path).subarray(start, to)], "f", { firstLine }));
      const isMessage = (one: object): boolean => !("code" in one && String(one.code).startsWith("message/"));
      expect((await Promise.all(ranges.map(read))).flat().filter(isMessage)).toEqual((await all(ingest([readFileSync(path)], "f"))).filter(isMessage));
    }), { numRuns: 60 });
  });
  it.each([["a WhatsApp export", "14/11/2026, 19:46 - Tom: hello\n"], ["UTF-16", Buffer.from('\ufeff{"text":"ok"}\n', "utf16le")], ["an empty file", ""]])("%s has none: it is read whole", async (_, content) => {
    expect(await all(rangesOf(file("whole", content), 4))).toEqual([]);
  });
});

describe("scan --jobs", () => {
  const pad = "x".repeat(100_000);
  const lines = Array.from({ length: 110 }, (_, i) => (i % 17 === 5 ? "not json" : JSON.stringify({ ...(i % 3 === 0 ? {} : { id: `m${i}` }), text: i % 5 === 0 ? "My NI number is JG 10 37 59 A" : "see you at three \u2028", sender: { id: "c", role: i % 2 === 0 ? "client" : "chief" }, pad })));
  const big = file("big.jsonl", lines.join("\n"));
  const chat = "examples/whatsapp-ios-en.txt";
  const scan = (...args: string[]) => spawnSync(process.execPath, ["dist/cli.js", "scan", chat, big, "no-such-file", ...args], { encoding: "utf8", env: { ...process.env, NO_COLOR: "1" }, maxBuffer: 1 << 26 });

  it.each(["text", "json", "jsonl", "sarif"])("%s: the same bytes, problems and status as one reader", (format) => {
    const [one, three] = [scan("--format", format), scan("--format", format, "--jobs", "3")];
    expect(one.stdout.length).toBeGreaterThan(1000);
    expect(three).toMatchObject({ status: one.status, stdout: one.stdout, stderr: one.stderr });
    expect(one.stderr.match(/unknown role/g)).toHaveLength(1);
    if (format === "json" || format === "sarif") expect(JSON.stringify(JSON.parse(one.stdout), null, 2)).toBe(one.stdout.trimEnd());
  });
  it("an empty scan is still whole JSON", () => {
    const none = (format: string) => spawnSync(process.execPath, ["dist/cli.js", "scan", "no-such-file", "--format", format], { encoding: "utf8" }).stdout;
    expect(none("json")).toBe("[]\n");
    expect(JSON.stringify(JSON.parse(none("sarif")), null, 2)).toBe(none("sarif").trimEnd());
  });
  it("waits for its reader: nothing more is written before what was written is taken", async () => {
    const lines = Array.from({ length: 2000 }, (_, i) => JSON.stringify({ id: `m${i}`, text: "My NI number is JG 10 37 59 A" }));
    const written: string[] = [];
    const write = vi.spyOn(process.stdout, "write").mockImplementation((text) => written.push(String(text)) < 0);
    try {
      const done = scanHere([file("slow.jsonl", lines.join("\n"))], { format: "jsonl" });
      for (let taken = 1; taken <= 2000; taken++) {
        while (written.length < taken) await new Promise(setImmediate);
        if (taken < 20) for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate);
        expect(written.length).toBe(taken);
        process.stdout.emit("drain");
      }
      expect(await done).toBe(0);
    } finally {
      write.mockRestore();
    }
    expect(written.map((line) => (JSON.parse(line) as { messageId: string }).messageId)).toEqual(lines.map((_, i) => `m${i}`));
  });
  it.each(["0", "1.5", "many"])("--jobs %s is no number of jobs", (jobs) => expect(scan("--jobs", jobs)).toMatchObject({ status: 2, stdout: "" }));
});
