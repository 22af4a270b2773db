import type { Cue, Evidence, IdentifierEvidence } from "../core/evidence.js";
import { firstWhere } from "../core/first-where.js";
import type { Lang } from "../core/label.js";
import type { Meaning } from "../core/phrase.js";
import { overlaps, type Span } from "../core/span.js";
import type { Sentence, Text } from "../core/text.js";
import type { ScanTables } from "./compile.js";
import { createFind } from "./find.js";

/** Finds the identifiers of a message; with `suspects` also what is called by the name of one but has wrong check digits. */
export type Identify = (text: Text, suspects?: boolean) => IdentifierEvidence[];

/** How far a negation reaches, in words. */
const NEGATION_REACH = 6;

/** A phrase that stands in a message: what it means, the words `first..last` and the sentence that they stand in. */
interface Hit extends Span {
  readonly phrase: number;
  readonly meaning: Meaning;
  readonly lang: Lang;
  readonly first: number;
  readonly last: number;
  readonly sentence: number;
}

/**
 * What stands in a message: patterns under their cues, cues, identifiers; in order of start, end, then what they say. Terms of the
 * firm stand in tables of their own. `mayIdentify` false: it is known that no identifier stands there.
 */
export function createScan(shipped: ScanTables, identify: Identify, ofFirm?: ScanTables): (text: Text, mayIdentify?: boolean) => Evidence[] {
  const sources = [shipped, ...(ofFirm === undefined ? [] : [ofFirm])].map((tables) => ({ tables, find: createFind(tables) }));
  return (text, mayIdentify = true) => {
    const evidence: Evidence[] = mayIdentify ? identify(text) : [];
    const hits: Hit[] = [];
    for (const { tables, find } of sources) {
      find(text, (phrase, first, last, start, end) => {
        const { meaning, lang } = tables.meanings[tables.phrases[phrase]!]!;
        hits.push({ phrase, meaning, lang, first, last, sentence: sentenceOf(text.sentences, first), start, end });
      });
    }
    if (hits.length === 0) return evidence;
    const standing = withoutExceptions(hits);
    const cues = bySentence(standing, "cue");
    const silencers = bySentence(standing, "unless");
    for (const hit of standing) {
      const { meaning, phrase, lang, sentence, start, end } = hit;
      if (meaning.kind === "cue") evidence.push({ kind: "cue", setting: meaning.setting, start, end });
      else if (meaning.kind === "kind") evidence.push({ kind: "kind", of: meaning.of, start, end });
      else if (meaning.kind === "exclude") evidence.push({ kind: "exclusion", label: meaning.label, start: text.sentences[sentence]!.start, end: text.sentences[sentence]!.end });
      else if (meaning.kind === "pattern") {
        const { label, weight, decides } = meaning;
        if (silencers.get(sentence)?.some((one) => one.meaning.kind === "unless" && one.meaning.label === label && one.lang === lang) === true) continue;
        const cue = cueAt(text, cues.get(sentence) ?? NONE, hit);
        evidence.push({ kind: "pattern", label, lang, phrase, weight, cue, ...(decides?.includes(cue) === true ? { decides: true as const } : {}), start, end });
      }
    }
    return evidence.length > 1 ? evidence.sort(compareEvidence) : evidence;
  };
}

const NONE: readonly Hit[] = [];

/** The hits without cues that only seem so: an exception to them shares a word with them. */
function withoutExceptions(hits: readonly Hit[]): readonly Hit[] {
  const exceptions = hits.filter(({ meaning }) => meaning.kind === "except");
  if (exceptions.length === 0) return hits;
  const excepted = ({ meaning, first, last }: Hit): boolean => meaning.kind === "cue" && exceptions.some((one) => one.meaning.kind === "except" && one.meaning.setting === meaning.setting && one.first <= last && first <= one.last);
  return hits.filter((hit) => !excepted(hit));
}

/** The hits of a kind, by the sentence that they stand in. */
function bySentence(hits: readonly Hit[], kind: Meaning["kind"]): ReadonlyMap<number, readonly Hit[]> {
  const found = new Map<number, Hit[]>();
  for (const hit of hits) {
    if (hit.meaning.kind !== kind) continue;
    const list = found.get(hit.sentence);
    if (list === undefined) found.set(hit.sentence, [hit]);
    else list.push(hit);
  }
  return found;
}

/** The sentence in which a word stands. */
const sentenceOf = (sentences: readonly Sentence[], word: number): number => firstWhere(sentences.length - 1, (i) => sentences[i]!.to > word);

/** Under which cue a pattern stands, told by the cues of its sentence; the strongest excuse decides. */
function cueAt(text: Text, cues: readonly Hit[], { start, end, first, last, sentence }: Hit): Cue {
  if (text.quoted.some((quote) => overlaps(quote, { start, end }))) return "quoted";
  let reported = false;
  let hypothetical = false;
  for (const cue of cues) {
    if (cue.meaning.kind !== "cue" || (cue.last >= first && cue.first <= last)) continue;
    const { setting } = cue.meaning;
    if ((setting === "negated" || setting === "refusal") && cue.last < first && first - cue.last <= NEGATION_REACH) return "negated";
    if (setting === "reported" || setting === "training" || setting === "casework") reported = true;
    else if (setting === "hypothetical") hypothetical = true;
  }
  return reported ? "reported" : hypothetical ? "hypothetical" : text.sentences[sentence]!.asked ? "asked" : "asserted";
}

const KINDS: Readonly<Record<Evidence["kind"], number>> = { cue: 0, identifier: 1, kind: 2, pattern: 3, exclusion: 4 };
const nameOf = (one: Evidence): string => (one.kind === "pattern" ? one.label : one.kind === "cue" ? one.setting : one.kind === "kind" ? one.of : one.kind === "exclusion" ? one.label : one.entity);

function compareEvidence(a: Evidence, b: Evidence): number {
  if (a.start !== b.start) return a.start - b.start;
  if (a.end !== b.end) return a.end - b.end;
  if (a.kind !== b.kind) return KINDS[a.kind] - KINDS[b.kind];
  const [x, y] = [nameOf(a), nameOf(b)];
  if (x !== y) return x < y ? -1 : 1;
  return a.kind === "pattern" && b.kind === "pattern" ? a.phrase - b.phrase : 0;
}
