import type { Span } from "../core/span.js";

const PAIRS: Readonly<Record<string, string>> = { '"': '"', "“": "”", "«": "»", "„": "“", "‘": "’" };
/** A quotation longer than this is taken for a stray mark, in code units. */
const LONGEST = 2000;
/** Lines that begin so are somebody else's words. */
const FORWARDED = /^(?:>|fwd?:|forwarded(?: message)?:?|encaminhad[ao]:?|reenviad[ao]:?)/i;

/** Stretches in quotation marks (two words or more) and quoted or forwarded lines. */
export function findQuotes(text: string): Span[] {
  const spans: Span[] = [];
  for (let i = 0; i < text.length; i++) {
    const closing = PAIRS[text[i]!];
    if (closing === undefined) continue;
    const end = text.slice(i + 1, i + 1 + LONGEST).indexOf(closing) + i + 1;
    if (end > i + 1 && text.slice(i + 1, end).trim().includes(" ")) {
      spans.push({ start: i + 1, end });
      i = end;
    }
  }
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    if (FORWARDED.test(text.slice(start, Math.min(end, start + 24)))) spans.push({ start, end });
    start = end + 1;
  }
  return spans;
}
