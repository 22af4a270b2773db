import type { IdentifierEvidence } from "../core/evidence.js";
import { SECRET_TYPES } from "../core/label.js";
import type { Text } from "../core/text.js";
import { createLabels } from "./identifier-context.js";
import type { Called, Labels } from "./identifier-context.js";
import { resolveOverlaps } from "./identifier-order.js";
import type { Claim } from "./identifier-order.js";
import { isWordAt, sceneOf } from "./identifier-scene.js";
import { isShaped } from "./identifier.js";
import type { Identifier, ReadIdentifier, Reading, Scene, ShapedIdentifier } from "./identifier.js";

/** Below this probability a candidate is none. */
const THRESHOLD = 0.5;
/** How far ahead the digits of a shape are counted, in characters. */
const AHEAD = 34;
/** How much of a web address is looked at, in characters. */
const LONGEST_ADDRESS = 300;
/** Given to a number whose check digits hold but that nothing calls by a name: it counts if another one of its type is so called. */
const UNCALLED = 0.49;
/** Most of those that are kept. */
const MOST_UNCALLED = 64;
const MOST_CHANCE = 0.02;
const DIGIT = /[0-9\uff10-\uff19]/;
/** "CPF111.444.777-35": a name that touches its number. */
const GLUED_LABEL = /(?:^|[^\p{L}\p{N}])(\p{L}{2,6})$/u;
const SEPARATORS = /[ ./-]/g;

interface Shaped {
  readonly identifier: ShapedIdentifier;
  readonly index: number;
  readonly digits: number;
  readonly shapes: readonly RegExp[];
  readonly distinct: RegExp | undefined;
  /** Its one-word names, which people write without a space before the number. */
  readonly names: ReadonlySet<string>;
}

interface Read {
  readonly identifier: ReadIdentifier;
  readonly index: number;
  readonly needsDigit: boolean;
}

interface Candidate extends Claim {
  readonly confidence: number;
  readonly subtype?: string;
}

/** Compiles the identifiers once; what comes back finds them in a message: pure, deterministic, linear in its length. */
export function createIdentify(identifiers: readonly Identifier[]): (text: Text) => IdentifierEvidence[] {
  const labels = createLabels(identifiers);
  const shapedAt = new Map<number, Shaped[]>();
  const readAt = new Map<number, Read[]>();
  const readWord = new Map<string, Read[]>();
  const push = <K, V>(map: Map<K, V[]>, key: K, value: V): void => void (map.get(key)?.push(value) ?? map.set(key, [value]));

  identifiers.forEach((identifier, index) => {
    if (isShaped(identifier)) {
      const shaped = compile(identifier, index);
      for (const character of identifier.starts ?? "0123456789") {
        push(shapedAt, character.charCodeAt(0), shaped);
        if (character !== character.toUpperCase()) push(shapedAt, character.toUpperCase().charCodeAt(0), shaped);
      }
    } else {
      const words = new Map(identifier.at.flatMap((trigger) => ("words" in trigger ? trigger.words.map((word) => [word, trigger.with === "digit"] as const) : [])));
      for (const [word, needsDigit] of words) push(readWord, word, { identifier, index, needsDigit });
      for (const trigger of identifier.at) if ("chars" in trigger) for (const character of trigger.chars) push(readAt, character.charCodeAt(0), { identifier, index, needsDigit: true });
    }
  });

  return (text) => {
    const hasDigit = DIGIT.test(text.original);
    const candidates: Candidate[] = [];
    const uncalled: Candidate[] = [];
    let scene: Scene | undefined;
    const take = (reading: Reading | undefined, { identifier, index }: Read): void => {
      if (reading === undefined) return;
      const candidate = judgeReading(reading, identifier, index, labels, scene!);
      if (candidate !== undefined) candidates.push(candidate);
    };
    for (let i = 0; i < text.tokens.length; i++) {
      for (const read of readWord.get(text.tokens[i]!.word) ?? []) {
        if (read.needsDigit && !hasDigit) continue;
        take(read.identifier.read((scene ??= sceneOf(text)), i), read);
      }
    }
    if (hasDigit || text.original.includes("@")) {
      scene ??= sceneOf(text);
      scanCharacters(scene, shapedAt, readAt, { candidates, uncalled }, labels, take);
    }
    for (const candidate of uncalled) if (candidates.some(({ entity, checked, called }) => entity === candidate.entity && checked && called === 2)) candidates.push({ ...candidate, confidence: 0.8 });
    return resolveOverlaps(candidates, text.original.length).map(({ start, end, entity, subtype, confidence }) => ({
      kind: "identifier", start, end, entity, confidence, ...(subtype === undefined ? {} : { subtype }),
    }));
  };
}

function compile(identifier: ShapedIdentifier, index: number): Shaped {
  const shapes = typeof identifier.shape === "string" ? [identifier.shape] : identifier.shape;
  return {
    identifier,
    index,
    digits: identifier.digits ?? 7,
    shapes: shapes.map((shape) => new RegExp(identifier.length ? `(?:${shape})` : `(?:${shape})(?![a-z0-9_])`, "iy")),
    names: new Set(Object.values(identifier.context).flat().filter((word) => !word.includes(" "))),
    distinct: identifier.distinct === undefined ? undefined : new RegExp(`^(?:${identifier.distinct})$`, "i"),
  };
}

/** One loop over the characters: at each word boundary the shapes and readers that may begin with its character are tried. */
function scanCharacters(
  scene: Scene, shapedAt: ReadonlyMap<number, readonly Shaped[]>, readAt: ReadonlyMap<number, readonly Read[]>,
  into: { readonly candidates: Candidate[]; readonly uncalled: Candidate[] }, labels: Labels, take: (reading: Reading | undefined, read: Read) => void,
): void {
  const { plain } = scene;
  const put = (candidate: Candidate | undefined): void => {
    if (candidate === undefined) return;
    if (candidate.confidence >= THRESHOLD) into.candidates.push(candidate);
    else if (into.uncalled.length < MOST_UNCALLED) into.uncalled.push(candidate);
  };
  let inWord = false;
  let digits = 0;
  for (let i = 0; i < Math.min(AHEAD, plain.length); i++) digits += isDigit(plain, i);
  for (let i = 0; i < plain.length; i++) {
    const wasInWord = inWord;
    inWord = isWordAt(plain, i);
    if (!inWord || !wasInWord) {
      const code = plain.charCodeAt(i);
      for (const read of readAt.get(code) ?? []) take(read.identifier.read(scene, i), read);
      if (inWord && digits > 0) {
        for (const shaped of shapedAt.get(code) ?? []) {
          if (digits < shaped.digits) continue;
          put(tryShape(scene, i, shaped, labels));
        }
      }
    } else if (digits > 0 && isDigit(plain, i) === 1 && isDigit(plain, i - 1) === 0) {
      const label = GLUED_LABEL.exec(plain.slice(Math.max(0, i - 8), i))?.[1]?.toLowerCase();
      for (const shaped of label === undefined ? [] : (shapedAt.get(plain.charCodeAt(i)) ?? [])) {
        if (digits < shaped.digits || !shaped.names.has(label!)) continue;
        put(tryShape(scene, i, shaped, labels, true));
      }
    }
    digits += isDigit(plain, i + AHEAD) - isDigit(plain, i);
  }
}

const isDigit = (text: string, at: number): number => {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57 ? 1 : 0;
};

function tryShape(scene: Scene, start: number, { identifier, index, shapes, distinct }: Shaped, labels: Labels, named = false): Candidate | undefined {
  for (const shape of shapes) {
    shape.lastIndex = start;
    const match = shape.exec(scene.plain);
    if (match === null) continue;
    const written = identifier.length === undefined ? match[0] : trim(match[0], identifier.length(compactOf(match[0])));
    if (written === undefined || isWordAt(scene.plain, start + written.length)) continue;
    if (identifier.check?.(compactOf(written), written) === false) continue;
    return judgeShape(scene, start, written, identifier, index, distinct, labels, named);
  }
  return undefined;
}

const compactOf = (written: string): string => written.replace(SEPARATORS, "").toUpperCase();

/** The beginning of `written` that holds `count` letters and digits, if it has as many. */
function trim(written: string, count: number | undefined): string | undefined {
  if (count === undefined) return undefined;
  let seen = 0;
  for (let i = 0; i < written.length; i++) {
    if (!/[ ./-]/.test(written[i]!) && ++seen === count) return written.slice(0, i + 1);
  }
  return undefined;
}

/** True when a digit follows or precedes across a point, dash or the like: the candidate is a part of something longer. */
function isGlued(plain: string, start: number, end: number, glue: RegExp): boolean {
  return (isDigit(plain, end + 1) === 1 && glue.test(plain[end]!)) || (isDigit(plain, start - 2) === 1 && glue.test(plain[start - 1]!));
}

/** True inside the path of a web address, where strings and numbers of every sort stand. */
function isInAddress(plain: string, start: number): boolean {
  let from = start;
  while (from > 0 && start - from < LONGEST_ADDRESS && plain[from - 1] !== " ") from--;
  return start > from && /^[("'<[]?(?:https?:\/\/|www\.)[^ ]*\//i.test(plain.slice(from, start));
}

function judgeShape(
  scene: Scene, start: number, written: string, identifier: ShapedIdentifier, index: number, distinct: RegExp | undefined, labels: Labels, named: boolean,
): Candidate | undefined {
  const { type, subtype, chance, alone, check } = identifier;
  const end = start + written.length;
  const isDistinct = (distinct?.test(written) ?? false) && !isInAddress(scene.plain, start);
  if (isGlued(scene.plain, start, end, isDistinct ? /[.:-]/ : /[.,:/-]/)) return undefined;
  const checked = check !== undefined && chance <= 0.2;
  const called = named ? 2 : labels.called(scene, { start, end }, index);
  const mayStandAlone = isDistinct || (chance <= MOST_CHANCE && scene.text.lang !== undefined && (alone?.includes(scene.text.lang) ?? false));
  const told = confidenceOf(called, checked, isDistinct, mayStandAlone);
  if (told < THRESHOLD && (called < 0 || !checked)) return undefined;
  const confidence = told < THRESHOLD ? UNCALLED : told;
  if (!SECRET_TYPES.includes(type) && labels.isPlaceholder(scene, { start, end })) return undefined;
  return { entity: type, start, end, checked, called: called < 0 ? 0 : (called as 0 | 1 | 2), index, confidence, ...(subtype === undefined ? {} : { subtype }) };
}

/** Shape < check digit < context. */
function confidenceOf(called: Called, checked: boolean, isDistinct: boolean, mayStandAlone: boolean): number {
  if (called === 2) return checked ? 0.99 : 0.92;
  if (called === 1) return checked ? 0.95 : 0.75;
  if (called < 0) return isDistinct && checked ? 0.6 : 0;
  if (!mayStandAlone) return 0;
  return isDistinct ? (checked ? 0.95 : 0.7) : 0.75;
}

function judgeReading(reading: Reading, identifier: ReadIdentifier, index: number, labels: Labels, scene: Scene): Candidate | undefined {
  const { start, end, checked = false } = reading;
  const called = reading.called === true ? 2 : checked ? 0 : labels.called(scene, reading, index);
  if (reading.needsContext === true && called < 1) return undefined;
  const confidence = reading.called === true ? reading.confidence : called === 2 ? Math.max(reading.confidence, 0.92) : called < 0 ? reading.confidence * 0.5 : reading.confidence;
  if (confidence < THRESHOLD) return undefined;
  if (!SECRET_TYPES.includes(identifier.type) && identifier.type !== "person-name" && labels.isPlaceholder(scene, reading)) return undefined;
  const { type, subtype } = identifier;
  return { entity: type, start, end, checked, called: called < 0 ? 0 : (called as 0 | 1 | 2), index, confidence, ...(subtype === undefined ? {} : { subtype }) };
}
