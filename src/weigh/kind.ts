import type { Evidence } from "../core/evidence.js";
import { KINDS, type Kind, type SignalName } from "../core/label.js";
import { overlaps, type Span } from "../core/span.js";

/** Of the kinds that a signal may have, those that the message tells: within the span before elsewhere, more often before less often, of equals as they are told. Undefined: none. */
export function kindsAt(label: SignalName, span: Span, evidence: readonly Evidence[]): readonly Kind[] | undefined {
  const possible: readonly Kind[] | undefined = (KINDS as Readonly<Record<string, readonly Kind[]>>)[label];
  if (possible === undefined) return undefined;
  if (!evidence.some((one) => one.kind === "kind" && possible.includes(one.of))) return undefined;
  const inside = new Map<Kind, number>();
  const elsewhere = new Map<Kind, number>();
  for (const one of evidence) {
    if (one.kind !== "kind" || !possible.includes(one.of)) continue;
    const counts = overlaps(one, span) ? inside : elsewhere;
    counts.set(one.of, (counts.get(one.of) ?? 0) + 1);
  }
  const byCount = (counts: ReadonlyMap<Kind, number>): Kind[] => [...counts].sort(([, a], [, b]) => b - a).map(([kind]) => kind);
  return [...new Set([...byCount(inside), ...byCount(elsewhere)])];
}
