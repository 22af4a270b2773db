import { ObiterError } from "../core/problem.js";

/** A line of a file, without its line end; `number` is 1-based. */
export interface Line {
  readonly text: string;
  readonly number: number;
}

/** Bytes as they come from a file, a stream or a buffer. */
export type Bytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

export type Encoding = "utf-8" | "utf-16le" | "utf-16be";

/** The lines of a text, one at a time: the file is never held in memory. `first` is the number of the first line. */
export async function* readLines(pieces: AsyncIterable<string>, first = 1): AsyncGenerator<Line> {
  let rest = "";
  let number = first - 1;
  for await (const piece of pieces) {
    const lines = (rest + piece).split("\n");
    rest = lines.pop()!;
    for (const line of lines) yield { text: line.endsWith("\r") ? line.slice(0, -1) : line, number: ++number };
  }
  if (rest !== "") yield { text: rest, number: ++number };
}

/** Bytes as text, piece by piece, without a byte order mark. */
export async function* decoded(bytes: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of bytes) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

/**
 * The encoding of a file by its beginning. UTF-16 has a mark, or leaves zero bytes in one half of the pairs. Throws ObiterError on a file
 * with other zero bytes, or with a known signature: it is not text.
 */
export function encodingOf(head: Uint8Array, file: string): Encoding {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  let [even, odd] = [0, 0];
  const length = Math.min(head.length, 4096);
  for (let i = 0; i < length; i++) if (head[i] === 0) i % 2 === 0 ? even++ : odd++;
  if (even === 0 && odd > length / 5) return "utf-16le";
  if (odd === 0 && even > length / 5) return "utf-16be";
  const signature = String.fromCharCode(...head.subarray(0, 4));
  if (even + odd > 0 || signature === "%PDF" || signature === "\x89PNG" || signature.startsWith("\xff\xd8\xff")) {
    if (/\.zip$/i.test(file)) throw new ObiterError([{ code: "ingest/zip", file, message: "the zip is damaged, or none", hint: "export the chat again" }]);
    throw new ObiterError([{ code: "ingest/binary", file, message: "this is not a text file", hint: READ }]);
  }
  return "utf-8";
}

/** What can be read, as whoever gave something else is told. */
export const READ = "give a WhatsApp export (.txt or .zip), e-mail (.eml or .mbox), Teams messages of Microsoft Graph (.json), an SMS backup (.xml) or JSONL";
