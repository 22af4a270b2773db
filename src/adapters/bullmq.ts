import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Assessment } from "../core/assessment.js";
import type { Message } from "../core/message.js";
import { ObiterError, type Problem } from "../core/problem.js";
import type { Severity } from "../core/severity.js";
import type { Engine } from "../engine.js";
import { ingest } from "../ingest/ingest.js";
import { rangesOf } from "./ranges.js";
import { assessFor, refuseMistakes, type Reading } from "./shown.js";

/** What stands in Redis: where to read and with which packs, never a message. */
export interface ScanJob {
  readonly file: string;
  /** In bytes; `end` is not included. */
  readonly start: number;
  readonly end: number;
  /** Number of the first line; absent where the whole file is read. */
  readonly line?: number;
  /** Of the packs and settings that it is to be read with (`digestOf`). */
  readonly packs: string;
}

/** A job as `queue.addBulk` of BullMQ takes it. Its id is that of its work: what is queued twice is done once. */
export interface QueuedScan {
  readonly name: "scan";
  readonly data: ScanJob;
  readonly opts: { readonly jobId: string; readonly attempts: number; readonly backoff: { readonly type: "exponential"; readonly delay: number } };
}

/** What was found in a shard, or in many. */
export interface Counts {
  readonly messages: number;
  /** Lines that could not be read. */
  readonly problems: number;
  readonly severities: Readonly<Partial<Record<Severity, number>>>;
  readonly categories: Readonly<Record<string, number>>;
}

export interface ProcessorOptions extends Pick<Reading, "as"> {
  readonly engine: Pick<Engine, "assess" | "packs" | "settings">;
  /** Folder of the shards, shared by all workers: one for one state of the files and of the directory, calendars and viewer (`as`), since none of these stands in a job. */
  readonly shards: string;
}

/** Stands for the packs of an engine and their versions (that of the overlay among them), and for `law`, `asOf` and `suspects`. */
export const digestOf = ({ packs, settings: { law, asOf, suspects } }: Pick<Engine, "packs" | "settings">): string =>
  createHash("sha256").update(JSON.stringify([packs, law, asOf ?? null, suspects])).digest("hex").slice(0, 32);

/**
 * The jobs of a file, in stretches of about so many bytes (default 4 MiB). A job names its stretch and not what stands there: where the file
 * was written anew or has grown since it was queued, queue it with an empty folder of shards, or what was done before is kept and counted beside it.
 */
export async function* jobsOf(file: string, engine: Pick<Engine, "packs" | "settings">, bytes?: number): AsyncGenerator<QueuedScan> {
  const packs = digestOf(engine);
  let isCut = false;
  for await (const { start, end, line } of rangesOf(file, bytes)) {
    isCut = true;
    yield queued({ file, start, end, line, packs });
  }
  const { size } = await stat(file);
  if (!isCut && size > 0) yield queued({ file, start: 0, end: size, packs });
}

const idOf = ({ file, start, end, packs }: ScanJob): string => createHash("sha256").update(JSON.stringify([file, start, end, packs])).digest("hex").slice(0, 32);
const queued = (data: ScanJob): QueuedScan => ({ name: "scan", data, opts: { jobId: idOf(data), attempts: 10, backoff: { type: "exponential", delay: 1000 } } });

/**
 * A processor for `new Worker(queue, processor)` of BullMQ. It writes one shard of JSONL a job, an assessment or a problem a line, whole
 * or not at all: a worker that dies in the middle leaves nothing behind, and a job that was done is not done again. Throws
 * ObiterError, so that the job is tried again, where the worker reads by other packs or settings than the job, the file has shrunk, or the shard cannot be written.
 */
export function createProcessor(options: ProcessorOptions): (job: { readonly data: ScanJob }) => Promise<Counts> {
  refuseMistakes("createProcessor", options, ["engine", "as", "shards"], ["engine", "shards"]);
  const { engine, shards } = options;
  const digest = digestOf(engine);
  return async ({ data }) => {
    const { file, start, end, line, packs } = data;
    if (packs !== digest) throw refusal("queue/packs", "this worker has other packs than the job, or another law, asOf or suspects", "run workers of one version and one setting, or queue the file anew");
    const done = join(shards, `${idOf(data)}.counts.json`);
    const before = await readFile(done, "utf8").catch(() => undefined);
    if (before !== undefined) return JSON.parse(before) as Counts;
    if ((await stat(file)).size < end) throw refusal("queue/file", `${basename(file)} is shorter than when it was queued`, "queue it anew");
    const counts = { messages: 0, problems: 0, severities: {} as Partial<Record<Severity, number>>, categories: {} as Record<string, number> };
    const bytes = createReadStream(file, { start, end: end - 1, highWaterMark: 1 << 18 });
    await writeWhole(join(shards, `${idOf(data)}.jsonl`), shardLines(ingest(bytes, basename(file), line === undefined ? {} : { firstLine: line }), options, counts));
    await writeWhole(done, [JSON.stringify(counts)]);
    return counts;
  };
}

async function* shardLines(read: AsyncIterable<Message | Problem>, reading: Reading, counts: { messages: number; problems: number; severities: Record<string, number>; categories: Record<string, number> }): AsyncGenerator<string> {
  for await (const one of read) {
    if ("code" in one) {
      counts.problems++;
      yield JSON.stringify({ problem: one });
      continue;
    }
    const assessment: Assessment = assessFor(reading, one);
    counts.messages++;
    for (const { severity, category } of assessment.findings) {
      counts.severities[severity] = (counts.severities[severity] ?? 0) + 1;
      counts.categories[category] = (counts.categories[category] ?? 0) + 1;
    }
    yield JSON.stringify(assessment);
  }
}

const PIECE = 1 << 20;

/** Writes lines beside the place and moves them there when all are safe on disk. */
async function writeWhole(path: string, lines: AsyncIterable<string> | Iterable<string>): Promise<void> {
  const part = `${path}.${randomUUID()}.part`;
  try {
    await mkdir(join(path, ".."), { recursive: true });
    const handle = await open(part, "wx", 0o600);
    try {
      let piece = "";
      for await (const line of lines) {
        piece += `${line}\n`;
        if (piece.length < PIECE) continue;
        await handle.appendFile(piece);
        piece = "";
      }
      await handle.appendFile(piece);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    const code = (error as NodeJS.ErrnoException).code;
    if (error instanceof ObiterError || code === undefined) throw error;
    throw refusal("queue/shard", `the shard cannot be read or written (${code})`, "free space or mend the disk; nothing of the job was kept, and it will run again");
  }
}

const refusal = (code: string, message: string, hint: string): ObiterError => new ObiterError([{ code, message, hint }]);

/** What all the shards of a folder hold together: each job once, however often it ran. Shards of an earlier state of a file count too (`jobsOf`). */
export async function countsIn(shards: string): Promise<Counts> {
  const names = (await readdir(shards)).filter((name) => name.endsWith(".counts.json"));
  const all = await Promise.all(names.map(async (name) => JSON.parse(await readFile(join(shards, name), "utf8")) as Counts));
  return all.reduce(merge, { messages: 0, problems: 0, severities: {}, categories: {} });
}

/** The sum of two counts: in any order and grouping it is the same. */
export function merge(a: Counts, b: Counts): Counts {
  return { messages: a.messages + b.messages, problems: a.problems + b.problems, severities: sum(a.severities, b.severities), categories: sum(a.categories, b.categories) };
}

const sum = <K extends string>(a: Readonly<Partial<Record<K, number>>>, b: Readonly<Partial<Record<K, number>>>): Record<K, number> =>
  Object.fromEntries([...new Set([...Object.keys(a), ...Object.keys(b)] as K[])].sort().map((key) => [key, (a[key] ?? 0) + (b[key] ?? 0)])) as Record<K, number>;
