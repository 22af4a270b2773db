import { overlaps, type Span } from "../core/span.js";

/** What redaction puts in the place of a value: a label, with or without a token, or bullets before the last characters. */
const LABEL = /\[[A-Z]{2,}(?:-[A-Z]+)*(?: [a-p]{16})?\]/g;
const endsInBullets = (text: string): boolean => /••[^\p{L}\p{N}•]{0,3}$|•[ ./-]•[ ./-]?$/u.test(text);
/** How far before a candidate bullets are looked for, in characters. */
const REACH = 6;

/** Tells what is left of a redacted value from a value: such remains are no identifiers. */
export function remainsIn(text: string): (span: Span) => boolean {
  const labels = text.includes("[") ? [...text.matchAll(LABEL)].map(({ index, 0: label }) => ({ start: index, end: index + label.length })) : [];
  const bullets = text.includes("•");
  return (span) =>
    labels.some((label) => overlaps(label, span)) || (bullets && (text.slice(span.start, span.end + 1).includes("•") || endsInBullets(text.slice(Math.max(0, span.start - REACH), span.start))));
}
