import { fold, foldString } from "../../core/fold.js";
import { CLASS_NAMES, rangesOf, type CharacterSet } from "./characters.js";

/**
 * The patterns of authors: the regular part of regular expressions (what RE2 takes), so that matching is linear whatever they say.
 *
 * | written | means |
 * |---|---|
 * | `abc` `\.` `\u00e9` | these characters; case, accents and compatibility forms never matter |
 * | `.` `[a-z€]` `[^0-9]` | any character of the line, one of these, any but these |
 * | `\d` `\w` `\s` `\p{L}` `\p{N}` `\p{P}` `\p{S}` `\p{Sc}` | a digit 0–9, a character of a word, white space, a letter, number, punctuation mark, symbol, currency sign; in capitals: anything else |
 * | `(a\|b)` `(?:…)` `(?<name>…)` | one of these; a group only holds together |
 * | `?` `*` `+` `{2}` `{2,}` `{2,5}` | repeated; with `?` after it the same, since the longest match is taken |
 * | `\b` `\B` `^` `$` | the edge of a word of any script, no edge, the beginning and the end of the line |
 */
export type Node =
  | { readonly kind: "set"; readonly set: CharacterSet }
  | { readonly kind: "sequence"; readonly parts: readonly Node[] }
  | { readonly kind: "choice"; readonly options: readonly Node[] }
  /** `most` is Infinity where nothing bounds it. */
  | { readonly kind: "repeat"; readonly part: Node; readonly least: number; readonly most: number }
  | { readonly kind: "at"; readonly place: Place };

/** Places that match no character. */
export type Place = "edge" | "inside" | "start" | "end";

/** Most repetitions that braces may ask for. */
export const MOST_REPEATS = 1000;
/** Most groups inside each other. */
const DEEPEST = 50;
/** Widest range of a class, in code points. */
const WIDEST_RANGE = 0x6000;

/** A pattern that cannot be compiled: what stands where, and what to write instead. */
export class PatternError extends Error {
  override readonly name = "PatternError";
  readonly hint: string;
  /** 1-based, in UTF-16 code units of the entry, slashes included. */
  readonly column: number;
  constructor(message: string, hint: string, column: number) {
    super(message);
    this.hint = hint;
    this.column = column;
  }
}

/** Whether an entry is a pattern, not a phrase. */
export const isPattern = (entry: string): boolean => entry.startsWith("/");

/** Reads `/…/`. Throws PatternError. */
export function parsePattern(entry: string): Node {
  const close = entry.lastIndexOf("/");
  if (close === 0) throw new PatternError("the pattern is not closed", "a pattern stands between two slashes: /…/", entry.length + 1);
  if (close < entry.length - 1) throw new PatternError(`flags "${entry.slice(close + 1)}"`, "write nothing after the second slash: case and accents never matter", close + 2);
  return new Parser(entry.slice(0, close)).pattern();
}

class Parser {
  /** The entry without its last slash; `at` begins after the first. */
  readonly #text: string;
  #at = 1;
  #depth = 0;
  constructor(text: string) {
    this.#text = text;
  }

  pattern(): Node {
    const node = this.#choice();
    if (this.#at < this.#text.length) this.#fail('a ")" without its "("', "write \\) for the bracket itself");
    return node;
  }

  #fail(message: string, hint: string, at = this.#at): never {
    throw new PatternError(message, hint, at + 1);
  }

  #choice(): Node {
    const options = [this.#sequence()];
    while (this.#text[this.#at] === "|") {
      this.#at++;
      options.push(this.#sequence());
    }
    return options.length === 1 ? options[0]! : { kind: "choice", options };
  }

  #sequence(): Node {
    const parts: Node[] = [];
    while (this.#at < this.#text.length && !"|)".includes(this.#text[this.#at]!)) parts.push(this.#repeated());
    return parts.length === 1 ? parts[0]! : { kind: "sequence", parts };
  }

  #repeated(): Node {
    const from = this.#at;
    const part = this.#one();
    const times = this.#times();
    if (times === undefined) return part;
    if (part.kind === "at") this.#fail(`"${this.#text.slice(from, this.#at)}" repeats a place`, "leave the repetition out", from);
    if (this.#text[this.#at] === "?") this.#at++;
    if (this.#text[this.#at] === "+") this.#fail('a possessive repetition "+"', "leave it out: the longest match is taken, and there is no going back");
    if (this.#times() !== undefined) this.#fail("a repetition of a repetition", "write one, or put the part in brackets: (a{2}){3}", from);
    return { kind: "repeat", part, ...times };
  }

  /** A repetition that stands here. */
  #times(): { least: number; most: number } | undefined {
    const sign = this.#text[this.#at];
    if (sign === "*" || sign === "+" || sign === "?") {
      this.#at++;
      return { least: sign === "+" ? 1 : 0, most: sign === "?" ? 1 : Infinity };
    }
    if (sign !== "{") return undefined;
    const found = /^\{(\d+)(,?)(\d*)\}/.exec(this.#text.slice(this.#at, this.#at + 24));
    if (found === null) this.#fail('a "{" that is no repetition', "write {2}, {2,} or {2,5}, or \\{ for the brace itself");
    const least = Number(found[1]);
    const most = found[2] === "" ? least : found[3] === "" ? Infinity : Number(found[3]);
    if (least > MOST_REPEATS || (most > MOST_REPEATS && most !== Infinity)) this.#fail(`the repetition ${found[0]}`, `at most {${MOST_REPEATS}}`);
    if (most < least) this.#fail(`the repetition ${found[0]} ends before it begins`, `write {${most},${least}}`);
    this.#at += found[0].length;
    return { least, most };
  }

  #one(): Node {
    const sign = this.#text[this.#at]!;
    if (sign === "(") return this.#group();
    if (sign === "[") return this.#class();
    if (sign === "\\") return this.#escape();
    if (sign === "." || sign === "^" || sign === "$") {
      this.#at++;
      return sign === "." ? { kind: "set", set: { ranges: [], classes: [], negated: true } } : { kind: "at", place: sign === "^" ? "start" : "end" };
    }
    if (sign === "]") this.#fail('a "]" without its "["', "write \\] for the bracket itself");
    if (sign === "{" || sign === "}" || sign === "*" || sign === "+" || sign === "?") this.#fail(`"${sign}" has nothing to repeat`, `write \\${sign} for the sign itself`);
    return this.#literal();
  }

  /** A character and what is invisible after it (combining accents). */
  #literal(): Node {
    const codePoint = this.#next();
    while (this.#at < this.#text.length && fold(this.#text.codePointAt(this.#at)!) === "") this.#next();
    return literal(codePoint);
  }

  #next(): number {
    const codePoint = this.#text.codePointAt(this.#at)!;
    this.#at += codePoint > 0xffff ? 2 : 1;
    return codePoint;
  }

  #group(): Node {
    const from = this.#at;
    const head = /^\(\?(?:[:=!>]|<[=!]|P?<\w+>|[a-z-]+[:)]|.?)/u.exec(this.#text.slice(from, from + 64))?.[0] ?? "(";
    if (/^\(\?<?[=!]$/.test(head)) this.#fail(`look-${head.includes("<") ? "behind" : "ahead"} "${head}"`, head.includes("!") ? "write what may stand there, or use an unless phrase for what may not" : "write it as part of the pattern, or use \\b for the edge of a word");
    if (head === "(?>") this.#fail('an atomic group "(?>"', "write (?: instead: there is no going back");
    if (head !== "(" && head !== "(?:" && !/^\(\?P?</.test(head)) this.#fail(`"${head}"`, "leave flags out: case and accents never matter; a group is (…)");
    if (++this.#depth > DEEPEST) this.#fail("groups too deep in each other", `at most ${DEEPEST}`);
    this.#at += head.length;
    const inner = this.#choice();
    if (this.#text[this.#at] !== ")") this.#fail("a group that is not closed", 'write its ")", or \\( for the bracket itself', from);
    this.#at++;
    this.#depth--;
    return inner;
  }

  #escape(): Node {
    const from = this.#at;
    const sign = this.#text[from + 1];
    if (sign === "b" || sign === "B") {
      this.#at += 2;
      return { kind: "at", place: sign === "b" ? "edge" : "inside" };
    }
    const named = this.#namedClass();
    if (named !== undefined) return { kind: "set", set: { ranges: [], classes: [named], negated: false } };
    return literal(this.#escaped());
  }

  /** `\d` `\W` `\p{L}` …, if it stands here: the name of the class, `^` before it for its opposite. */
  #namedClass(): string | undefined {
    const found = /^\\(?:([dDwWsS])|([pP])(?:\{(\^?)(\w*)\}|(\w?)))/.exec(this.#text.slice(this.#at, this.#at + 24));
    if (found === null) return undefined;
    const [all, short, property, not, long, single] = found;
    const name = short?.toLowerCase() ?? long ?? single ?? "";
    if (short === undefined && (name.length === 0 || name === "d" || name === "w" || name === "s" || !CLASS_NAMES.includes(name))) {
      this.#fail(`the class "${all}"`, name.startsWith("L") ? "write \\p{L}: case never matters" : "one of \\p{L} \\p{N} \\p{P} \\p{S} \\p{Sc} \\d \\w \\s");
    }
    this.#at += all.length;
    const opposite = (short !== undefined && short !== name) !== ((property === "P") !== (not === "^"));
    return opposite ? `^${name}` : name;
  }

  /** The character that a backslash names. */
  #escaped(): number {
    const from = this.#at;
    const code = /^\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|u\{([\da-fA-F]{1,6})\})/.exec(this.#text.slice(from, from + 12));
    if (code !== null) {
      const codePoint = Number.parseInt(code[1] ?? code[2] ?? code[3]!, 16);
      if (codePoint > 0x10ffff) this.#fail(`"${code[0]}" is no character`, "write the character itself");
      this.#at += code[0].length;
      return codePoint;
    }
    this.#at++;
    if (this.#at >= this.#text.length) this.#fail("a backslash before nothing", "write \\\\ for the backslash itself", from);
    const codePoint = this.#next();
    const sign = String.fromCodePoint(codePoint);
    if (sign === "t") return 9;
    if (sign === "n" || sign === "r") this.#fail("a line break", "a match stays within its line: leave it out", from);
    if (/[1-9k]/.test(sign)) this.#fail(`a back-reference "\\${sign}"`, "write out what may stand there: what has matched before is not known", from);
    if (/[A-Za-z0-9]/.test(sign)) this.#fail(`"\\${sign}" means nothing`, sign === "A" ? "write ^" : sign === "z" || sign === "Z" ? "write $" : `write ${sign}`, from);
    return codePoint;
  }

  #class(): Node {
    const from = this.#at++;
    const negated = this.#text[this.#at] === "^";
    if (negated) this.#at++;
    const codePoints: number[] = [];
    const classes: string[] = [];
    if (this.#text[this.#at] === "]") this.#fail("an empty class", "write \\] for the bracket itself");
    while (this.#text[this.#at] !== "]") {
      if (this.#at >= this.#text.length) this.#fail("a class that is not closed", 'write its "]", or \\[ for the bracket itself', from);
      const named = this.#namedClass();
      if (named !== undefined) classes.push(named);
      else codePoints.push(...this.#range());
    }
    this.#at++;
    return { kind: "set", set: { ranges: rangesOf(codePoints), classes, negated } };
  }

  /** A character of a class, or a range of them, folded. */
  *#range(): Iterable<number> {
    const from = this.#at;
    const first = this.#text[from] === "\\" ? this.#escaped() : this.#next();
    let last = first;
    if (this.#text[this.#at] === "-" && this.#at + 1 < this.#text.length && this.#text[this.#at + 1] !== "]") {
      this.#at++;
      last = this.#text[this.#at] === "\\" ? this.#escaped() : this.#next();
      const range = this.#text.slice(from, this.#at);
      if (last < first) this.#fail(`the range "${range}" is back to front`, "write the lesser character first", from);
      if (last - first > WIDEST_RANGE) this.#fail(`the range "${range}" is too wide`, "write \\p{L}, \\p{N} or what may not stand there: [^…]", from);
    }
    for (let codePoint = first; codePoint <= last; codePoint++) {
      const folded = [...fold(codePoint)];
      if (folded.length === 1) yield folded[0]!.codePointAt(0)!;
      else if (first === last && folded.length > 1) this.#fail(`"${String.fromCodePoint(first)}" stands for several characters`, `write (${folded.join("")}|…) instead of the class`, from);
    }
  }
}

/** A character as the characters it folds to. */
function literal(codePoint: number): Node {
  const parts = [...foldString(String.fromCodePoint(codePoint))].map((character): Node => {
    const one = character.codePointAt(0)!;
    return { kind: "set", set: { ranges: [one, one], classes: [], negated: false } };
  });
  return parts.length === 1 ? parts[0]! : { kind: "sequence", parts };
}
