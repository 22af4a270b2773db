import type { Finding } from "../core/assessment.js";
import { ObiterError } from "../core/problem.js";
import type { Span } from "../core/span.js";
import { hiddenIn, isSecret, type Kind } from "./hidden.js";
import { HIDDEN, mask } from "./mask.js";
import { tokenOf } from "./token.js";

/**
 * What stands in the place of a value. `mask`: bullets, but for the last `keep` letters or digits (default 2, at most 4); of a secret
 * nothing stays, not even its length · `label`: its kind, `[CPF]` · `token`: its kind and a code that is the same for the same value
 * under the same key (HMAC-SHA-256), `[CPF kfjdmnabcdefghop]`: values can be told apart and counted, and without the key not guessed ·
 * `drop`: an ellipsis, so that what stood on either side cannot join.
 */
export type Strategy =
  | { readonly how: "mask"; readonly keep?: number }
  | { readonly how: "label" }
  | { readonly how: "token"; readonly key: string | Uint8Array }
  | { readonly how: "drop" };

const SHORTEST_KEY = 16;

/**
 * The text without the values of its identifiers and secrets: of findings with an `entity`, noted ones too, each as what it is; a
 * secret wherever it stands again; beside a card its security code. Of a finding of `credentials` without a type the whole stretch goes, and every number
 * of three digits and more in the message; where that stretch gives a card's security code, only those numbers.
 * Overlapping values go as one. What stands in their place is never found again.
 * One value can hide another from the engine (two numbers after one label): assess what comes back where that matters. Throws ObiterError for
 * a `keep` that is no number, and a key that is neither text nor bytes or is shorter than 16 bytes.
 */
export const redact = (text: string, findings: readonly Finding[], strategy: Strategy = { how: "mask" }): string => excerpt(text, findings, { start: 0, end: text.length }, strategy);

/** A stretch of a text without those values. One that begins or ends outside of it stands in it as a whole. */
export function excerpt(text: string, findings: readonly Finding[], { start, end }: Span, strategy: Strategy = { how: "mask" }): string {
  const hide = hider(strategy);
  let redacted = "";
  let last = start;
  for (const value of hiddenIn(text, findings)) {
    if (value.end <= start || value.start >= end) continue;
    redacted += text.slice(last, Math.max(last, value.start)) + hide(text.slice(value.start, value.end), value.kind);
    last = value.end;
  }
  return redacted + text.slice(last, Math.max(last, end));
}

function hider(strategy: Strategy): (value: string, kind: Kind) => string {
  // Callers without types hand over what they have.
  if (strategy === null) throw unknown(strategy);
  switch (strategy.how) {
    case "mask": {
      const { keep } = strategy;
      if (keep !== undefined && (typeof keep !== "number" || Number.isNaN(keep))) throw new ObiterError([{ code: "redact/keep", message: "`keep` is not a number", hint: "how many letters or digits stay readable: 0 to 4" }]);
      return (value, kind) => (isSecret(kind) ? HIDDEN : mask(value, keep));
    }
    case "label": return (_, kind) => `[${labelOf(kind)}]`;
    case "drop": return () => "…";
    case "token": {
      const key = keyOf(strategy.key);
      return (value, kind) => `[${labelOf(kind)} ${tokenOf(kind, value, key)}]`;
    }
    default: throw unknown((strategy as Strategy).how);
  }
}

const unknown = (how: unknown): ObiterError => new ObiterError([{ code: "redact/strategy", message: `no strategy "${String(how)}"`, hint: "`how` is one of: mask, label, token, drop" }]);

/** Callers without types are told too: a list of numbers or of texts would make a key of zeros. */
function keyOf(key: unknown): Uint8Array {
  const bytes = typeof key === "string" ? new TextEncoder().encode(key) : key;
  if (!(bytes instanceof Uint8Array)) throw new ObiterError([{ code: "redact/key", message: key === undefined ? "there is no key" : "the key is neither text nor bytes", hint: `give \`key\`: a string or Uint8Array of ${SHORTEST_KEY} bytes or more, at random` }]);
  if (bytes.length < SHORTEST_KEY) throw new ObiterError([{ code: "redact/key", message: `the key has ${bytes.length} bytes`, hint: `give ${SHORTEST_KEY} or more, at random` }]);
  return bytes;
}

/** `br-cpf` is `CPF`: the country goes, unless nothing is left that says what it is. */
const labelOf = (kind: string): string => kind.replace(/^(?:ar|be|br|cl|co|de|es|eu|fr|ie|it|mx|nl|pl|pt|uk|us)-/, "").toUpperCase();
