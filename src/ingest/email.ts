import type { Address, Email, Mailbox } from "postal-mime";
import { isInstant } from "../core/day.js";
import type { Message, Party } from "../core/message.js";
import type { Problem } from "../core/problem.js";
import { textOfHtml } from "./html.js";
import { mailsOf, type Mail } from "./mbox.js";
import { toldOnce } from "./once.js";
import { ownWords } from "./own-words.js";

/**
 * Reads one mail, or an mbox mail by mail. The text of a message is what its writer wrote (`ownWords`), and the subject where it begins a thread,
 * since a risk may stand there alone. A conversation is a thread. Attachments are not read.
 */
export async function* readMail(bytes: AsyncIterable<Uint8Array>, file: string, isBox: boolean): AsyncGenerator<Message | Problem> {
  // Loaded when a mail is met: nobody else pays for it.
  const { default: PostalMime } = await import("postal-mime");
  const { once, waiting } = toldOnce();
  for await (const mail of mailsOf(bytes, isBox)) {
    const problem = (code: string, message: string, hint: string): Problem => ({ code, file, line: mail.line, message, hint });
    let email: Email;
    try {
      // A mail that is attached to another is an attachment.
      email = await PostalMime.parse(withoutLead(mail.bytes), { forceRfc822Attachments: true });
    } catch {
      // What the library says may quote the mail.
      yield problem("email/broken", "the mail is nested too deeply, or its headers are too long", "export it again");
      continue;
    }
    if (!email.headers.some(({ key }) => NEEDED.has(key))) {
      yield problem("email/header", "this is no mail: it has no sender, recipient, date or subject", "each mail begins with its headers");
      continue;
    }
    if (mail.isLong) yield problem("email/long", "the mail is larger than 32 MB, or has more than half a million lines: what stands after that is not read", "large mails are attachments, which are not read; if this one is text, save it in parts");
    else if (isCut(email, mail)) yield problem("email/cut", "the mail ends in the middle: its last part is not closed", "it was cut: export it again");
    const message = messageOf(email, mail, file, isBox, (message, hint) => once(problem("message/unknown-time", message, hint)));
    yield* waiting();
    yield message;
  }
}

/** Of these a mail has one at least. */
const NEEDED: ReadonlySet<string> = new Set(["from", "to", "date", "subject", "message-id"]);

function messageOf(email: Email, { line }: Mail, file: string, isBox: boolean, tell: (message: string, hint: string) => void): Message {
  const { headers, from, sender, to = [], cc = [], bcc = [], subject = "", html = "", attachments } = email;
  const [id] = idsIn(email.messageId);
  const [thread] = [...idsIn(email.references), ...idsIn(email.inReplyTo)];
  const written = headers.find(({ key }) => key === "date")?.value;
  const sentAt = written === undefined ? undefined : instantIn(written);
  if (written !== undefined && sentAt === undefined) tell('"Date" is no time of a mail (RFC 5322): it starts no clock', "such as Fri, 20 Nov 2026 16:40:00 -0300");
  const body = windows1252(email.text === undefined || email.text.trim() === "" ? textOfHtml(html, "marked") : email.text);
  const own = ownWords(isBox ? body.replace(/^>(>*From )/gm, "$1") : body, FORWARD.test(subject));
  const [author] = [...partiesIn(from), ...partiesIn(sender)];
  const recipients = [...to, ...cc, ...bcc].flatMap(partiesIn);
  return {
    id: id ?? String(line),
    text: thread === undefined ? [windows1252(subject).trim(), own].filter((one) => one !== "").join("\n\n") : own,
    ...(sentAt === undefined ? {} : { sentAt }),
    conversationId: thread ?? id ?? `${file}:${line}`,
    channel: "email",
    line,
    ...(author === undefined ? {} : { sender: author }),
    ...(recipients.length === 0 ? {} : { recipients }),
    ...(attachments.some(({ related }) => related !== true) ? { markers: ["media"] } : {}),
  };
}

/** What programs put before the subject of a mail that they forward. */
const FORWARD = /^\s*(?:fwd?|enc|rv|i)\s*:/i;

/** Ids without their angle brackets. */
const idsIn = (value = ""): string[] => value.match(/[^<>\s]+/g) ?? [];

/** Mailboxes, those of a group each. An address names whoever has it, however it is written; a name alone is all that is known. */
const partiesIn = (address: Address | undefined): Party[] => (address?.group ?? (address === undefined ? [] : [address as Mailbox])).flatMap(({ name, address: at = "" }) =>
  at === "" && name === "" ? [] : [{ id: at === "" ? windows1252(name) : at.toLowerCase(), ...(name === "" ? {} : { name: windows1252(name) }) }]);

/** What stands at 0x80 to 0x9f in Windows-1252. */
const C1 = "\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\x8d\u017d\x8f\x90\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\x9d\u017e\u0178";
/** Some versions of Node decode Windows-1252 as Latin-1: its dashes and quotation marks come out as control characters, which no mail has. */
const windows1252 = (text: string): string => text.replace(/[\x80-\x9f]/g, (unit) => C1[unit.charCodeAt(0) - 0x80]!);

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const DATE = /(\d{1,2})\s+([a-z]{3})[a-z]*\s+(\d{2}|\d{4})\s+(\d{1,2}):(\d\d)(?::(\d\d))?\s*([+-]\d{4}|[a-z]{1,5})?/i;
/** Zones by name, as old mails have them. Any other name says nothing (RFC 5322, 4.3). */
const ZONES: Readonly<Record<string, string>> = { ut: "Z", utc: "Z", gmt: "Z", z: "Z", est: "-05:00", edt: "-04:00", cst: "-06:00", cdt: "-05:00", mst: "-07:00", mdt: "-06:00", pst: "-08:00", pdt: "-07:00" };

/** The instant of a date as mails write it, with its offset. */
function instantIn(written: string): string | undefined {
  const [whole, day, month, year, hour, minute, second = "00", zone = ""] = DATE.exec(written.slice(0, 200)) ?? [];
  if (whole === undefined) return undefined;
  const offset = /^[+-]/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(3)}` : ZONES[zone.toLowerCase()];
  const two = (part: number | string): string => String(part).padStart(2, "0");
  // RFC 5322, 4.3: two digits are of the years 1950 to 2049.
  const full = year!.length === 4 ? year! : Number(year) < 50 ? `20${year!}` : `19${year!}`;
  const instant = `${full}-${two(MONTHS.indexOf(month!.toLowerCase()) + 1)}-${two(day!)}T${two(hour!)}:${minute!}:${second}${/^[+-]00:00$/.test(offset ?? "") ? "Z" : (offset ?? "")}`;
  return isInstant(instant) ? instant : undefined;
}

/** A mail of parts ends with the mark that closes them. */
function isCut({ headers }: Email, { bytes }: Mail): boolean {
  const type = headers.find(({ key }) => key === "content-type")?.value ?? "";
  const [, quoted, bare] = (/^\s*multipart\//i.test(type) && /;\s*boundary\s*=\s*(?:"([^"]+)"|([^\s;"]+))/i.exec(type)) || [];
  const mark = quoted ?? bare;
  return mark !== undefined && !new TextDecoder("latin1").decode(bytes).includes(`--${mark}--`);
}

/** What stands before the first header: a byte order mark, blank lines. */
function withoutLead(bytes: Uint8Array): Uint8Array {
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  while (bytes[at] === 10 || bytes[at] === 13 || bytes[at] === 32 || bytes[at] === 9) at++;
  return bytes.subarray(at);
}
