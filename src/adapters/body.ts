import { ObiterError } from "../core/problem.js";

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

export const tooLarge = (what: string, bytes: number): ObiterError => new ObiterError([{ code: "request/too-large", message: `${what} has more than ${bytes} bytes`, hint: "send less at once" }]);

/** The chunks of a body, refused once a line or the whole grows beyond its limit: memory stays bounded whatever is sent. Throws ObiterError. */
export async function* bounded(body: ByteStream, { maxMessageBytes = MAX_MESSAGE_BYTES, maxBytes = MAX_BYTES }: Limits): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  let [total, line] = [0, 0];
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      if (value === undefined) continue;
      total += value.length;
      for (const byte of value) {
        line = byte === NEWLINE ? 0 : line + 1;
        if (line > maxMessageBytes) throw tooLarge("a message", maxMessageBytes);
      }
      if (total > maxBytes) throw tooLarge("the body", maxBytes);
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** A whole body as text. Throws ObiterError. */
export async function textOf(body: ByteStream, limits: Limits): Promise<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let text = "";
  const { maxMessageBytes = MAX_MESSAGE_BYTES } = limits;
  let total = 0;
  for await (const chunk of bounded(body, limits)) {
    total += chunk.length;
    if (total > maxMessageBytes) throw tooLarge("a message", maxMessageBytes);
    try {
      text += decoder.decode(chunk, { stream: true });
    } catch {
      throw new ObiterError([{ code: "request/encoding", message: "the body is not UTF-8", hint: "send UTF-8" }]);
    }
  }
  return text + decoder.decode();
}
