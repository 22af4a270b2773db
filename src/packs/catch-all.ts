import { COMMON_WORDS } from "../core/common-words.js";
import { foldString } from "../core/fold.js";
import type { SourcePhrase } from "../core/phrase.js";
import type { Problem } from "../core/problem.js";

/** Phrases that count by themselves, for a signal or against it. */
const countsAlone = ({ meaning }: SourcePhrase): boolean => meaning.kind === "unless" || meaning.kind === "exclude" || (meaning.kind === "pattern" && meaning.weight >= 2);

/** What is wrong with a phrase that counts by itself and stands in nearly every message: one of the commonest words, or nothing but words of two letters at most. */
export function catchAll(source: SourcePhrase): Pick<Problem, "message" | "hint"> | undefined {
  if (!countsAlone(source)) return undefined;
  const required = (foldString(source.phrase).match(/\([^)]*\)\??|\S+/g) ?? []).filter((part) => !/^(?:\.\.\d*|\^|\$)$|\?$/.test(part)).map(optionsOf);
  const isEvery = (loose: (word: string) => boolean): boolean => required.every((options) => options.every(loose));
  if (!isEvery(isShort) && (required.length > 1 || !isEvery((word) => isShort(word) || isCommon(word)))) return undefined;
  return { message: `"${source.phrase}" stands in nearly every message`, hint: "ask for more letters, or for another word beside it" };
}

const optionsOf = (part: string): string[] => part.replace(/[()]/g, "").split("|").map((option) => option.trim());
const isShort = (word: string): boolean => /^~?[\p{L}\p{N}]{0,2}\*?$/u.test(word);

/** Common words that tell no language, so that they stand in no list. */
const SHARED = "para por porque que antes esta estao estan vamos tambem todo toda todos dos nos uns umas voce muito";
let common: ReadonlySet<string> | undefined;
const isCommon = (word: string): boolean => (common ??= new Set([SHARED, ...Object.values(COMMON_WORDS)].flatMap((list) => list.split(" ")))).has(word.replace(/^~|\*$/g, ""));
