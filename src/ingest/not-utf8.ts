const REPLACEMENT = "\ufffd";
/** The bytes of U+FFFD itself, each as a character: wherever they stand they are that and nothing else. */
const WRITTEN = "\xef\xbf\xbd";

/**
 * Finds where a text holds U+FFFD for bytes that are no UTF-8, not because somebody wrote it: given bytes and what was decoded from them, as
 * they come, the line of the first, once it is met. `first` is the number of the first line.
 */
export function createFindBroken(first: number): (bytes: Uint8Array, text: string) => number | undefined {
  const latin = new TextDecoder("latin1");
  let [line, tail, found] = [first, "", undefined as number | undefined];
  return (bytes, text) => {
    if (found !== undefined) return found;
    if (text.includes(REPLACEMENT)) {
      // A line end is part of no character, so that the lines of the text are those of the bytes.
      const written = (tail + latin.decode(bytes)).split("\n");
      const at = text.split("\n").findIndex((one, i) => timesIn(one, REPLACEMENT) !== timesIn(written[i]!, WRITTEN));
      if (at >= 0) return (found = line + at);
    }
    line += timesIn(text, "\n");
    // A character may be cut by the end of the piece.
    tail = (tail + latin.decode(bytes.subarray(-2))).slice(-2).split("\n").at(-1)!;
    return undefined;
  };
}

function timesIn(text: string, sought: string): number {
  let times = 0;
  for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + sought.length)) times++;
  return times;
}
