import { withoutEntities } from "./entities.js";

/** A tag of an XML text as it is written, from `<` to `>`, and the line on which it begins. `isBroken`: it does not end before the next begins, or the text does. */
export interface Tag {
  readonly text: string;
  readonly line: number;
  readonly isBroken: boolean;
}

/** The tags of an XML text, one at a time; comments and what stands between tags are passed over. A `<` stands in no tag, so that a broken one takes no other with it. */
export async function* tagsOf(pieces: AsyncIterable<string>): AsyncGenerator<Tag> {
  let [text, line, begun, quote] = ["", 1, 1, ""];
  let [inTag, isFirst, isAside] = [false, false, false];
  for await (const piece of pieces) {
    let from = 0;
    for (let i = 0; i < piece.length; i++) {
      const unit = piece[i]!;
      if (unit === "\n") line++;
      if (unit === "<") {
        if (inTag && !isAside) yield { text: text + piece.slice(from, i), line: begun, isBroken: true };
        [inTag, isFirst, isAside, text, from, begun, quote] = [true, true, false, "", i, line, ""];
        continue;
      }
      if (!inTag) continue;
      // A comment, a declaration or an instruction: its quotation marks are none.
      if (isFirst) isAside = unit === "!" || unit === "?";
      isFirst = false;
      if (quote !== "") {
        if (unit === quote) quote = "";
      } else if (unit === ">") {
        inTag = false;
        if (!isAside) yield { text: text + piece.slice(from, i + 1), line: begun, isBroken: false };
      } else if (!isAside && (unit === '"' || unit === "'")) quote = unit;
    }
    if (inTag) text += piece.slice(from);
  }
  if (inTag && !isAside) yield { text, line: begun, isBroken: true };
}

/** The attributes of a tag. What the phone had nothing for, the backup writes as `null`. */
export function attributesOf(tag: string): (name: string) => string | undefined {
  const given = new Map([...tag.matchAll(/\s([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(([, name, double, single]) => [name!, double ?? single!]));
  return (name) => {
    const value = given.get(name);
    return value === undefined || value === "null" ? undefined : withoutEntities(value);
  };
}
