import type { Evidence } from "../core/evidence.js";
import { KINDS, type Kind, type SignalName } from "../core/label.js";
import { overlaps, type Span } from "../core/span.js";

/** Of the kinds that a signal may have: the one told most often within the span, else in the whole message; of equals the first told. */
export function kindAt(label: SignalName, span: Span, evidence: readonly Evidence[]): Kind | undefined {
  const possible: readonly Kind[] | undefined = (KINDS as Readonly<Record<string, readonly Kind[]>>)[label];
  if (possible === undefined) return undefined;
  const told = evidence.filter((one) => one.kind === "kind" && possible.includes(one.of));
  const inside = told.filter((one) => overlaps(one, span));
  const counts = new Map<Kind, number>();
  for (const one of inside.length > 0 ? inside : told) if (one.kind === "kind") counts.set(one.of, (counts.get(one.of) ?? 0) + 1);
  return [...counts].reduce<[Kind, number] | undefined>((most, one) => (most === undefined || one[1] > most[1] ? one : most), undefined)?.[0];
}
