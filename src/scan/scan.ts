import type { Cue, Evidence, IdentifierEvidence } from "../core/evidence.js";
import { firstWhere } from "../core/first-where.js";
import type { Lang } from "../core/label.js";
import type { Meaning } from "../core/phrase.js";
import { sort } from "../core/sort.js";
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
 * firm stand in tables of their own, and so do signals that come beside the shipped ones. `mayIdentify` false: it is known that no identifier stands there.
 */
export function createScan(shipped: ScanTables, identify: Identify, besides: readonly ScanTables[] = []): (text: Text, mayIdentify?: boolean) => Evidence[] {
  const sources = [shipped, ...besides].map((tables) => ({ tables, find: createFind(tables) }));
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
      const one = evidenceOf(hit, text, cues.get(hit.sentence) ?? NONE, silencers.get(hit.sentence) ?? NONE);
      if (one !== undefined) evidence.push(one);
    }
    return sort(evidence, compareEvidence);
  };
}

/** What a hit is evidence of, with the cues and the silencers of its sentence. */
function evidenceOf(hit: Hit, text: Text, cues: readonly Hit[], silencers: readonly Hit[]): Evidence | undefined {
  const { meaning, phrase, lang, sentence, start, end } = hit;
  if (meaning.kind === "cue") return { kind: "cue", setting: meaning.setting, start, end };
  if (meaning.kind === "kind") return meaning.act === true && UNDONE.includes(cueAt(text, cues, hit)) ? undefined : { kind: "kind", of: meaning.of, start, end };
  if (meaning.kind === "exclude") return { kind: "exclusion", label: meaning.label, start: text.sentences[sentence]!.start, end: text.sentences[sentence]!.end };
  if (meaning.kind !== "pattern") return undefined;
  const { label, weight, decides } = meaning;
  for (const one of silencers) if (one.meaning.kind === "unless" && one.meaning.label === label && one.lang === lang) return undefined;
  const cue = cueAt(text, cues, hit);
  return decides?.includes(cue) === true ? { kind: "pattern", label, lang, phrase, weight, cue, decides: true, start, end } : { kind: "pattern", label, lang, phrase, weight, cue, start, end };
}

const NONE: readonly Hit[] = [];

/** Under these cues what is said was not done. */
const UNDONE: readonly Cue[] = ["negated", "hypothetical", "quoted"];

/** The hits without cues that only seem so: an exception to them shares a word with them. */
function withoutExceptions(hits: readonly Hit[]): readonly Hit[] {
  if (!hits.some(({ meaning }) => meaning.kind === "except")) return hits;
  const exceptions = hits.filter(({ meaning }) => meaning.kind === "except");
  const excepted = ({ meaning, first, last }: Hit): boolean => meaning.kind === "cue" && exceptions.some((one) => one.meaning.kind === "except" && one.meaning.setting === meaning.setting && one.first <= last && first <= one.last);
  return hits.filter((hit) => !excepted(hit));
}

/** The hits of a kind, by the sentence that they stand in. */
function bySentence(hits: readonly Hit[], kind: Meaning["kind"]): ReadonlyMap<number, readonly Hit[]> {
  let found: Map<number, Hit[]> | undefined;
  for (const hit of hits) {
    if (hit.meaning.kind !== kind) continue;
    found ??= new Map();
    const list = found.get(hit.sentence);
    if (list === undefined) found.set(hit.sentence, [hit]);
    else list.push(hit);
  }
  return found ?? NOWHERE;
}
const NOWHERE: ReadonlyMap<number, readonly Hit[]> = new Map();

/** The sentence in which a word stands. */
const sentenceOf = (sentences: readonly Sentence[], word: number): number => firstWhere(sentences.length - 1, (i) => sentences[i]!.to > word);

/** Under which cue a pattern stands, told by the cues of its sentence; the strongest excuse decides. */
function cueAt(text: Text, cues: readonly Hit[], hit: Hit): Cue {
  for (const quote of text.quoted) if (overlaps(quote, hit)) return "quoted";
  const { first, last, sentence } = hit;
  let reported = false;
  let hypothetical = false;
  for (const cue of cues) {
    if (cue.meaning.kind !== "cue") continue;
    const { setting } = cue.meaning;
    // A denial may share its verb with what it denies ("I won't" and "won't lie to the court").
    if ((setting === "negated" || setting === "refusal") && cue.first < first && first - cue.last <= NEGATION_REACH) return "negated";
    if (cue.last >= first && cue.first <= last) continue;
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
