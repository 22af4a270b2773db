import { Unzip, UnzipInflate } from "fflate";
import { ObiterError } from "../core/problem.js";

/** A line of a file, without its line end; `number` is 1-based. */
export interface Line {
  readonly text: string;
  readonly number: number;
}

/** Bytes as they come from a file, a stream or a buffer. */
export type Bytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/**
 * The lines of a text file or of the chat inside a zip, one at a time: the file is never held in memory. UTF-8 and UTF-16 (by
 * byte order mark or by its zero bytes). `first` is the number of the first line. Throws ObiterError on a binary file, and on a zip without a chat.
 */
export async function* readLines(bytes: Bytes, file: string, first = 1): AsyncGenerator<Line> {
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  let rest = "";
  let number = first - 1;
  for await (const chunk of unzipped(bytes, file)) {
    decoder ??= new TextDecoder(encodingOf(chunk, file));
    const pieces = (rest + decoder.decode(chunk, { stream: true })).split("\n");
    rest = pieces.pop()!;
    for (const piece of pieces) yield { text: piece.endsWith("\r") ? piece.slice(0, -1) : piece, number: ++number };
  }
  rest += decoder?.decode() ?? "";
  if (rest !== "") yield { text: rest, number: ++number };
}

/** UTF-16 leaves zero bytes in one half of the pairs; a file with other zero bytes, or a known signature, is not text. */
function encodingOf(chunk: Uint8Array, file: string): "utf-8" | "utf-16le" | "utf-16be" {
  if (chunk[0] === 0xff && chunk[1] === 0xfe) return "utf-16le";
  if (chunk[0] === 0xfe && chunk[1] === 0xff) return "utf-16be";
  let [even, odd] = [0, 0];
  const length = Math.min(chunk.length, 4096);
  for (let i = 0; i < length; i++) if (chunk[i] === 0) i % 2 === 0 ? even++ : odd++;
  if (even === 0 && odd > length / 5) return "utf-16le";
  if (odd === 0 && even > length / 5) return "utf-16be";
  const signature = String.fromCharCode(...chunk.subarray(0, 4));
  if (even + odd > 0 || signature === "%PDF" || signature === "\x89PNG" || signature.startsWith("\xff\xd8\xff")) {
    if (/\.zip$/i.test(file)) throw new ObiterError([{ code: "ingest/zip", file, message: "the zip is damaged, or none", hint: "export the chat again" }]);
    throw new ObiterError([{ code: "ingest/binary", file, message: "this is not a text file", hint: "give a WhatsApp export (.txt or .zip) or JSONL" }]);
  }
  return "utf-8";
}

/** The bytes themselves, or those of the chat in a zip: `_chat.txt`, or what WhatsApp calls the chat, else the first `.txt`. */
async function* unzipped(bytes: Bytes, file: string): AsyncGenerator<Uint8Array> {
  let first = true;
  let zip: ReturnType<typeof openZip> | undefined;
  for await (const chunk of bytes) {
    if (first && chunk[0] === 0x50 && chunk[1] === 0x4b && chunk[2] === 3 && chunk[3] === 4) zip = openZip(file);
    first = false;
    if (zip === undefined) yield chunk;
    else yield* zip.push(chunk);
  }
  if (zip !== undefined) yield* zip.end();
}

/** What WhatsApp calls the chat in its zip: iOS, and Android in the three languages. */
const CHAT_NAME = /(?:^|\/)(?:_chat|[^/]*WhatsApp[^/]*)\.txt$/i;

function openZip(file: string): { push: (chunk: Uint8Array) => Uint8Array[]; end: () => Uint8Array[] } {
  let ready: Uint8Array[] = [];
  /** Pieces of a `.txt` of another name, kept until it is known that no chat follows. */
  let other: Uint8Array[] | undefined;
  let chat = false;
  let failure: Error | null = null;
  const unzip = new Unzip((entry) => {
    const named = CHAT_NAME.test(entry.name);
    if (chat || !entry.name.endsWith(".txt") || entry.name.includes("__MACOSX") || (!named && other !== undefined)) return;
    if (named) chat = true;
    const into = named ? ready : (other = []);
    entry.ondata = (error, data) => {
      failure ??= error;
      if (error === null) (named ? ready : into).push(data);
    };
    entry.start();
  });
  unzip.register(UnzipInflate);
  const take = (chunk: Uint8Array, last: boolean): Uint8Array[] => {
    try {
      unzip.push(chunk, last);
    } catch (error) {
      failure ??= error as Error;
    }
    if (failure !== null) throw new ObiterError([{ code: "ingest/zip", file, message: "the zip is damaged", hint: "export the chat again" }]);
    const taken = ready;
    ready = [];
    return taken;
  };
  return {
    push: (chunk) => take(chunk, false),
    end: () => {
      const taken = take(new Uint8Array(0), true);
      if (!chat && other !== undefined) return other;
      if (!chat) throw new ObiterError([{ code: "ingest/zip", file, message: "the zip holds no .txt chat", hint: "give the zip that WhatsApp's “Export chat” makes" }]);
      return taken;
    },
  };
}
