import pc from "picocolors";
import { once } from "node:events";
import { parentPort, Worker, workerData } from "node:worker_threads";
import { noAnswer, readPart, total, type Answer, type Part } from "./read-part.js";
import { settingsOf, type ScanOptions } from "./settings.js";

/** Reads parts in so many worker threads, at most twice as many ahead, and gives the answers in the order of the parts. */
export async function* readInWorkers(parts: AsyncIterable<Part>, options: ScanOptions, jobs: number): AsyncGenerator<Answer> {
  const env = { ...process.env, ...(pc.isColorSupported ? { FORCE_COLOR: "1" } : {}) };
  const workers = Array.from({ length: jobs }, () => new Worker(new URL(import.meta.url), { workerData: options, env }));
  const idle = [...workers];
  const waiting: ((worker: Worker) => void)[] = [];
  const read = async (part: Part): Promise<Answer> => {
    const worker = idle.pop() ?? (await new Promise<Worker>((take) => waiting.push(take)));
    worker.postMessage(part);
    const [answer] = (await once(worker, "message")) as [Answer];
    const next = waiting.shift();
    if (next === undefined) idle.push(worker);
    else next(worker);
    return answer;
  };
  const ahead: Promise<Answer>[] = [];
  try {
    for await (const part of parts) {
      const answer = read(part);
      answer.catch(() => undefined);
      ahead.push(answer);
      if (ahead.length >= 2 * jobs) yield await ahead.shift()!;
    }
    while (ahead.length > 0) yield await ahead.shift()!;
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

/** What a worker thread does: answers each part whole. */
export async function serveParts(): Promise<void> {
  const settings = await settingsOf(workerData as ScanOptions);
  parentPort!.on("message", async (part: Part) => {
    const sum = noAnswer();
    for await (const answer of readPart(part, settings)) {
      total(sum, answer);
      sum.written.push(...answer.written);
      sum.problems.push(...answer.problems);
    }
    parentPort!.postMessage(sum);
  });
}
