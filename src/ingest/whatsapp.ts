import { isDay } from "../core/day.js";
import type { Marker, Message } from "../core/message.js";
import type { Problem } from "../core/problem.js";
import { inferDateOrder, inOrder, type DateOrder, type DateParts } from "./date-order.js";
import type { Line } from "./lines.js";
import { DISAPPEARING, EXPORTER, MARKERS, SYSTEM, UNREACHED } from "./whatsapp-markers.js";
import { instantOf } from "./zone.js";

/** Direction marks, byte order mark and other invisibles that WhatsApp puts around a line. */
const INVISIBLE = "[\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufeff]*";
const DATE = "(\\d{1,4})[./-](\\d{1,2})[./-](\\d{1,4})";
const SPACE = "[ \\u00a0\\u202f]";
const LEADING_INVISIBLE = new RegExp(`^${INVISIBLE}`);
const ALL_INVISIBLE = new RegExp(INVISIBLE, "g");
const HALF = `(?:${SPACE}?(a\\.?${SPACE}?m\\.?|p\\.?${SPACE}?m\\.?|da manh[ãa]|da tarde|da noite|da madrugada))?`;
const TIME = `(\\d{1,2})[:.](\\d{2})(?:[:.](\\d{2}))?${HALF}`;
const IOS = new RegExp(`^${INVISIBLE}\\[${DATE},?${SPACE}(?:às |à |at )?${TIME}\\]${SPACE}`, "i");
const ANDROID = new RegExp(`^${INVISIBLE}${DATE},?${SPACE}(?:às |à |at |a las )?${TIME}${SPACE}-${SPACE}`, "i");

/** Dates held back until their order is known: memory stays bounded however long the export. */
const HELD = 5000;

interface Header {
  readonly date: DateParts;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly body: string;
  readonly form: "ios" | "android";
}

interface Raw {
  readonly header: Header;
  readonly line: number;
  readonly rest: string[];
}

export interface WhatsAppOptions {
  readonly dateOrder?: DateOrder;
  /** IANA name of the zone whose wall clock the export shows. Without it, times have no offset and start no clock. */
  readonly timeZone?: string;
}

/** The header of a line, if a message begins there. */
export function readHeader(text: string): Header | undefined {
  const ios = IOS.exec(text);
  const match = ios ?? ANDROID.exec(text);
  if (match === null) return undefined;
  const [whole, a, b, c, hour, minute, second, half] = match;
  const h = Number(hour);
  const hours = half === undefined ? h : /^a|manh|madrugada/i.test(half) ? h % 12 : (h % 12) + 12;
  if (h > 24 || Number(minute) > 59) return undefined;
  return { date: [Number(a), Number(b), Number(c)], hour: hours, minute: Number(minute), second: Number(second ?? 0), body: text.slice(whole.length), form: ios === null ? "android" : "ios" };
}

/** Reads a WhatsApp export, Android or iOS form. Messages keep the number of their first line. */
export async function* readWhatsApp(lines: AsyncIterable<Line | Problem>, file: string, { dateOrder, timeZone }: WhatsAppOptions): AsyncGenerator<Message | Problem> {
  let current: Raw | undefined;
  let held: Raw[] = [];
  let order = dateOrder;
  const decide = (): Problem => {
    const inferred = inferDateOrder(held.map(({ header }) => header.date));
    order = inferred.order;
    return { code: "whatsapp/date-order", file, message: `dates read as ${inferred.order} (${inferred.confidence})`, hint: "--date-order dmy|mdy|ymd overrides" };
  };
  const finish = (raw: Raw): Message | Problem => toMessage(raw, order!, file, timeZone);
  const close = function* (): Generator<Message | Problem> {
    if (current === undefined) return;
    if (order !== undefined) yield finish(current);
    else if (held.push(current) >= HELD) {
      yield decide();
      yield* held.map(finish);
      held = [];
    }
    current = undefined;
  };
  for await (const one of lines) {
    if ("code" in one) {
      // Nobody knows whose the line was that is left out: what follows it is not added to the message before.
      yield* close();
      yield one;
      continue;
    }
    const { text, number } = one;
    const header = readHeader(text);
    if (header === undefined) {
      if (current !== undefined) current.rest.push(text);
      else if (text.replace(ALL_INVISIBLE, "").trim() !== "") yield { code: "whatsapp/line", file, line: number, message: "the line belongs to no message", hint: "an export begins with a date" };
      continue;
    }
    yield* close();
    current = { header, line: number, rest: [] };
  }
  yield* close();
  if (held.length > 0) yield decide();
  yield* held.map(finish);
}

function toMessage({ header, line, rest }: Raw, order: DateOrder, file: string, timeZone: string | undefined): Message | Problem {
  const [year, month, day] = inOrder(header.date, order);
  if (!isDay(year, month, day)) {
    return { code: "whatsapp/date", file, line, message: `there is no such date when read as ${order}`, hint: "give --date-order dmy, mdy or ymd" };
  }
  const colon = header.body.indexOf(": ");
  const flush = header.body.endsWith(":") && colon < 0 ? header.body.length - 1 : colon;
  const author = flush < 0 ? undefined : nameOf(header.body.slice(0, flush));
  const said = flush < 0 ? header.body : header.body.slice(flush + 2);
  const firstLine = said.replace(LEADING_INVISIBLE, "");
  const system = author === undefined || isSystem(header, author, firstLine, firstLine !== said);
  const vanishing = system ? DISAPPEARING.exec(firstLine.replace(ALL_INVISIBLE, "")) : null;
  const sender = vanishing === null ? (system ? undefined : author) : vanisher(vanishing);
  let text = system ? "" : [firstLine, ...rest].join("\n").trimEnd();
  const markers: Marker[] = vanishing !== null ? ["disappearing"] : system ? ["system"] : [];
  if (!system) {
    for (const { marker, whole, pattern } of MARKERS) {
      const bare = text.replace(ALL_INVISIBLE, "");
      if (!pattern.test(bare)) continue;
      if (!markers.includes(marker)) markers.push(marker);
      text = whole ? "" : bare.replace(pattern, "").trim();
    }
  }
  const wall = { year, month, day, hour: header.hour, minute: header.minute, second: header.second };
  return {
    id: String(line),
    text,
    sentAt: instantOf(wall, timeZone),
    channel: "whatsapp",
    line,
    ...(sender === undefined ? {} : { sender: { id: sender, name: sender } }),
    ...(markers.length > 0 ? { markers } : {}),
  };
}

/** A name without what WhatsApp puts around it: marks, and a tilde before who is no contact. */
const nameOf = (written: string): string => written.replace(ALL_INVISIBLE, "").replace(/^~[\u202f\u00a0 ]?/, "").trim();

/** Who makes messages disappear, where the line names somebody: "you" is whoever exported the chat. */
function vanisher({ groups }: RegExpExecArray): string | undefined {
  const who = groups!["who"];
  return who === undefined || EXPORTER.test(who) ? undefined : nameOf(who);
}

/**
 * WhatsApp's own line. On iOS it carries an author and a direction mark before its text, in exports of the web a dash; on Android it
 * has no author unless it is a call that was missed or a message that has not come, but may hold a colon (`Ana changed the subject to "Deal: two"`), which then stands inside
 * the quotation that the system wrote.
 */
function isSystem({ form, body }: Header, author: string, said: string, marked: boolean): boolean {
  if (UNREACHED.test(said.replace(ALL_INVISIBLE, ""))) return true;
  if (form === "ios") return body.startsWith("- ") || (marked && (SYSTEM.test(said) || DISAPPEARING.test(said)));
  return QUOTED_COLON.test(author) && SYSTEM.test(body);
}

/** What stands before the first colon holds an opened quotation: no name does. */
const QUOTED_COLON = /["“«][^"”»]*$/;
