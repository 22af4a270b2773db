import { Unzip, UnzipInflate } from "fflate";
import { ObiterError, type Problem } from "../core/problem.js";
import type { Bytes } from "./lines.js";

/** The bytes themselves, or those of the chat in a zip: `_chat.txt`, or what WhatsApp calls the chat, else the first `.txt`. Further chats are not read but told. */
export async function* unzipped(bytes: Bytes, file: string, once: (problem: Problem) => void): AsyncGenerator<Uint8Array> {
  let first = true;
  let zip: ReturnType<typeof openZip> | undefined;
  for await (const chunk of bytes) {
    if (first && chunk[0] === 0x50 && chunk[1] === 0x4b && chunk[2] === 3 && chunk[3] === 4) zip = openZip(file, once);
    first = false;
    if (zip === undefined) yield chunk;
    else yield* zip.push(chunk);
  }
  if (zip !== undefined) yield* zip.end();
}

/** What WhatsApp calls the chat in its zip: iOS, and Android in the three languages. */
const CHAT_NAME = /(?:^|\/)(?:_chat|[^/]*WhatsApp[^/]*)\.txt$/i;

function openZip(file: string, once: (problem: Problem) => void): { push: (chunk: Uint8Array) => Uint8Array[]; end: () => Uint8Array[] } {
  let ready: Uint8Array[] = [];
  /** Pieces of a `.txt` of another name, kept until it is known that no chat follows. */
  let other: Uint8Array[] | undefined;
  let chat = false;
  /** Names of the chats after the first: those that WhatsApp calls so, and where there is none every other `.txt`. */
  const unread = { chats: [] as string[], others: [] as string[] };
  let failure: Error | null = null;
  const unzip = new Unzip((entry) => {
    const named = CHAT_NAME.test(entry.name);
    if (!entry.name.endsWith(".txt") || entry.name.includes("__MACOSX")) return;
    if (named ? chat : chat || other !== undefined) {
      (named ? unread.chats : unread.others).push(entry.name);
      return;
    }
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
      const names = chat ? unread.chats : unread.others;
      if (names.length > 0) once(moreChats(file, names));
      if (!chat && other !== undefined) return other;
      if (!chat) throw new ObiterError([{ code: "ingest/zip", file, message: "the zip holds no .txt chat", hint: "give the zip that WhatsApp's “Export chat” makes" }]);
      return taken;
    },
  };
}

/** How many names are told. */
const NAMED = 5;

function moreChats(file: string, names: readonly string[]): Problem {
  const told = names.slice(0, NAMED).map((name) => JSON.stringify(name.slice(-100))).join(", ");
  const more = names.length > NAMED ? ` nor ${names.length - NAMED} more` : "";
  return { code: "ingest/zip-chats", file, message: `the zip holds more chats than one: the first is read, not ${told}${more}`, hint: "unzip it and scan the folder" };
}
