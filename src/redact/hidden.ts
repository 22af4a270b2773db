import type { Finding } from "../core/assessment.js";
import { SECRET_TYPES, type EntityType } from "../core/label.js";
import { compareSpans, type Span } from "../core/span.js";

/** What is hidden where no type is known: part of a message that gives a secret away. */
const UNTYPED = "secret";
export type Kind = EntityType | typeof UNTYPED;
/** A secret: nothing of it is shown, whatever stays of other values. */
export const isSecret = (kind: Kind): boolean => kind === UNTYPED || SECRET_TYPES.includes(kind);

export interface Value extends Span {
  readonly kind: Kind;
}

const SECURITY_CODE = /(?:cv[vc]2?|csc|security code|c[óo]digo de seguran[çc]a|c[óo]digo de seguridad)\D{0,12}(\d{3,4})/gi;
const LONG_NUMBER = /\d{3,}/g;
/** Fewest characters of a secret that is looked for in the rest of the message. */
const SHORTEST = 3;

/**
 * What is to be hidden of a message, in order, apart, none cutting a character in two: the values that were found, as what they are, and
 * round them what belongs to secrets: whatever repeats one; security codes of cards; and of a secret that was not told from its sentence
 * the whole sentence (of a security code every number), since nobody knows which word it is.
 */
export function hiddenIn(text: string, findings: readonly Finding[]): Value[] {
  const typed = apart(findings.flatMap(({ entity, spans }) => (entity === undefined ? [] : spans.map((span) => ({ ...whole(text, span), kind: entity })))));
  const untyped = findings.filter(({ category, entity }) => category === "credentials" && entity === undefined).flatMap(({ spans }) => spans.map((span) => whole(text, span)));
  const codes = untyped.length > 0 || typed.some(({ kind }) => kind === "payment-card") ? numbersIn(text, SECURITY_CODE) : [];
  const sentences = untyped.filter((span) => !codes.some(({ start, end }) => start >= span.start && end <= span.end));
  const around = [...sentences.map((span) => ({ ...span, kind: UNTYPED }) as const), ...codes, ...(untyped.length > 0 ? numbersIn(text, LONG_NUMBER) : []), ...repeated(text, typed)];
  return [...typed, ...outside(text, apart(around), typed)].sort(compareSpans);
}

const numbersIn = (text: string, pattern: RegExp): Value[] => [...text.matchAll(pattern)].map(({ index, 0: all, 1: code = all }) => ({ start: index + all.length - code.length, end: index + all.length, kind: UNTYPED }));

/** Wherever a secret stands again, in capitals or not. What may begin there is told by three characters, then by length, so that many secrets take no longer than one. */
function repeated(text: string, typed: readonly Value[]): Value[] {
  const lower = text.toLowerCase();
  const folded = lower.length === text.length ? lower : text;
  const kinds = new Map<string, Kind>();
  const lengths = new Map<string, Set<number>>();
  for (const { start, end, kind } of typed) {
    if (!isSecret(kind) || end - start < SHORTEST) continue;
    const beginning = folded.slice(start, start + SHORTEST);
    kinds.set(folded.slice(start, end), kind);
    lengths.set(beginning, (lengths.get(beginning) ?? new Set()).add(end - start));
  }
  const found: Value[] = [];
  for (let i = 0; lengths.size > 0 && i + SHORTEST <= folded.length; i++) {
    for (const length of lengths.get(folded.slice(i, i + SHORTEST)) ?? []) {
      const kind = kinds.get(folded.slice(i, i + length));
      if (kind !== undefined) found.push({ start: i, end: i + length, kind });
    }
  }
  return found;
}

/** Overlapping values as one, in order; the first says what it is. */
function apart(values: readonly Value[]): Value[] {
  const one: { start: number; end: number; kind: Kind }[] = [];
  for (const value of values.filter(({ start, end }) => start < end).sort(compareSpans)) {
    const before = one.at(-1);
    if (before === undefined || value.start >= before.end) one.push({ ...value });
    else before.end = Math.max(before.end, value.end);
  }
  return one;
}

/** What of `values` no typed value covers, without the spaces and stops at its ends. Both lists are apart and in order. */
function outside(text: string, values: readonly Value[], typed: readonly Value[]): Value[] {
  const pieces: Value[] = [];
  let next = 0;
  for (const { start, end, kind } of values) {
    while (next < typed.length && typed[next]!.end <= start) next++;
    let from = start;
    for (let k = next; from < end; k++) {
      const to = Math.min(end, typed[k]?.start ?? end);
      const stretch = text.slice(from, to);
      const trimmed = stretch.trim();
      const at = from + stretch.length - stretch.trimStart().length;
      if (!/^[.,;:]*$/.test(trimmed)) pieces.push({ start: at, end: at + trimmed.length, kind });
      from = typed[k] === undefined ? end : Math.max(from, typed[k]!.end);
    }
  }
  return pieces;
}

/** A span within the text, widened where it would cut a surrogate pair. */
function whole(text: string, { start, end }: Span): Span {
  const cuts = (at: number): boolean => at > 0 && at < text.length && /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1));
  const [from, to] = [Math.max(0, start), Math.min(text.length, end)];
  return { start: cuts(from) ? from - 1 : from, end: cuts(to) ? to + 1 : to };
}
