import { closeSync, openSync, readSync } from "node:fs";
import { formatIn, LOOKED } from "../ingest/format.js";

/** Which files of a folder are taken for chats, as people are told. */
export const CHATS = "chats end in .txt, .zip, .jsonl, .eml or .mbox, or in .json (Teams) or .xml (SMS)";

/** Whether a file of a folder is taken for a chat: by its name, but .json and .xml, which are mostly something else, by how they begin. */
export const isChat = (file: string): boolean => /\.(?:txt|zip|jsonl|eml|mbox)$/i.test(file) || (/\.(?:json|xml)$/i.test(file) && beginsAsChat(file));

/** Whether Teams messages or a backup of SMS begin here. A file that cannot be opened is read, so that it is told of. */
function beginsAsChat(file: string): boolean {
  const bytes = Buffer.alloc(LOOKED);
  let length: number;
  try {
    const descriptor = openSync(file, "r");
    length = readSync(descriptor, bytes);
    closeSync(descriptor);
  } catch {
    return true;
  }
  const head = bytes.toString("utf8", 0, length);
  const format = formatIn(head.split("\n"));
  return format === "sms" || ((format === "json" || format === "jsonl") && /"(?:messageType|createdDateTime)"\s*:/.test(head));
}
