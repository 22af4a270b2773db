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
  let number = 1;
  let pieces: readonly Uint8Array[] = [];
  let length = 0;
  const take = (piece: Uint8Array): void => {
    length += piece.length;
    pieces = length > maxMessageBytes ? [] : [...pieces, piece];
  };
  const close = (): Line | Problem => {
    const line = joined(pieces);
    const at = { file: "body", line: number };
    const isTooLong = length > maxMessageBytes;
    [pieces, length, number] = [[], 0, number + 1];
    if (isTooLong) return { ...tooLong("a message", maxMessageBytes), ...at };
    try {
      return { text: decoder.decode(line), number: at.line };
    } catch {
      return { ...NO_UTF8, ...at, message: "the line is not UTF-8" };
    }
  };
  for await (const chunk of bounded(body, "the body", maxBytes)) {
    for (let i = 0; i < chunk.length && head.length < 4; i++) head.push(chunk[i]!);
    if (isPacked(head)) throw new ObiterError([{ code: "request/type", message: "compressed bodies are not read", hint: "send the lines as they are" }]);
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
      take(chunk.subarray(from, end));
      from = end + 1;
      yield close();
    }
    take(chunk.slice(from));
  }
  if (length > 0) yield close();
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  if (pieces.length === 1) return pieces[0]!;
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** Whether bytes begin as a zip, or as what gzip packs. */
const isPacked = ([a, b, c, d]: readonly number[]): boolean => (a === 0x50 && b === 0x4b && c === 3 && d === 4) || (a === 0x1f && b === 0x8b);
