import type { Cue, CueEvidence, Evidence, ExclusionEvidence, IdentifierEvidence, KindEvidence, PatternEvidence } from "../core/evidence.js";
import type { Lang } from "../core/label.js";
import type { Meaning } from "../core/phrase.js";
import { overlaps, type Span } from "../core/span.js";
import type { Sentence, Text } from "../core/text.js";
import type { ScanTables } from "./compile.js";
import { createFind } from "./find.js";

/** Finds the identifiers of a message. */
export type Identify = (text: Text) => IdentifierEvidence[];

/** How far a negation reaches, in words. */
const NEGATION_REACH = 6;

/** One pass over a message: patterns under their cues, cues, identifiers; in order of start, end, then what they say. Terms of the firm stand in tables of their own. */
export function createScan(shipped: ScanTables, identify: Identify, ofFirm?: ScanTables): (text: Text) => Evidence[] {
  const sources = [shipped, ...(ofFirm === undefined ? [] : [ofFirm])].map((tables) => ({ tables, find: createFind(tables) }));
  return (text) => {
    const patterns: (Span & { phrase: number; meaning: Meaning & { readonly kind: "pattern" }; lang: Lang; first: number; last: number; sentence: number })[] = [];
    const cues: (CueEvidence & { first: number; last: number; sentence: number })[] = [];
    const others: (KindEvidence | ExclusionEvidence)[] = [];
    const silenced = new Set<string>();
    const sentenceOf = sentenceIndex(text.sentences, text.tokens.length);
    const found = ({ tables }: (typeof sources)[number]) => (phrase: number, first: number, last: number, start: number, end: number): void => {
      const { meaning, lang } = tables.meanings[tables.phrases[phrase]!]!;
      const sentence = sentenceOf[first]!;
      if (meaning.kind === "pattern") patterns.push({ phrase, meaning, lang, first, last, sentence, start, end });
      else if (meaning.kind === "kind") others.push({ kind: "kind", of: meaning.of, start, end });
      else if (meaning.kind === "exclude") others.push({ kind: "exclusion", label: meaning.label, start: text.sentences[sentence]!.start, end: text.sentences[sentence]!.end });
      else if (meaning.kind === "unless") silenced.add(`${meaning.label} ${lang} ${sentence}`);
      else cues.push({ kind: "cue", setting: meaning.setting, start, end, first, last, sentence });
    };
    for (const source of sources) source.find(text, found(source));
    const evidence: Evidence[] = [...identify(text), ...others];
    for (const { kind, setting, start, end } of cues) evidence.push({ kind, setting, start, end });
    for (const { phrase, meaning, lang, first, last, sentence, start, end } of patterns) {
      if (silenced.has(`${meaning.label} ${lang} ${sentence}`)) continue;
      const cue = cueAt(text, cues, { start, end }, first, last, sentence);
      evidence.push({ kind: "pattern", label: meaning.label, lang, phrase, weight: meaning.weight, cue, ...(meaning.decides?.includes(cue) === true ? { decides: true as const } : {}), start, end } satisfies PatternEvidence);
    }
    return evidence.sort(compareEvidence);
  };
}

/** By token: the index of its sentence. */
function sentenceIndex(sentences: readonly Sentence[], tokens: number): Uint32Array {
  const index = new Uint32Array(tokens);
  sentences.forEach(({ from, to }, i) => index.fill(i, from, to));
  return index;
}

/** Under which cue the words `first..last` stand; the strongest excuse decides. */
function cueAt(text: Text, cues: readonly (CueEvidence & { first: number; last: number; sentence: number })[], span: Span, first: number, last: number, sentence: number): Cue {
  if (text.quoted.some((quote) => overlaps(quote, span))) return "quoted";
  const near = cues.filter((cue) => cue.sentence === sentence && (cue.last < first || cue.first > last));
  if (near.some((cue) => (cue.setting === "negated" || cue.setting === "refusal") && cue.last < first && first - cue.last <= NEGATION_REACH)) return "negated";
  if (near.some((cue) => cue.setting === "reported" || cue.setting === "training" || cue.setting === "casework")) return "reported";
  if (near.some((cue) => cue.setting === "hypothetical")) return "hypothetical";
  return text.sentences[sentence]!.asked ? "asked" : "asserted";
}

const describe = (evidence: Evidence): string =>
  evidence.kind === "pattern" ? `p ${evidence.label} ${evidence.phrase}` : evidence.kind === "cue" ? `c ${evidence.setting}` : evidence.kind === "kind" ? `k ${evidence.of}` : evidence.kind === "exclusion" ? `x ${evidence.label}` : `i ${evidence.entity}`;

function compareEvidence(a: Evidence, b: Evidence): number {
  if (a.start !== b.start) return a.start - b.start;
  if (a.end !== b.end) return a.end - b.end;
  const [x, y] = [describe(a), describe(b)];
  return x < y ? -1 : x > y ? 1 : 0;
}
