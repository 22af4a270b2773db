import type { Message } from "../core/message.js";
import type { People } from "../core/people.js";
import type { Problem } from "../core/problem.js";
import { readMessage } from "./jsonl.js";
import { readLines, type Bytes, type Line } from "./lines.js";
import { inOneChat } from "./one-chat.js";
import { createIdentifyPeople } from "./people.js";
import { readHeader, readWhatsApp, type WhatsAppOptions } from "./whatsapp.js";

export interface IngestOptions extends WhatsAppOptions {
  readonly people?: People;
  /** The bytes are a stretch of a JSONL file that begins with this line (1-based). Without it they are a whole file. */
  readonly firstLine?: number;
}

/** Lines that are looked at to tell what a file is. */
const SNIFFED = 40;

/**
 * The messages of a file, one at a time: a WhatsApp export (`.txt` or `.zip`) or JSONL, told apart by content. What cannot be
 * read comes back in between as Problems with line numbers; nothing else is lost. The file is never held in memory.
 * Throws ObiterError on a file that is not text.
 */
export async function* ingest(bytes: Bytes, file: string, options: IngestOptions = {}): AsyncGenerator<Message | Problem> {
  const identify = createIdentifyPeople(options.people ?? { people: [], conversations: [] }, file);
  yield* read(readLines(bytes, file, options.firstLine), file, options, identify);
}

async function* read(lines: AsyncGenerator<Line>, file: string, options: IngestOptions, identify: (message: Message) => Message): AsyncGenerator<Message | Problem> {
  const head: Line[] = [];
  let format: "jsonl" | "whatsapp" | undefined = options.firstLine === undefined ? undefined : "jsonl";
  while (format === undefined && head.length < SNIFFED) {
    const { value, done } = await lines.next();
    if (done === true) break;
    head.push(value);
    if (readHeader(value.text) !== undefined) format = "whatsapp";
    else if (/^\s*\ufeff?\{/.test(value.text)) format = "jsonl";
  }
  if (format === undefined) {
    const empty = head.every(({ text }) => text.replace(/^\ufeff/, "").trim() === "");
    yield empty
      ? { code: "ingest/empty", file, message: "the file is empty", hint: "give a WhatsApp export (.txt or .zip) or JSONL" }
      : { code: "ingest/format", file, message: "neither a WhatsApp export nor JSONL", hint: "a WhatsApp export begins its lines with a date; JSONL has {\"text\":\"…\"} on each line, without a list round them (`jq -c '.[]'` takes one apart)" };
    return;
  }
  const all = chain(head, lines);
  if (format === "whatsapp") yield* inOneChat(identified(readWhatsApp(all, file, options), identify), file);
  else yield* identified(readJsonl(all, file), identify);
}

async function* identified(messages: AsyncIterable<Message | Problem>, identify: (message: Message) => Message): AsyncGenerator<Message | Problem> {
  for await (const one of messages) yield "code" in one ? one : identify(one);
}

async function* chain(head: readonly Line[], rest: AsyncGenerator<Line>): AsyncGenerator<Line> {
  yield* head;
  yield* rest;
}

async function* readJsonl(lines: AsyncIterable<Line>, file: string): AsyncGenerator<Message | Problem> {
  const told = new Set<string>();
  const pending: Problem[] = [];
  const once = (problem: Problem): void => {
    const key = `${problem.code} ${problem.message}`;
    if (told.has(key)) return;
    told.add(key);
    pending.push(problem);
  };
  for await (const line of lines) {
    if (line.text.trim() === "") continue;
    const message = readMessage(line, file, once);
    yield* pending.splice(0);
    yield message;
  }
}
