import { isNoted, type EntityType } from "../core/label.js";
import type { Span } from "../core/span.js";

/** What a candidate has to show for itself when another one lies over it. */
export interface Claim extends Span {
  readonly entity: EntityType;
  /** Its check digits hold, or its form alone proves it. */
  readonly checked: boolean;
  /** How it is called: 2 by the nearest label, 1 by a word further off, 0 by none. */
  readonly called: 0 | 1 | 2;
  /** Its check digits are wrong. */
  readonly suspect?: boolean;
  /** Place of its identifier in the list of identifiers. */
  readonly index: number;
}

/** Types whose form fits many other things, most generic last. All others are specific. */
const GENERIC: readonly EntityType[] = ["ip-address", "date-of-birth", "uk-passport", "password", "one-time-code", "phone", "postal-address", "person-name"];

/**
 * The overlap order: negative when `a` stands and `b`, which overlaps it, goes.
 *
 * 0. what has wrong check digits goes,
 * 1. what makes a label beats what is only noted, unless the nearest label calls that by its name,
 * 2. what the nearest label calls by its name beats what is not called so (a phone after "tel" is no CPF by chance),
 * 3. validated (check digits, or a form that proves itself) beats shaped,
 * 4. what makes a label beats what is only noted,
 * 5. specific beats generic: a CPF before a phone, a lawsuit number before a card,
 * 6. longer beats shorter,
 * 7. called from further off beats not called,
 * 8. then the one that starts first, then the one whose identifier comes first: ties resolve the same way always.
 */
export function compareClaims(a: Claim, b: Claim): number {
  return (
    Number(a.suspect === true) - Number(b.suspect === true) ||
    Number(isNoted(a.entity) && a.called < 2) - Number(isNoted(b.entity) && b.called < 2) ||
    Number(b.called === 2) - Number(a.called === 2) ||
    Number(b.checked) - Number(a.checked) ||
    Number(isNoted(a.entity)) - Number(isNoted(b.entity)) ||
    GENERIC.indexOf(a.entity) - GENERIC.indexOf(b.entity) ||
    b.end - b.start - (a.end - a.start) ||
    b.called - a.called ||
    a.start - b.start ||
    a.index - b.index
  );
}

/** The claims that stand, in order of place. Takes the list for its own. */
export function resolveOverlaps<T extends Claim>(claims: T[], length: number): T[] {
  if (claims.length < 2) return claims;
  const taken = new Uint8Array(length);
  return claims.sort(compareClaims).filter((claim) => take(taken, claim)).sort((a, b) => a.start - b.start);
}

/** Takes a stretch, if nothing of it is taken. */
function take(taken: Uint8Array, { start, end }: Span): boolean {
  for (let i = start; i < end; i++) if (taken[i] !== 0) return false;
  taken.fill(1, start, end);
  return true;
}
