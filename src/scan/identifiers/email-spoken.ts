import type { Token } from "../../core/text.js";
import type { Identifier, Reading, Scene } from "../identifier.js";

const DOTS = new Set(["dot", "ponto", "punto"]);
const ENDINGS = new Set("com org net br uk es pt ie eu info io law legal adv mx ar co cl pe fr de it gov edu jus abogado me us biz".split(" "));
const HYPHENS = new Set(["dash", "hyphen", "underscore", "guion", "hifen", "traco", "underline"]);
/** The words between two tokens may only be joined by spaces, brackets and the signs themselves. */
const JOIN = /^[ [\](){}<>.\n-]{0,4}$/;

/** `ana at firm dot com`, `ana (at) firm.com`, `ana arroba escritorio ponto com ponto br`. */
function read({ text: { tokens, original } }: Scene, i: number): Reading | undefined {
  const between = (a: number): string => original.slice(tokens[a]!.end, tokens[a + 1]!.start);
  const isDot = (token: Token | undefined): boolean => token !== undefined && DOTS.has(token.word);
  let last = i + 1;
  let spoken = false;
  if (tokens[last] === undefined || !JOIN.test(between(i))) return undefined;
  for (let parts = 0; parts < 5 && tokens[last + 1] !== undefined; parts++) {
    if (isDot(tokens[last + 1]) && tokens[last + 2] !== undefined && JOIN.test(between(last)) && JOIN.test(between(last + 1))) {
      last += 2;
      spoken = true;
    } else if (HYPHENS.has(tokens[last + 1]!.word) && tokens[last + 2] !== undefined) last += 2;
    else if (between(last) === ".") last++;
    else break;
  }
  const bracketed = /[[({<]\s?$/.test(original.slice(Math.max(0, tokens[i]!.start - 2), tokens[i]!.start));
  if (last === i + 1 || !ENDINGS.has(tokens[last]!.word)) return undefined;
  if (!spoken && !bracketed && tokens[i]!.word === "at") return undefined;
  let first = i - 1;
  if (first < 0 || !JOIN.test(between(first))) return undefined;
  for (let parts = 0; parts < 4 && first > 0; parts++) {
    const before = tokens[first - 1]!;
    if ((DOTS.has(before.word) || HYPHENS.has(before.word)) && first >= 2) first -= 2;
    else if (/^[._-]$/.test(between(first - 1))) first--;
    else break;
  }
  if (/^(?:me|us|him|her|it|ele|ela|look|em|no|na|en|el|la|is|e|es)$/.test(tokens[first]!.word) && tokens[i]!.word === "at" && !bracketed) return undefined;
  return { start: tokens[first]!.start, end: tokens[last]!.end, confidence: 0.9, checked: true };
}

export const identifier: Identifier = {
  type: "email",
  at: [{ words: new Set(["arroba", "dot"]) }, { words: new Set(["at"]), with: "bracket" }],
  read,
  context: {},
  source: "as people say and disguise addresses",
  examples: {
    valid: ["write to [[ana at firm dot com]] please", "é [[ana arroba escritorio ponto com ponto br]]", "[[ana punto gil arroba bufete punto es]]", "[[j.smith (at) firm dot co dot uk]]", "[[maria arroba gmail.com]]"],
    invalid: ["meet me at noon dot", "look at amazon.com", "we are at court dot", "cinco arrobas de carne"],
  },
};
