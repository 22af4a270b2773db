import type { Problem } from "../core/problem.js";
import type { Line } from "./lines.js";

/** In code units: what is longer is no message but a document that is broken. */
const LONGEST = 1 << 26;
/** How far before a bracket its key is looked for. */
const SEEN = 40;

/**
 * The objects of a JSON document, one at a time: those of a list, of the `value` of an object (a page of Microsoft Graph), or one after
 * another; `number` is the line on which one begins. The document is never held in memory, and what is wrong in one object stays there as far as its brackets can be counted.
 */
export async function* objectsOf(pieces: AsyncIterable<string>, file: string): AsyncGenerator<Line | Problem> {
  /** The brackets that are open, those of the object that is being read among them. */
  let open = "";
  /** The brackets that were open before the object; -1 while none is read. */
  let outside = -1;
  let [text, line, begun] = ["", 1, 1];
  let [inString, escaped] = [false, false];
  for await (const piece of pieces) {
    let from = 0;
    for (let i = 0; i < piece.length; i++) {
      const unit = piece.charCodeAt(i);
      // A string has no line end of its own: one that is not closed ends there, so that the next object is read again.
      if (unit === NEWLINE) [line, inString, escaped] = [line + 1, false, false];
      else if (escaped) escaped = false;
      else if (inString) {
        if (unit === BACKSLASH) escaped = true;
        else if (unit === QUOTE) inString = false;
      } else if (unit === QUOTE) inString = true;
      else if (unit === BRACE || unit === BRACKET) {
        if (unit === BRACKET && open.length === outside + 1 && /"value"\s*:\s*$/.test(text.slice(-SEEN) + piece.slice(Math.max(from, i - SEEN), i))) outside = -1;
        else if (unit === BRACE && outside < 0) [outside, from, text, begun] = [open.length, i, "", line];
        open += piece[i]!;
      } else if (unit === BRACE + 2 || unit === BRACKET + 2) {
        open = open.slice(0, Math.max(0, open.lastIndexOf(unit === BRACE + 2 ? "{" : "[")));
        if (outside < 0 || open.length > outside) continue;
        yield { text: text + piece.slice(from, i + 1), number: begun };
        [outside, text] = [-1, ""];
      }
    }
    if (outside >= 0) text += piece.slice(from);
    if (text.length <= LONGEST) continue;
    yield { code: "json/long", file, line: begun, message: "an object that does not end: nothing after it is read", hint: "export it again, or write one object a line" };
    return;
  }
  if (outside >= 0) yield { code: "json/cut", file, line: begun, message: "the file ends in the middle of an object", hint: "it was cut: export it again" };
}

const [NEWLINE, QUOTE, BACKSLASH, BRACE, BRACKET] = [10, 34, 92, 123, 91];
