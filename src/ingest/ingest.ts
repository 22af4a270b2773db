import type { Message } from "../core/message.js";
import type { People } from "../core/people.js";
import type { Problem } from "../core/problem.js";
import { readMail } from "./email.js";
import { formatIn, LOOKED, type Format } from "./format.js";
import { objectsOf } from "./json.js";
import { messageOf, valueOf } from "./jsonl.js";
import { decoded, encodingOf, READ, readLines, type Bytes, type Encoding, type Line } from "./lines.js";
import { joined } from "./mbox.js";
import { inOneChat } from "./one-chat.js";
import { toldOnce } from "./once.js";
import { createIdentifyPeople } from "./people.js";
import { readSmsBackup } from "./sms-backup.js";
import { chatMessageOf, isChatMessage } from "./teams.js";
import { unzipped } from "./unzip.js";
import { readWhatsApp, type WhatsAppOptions } from "./whatsapp.js";

export interface IngestOptions extends WhatsAppOptions {
  readonly people?: People;
  /** The bytes are a stretch of a JSONL file that begins with this line (1-based). Without it they are a whole file. */
  readonly firstLine?: number;
}

/**
 * The messages of a file, one at a time, told apart by content: a WhatsApp export (`.txt` or `.zip`), e-mail (one mail, or an mbox), Teams
 * messages as Microsoft Graph gives them (a list, a page, or one object a line), a backup of "SMS Backup & Restore", or JSONL. What cannot be
 * read comes back in between as Problems with line numbers; nothing else is lost. The file is never held in memory; of a mail 32 MB are, and of a line 16.
 * Throws ObiterError on a file that is not text.
 */
export async function* ingest(bytes: Bytes, file: string, options: IngestOptions = {}): AsyncGenerator<Message | Problem> {
  const { once, waiting } = toldOnce();
  const { format, encoding, all, isEmpty } = await opened(unzipped(bytes, file, once), file, options.firstLine === undefined ? undefined : "jsonl");
  if (isEmpty) yield { code: "ingest/empty", file, message: "the file is empty", hint: READ };
  // A mail says itself how it is written, byte by byte.
  else if (format === undefined || (encoding !== "utf-8" && (format === "mail" || format === "mbox"))) yield { code: "ingest/format", file, message: "this is no format that Obiter reads", hint: READ };
  else {
    const identify = createIdentifyPeople(options.people ?? { people: [], conversations: [] }, file, format === "mail" || format === "mbox" ? "address" : "name");
    const messages = identified(read(format, all, encoding, file, options, once), identify);
    let isBare = options.firstLine === undefined;
    for await (const one of format === "whatsapp" ? inOneChat(messages, file) : messages) {
      isBare = false;
      yield* waiting();
      yield one;
    }
    if (isBare) yield { code: "ingest/empty", file, message: "the file holds no message", hint: READ };
  }
  yield* waiting();
}

async function* identified(messages: AsyncIterable<Message | Problem>, identify: (message: Message) => Message): AsyncGenerator<Message | Problem> {
  for await (const one of messages) yield "code" in one ? one : identify(one);
}

function read(format: Format, all: AsyncIterable<Uint8Array>, encoding: Encoding, file: string, options: IngestOptions, once: (problem: Problem) => void): AsyncGenerator<Message | Problem> {
  if (format === "mail" || format === "mbox") return readMail(all, file, format === "mbox");
  const text = decoded(all, encoding, file, once, options.firstLine);
  if (format === "whatsapp") return readWhatsApp(readLines(text, file), file, options);
  if (format === "sms") return readSmsBackup(text, file);
  return readObjects(format === "json" ? objectsOf(text, file) : readLines(text, file, options.firstLine), file);
}

/** A file with what it is by its beginning, which is looked at no further than it takes to tell. */
async function opened(chunks: AsyncGenerator<Uint8Array>, file: string, known: Format | undefined): Promise<{ format: Format | undefined; encoding: Encoding; all: AsyncGenerator<Uint8Array>; isEmpty: boolean }> {
  const begun: Uint8Array[] = [];
  let [format, length, isWhole, lines] = [known, 0, false, [] as string[]];
  while (length === 0 || (format === undefined && length < LOOKED && !isWhole)) {
    const { value, done } = await chunks.next();
    if (done === true) isWhole = true;
    else {
      begun.push(value);
      length += value.length;
      if (!value.includes(NEWLINE) && length < LOOKED) continue;
    }
    const head = joined(begun).subarray(0, LOOKED);
    lines = new TextDecoder(encodingOf(head, file)).decode(head).split("\n");
    format ??= formatIn(isWhole || length >= LOOKED ? lines : lines.slice(0, -1));
    if (isWhole) break;
  }
  return { format, encoding: encodingOf(joined(begun), file), all: chain(begun, chunks), isEmpty: isWhole && format === undefined && lines.every((line) => line.trim() === "") };
}

const NEWLINE = 10;

async function* chain(begun: readonly Uint8Array[], rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* begun;
  yield* rest;
}

/** Objects of JSON, on lines that may be blank: messages of Obiter's own, or of Teams. */
async function* readObjects(objects: AsyncIterable<Line | Problem>, file: string): AsyncGenerator<Message | Problem> {
  const { once, waiting } = toldOnce();
  for await (const one of objects) {
    if ("code" in one) {
      yield one;
      continue;
    }
    if (one.text.trim() === "") continue;
    const read = valueOf(one, file);
    const message = "problem" in read ? read.problem : isChatMessage(read.value) ? chatMessageOf(read.value, one.number, file, once) : messageOf(read.value, one.number, file, once);
    yield* waiting();
    yield message;
  }
}
