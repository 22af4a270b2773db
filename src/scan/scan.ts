import type { Cue, CueEvidence, Evidence, IdentifierEvidence, KindEvidence, PatternEvidence } from "../core/evidence.js";
import { overlaps } from "../core/span.js";
import type { Sentence, Text } from "../core/text.js";
import type { ScanTables } from "./compile.js";
import { createMatcher } from "./matcher.js";

/** Finds the identifiers of a message. */
export type Identify = (text: Text) => IdentifierEvidence[];

/** How far a negation reaches, in words. */
const NEGATION_REACH = 6;

/** One pass over a message: patterns under their cues, cues, identifiers; in order of start, end, then what they say. */
export function createScan(tables: ScanTables, identify: Identify): (text: Text) => Evidence[] {
  const matcher = createMatcher(tables.matcher);
  return (text) => {
    const patterns: { phrase: number; first: number; last: number; sentence: number }[] = [];
    const cues: (CueEvidence & { first: number; last: number; sentence: number })[] = [];
    const kinds: KindEvidence[] = [];
    const silenced = new Set<string>();
    const sentenceOf = sentenceIndex(text.sentences, text.tokens.length);
    matcher.match(text.tokens, text.sentences, (phrase, first, last) => {
      const { meaning, lang } = tables.meanings[tables.phrases[phrase]!]!;
      const sentence = sentenceOf[first]!;
      const start = text.tokens[first]!.start;
      const end = text.tokens[last]!.end;
      if (meaning.kind === "pattern") patterns.push({ phrase, first, last, sentence });
      else if (meaning.kind === "kind") kinds.push({ kind: "kind", of: meaning.of, start, end });
      else if (meaning.kind === "unless") silenced.add(`${meaning.label} ${lang} ${sentence}`);
      else cues.push({ kind: "cue", setting: meaning.setting, start, end, first, last, sentence });
    });
    const evidence: Evidence[] = [...identify(text), ...kinds];
    for (const { kind, setting, start, end } of cues) evidence.push({ kind, setting, start, end });
    for (const { phrase, first, last, sentence } of patterns) {
      const { meaning, lang } = tables.meanings[tables.phrases[phrase]!]!;
      if (meaning.kind !== "pattern" || silenced.has(`${meaning.label} ${lang} ${sentence}`)) continue;
      const start = text.tokens[first]!.start;
      const end = text.tokens[last]!.end;
      const cue = cueAt(text, cues, first, last, sentence);
      evidence.push({ kind: "pattern", label: meaning.label, lang, phrase, weight: meaning.weight, cue, start, end } satisfies PatternEvidence);
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
function cueAt(text: Text, cues: readonly (CueEvidence & { first: number; last: number; sentence: number })[], first: number, last: number, sentence: number): Cue {
  const span = { start: text.tokens[first]!.start, end: text.tokens[last]!.end };
  if (text.quoted.some((quote) => overlaps(quote, span))) return "quoted";
  const near = cues.filter((cue) => cue.sentence === sentence && (cue.last < first || cue.first > last));
  if (near.some((cue) => (cue.setting === "negated" || cue.setting === "refusal") && cue.last < first && first - cue.last <= NEGATION_REACH)) return "negated";
  if (near.some((cue) => cue.setting === "reported" || cue.setting === "training" || cue.setting === "casework")) return "reported";
  if (near.some((cue) => cue.setting === "hypothetical")) return "hypothetical";
  return text.sentences[sentence]!.asked ? "asked" : "asserted";
}

const describe = (evidence: Evidence): string =>
  evidence.kind === "pattern" ? `p ${evidence.label} ${evidence.phrase}` : evidence.kind === "cue" ? `c ${evidence.setting}` : evidence.kind === "kind" ? `k ${evidence.of}` : `i ${evidence.entity}`;

function compareEvidence(a: Evidence, b: Evidence): number {
  if (a.start !== b.start) return a.start - b.start;
  if (a.end !== b.end) return a.end - b.end;
  const [x, y] = [describe(a), describe(b)];
  return x < y ? -1 : x > y ? 1 : 0;
}
