import type { Evidence, IdentifierEvidence, Signal } from "../core/evidence.js";
import { isNoted, SECRET_TYPES, WEAK_TYPES, type EntityType, type Label } from "../core/label.js";
import type { Text } from "../core/text.js";

/** One signal an identifier. A lone name or address is noted, unless they stand together or beside another identifier; so is a type that makes no label. */
export function identifierSignals({ original }: Pick<Text, "original">, evidence: readonly Evidence[]): Signal[] {
  const identifiers: IdentifierEvidence[] = [];
  for (const one of evidence) if (one.kind === "identifier") identifiers.push(one);
  if (identifiers.length === 0) return [];
  const sound = identifiers.filter(({ suspect }) => suspect !== true);
  const types = new Set(sound.map(({ entity }) => entity));
  const strong = sound.some(({ entity }) => !WEAK_TYPES.includes(entity) && !SECRET_TYPES.includes(entity) && !isNoted(entity));
  const values = new Map<EntityType, Set<string>>();
  for (const { entity, start, end } of sound) values.set(entity, (values.get(entity) ?? new Set()).add(original.slice(start, end).toLowerCase().replace(/[^\p{L}\p{N}]/gu, "")));
  const together = WEAK_TYPES.every((type) => types.has(type));
  return identifiers.map(({ entity, subtype, confidence, suspect, start, end }) => {
    const label: Label = SECRET_TYPES.includes(entity) ? "credentials" : "pii";
    const holds = label === "credentials" || (suspect !== true && !isNoted(entity) && (strong || together));
    return { label, holds, probability: confidence, sure: true, spans: [{ start, end }], contributions: [], entity, count: values.get(entity)?.size ?? 0, ...(subtype === undefined ? {} : { subtype }), ...(suspect === undefined ? {} : { suspect }) };
  });
}
