import { Unzip, UnzipInflate } from "fflate";
import { ObiterError } from "../core/problem.js";
import type { Bytes } from "./lines.js";

/** The bytes themselves, or those of the chat in a zip: `_chat.txt`, or what WhatsApp calls the chat, else the first `.txt`. */
export async function* unzipped(bytes: Bytes, file: string): AsyncGenerator<Uint8Array> {
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
