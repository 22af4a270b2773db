import type { Finding } from "../core/assessment.js";
import { ObiterError } from "../core/problem.js";
import { compareSpans, type Span } from "../core/span.js";
import { mask } from "./mask.js";
import { tokenOf } from "./token.js";

/**
 * What stands in the place of a value. `mask`: bullets, but for the last `keep` letters or digits (default 2, at most 4) ·
 * `label`: its kind, `[CPF]` · `token`: its kind and a code that is the same for the same value under the same key
 * (HMAC-SHA-256), `[CPF kfjdmnabcdefghop]`: values can be told apart and counted, and without the key not guessed ·
 * `drop`: an ellipsis, so that what stood on either side cannot join.
 */
export type Strategy =
  | { readonly how: "mask"; readonly keep?: number }
  | { readonly how: "label" }
  | { readonly how: "token"; readonly key: string | Uint8Array }
  | { readonly how: "drop" };

interface Value extends Span {
  readonly kind: string;
}

const SHORTEST_KEY = 16;
const UNTYPED = "secret";
const SECURITY_CODE = /(?:cv[vc]2?|csc|security code|c[óo]digo de seguran[çc]a|c[óo]digo de seguridad)\D{0,12}(\d{3,4})/gi;

/**
 * The text without the values of its identifiers and secrets (findings with an `entity`, noted ones too; of a secret without
 * a type, a card's security code, every number). Overlapping values go as one. What stands in their place is never found again.
 * One value can hide another from the engine (two numbers after one label): assess what comes back where that matters. Throws ObiterError for a key shorter than 16 bytes.
 */
export function redact(text: string, findings: readonly Finding[], strategy: Strategy = { how: "mask" }): string {
  const hide = hider(strategy);
  let redacted = "";
  let last = 0;
  for (const { start, end, kind } of valuesOf(text, findings)) {
    redacted += text.slice(last, start) + hide(text.slice(start, end), kind);
    last = end;
  }
  return redacted + text.slice(last);
}

function hider(strategy: Strategy): (value: string, kind: string) => string {
  switch (strategy.how) {
    case "mask": return (value) => mask(value, strategy.keep);
    case "label": return (_, kind) => `[${labelOf(kind)}]`;
    case "drop": return () => "…";
    case "token": {
      const key = typeof strategy.key === "string" ? new TextEncoder().encode(strategy.key) : strategy.key;
      if (key.length < SHORTEST_KEY) throw new ObiterError([{ code: "redact/key", message: `the key has ${key.length} bytes`, hint: `give ${SHORTEST_KEY} or more, at random` }]);
      return (value, kind) => `[${labelOf(kind)} ${tokenOf(kind, value, key)}]`;
    }
    default: throw new ObiterError([{ code: "redact/strategy", message: `no strategy "${String((strategy as Strategy).how)}"`, hint: "one of: mask, label, token, drop" }]);
  }
}

/** `br-cpf` is `CPF`: the country goes, unless nothing is left that says what it is. */
const labelOf = (kind: string): string => kind.replace(/^(?:ar|be|br|cl|co|de|es|eu|fr|ie|it|mx|nl|pl|pt|uk|us)-/, "").toUpperCase();

/** What is to be hidden, in order, apart, none cutting a character in two. */
function valuesOf(text: string, findings: readonly Finding[]): Value[] {
  const numbers = (pattern: RegExp): Value[] => [...text.matchAll(pattern)].map(({ index, 0: whole, 1: code = whole }) => ({ start: index + whole.length - code.length, end: index + whole.length, kind: UNTYPED }));
  const values: Value[] = findings.flatMap(({ entity, spans }) => (entity === undefined ? [] : spans.map((span) => ({ ...whole(text, span), kind: entity }))));
  if (findings.some(({ category, entity }) => category === "credentials" && entity === undefined)) values.push(...numbers(/\d{3,}/g));
  if (findings.some(({ entity }) => entity === "payment-card")) values.push(...numbers(SECURITY_CODE));
  const apart: { start: number; end: number; kind: string }[] = [];
  for (const value of values.filter(({ start, end }) => start < end).sort((a, b) => compareSpans(a, b))) {
    const before = apart.at(-1);
    if (before === undefined || value.start >= before.end) apart.push({ ...value });
    else before.end = Math.max(before.end, value.end);
  }
  return apart;
}

/** A span within the text, widened where it would cut a surrogate pair. */
function whole(text: string, { start, end }: Span): Span {
  const cuts = (at: number): boolean => at > 0 && at < text.length && /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1));
  const [from, to] = [Math.max(0, start), Math.min(text.length, end)];
  return { start: cuts(from) ? from - 1 : from, end: cuts(to) ? to + 1 : to };
}
