import { QUOTE } from "../core/signs.js";
import type { Span } from "../core/span.js";
import { unitAt } from "../core/unit-at.js";

const PAIRS: Readonly<Record<string, string>> = { '"': '"', "“": "”", "«": "»", "„": "“", "‘": "’" };
const [QUOTATION_MARK, LOWEST_MARK] = [0x22, "«".charCodeAt(0)];
/** A quotation longer than this is taken for a stray mark, in code units. */
const LONGEST = 2000;
/** Lines that begin so are somebody else's words. */
const FORWARDS = ">fFeErR";
const FORWARDED = /^(?:>|fwd?:|forwarded(?: message)?:?|encaminhad[ao]:?|reenviad[ao]:?)/i;

/** Stretches in quotation marks (two words or more) and quoted or forwarded lines. */
export function findQuotes(text: string, signs: number): Span[] {
  const spans: Span[] = [];
  if ((signs & QUOTE) !== 0) addQuotations(text, spans);
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    if (FORWARDS.includes(text[start]!) && FORWARDED.test(text.slice(start, Math.min(end, start + 24)))) spans.push({ start, end });
    start = end + 1;
  }
  return spans;
}

function addQuotations(text: string, spans: Span[]): void {
  /** Where each closing mark stands next; looked for again only when passed, so that the work stays linear. */
  const next = new Map<string, number>();
  for (let i = 0; i < text.length; i++) {
    const unit = unitAt(text, i);
    if (unit < LOWEST_MARK && unit !== QUOTATION_MARK) continue;
    const closing = PAIRS[text[i]!];
    if (closing === undefined) continue;
    let end = next.get(closing) ?? 0;
    if (end >= 0 && end <= i) next.set(closing, (end = text.indexOf(closing, i + 1)));
    if (end < 0 || end - i > LONGEST || !text.slice(i + 1, end).trim().includes(" ")) continue;
    spans.push({ start: i + 1, end });
    i = end;
  }
}
