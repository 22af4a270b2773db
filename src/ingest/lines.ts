import { ObiterError, type Problem } from "../core/problem.js";
import { createFindBroken } from "./not-utf8.js";

/** A line of a file, without its line end; `number` is 1-based. */
export interface Line {
  readonly text: string;
  readonly number: number;
}

/** Bytes as they come from a file, a stream or a buffer. */
export type Bytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

export type Encoding = "utf-8" | "utf-16le" | "utf-16be";

/** In code units: what is longer is no line but a file without line ends. */
const LONGEST = 1 << 24;

/**
 * The lines of a text, one at a time: the file is never held in memory. One that is too long comes as a Problem in its place. `first` is the
 * number of the first line.
 */
export async function* readLines(pieces: AsyncIterable<string>, file: string, first = 1): AsyncGenerator<Line | Problem> {
  let [rest, number, isLong] = ["", first, false];
  const add = (more: string): void => {
    isLong ||= rest.length + more.length > LONGEST;
    rest = isLong ? "" : rest + more;
  };
  const ended = (): Line | Problem => {
    const line = isLong ? tooLong(file, number) : { text: rest, number };
    [rest, number, isLong] = ["", number + 1, false];
    return line;
  };
  for await (const piece of pieces) {
    let from = 0;
    for (let end = piece.indexOf("\n"); end >= 0; end = piece.indexOf("\n", from)) {
      add(piece.slice(from, end));
      if (rest.endsWith("\r")) rest = rest.slice(0, -1);
      yield ended();
      from = end + 1;
    }
    add(piece.slice(from));
  }
  if (rest !== "" || isLong) yield ended();
}

const tooLong = (file: string, line: number): Problem => ({
  code: "ingest/long-line", file, line, message: "the line is longer than 16 million characters: it is left out", hint: "no message is that long: look whether the file has lost its line ends, or export it again",
});

/** Bytes as text, piece by piece, without a byte order mark. Bytes that are no UTF-8 are told; `first` is the number of the first line. */
export async function* decoded(bytes: AsyncIterable<Uint8Array>, encoding: Encoding, file: string, once: (problem: Problem) => void, first = 1): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  const brokenIn = encoding === "utf-8" ? createFindBroken(first) : () => undefined;
  const told = (chunk: Uint8Array, text: string): string => {
    const line = brokenIn(chunk, text);
    if (line !== undefined) once(notUtf8(file, line));
    return text;
  };
  for await (const chunk of bytes) yield told(chunk, decoder.decode(chunk, { stream: true }));
  yield told(new Uint8Array(0), decoder.decode());
}

const notUtf8 = (file: string, line: number): Problem => ({
  code: "ingest/encoding", file, line, message: "the file is not UTF-8: from here on letters are lost, and what is written with them may be missed", hint: "save it as UTF-8, as this does where it is Windows-1252: iconv -f WINDOWS-1252 -t UTF-8",
});

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
