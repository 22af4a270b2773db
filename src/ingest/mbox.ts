import { isPostmark } from "./format.js";

/** A mail as it was sent, the line on which it begins, and whether more of it was left out than is held. */
export interface Mail {
  readonly bytes: Uint8Array;
  readonly line: number;
  readonly isLong: boolean;
}

/** What is held of one mail, in bytes and in lines: its text stands before what is attached to it. */
const LARGEST = 1 << 25;
const MOST_LINES = 1 << 19;
/** A postmark is shorter. */
const LONGEST_POSTMARK = 500;
const NEWLINE = 10;
const FROM = [70, 114, 111, 109, 32];

/** The mails of an mbox, one at a time, parted at the lines that say whom each is from. `isBox` false: the file is one mail. */
export async function* mailsOf(chunks: AsyncIterable<Uint8Array>, isBox: boolean): AsyncGenerator<Mail> {
  let [pieces, size, isLong, line, begun] = [[] as Uint8Array[], 0, false, 1, 1];
  /** A line that may be a postmark and is not yet whole. */
  let carried: Uint8Array = new Uint8Array(0);
  let atLineStart = true;
  const add = (bytes: Uint8Array): void => {
    const room = isLong ? 0 : LARGEST - size;
    if (bytes.length > room) isLong = true;
    if (room === 0 || bytes.length === 0) return;
    pieces.push(bytes.slice(0, room));
    size += Math.min(room, bytes.length);
  };
  const mail = (): Mail => ({ bytes: joined(pieces), line: begun, isLong });
  for await (const chunk of chunks) {
    const data = carried.length === 0 ? chunk : joined([carried, chunk]);
    carried = new Uint8Array(0);
    let [from, at] = [0, 0];
    while (at < data.length) {
      const end = data.indexOf(NEWLINE, at);
      if (isBox && atLineStart && FROM.every((unit, i) => at + i >= data.length || data[at + i] === unit)) {
        if (end < 0 && data.length - at < LONGEST_POSTMARK) {
          carried = data.slice(at);
          break;
        }
        if (end >= 0 && isPostmark(String.fromCharCode(...data.subarray(at, Math.min(end, at + LONGEST_POSTMARK))))) {
          add(data.subarray(from, at));
          if (size > 0) yield mail();
          [pieces, size, isLong, begun, from] = [[], 0, false, line, end + 1];
        }
      }
      atLineStart = end >= 0;
      if (end < 0) break;
      line++;
      at = end + 1;
      if (line - begun !== MOST_LINES) continue;
      add(data.subarray(from, at));
      [from, isLong] = [at, true];
    }
    add(data.subarray(from, data.length - carried.length));
  }
  add(carried);
  if (size > 0) yield mail();
}

export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  if (pieces.length === 1) return pieces[0]!;
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
