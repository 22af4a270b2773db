import { readHeader } from "./whatsapp.js";

export type Format = "whatsapp" | "jsonl" | "json" | "mail" | "mbox" | "sms";

/** How much of a file is looked at to tell what it is: lines, and bytes. */
const SNIFFED = 40;
export const LOOKED = 1 << 16;

/** What a file is, by its first lines: the first that tells decides, so that it is the same in however many pieces they come. */
export function formatIn(head: readonly string[]): Format | undefined {
  const lines = head.slice(0, SNIFFED);
  const first = lines.findIndex((line) => bare(line) !== "");
  if (first < 0) return undefined;
  const fields = new Set<string>();
  let isMail = true;
  for (let i = first; i < lines.length; i++) {
    const line = i === first ? bare(lines[i]!) : lines[i]!;
    if (readHeader(line) !== undefined) return "whatsapp";
    if (i === first && LIST.test(line)) return "json";
    if (/^\s*\{/.test(line)) return i === first && DOCUMENT.test(line) ? "json" : "jsonl";
    if (lines[first]!.trimStart().startsWith("<") && BACKUP.test(line)) return "sms";
    if (i === first && isPostmark(line)) continue;
    const [, field] = FIELD.exec(line) ?? [];
    isMail &&= field !== undefined || (i > first && /^[ \t]/.test(line));
    if (!isMail || field === undefined) continue;
    if (isPostmark(bare(lines[first]!))) return "mbox";
    if (MAIL_FIELDS.has(field.toLowerCase())) fields.add(field.toLowerCase());
    if (fields.size > 1) return "mail";
  }
  return undefined;
}

const bare = (line: string): string => line.replace(/^\ufeff/, "").trim();

/** A list of JSON; WhatsApp's `[14/11/2026, …]` is none. */
const LIST = /^\[\s*(?:\{|\]|$)/;
/** An object that is written over many lines, or a page of a list as Microsoft Graph answers: no object a line. */
const DOCUMENT = /^\s*\{\s*(?:$|[^{[]*"value"\s*:\s*\[)/;
const BACKUP = /<(?:smses|sms|mms)[\s>]/;
/** A field of a header (RFC 5322). */
const FIELD = /^([!-9;-~]{1,60}):/;
/** Fields of which two, before the first blank line, make a text a mail. */
const MAIL_FIELDS = new Set([
  "from", "to", "cc", "date", "subject", "message-id", "mime-version", "content-type", "reply-to", "sender", "received", "return-path", "delivered-to", "x-received",
  "dkim-signature", "authentication-results", "received-spf", "arc-seal", "arc-message-signature", "arc-authentication-results", "x-mozilla-status", "x-gm-thrid",
]);

/** The line that stands before each mail of an mbox: who sent it, and when (RFC 4155). */
export const isPostmark = (line: string): boolean => line.length < 500 && /^From \S.* (?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2} +\d{1,2} \d{1,2}:\d\d/.test(line);
