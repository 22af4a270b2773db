import { createLabels, type Named } from "./identifier-context.js";
import { createGate } from "./identifier-gate.js";
import { isOfAnother, judgeReading, judgeRegrouped, judgeShape, shapesOf, THRESHOLD, type Candidate, type Refused, type Shaped } from "./identifier-judge.js";
import { resolveOverlaps } from "./identifier-order.js";
import { isNear } from "./identifier-near.js";
import { readersOf, type ReadAtWord } from "./identifier-readers.js";
import { remainsIn } from "./identifier-redacted.js";
import { sceneOf } from "./identifier-scene.js";
import { AHEAD, classesOf, DIGIT as DIGIT_UNIT, isDigitAt, kindOf, Signs, signsOf, WORD } from "./identifier-units.js";
import type { Triggers } from "./identifier-triggers.js";
import type { Identifier, ReadIdentifier, Scene, ShapedIdentifier } from "./identifier.js";
import type { Identify } from "./scan.js";
import type { IdentifierEvidence } from "../core/evidence.js";
import { readNumbers } from "../core/numbers.js";
import { AT, DIGIT } from "../core/signs.js";
import { unitAt } from "../core/unit-at.js";

/** Each is made when it is asked for. */
type Identifiers = readonly (() => Identifier)[];

/** Most candidates that nothing calls by a name that are kept. */
const MOST_UNCALLED = 64;
/** "CPF111.444.777-35", "cpf_111.444.777-35": a name that touches its number. */
const gluedName = (text: string): string | undefined => /(?:^|[^\p{L}\p{N}])(\p{L}{2,6})_?$/u.exec(text)?.[1];
const LONGEST_NAME = 6;

/** Finds identifiers in a message, given where they begin: pure, deterministic, linear in its length. Tables are opened when first asked for. */
export function createIdentify(identifiers: Identifiers, triggers: Triggers): Identify {
  let identify: Identify | undefined;
  return (text, suspects) => (identify ??= compile(identifiers, triggers))(text, suspects);
}

/** Of some hundred identifiers a process meets a few: each is made when something may be one, or its name is met. */
function compile(identifiers: Identifiers, triggers: Triggers): Identify {
  const made: Identifier[] = [];
  const identifierOf = (index: number): Identifier => (made[index] ??= identifiers[index]!());
  const gate = createGate(triggers.shapes);
  const owners = readNumbers(triggers.owners);
  const shapes: Shaped[] = [];
  /** The shape of a number, and others of its identifier. */
  const shapeAt = (shape: number): Shaped => {
    const known = shapes[shape];
    if (known !== undefined) return known;
    const first = owners.indexOf(owners[shape]!);
    shapesOf(identifierOf(owners[shape]!) as ShapedIdentifier, owners[shape]!).forEach((one, k) => (shapes[first + k] = one));
    return shapes[shape]!;
  };
  const readers = readersOf(triggers);
  const classes = classesOf((unit) => readers.at[unit] !== undefined);
  const labels = createLabels(triggers.labels, identifierOf);
  let glued: ReadonlyMap<string, readonly Shaped[]> | undefined;
  const gluedTo = (name: string): readonly Shaped[] => (glued ??= namesOf(Array.from(owners, (_, shape) => shapeAt(shape)))).get(name) ?? [];

  const read = (scene: Scene, at: number, index: number, into: Candidate[]): void => {
    const identifier = identifierOf(index) as ReadIdentifier;
    const reading = identifier.read(scene, at);
    const candidate = reading === undefined ? undefined : judgeReading(reading, identifier, index, labels, scene);
    if (candidate !== undefined) into.push(candidate);
  };
  const isAt = ({ index, place }: ReadAtWord, word: string): boolean => {
    const trigger = (identifierOf(index) as ReadIdentifier).at[place]!;
    return "words" in trigger && trigger.words.has(word);
  };

  /** Where a word or a sign begins: what may be read from there, and the shapes that the gate lets through. Where digits touch letters: shapes that these name. */
  const readCharacters = (scene: Scene, { digitsAt, digits, first, last }: Signs, suspects: boolean, { found, uncalled, refused }: Read): void => {
    const { plain } = scene;
    let named: Named | undefined;
    const from = first > AHEAD ? first - AHEAD : 0;
    /** The digits `[low, high)` stand in the next 34 characters. */
    let low = 0;
    let high = 0;
    let kind = from === 0 ? 0 : kindOf(unitAt(plain, from - 1));
    for (let i = from; i <= last; i++) {
      const unit = unitAt(plain, i);
      const before = kind;
      kind = kindOf(unit);
      const isInside = (kind & before & WORD) !== 0;
      if (isInside && (kind & ~before & DIGIT_UNIT) === 0) continue;
      while (low < digits && digitsAt[low]! < i) low++;
      while (high < digits && digitsAt[high]! < i + AHEAD) high++;
      const ahead = high - low;
      if (!isInside) {
        const reads = unit < 128 ? readers.at[unit] : undefined;
        if (reads !== undefined) {
          for (const one of reads) if (one.digits === 0 || (digits >= one.digits && ahead >= one.digits)) read(scene, i, one.index, found);
        }
        if (ahead > 0 && (kind & WORD) !== 0) {
          const count = gate.enter(plain, i, ahead);
          for (let k = 0; k < count; k++) {
            const one = shapeAt(gate.found[k]!);
            if (!one.needsName || (named ??= labels.namedIn(scene.text)).types.includes(one.identifier.type)) keep(judgeShape(scene, i, one, labels, suspects, refused), found, uncalled);
          }
          if (ahead >= FEWEST_REGROUPED && (kind & DIGIT_UNIT) !== 0 && isGrouped(plain, i)) {
            for (const index of (named ??= labels.namedIn(scene.text)).indexes) {
              for (let shape = owners.indexOf(index); shape >= 0 && owners[shape] === index; shape++) if (ahead >= shapeAt(shape).digits) keep(judgeRegrouped(scene, i, shapeAt(shape), labels, refused), found, uncalled);
            }
          }
        }
      } else {
        const name = gluedName(plain.slice(Math.max(0, i - LONGEST_NAME - 2), i))?.toLowerCase();
        for (const one of name === undefined ? [] : gluedTo(name)) if (ahead >= one.digits) keep(judgeShape(scene, i, one, labels, suspects, refused, true), found, uncalled);
      }
    }
  };

  return (text, suspects = false) => {
    const { original, hashes, count, all } = text;
    const mayHaveSigns = (all & (DIGIT | AT)) !== 0;
    const signs = mayHaveSigns ? signsOf(original, classes) : new Signs(original);
    const candidates: Candidate[] = [];
    const uncalled: Candidate[] = [];
    const refused: Refused[] = [];
    let scene: Scene | undefined;
    for (let i = 0; i < count; i++) {
      const group = readers.groupAt[readers.placeOf(hashes[i]!)]!;
      if (group === 0 || !isNear(readers.asked[group]!, text, i, signs)) continue;
      const word = text.word(i);
      for (const one of readers.groups[group]!) if (isNear(one.asked, text, i, signs) && isAt(one, word)) read((scene ??= sceneOf(text, signs)), i, one.index, candidates);
    }
    if (mayHaveSigns && (signs.digits > 0 || original.includes("@"))) readCharacters((scene ??= sceneOf(text, signs)), signs, suspects, { found: candidates, uncalled, refused });
    if (candidates.length === 0) return [];
    for (const candidate of uncalled) if (candidates.some(({ entity, checked, called }) => entity === candidate.entity && checked && called === 2)) candidates.push({ ...candidate, confidence: 0.8 });
    const remains = remainsIn(original);
    return resolveOverlaps(candidates.filter((one) => !remains(one) && (refused.length === 0 || !isOfAnother(scene!, one, refused, labels))), original.length).map((one) => evidenceOf(one, original));
  };
}

/** What was read so far. */
interface Read {
  readonly found: Candidate[];
  /** Numbers whose check digits hold and that nothing calls by a name. */
  readonly uncalled: Candidate[];
  readonly refused: Refused[];
}

/** Fewest digits of a number that is known behind its name however it is grouped. */
const FEWEST_REGROUPED = 7;

/** True for a few digits that a sign or a space joins to more. */
function isGrouped(plain: string, at: number): boolean {
  let i = at;
  while (isDigitAt(plain, i)) i++;
  return i - at < FEWEST_REGROUPED + 2 && i < plain.length && " .,/-".includes(plain[i]!);
}

function keep(candidate: Candidate | undefined, into: Candidate[], uncalled: Candidate[]): void {
  if (candidate === undefined) return;
  if (candidate.confidence >= THRESHOLD) into.push(candidate);
  else if (uncalled.length < MOST_UNCALLED) uncalled.push(candidate);
}

/** What makes a key of the last digit (`5️⃣`) belongs to it. */
const isOfKey = (unit: number): boolean => unit === 0xfe0f || unit === 0x20e3;

const evidenceOf = ({ start, end: last, entity, subtype, confidence, suspect }: Candidate, original: string): IdentifierEvidence => {
  let end = last;
  while (end < original.length && isOfKey(unitAt(original, end))) end++;
  const evidence: IdentifierEvidence = { kind: "identifier", start, end, entity, confidence };
  return subtype === undefined && suspect !== true ? evidence : { ...evidence, ...(subtype === undefined ? {} : { subtype }), ...(suspect === true ? { suspect } : {}) };
};

/** By folded name of one word: the shapes that people write right behind it. */
function namesOf(shaped: readonly Shaped[]): ReadonlyMap<string, readonly Shaped[]> {
  const named = new Map<string, Shaped[]>();
  for (const one of shaped) {
    for (const name of new Set(Object.values(one.identifier.context).flat())) {
      if (name.length <= LONGEST_NAME && !name.includes(" ")) void (named.get(name)?.push(one) ?? named.set(name, [one]));
    }
  }
  return named;
}
