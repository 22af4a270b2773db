import { isInstant } from "../core/day.js";
import type { Message, Party } from "../core/message.js";
import type { Problem } from "../core/problem.js";
import { toldOnce } from "./once.js";
import { attributesOf, tagsOf } from "./xml.js";

type Attributes = ReturnType<typeof attributesOf>;

/** A message of several parts while it is read. */
interface Mms {
  readonly of: Attributes;
  readonly line: number;
  readonly texts: string[];
  readonly addresses: { readonly type: string | undefined; readonly address: string }[];
  hasMedia: boolean;
}

/**
 * Reads a backup of "SMS Backup & Restore" (Android), message by message. A conversation is that with a number, or with several. What the
 * phone's owner sent has no sender, unless the backup has their number: it names nobody. Pictures are not read.
 */
export async function* readSmsBackup(pieces: AsyncIterable<string>, file: string): AsyncGenerator<Message | Problem> {
  const { once, waiting } = toldOnce();
  let mms: Mms | undefined;
  let [last, nth, isClosed] = [0, 0, false];
  const problem = (code: string, line: number, message: string, hint: string): Problem => ({ code, file, line, message, hint });
  const finished = (of: Attributes, line: number, text: string, sender: Party | undefined, recipients: readonly Party[], isDraft: boolean, hasMedia: boolean): Message => {
    nth = line === last ? nth + 1 : 1;
    last = line;
    const sentAt = instantOf(of("date"));
    if (sentAt === undefined) once(problem("message/unknown-time", line, '"date" is no time in milliseconds: it starts no clock', "the backup writes such as 1795192800000"));
    const conversationId = of("address");
    return {
      id: nth === 1 ? String(line) : `${line}.${nth}`,
      text,
      ...(sentAt === undefined ? {} : { sentAt }),
      ...(isDraft ? { stage: "draft" } : {}),
      ...(conversationId === undefined ? {} : { conversationId }),
      channel: "sms",
      line,
      ...(sender === undefined ? {} : { sender }),
      ...(recipients.length === 0 ? {} : { recipients }),
      ...(hasMedia ? { markers: ["media"] } : {}),
    };
  };
  for await (const { text: tag, line, isBroken } of tagsOf(pieces)) {
    const [, name] = /^<(\/?\w+)/.exec(tag) ?? [];
    if (isBroken) {
      if (name === "sms" || name === "mms" || name === "part") yield problem("sms/syntax", line, "what begins here is not well-formed XML: it is left out", "back the messages up again");
      if (name === "mms") mms = undefined;
      continue;
    }
    const of = attributesOf(tag);
    if (name === "sms") {
      const parties = partiesOf(of);
      const type = of("type") ?? "";
      const message = finished(of, line, of("body") ?? "", type === RECEIVED ? parties[0] : undefined, SENT.includes(type) ? parties : [], type === DRAFT, false);
      yield* waiting();
      yield message;
    } else if (name === "mms") mms = { of, line, texts: [of("sub") ?? ""], addresses: [], hasMedia: false };
    else if (name === "part" && mms !== undefined) {
      if (of("ct") === "text/plain") mms.texts.push(of("text") ?? "");
      else if (of("ct") !== "application/smil") mms.hasMedia = true;
    } else if (name === "addr" && mms !== undefined) mms.addresses.push({ type: of("type"), address: of("address") ?? "" });
    else if (name === "/mms" && mms !== undefined) {
      const message = finished(mms.of, mms.line, mms.texts.filter((one) => one !== "").join("\n"), senderOf(mms), recipientsOf(mms), mms.of("msg_box") === DRAFT, mms.hasMedia);
      mms = undefined;
      yield* waiting();
      yield message;
    } else if (name === "/smses" || (name === "smses" && tag.endsWith("/>"))) isClosed = true;
  }
  if (mms !== undefined) yield problem("sms/syntax", mms.line, "a message is not closed: it is left out", "back the messages up again");
  if (!isClosed) yield problem("sms/cut", last, "the backup ends in the middle: it is not closed", "it was cut: back the messages up again");
}

/** Types of messages. Sent are those too that wait to be sent, or failed. */
const RECEIVED = "1";
const DRAFT = "3";
const SENT = ["2", DRAFT, "4", "5", "6"];

/** Milliseconds since 1970 as an instant. */
function instantOf(date: string | undefined): string | undefined {
  if (date === undefined || !/^[1-9]\d{0,14}$/.test(date)) return undefined;
  const instant = new Date(Number(date)).toISOString();
  return isInstant(instant) ? instant : undefined;
}

/** Whom a conversation is with, by number and as the owner's contacts name them. */
function partiesOf(of: Attributes): Party[] {
  const addresses = (of("address") ?? "").split("~").filter((one) => one !== "");
  const names = addresses.length === 1 ? [of("contact_name") ?? ""] : (of("contact_name") ?? "").split(", ");
  return addresses.map((id, i) => ({ id, ...(names.length === addresses.length && !/^(?:\(unknown\))?$/i.test(names[i]!) ? { name: names[i]! } : {}) }));
}

/** Types of addresses (of the WAP forum): who sent it, and to whom, in copy or unseen. */
const FROM = "137";
const TO: readonly (string | undefined)[] = ["151", "130", "129"];

const isNumber = ({ address }: { readonly address: string }): boolean => address !== "" && address !== "insert-address-token";

function senderOf({ of, addresses }: Mms): Party | undefined {
  const parties = partiesOf(of);
  const from = addresses.find((one) => one.type === FROM && isNumber(one));
  if (from !== undefined) return parties.find(({ id }) => id === from.address) ?? { id: from.address };
  return of("msg_box") === RECEIVED && parties.length === 1 ? parties[0] : undefined;
}

function recipientsOf({ of, addresses }: Mms): Party[] {
  const parties = partiesOf(of);
  const to = addresses.filter((one) => TO.includes(one.type) && isNumber(one));
  if (to.length === 0) return of("msg_box") === RECEIVED ? [] : parties;
  return to.map(({ address }) => parties.find(({ id }) => id === address) ?? { id: address });
}
