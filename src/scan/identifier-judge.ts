import { SECRET_TYPES } from "../core/label.js";
import type { Span } from "../core/span.js";
import { unitAt } from "../core/unit-at.js";
import type { Called, Labels } from "./identifier-context.js";
import type { Claim } from "./identifier-order.js";
import { isDigitAt, isWordAt } from "./identifier-units.js";
import type { Reading, ReadIdentifier, Scene, ShapedIdentifier } from "./identifier.js";

/** Below this probability a candidate is none. */
export const THRESHOLD = 0.5;
/** Given to a number whose check digits hold but that nothing calls by a name: it counts if another one of its type is so called. */
const UNCALLED = 0.49;
const MOST_CHANCE = 0.02;
/** A check that more random strings pass than this proves nothing. */
const MOST_CHECKED = 0.2;
/** How much of a web address is looked at, in characters. */
const LONGEST_ADDRESS = 300;
const ADDRESS = /^[("'<[]?(?:https?:\/\/|www\.)[^ ]*\//i;
/** A space, dash, point or slash. */
const isSeparator = (unit: number): boolean => unit === 32 || (unit >= 45 && unit <= 47);

export interface Candidate extends Claim {
  readonly confidence: number;
  readonly subtype: string | undefined;
}

/** One shape of an identifier, with its place in the list of identifiers. */
export interface Shaped {
  readonly identifier: ShapedIdentifier;
  readonly index: number;
  readonly source: string;
  readonly digits: number;
  readonly shape: RegExp;
  readonly distinct: RegExp | undefined;
  /** The whole of one without separators. */
  readonly compact: RegExp;
  /** It counts only where something calls it by its name. */
  readonly needsName: boolean;
}

/** What has the shape of an identifier, and wrong check digits. */
export interface Refused extends Span {
  readonly shaped: Shaped;
}

/** Fewest digits of a shape that does not say how many. */
export const FEWEST_DIGITS = 7;

export const shapesOf = (identifier: ShapedIdentifier, index: number): Shaped[] =>
  [identifier.shape].flat().map((source) => ({
    identifier,
    index,
    source,
    digits: identifier.digits ?? FEWEST_DIGITS,
    shape: new RegExp(identifier.length ? `(?:${source})` : `(?:${source})(?![a-z0-9_])`, "iy"),
    distinct: identifier.distinct === undefined ? undefined : new RegExp(`^(?:${identifier.distinct})$`, "i"),
    compact: new RegExp(`^(?:${source})$`, "i"),
    needsName: identifier.distinct === undefined && (identifier.alone === undefined || identifier.chance > MOST_CHANCE),
  }));

/** Reads a shape at an offset; `named`: its name touches it. Undefined where it does not stand there, or is none; what has wrong check digits is added to `refused`. */
export function judgeShape(scene: Scene, start: number, shaped: Shaped, labels: Labels, suspects: boolean, refused: Refused[], named = false): Candidate | undefined {
  const { plain } = scene;
  const { identifier, index, shape, distinct } = shaped;
  shape.lastIndex = start;
  const match = shape.exec(plain);
  if (match === null) return undefined;
  const { type, subtype, chance, alone, check, length } = identifier;
  const written = length === undefined ? match[0] : trim(match[0], length(compactOf(match[0])));
  if (written === undefined) return undefined;
  const end = start + written.length;
  if (isWordAt(plain, end)) return undefined;
  if (check?.(compactOf(written), written) === false) {
    refused.push({ start, end, shaped });
    return suspects ? suspectAt(scene, { start, end }, identifier, index, labels) : undefined;
  }
  const isDistinct = (distinct?.test(written) ?? false) && !isInAddress(plain, start);
  if (isGlued(plain, start, end, isDistinct)) return undefined;
  const checked = check !== undefined && chance <= MOST_CHECKED;
  const called = named ? 2 : labels.called(scene, { start, end }, type);
  const mayStandAlone = isDistinct || (chance <= MOST_CHANCE && scene.text.lang !== undefined && (alone?.includes(scene.text.lang) ?? false));
  const told = confidenceOf(called, checked, isDistinct, mayStandAlone);
  if (told < THRESHOLD && (called < 0 || !checked)) return undefined;
  if (!SECRET_TYPES.includes(type) && labels.isPlaceholder(scene, { start, end })) return undefined;
  return { entity: type, start, end, checked, called: heard(called), suspect: false, index, confidence: told < THRESHOLD ? UNCALLED : told, subtype };
}

/** "es 087 614 …" begins as a Spanish IBAN might. */
const BEGINS_IN_WORD = /^[A-Za-z][a-z] /;

/** One group of a number, with what joins it to the one before: one sign of these, with spaces round a dash or a slash; two spaces stand behind a key (`5️⃣`). */
const GROUP = /( {0,2}[/-] ?| {1,3}| {0,2}[.,])?(?:(\d+)([a-z]{0,2})|([a-z]))(?![a-z0-9_])/iy;
/** A check that more random strings pass than this is too weak where signs stand anywhere in a number, unless each digit stands alone. */
const MOST_CHANCE_REGROUPED = 0.05;
const LONGEST_NUMBER = 24;

/** A number whose name stands before it counts however its digits are grouped: `CPF 529,982,247-25`, `c p f 5 2 9 …`. */
export function judgeRegrouped(scene: Scene, start: number, shaped: Shaped, labels: Labels, refused: Refused[]): Candidate | undefined {
  const { index, compact } = shaped;
  const { type, subtype, check, chance } = shaped.identifier;
  if (check === undefined || chance > MOST_CHECKED || isDigitAt(scene.plain, start - 2)) return undefined;
  let number = "";
  let end = start;
  let groups = 0;
  while (number.length < LONGEST_NUMBER) {
    GROUP.lastIndex = end;
    const [whole, join = "", digits, letters = "", letter] = GROUP.exec(scene.plain) ?? [];
    if (whole === undefined || (end > start) !== (join !== "") || (letter !== undefined && !/[/-]/.test(join))) return undefined;
    end += whole.length;
    groups++;
    number += digits === undefined ? letter!.toUpperCase() : digits + letters.toUpperCase();
    if (!compact.test(number) || (chance > MOST_CHANCE_REGROUPED && groups < number.length)) continue;
    const span = { start, end };
    if (isGlued(scene.plain, start, end, true) || labels.called(scene, span, type) !== 2) return undefined;
    if (check(number, number)) return SECRET_TYPES.includes(type) || !labels.isPlaceholder(scene, span) ? { entity: type, start, end, checked: true, called: 2, suspect: false, index, confidence: 0.95, subtype } : undefined;
    refused.push({ start, end, shaped });
  }
  return undefined;
}

/** True where a telephone number that nothing calls one is a number of another sort, or a part of it: that has wrong check digits, but it is called by its name, or written as nothing else is. */
export const isOfAnother = (scene: Scene, { entity, called, start, end }: Candidate, refused: readonly Refused[], labels: Labels): boolean =>
  entity === "phone" && called < 2 && refused.some((one) => {
    if (one.start > start || one.end < end) return false;
    const written = scene.plain.slice(one.start, one.end);
    const isDistinct = one.end - one.start > end - start && (one.shaped.distinct?.test(written) ?? false);
    return !BEGINS_IN_WORD.test(written) && (isDistinct || labels.called(scene, one, one.shaped.identifier.type) === 2);
  });

/** What the nearest label calls by its name though its check digits are wrong: a slip of the finger, perhaps. Not placeholders, nor one digit all through. */
function suspectAt(scene: Scene, span: Span, { type, chance }: ShapedIdentifier, index: number, labels: Labels): Candidate | undefined {
  const digits = scene.plain.slice(span.start, span.end).replace(/\D/g, "");
  if (chance === 0 || chance > MOST_CHECKED || SECRET_TYPES.includes(type) || /^(\d)\1*$/.test(digits)) return undefined;
  if (isGlued(scene.plain, span.start, span.end, false) || labels.called(scene, span, type) !== 2 || labels.isPlaceholder(scene, span)) return undefined;
  return { entity: type, start: span.start, end: span.end, checked: false, called: 2, suspect: true, index, confidence: THRESHOLD, subtype: undefined };
}

/** What was read, with the words around it heard. */
export function judgeReading(reading: Reading, { type, subtype }: ReadIdentifier, index: number, labels: Labels, scene: Scene): Candidate | undefined {
  const { start, end, checked = false } = reading;
  const called = reading.called === true ? 2 : checked ? 0 : labels.called(scene, reading, type);
  if (reading.needsContext === true && called < 1) return undefined;
  const confidence = reading.called === true ? reading.confidence : called === 2 ? Math.max(reading.confidence, 0.92) : called < 0 ? reading.confidence * 0.5 : reading.confidence;
  if (confidence < THRESHOLD) return undefined;
  if (!SECRET_TYPES.includes(type) && type !== "person-name" && labels.isPlaceholder(scene, reading)) return undefined;
  return { entity: type, start, end, checked, called: heard(called), suspect: false, index, confidence, subtype };
}

const heard = (called: Called): 0 | 1 | 2 => (called < 0 ? 0 : (called as 0 | 1 | 2));

/** Without spaces, points, dashes and slashes, in upper case. */
function compactOf(written: string): string {
  let compact = "";
  let from = 0;
  for (let i = 0; i < written.length; i++) {
    if (!isSeparator(unitAt(written, i))) continue;
    compact += written.slice(from, i);
    from = i + 1;
  }
  return (from === 0 ? written : compact + written.slice(from)).toUpperCase();
}

/** The beginning of `written` that holds `count` letters and digits, if it has as many. */
function trim(written: string, count: number | undefined): string | undefined {
  if (count === undefined) return undefined;
  let seen = 0;
  for (let i = 0; i < written.length; i++) {
    if (!isSeparator(unitAt(written, i)) && ++seen === count) return written.slice(0, i + 1);
  }
  return undefined;
}

/** True when a digit follows or precedes across a point, dash or the like: the candidate is a part of something longer. */
function isGlued(plain: string, start: number, end: number, isDistinct: boolean): boolean {
  const glue = isDistinct ? ".:-" : ".,:/-";
  return (isDigitAt(plain, end + 1) && glue.includes(plain[end]!)) || (isDigitAt(plain, start - 2) && glue.includes(plain[start - 1]!));
}

/** True inside the path of a web address, where strings and numbers of every sort stand. */
function isInAddress(plain: string, start: number): boolean {
  let from = start;
  while (from > 0 && start - from < LONGEST_ADDRESS && plain[from - 1] !== " ") from--;
  return start > from && ADDRESS.test(plain.slice(from, start));
}

/** Shape < check digit < context. */
function confidenceOf(called: Called, checked: boolean, isDistinct: boolean, mayStandAlone: boolean): number {
  if (called === 2) return checked ? 0.99 : 0.92;
  if (called === 1) return checked ? 0.95 : 0.75;
  if (called < 0) return isDistinct && checked ? 0.6 : 0;
  if (!mayStandAlone) return 0;
  return isDistinct ? (checked ? 0.95 : 0.7) : 0.75;
}
