/**
 * What the writer of a mail wrote, without the mail that is answered (it is a message of its own) and without the signature, whose footer is
 * no message. What is forwarded stays, since it may come from where nobody reads along, as lines that begin with `> `: these are read as the words
 * of somebody else. `isForward`: the subject says so, and a block of Outlook's, which looks the same in both, begins what is forwarded.
 */
export function ownWords(text: string, isForward: boolean): string {
  const lines = text.split(/\r\n|\r|\n/);
  const kept: string[] = [];
  let [isSigned, isPassedOn, isMarked] = [false, false, false];
  for (let i = 0; i < lines.length; i++) {
    const line = isMarked ? lines[i]!.replace(/^> ?/, "") : lines[i]!;
    const isBlock = isHeaderBlock(lines, i);
    if (isTitle(line, FORWARDED) || (isForward && !isPassedOn && (isBlock || isTitle(line, ORIGINAL)))) {
      while (isBare(kept.at(-1))) kept.pop();
      let next = isBlock ? i : i + 1;
      while (next < lines.length && lines[next]!.trim() === "") next++;
      isMarked = lines[next]?.startsWith(">") ?? false;
      while (next < lines.length && (HEADER.test(plain(lines[next]!)) || /^[\s>]*$/.test(lines[next]!))) next++;
      [i, isSigned, isPassedOn] = [next - 1, false, true];
      kept.push("");
      continue;
    }
    if (isBlock || isTitle(line, ORIGINAL)) break;
    const attribution = attributionAt(lines, i);
    if (attribution > 0) {
      let next = i + attribution;
      while (next < lines.length && lines[next]!.trim() === "") next++;
      if (lines[next]?.startsWith(">") === true) {
        i = next - 1;
        continue;
      }
      if (isSure(lines, i, attribution)) break;
    }
    if (line.startsWith(">")) continue;
    if (/^-- ?$/.test(line)) isSigned = true;
    if (!isSigned) kept.push(isPassedOn && line.trim() !== "" ? `> ${line}` : line);
  }
  while (isBare(kept.at(-1))) kept.pop();
  return kept.join("\n").trim();
}

/** Lines longer than this are none of those that programs write; nothing else is asked of them. */
const LONGEST = 300;
const FORWARDED = /^(?:(?:begin )?forwarded message|mensagem (?:re)?encaminhada|in[íi]cio da mensagem (?:re)?encaminhada|mensaje reenviado|inicio del mensaje reenviado)$/i;
const ORIGINAL = /^(?:original message|original appointment|mensagem original|mensaje original)$/i;
/** Fields with which programs begin what they quote, as Outlook writes them in three languages. */
const FROM = /^\*?(?:from|de):/i;
const OTHERS = [/^\*?(?:sent|date|enviado(?: el)?|enviada(?: em)?|fecha|data):/i, /^\*?(?:to|para):/i, /^\*?(?:subject|asunto|assunto):/i];
const HEADER = /^\*?(?:from|de|sent|date|enviado(?: el)?|enviada(?: em)?|fecha|data|to|para|cc|subject|asunto|assunto|reply-to|responder a|responder para):/i;

const plain = (line: string): string => (line.length > LONGEST ? "" : line.replace(/^[\s>]+/, "").replace(/\s+:/, ":"));
const isBare = (line: string | undefined): boolean => line !== undefined && line.length <= LONGEST && /^[\s_-]*$/.test(line);

/** A line that holds nothing but a title between dashes, or before a colon. */
const isTitle = (line: string, title: RegExp): boolean => line.length <= LONGEST && title.test(line.replace(/^[\s>*-]+/, "").replace(/[\s:*-]+$/, "")) && /^[\s>*]*-{4}|:\s*$/.test(line);

/** A line with whom a mail is from, and after it two more of when, to whom and about what. */
function isHeaderBlock(lines: readonly string[], at: number): boolean {
  if (!FROM.test(plain(lines[at]!))) return false;
  const after = lines.slice(at + 1, at + 8).map(plain);
  return OTHERS.filter((field) => after.some((line) => field.test(line))).length > 1;
}

/** How many lines say who wrote what follows ("On …, Ana wrote:"), which programs may break; 0 where none does. */
function attributionAt(lines: readonly string[], at: number): number {
  if (lines[at]!.trim() === "" || lines[at]!.length > LONGEST) return 0;
  for (let count = 1; count <= 3 && at + count <= lines.length; count++) {
    const last = lines[at + count - 1]!;
    if (last.trim() === "" || last.length > LONGEST) return 0;
    if (/:\s*$/.test(last)) return isAttribution(lines[at]!, joined(lines, at, count)) ? count : 0;
  }
  return 0;
}

const joined = (lines: readonly string[], at: number, count: number): string => lines.slice(at, at + count).join(" ").trim();

/** What programs write before what is answered; its first line begins it, or holds the address of whoever wrote. */
function isAttribution(first: string, text: string): boolean {
  if (/^(?:on|el|em|no dia) /i.test(text) && /\d/.test(text) && /(?:wrote|escribi[óo]|escreveu) ?:$/i.test(text)) return true;
  if (/^\d{4}-\d\d-\d\d /.test(text) && /<[^<>\s@]+@[^<>\s@]+> ?:$/.test(text)) return true;
  return /<[^<>\s@]+@[^<>\s@]+>/.test(first) && /<[^<>\s@]+@[^<>\s@]+>\)? (?:wrote|escribi[óo]|escreveu)\b/i.test(text);
}

/** People write "on 3 November your client wrote:" too: only programs name an address, or the time of day. */
const isSure = (lines: readonly string[], at: number, count: number): boolean => /@|\d[:.h]\d\d/.test(joined(lines, at, count));
