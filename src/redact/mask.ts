import type { Finding } from "../core/assessment.js";
import { mergeSpans, type Span } from "../core/span.js";

/** A value with all but its last two letters or digits hidden; separators stay. Shorter than six: all hidden. */
export function mask(value: string): string {
  const characters = [...value];
  const inner = characters.filter((character) => /[\p{L}\p{N}]/u.test(character)).length;
  let left = inner < 6 ? inner : inner - 2;
  return characters.map((character) => (/[\p{L}\p{N}]/u.test(character) && left-- > 0 ? "•" : character)).join("");
}

/** The text with the values of all findings of identifiers and secrets masked; of a secret without a type (a card's CVV), every number. */
export function maskText(text: string, findings: readonly Finding[]): string {
  const untyped = findings.some(({ category, entity }) => category === "credentials" && entity === undefined) ? [...text.matchAll(/\d{3,}/g)].map(({ index, 0: number }) => ({ start: index, end: index + number.length })) : [];
  const cards = findings.some(({ entity }) => entity === "payment-card") ? [...text.matchAll(/(?:cv[vc]2?|csc|security code|c[óo]digo de seguran[çc]a|c[óo]digo de seguridad)\D{0,12}(\d{3,4})/gi)].map(({ index, 0: whole, 1: code }) => ({ start: index + whole.length - code!.length, end: index + whole.length })) : [];
  const spans: Span[] = mergeSpans([...untyped, ...cards, ...findings.filter(({ entity }) => entity !== undefined).flatMap((finding) => finding.spans)]);
  let masked = "";
  let last = 0;
  for (const { start, end } of spans) {
    masked += text.slice(last, start) + mask(text.slice(start, end));
    last = end;
  }
  return masked + text.slice(last);
}
