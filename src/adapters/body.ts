import { ObiterError, type Problem } from "../core/problem.js";
import type { Line } from "../ingest/lines.js";

/** As much of a `ReadableStream` as is used. */
export interface ByteStream {
  readonly getReader: () => { readonly read: () => Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>; readonly cancel: (reason?: unknown) => Promise<unknown> };
}

/** How much is read before a request is refused, in bytes. */
export interface Limits {
  /** Of a message: a JSON body, or a line of JSONL. Default 1 MiB. */
  readonly maxMessageBytes?: number;
  /** Of a whole body. Default 32 MiB. */
  readonly maxBytes?: number;
}

export const MAX_MESSAGE_BYTES = 1 << 20;
export const MAX_BYTES = 32 << 20;
const NEWLINE = 10;

const tooLong = (what: string, bytes: number): Problem => ({ code: "request/too-large", message: `${what} has more than ${bytes} bytes`, hint: "send less at once" });
export const tooLarge = (what: string, bytes: number): ObiterError => new ObiterError([tooLong(what, bytes)]);
const NO_UTF8: Problem = { code: "request/encoding", message: "the body is not UTF-8", hint: "send UTF-8" };

/** A body as it comes, up to its limit: what is over it is never held. Throws ObiterError there. */
async function* bounded(body: ByteStream, what: string, most: number): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  let left = most;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      if (value === undefined) continue;
      yield value.subarray(0, left);
      if (value.length > left) throw tooLarge(what, most);
      left -= value.length;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** A whole body as text. Throws ObiterError. */
export async function textOf(body: ByteStream, { maxMessageBytes = MAX_MESSAGE_BYTES, maxBytes = MAX_BYTES }: Limits): Promise<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let text = "";
  for await (const chunk of bounded(body, "a message", Math.min(maxMessageBytes, maxBytes))) text += decoded(() => decoder.decode(chunk, { stream: true }));
  return text + decoded(() => decoder.decode());
}

function decoded(decode: () => string): string {
  try {
    return decode();
  } catch {
    throw new ObiterError([NO_UTF8]);
  }
}

/**
 * The lines of a body of JSONL as they come, whichever way it is cut into chunks. One that is too long or not UTF-8 comes as a Problem in its
 * place, and the others are read. Throws ObiterError where the whole body grows too large, and before any line where it is compressed:
 * what is unpacked could be of any size.
 */
export async function* linesOf(body: ByteStream, { maxMessageBytes = MAX_MESSAGE_BYTES, maxBytes = MAX_BYTES }: Limits): AsyncGenerator<Line | Problem> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const head: number[] = [];
  const line = growing(maxMessageBytes);
  let number = 0;
  const close = (): Line | Problem => {
    const bytes = line.taken();
    const at = { file: "body", line: ++number };
    if (bytes === undefined) return { ...tooLong("a message", maxMessageBytes), ...at };
    try {
      return { text: decoder.decode(bytes), number };
    } catch {
      return { ...NO_UTF8, ...at, message: "the line is not UTF-8" };
    }
  };
  for await (const chunk of bounded(body, "the body", maxBytes)) {
    for (let i = 0; i < chunk.length && head.length < 4; i++) head.push(chunk[i]!);
    if (isPacked(head)) throw new ObiterError([{ code: "request/type", message: "compressed bodies are not read", hint: "send the lines as they are" }]);
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
      line.add(chunk.subarray(from, end));
      from = end + 1;
      yield close();
    }
    line.add(chunk.subarray(from));
  }
  if (!line.isEmpty()) yield close();
}

/** Bytes that are added up to a limit, and taken: nothing where they were more. However small the pieces are, it holds twice the limit at most. */
function growing(most: number): { readonly add: (piece: Uint8Array) => void; readonly taken: () => Uint8Array | undefined; readonly isEmpty: () => boolean } {
  let buffer = new Uint8Array(1024);
  let length = 0;
  return {
    add(piece) {
      const start = length;
      length += piece.length;
      if (length > most) return;
      if (length > buffer.length) {
        const larger = new Uint8Array(2 * length);
        larger.set(buffer);
        buffer = larger;
      }
      buffer.set(piece, start);
    },
    taken() {
      const bytes = length > most ? undefined : buffer.subarray(0, length);
      length = 0;
      return bytes;
    },
    isEmpty: () => length === 0,
  };
}

/** Whether bytes begin as a zip, or as what gzip packs. */
const isPacked = ([a, b, c, d]: readonly number[]): boolean => (a === 0x50 && b === 0x4b && c === 3 && d === 4) || (a === 0x1f && b === 0x8b);
