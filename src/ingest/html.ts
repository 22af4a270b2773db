import { withoutEntities } from "./entities.js";

/** Elements that begin and end a line. */
const BLOCKS = new Set("address article aside blockquote body caption center codeblock dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section table tr ul".split(" "));
/** Elements whose content nobody sees. */
const UNSEEN = new Set(["script", "style", "title"]);
const ALT = /\salt\s*=\s*(?:"([^"]*)"|'([^']*)')/i;

/**
 * The text that a piece of HTML shows, in one pass. Lines of a `<blockquote>`, which is how mail and Teams show what is answered, begin with
 * `> ` as in plain mail, or are left out. Of pictures only Teams' emoji are text.
 */
export function textOfHtml(html: string, quotations: "marked" | "left out"): string {
  const lines: string[] = [];
  let [line, quoted, preformatted] = ["", 0, 0];
  const end = (isKept = false): void => {
    const text = line.trim();
    if ((text !== "" || isKept) && (quoted === 0 || quotations === "marked")) lines.push(text === "" ? "" : "> ".repeat(Math.min(quoted, 2)) + text);
    line = "";
  };
  const say = (text: string): void => {
    if (preformatted === 0) {
      line += withoutEntities(text.replace(/\s+/g, " ")).replaceAll("\u00a0", " ");
      return;
    }
    const [first, ...more] = withoutEntities(text).split("\n");
    line += first!;
    for (const one of more) {
      end(true);
      line = one;
    }
  };
  for (let at = 0; at < html.length; ) {
    let open = html.indexOf("<", at);
    if (open < 0) open = html.length;
    say(html.slice(at, open));
    if (html.startsWith("<!--", open)) {
      const closed = html.indexOf("-->", open + 4);
      at = closed < 0 ? html.length : closed + 3;
      continue;
    }
    at = endOfTag(html, open);
    const tag = html.slice(open, at);
    const [, closing, written] = /^<(\/?)([a-zA-Z][\w:-]{0,40})/.exec(tag) ?? [];
    if (written === undefined) {
      // A sign that opens nothing ("a < b") is text; a declaration is not.
      if (!/^<[!?/]/.test(tag)) say(tag);
      continue;
    }
    const name = written.toLowerCase();
    const step = closing === "/" ? -1 : tag.endsWith("/>") ? 0 : 1;
    if (UNSEEN.has(name) && step === 1) {
      const rest = new RegExp(`</${name}`, "gi");
      rest.lastIndex = at;
      at = rest.exec(html)?.index ?? html.length;
    } else if (name === "br") end(true);
    else if (name === "td" || name === "th") line += " ";
    else if (name === "emoji" || (name === "img" && tag.includes("schema.skype.com/Emoji"))) {
      const [, double, single] = ALT.exec(tag) ?? [];
      line += step < 0 ? "" : withoutEntities(double ?? single ?? "");
    } else if (BLOCKS.has(name)) {
      end();
      if (name === "blockquote") quoted = Math.max(0, quoted + step);
      if (name === "pre" || name === "codeblock") preformatted = Math.max(0, preformatted + step);
    }
  }
  end();
  return lines.join("\n").replace(/\n{3,}/g, "\n\n").trim();
}

/** Where a tag ends: after its `>` that stands in no quotation, or where the next begins. */
function endOfTag(html: string, open: number): number {
  let quote = "";
  for (let i = open + 1; i < html.length; i++) {
    const unit = html[i]!;
    if (unit === "<") return i;
    if (quote !== "") {
      if (unit === quote) quote = "";
    } else if (unit === ">") return i + 1;
    else if (unit === '"' || unit === "'") quote = unit;
  }
  return html.length;
}
