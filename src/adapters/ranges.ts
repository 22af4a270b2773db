import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { formatIn, LOOKED } from "../ingest/format.js";

/** A stretch of a JSONL file that begins and ends with a line. */
export interface Range {
  readonly file: string;
  /** In bytes; `end` is not included. */
  readonly start: number;
  readonly end: number;
  /** 1-based number of its first line. */
  readonly line: number;
}

const NEWLINE = 10;

/**
 * Cuts a JSONL file into ranges of about so many bytes, each of whole lines, in one pass over it. A file that is not JSONL in UTF-8
 * (any other format, a zip, UTF-16) gives nothing: it is read whole.
 */
export async function* rangesOf(file: string, bytes = 4 << 20): AsyncGenerator<Range> {
  if (!(await isJsonl(file))) return;
  let [at, start, line, lines] = [0, 0, 1, 0];
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    for (let next = chunk.indexOf(NEWLINE); next >= 0; next = chunk.indexOf(NEWLINE, next + 1)) {
      lines++;
      const end = at + next + 1;
      if (end - start < bytes) continue;
      yield { file, start, end, line };
      [start, line] = [end, lines + 1];
    }
    at += chunk.length;
  }
  if (at > start) yield { file, start, end: at, line };
}

async function isJsonl(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(LOOKED), 0, LOOKED, 0);
    const head = buffer.subarray(0, bytesRead);
    return !head.includes(0) && formatIn(head.toString("utf8").split("\n")) === "jsonl";
  } finally {
    await handle.close();
  }
}
