import type { Finding } from "../core/assessment.js";
import type { Directory } from "../core/directory.js";
import { foldString } from "../core/fold.js";
import { indexed, kept } from "../core/indexed.js";
import { isFirmRole, type Message } from "../core/message.js";
import type { Office } from "../core/rule.js";
import type { Span } from "../core/span.js";

const wordsIn = (folded: string): string[] => folded.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
const wordsOf = (name: string | undefined): readonly string[] => (name === undefined ? [] : wordsIn(foldString(name)));
const whole = (pattern: string, flags = "gu"): RegExp => new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, flags);
const BETWEEN = "[^\\p{L}\\p{N}]{1,3}";

/** Findings that may accuse somebody besides whoever wrote the message. A threat or a payment trap names its victims. */
const ACCUSING: readonly string[] = ["bribery", "harassment", "evidence-tampering", "money-laundering", "confidentiality", "complaint", "x-own-mistake", "x-holding-out"];

/** What people call the holders of offices, folded, in English, Portuguese and Spanish. */
const CALLED = {
  colp: "colp|(?:head of )?compliance(?: officer| partner)?|(?:diretora?|directora?) de (?:compliance|cumplimiento)",
  cofa: "cofa|finance (?:officer|partner|director)|(?:diretora?|directora?) financier[oa]|(?:diretora?|directora?) financeir[oa]",
  mlro: "(?<!deputy )mlro|money laundering reporting officer|nominated officer",
  "deputy-mlro": "deputy mlro|mlro substitut[oa]|mlro suplente",
  mlco: "mlco",
  dpo: "dpo|data protection officer|delegad[oa] de proteccion de datos",
  encarregado: "encarregad[oa] d[eo]s? dados",
  "complaints-partner": "complaints partner|soci[oa] de reclamac(?:oes|iones)",
  hr: "(?:head of |director of )?(?:hr|human resources)(?: director| manager| partner)?|(?:chefe|diretora?|gerente) d[eo] rh|(?:jefa?|directora?) de recursos humanos",
  "it-security": "head of it|it manager|(?:chefe|gerente) d[ea] ti|(?:jefa?|directora?) de (?:informatica|sistemas)",
  "safeguarding-lead": "safeguarding lead",
  "managing-partner": "(?:managing|senior) partner|soci[oa][- ](?:gerente|administradora?)|soci[oa] directora?",
} satisfies Partial<Record<Office, string>>;
const OWN_SUPERVISOR = "my (?:own )?(?:supervisor|boss|line manager|supervising (?:solicitor|partner))|(?:meu|minha) (?:chefe|supervisora?|gerente)|mi (?:jef[ea]|supervisora?)";

/** Words before a name that address its bearer or send somebody to them: they accuse nobody. */
const isTowards = (before: string): boolean =>
  /(?<![\p{L}\p{N}])(?:tell|told|ask|asked|inform|informed|email|call|cc|to|for|hi|hello|hey|dear|thanks|thank you|avis(?:ar|a|e)|pergunt(?:ar|a|e)|fal(?:ar|a|e) com|para|pr[ao]|oi|ola|car[oa]|obrigad[oa]|avis(?:ar|a|e) a|pregunt(?:ar|a|e) a|habl(?:ar|a|e) con|hola|querid[oa]|gracias)\s+(?:(?:the|our|o|a|os|as|el|la)\s+)?$/u.test(before);
const SENTENCE_END = /[.!?\n]/;

/** Whom a finding accuses by what the message calls them. */
export interface Named {
  readonly people: readonly string[];
  /** Offices whose holders are meant, known or not. */
  readonly offices: readonly Office[];
}

/** The above as expressions, made for the first message that may accuse. */
let expressions: { readonly any: RegExp; readonly offices: readonly (readonly [Office, RegExp])[]; readonly supervisor: RegExp } | undefined;
const called = () => (expressions ??= { any: whole(Object.values(CALLED).join("|"), "u"), offices: Object.entries(CALLED).map(([office, names]) => [office as Office, whole(names)]), supervisor: whole(OWN_SUPERVISOR) });

const NOBODY: Named = { people: [], offices: [] };

/**
 * Whom a message accuses by name or office, in the sentences of a finding that may accuse: the people of the directory and of the
 * message whose whole name, or whose first or last name where nobody else of the firm bears it, stands there; the holders of an office
 * that is named; the sender's own supervisor. Not who is addressed or only sent to. When in doubt somebody is accused: another reads it.
 */
export function named({ category, spans }: Finding, message: Message, directory: Directory | undefined): Named {
  if (!ACCUSING.includes(category)) return NOBODY;
  const sentences = [...new Set(spans.length === 0 ? [message.text] : spans.map((span) => sentenceAt(message.text, span)))].map(foldString);
  const stands = (pattern: RegExp): boolean => sentences.some((sentence) => isAccused(pattern, sentence));
  const offices = !sentences.some((sentence) => called().any.test(sentence)) ? [] : called().offices.filter(([, pattern]) => stands(pattern)).map(([office]) => office);
  const { sender } = message;
  const supervisor = isFirmRole(sender?.role) && stands(called().supervisor) ? (sender!.supervisor ?? directory?.people.find(({ id }) => id === sender!.id)?.supervisor) : undefined;
  const known = possible(sentences, message, directory);
  if (known.size + offices.length === 0 && supervisor === undefined) return NOBODY;
  const people = [...known].filter(([, words]) => isCalled(words, known, sentences)).map(([id]) => id);
  const holders = offices.flatMap((office) => directory?.roles[office] ?? []).map(({ person }) => person);
  return { people: [...new Set([...people, ...holders, ...(supervisor === undefined ? [] : [supervisor])])], offices };
}

/** Whether somebody stands in sentences by the whole name, or by a first or last name that nobody else bears. */
function isCalled(words: readonly string[], known: ReadonlyMap<string, readonly string[]>, sentences: readonly string[]): boolean {
  const stands = (pattern: RegExp): boolean => sentences.some((sentence) => isAccused(pattern, sentence));
  const bearers = (word: string): number => [...known.values()].filter((one) => one.includes(word)).length;
  const there = words.filter((word) => sentences.some((sentence) => sentence.includes(word)));
  if (there.length === 0) return false;
  return (there.length === words.length && stands(whole(words.join(BETWEEN)))) || [words[0]!, words.at(-1)!].some((word) => word.length > 1 && bearers(word) === 1 && stands(whole(word)));
}

const NO_NAMES: ReadonlyMap<string, readonly string[]> = new Map();

/** The names that may stand in folded sentences, in words, by person: those of the firm's recipients, and of the directory those of which a word stands there. */
function possible(sentences: readonly string[], { recipients = [] }: Message, directory: Directory | undefined): ReadonlyMap<string, readonly string[]> {
  const ours = recipients.filter(({ role }) => isFirmRole(role));
  if (ours.length === 0 && directory === undefined) return NO_NAMES;
  const names = directory === undefined ? NO_NAMES : namesOf(directory);
  const borne = directory === undefined ? [] : [...new Set(sentences.flatMap(wordsIn))].flatMap((word) => borneBy(directory).get(word) ?? []).sort((a, b) => a.at - b.at);
  return new Map([...ours.flatMap(({ id, name }) => (id === undefined ? [] : [[id, names.get(id) ?? wordsOf(name)] as const])), ...borne.map(({ id, words }) => [id, words] as const)]);
}

/** By person of a directory, the words of the name; and by word, who bears it, with the place in the directory. */
const namesOf = kept(({ people }: Directory): ReadonlyMap<string, readonly string[]> => new Map(people.map(({ id, name }) => [id, wordsOf(name)])));
const borneBy = indexed((directory: Directory) => [...namesOf(directory)].map(([id, words], at) => ({ id, words, at })).flatMap((one) => [...new Set(one.words)].map((word) => [word, one] as const)));

/** How far a name may stand from what is said of it, in code units: a sentence of more is not read whole, so that time stays linear. */
const REACH = 400;

/** The sentences that a span touches. */
function sentenceAt(text: string, { start, end }: Span): string {
  let from = Math.min(start, text.length);
  while (from > 0 && start - from < REACH && !SENTENCE_END.test(text[from - 1]!)) from--;
  let to = Math.min(end, text.length);
  while (to < text.length && to - end < REACH && !SENTENCE_END.test(text[to]!)) to++;
  return text.slice(from, to);
}

/** How much around a name is looked at, in code units. */
const NEAR = 40;

/** Whether what is called so stands in a folded sentence somewhere as more than the one whom it addresses. */
function isAccused(pattern: RegExp, sentence: string): boolean {
  for (const { 0: match, index } of sentence.matchAll(pattern)) {
    const before = sentence.slice(Math.max(0, index - NEAR), index);
    const after = sentence.slice(index + match.length, index + match.length + NEAR);
    const opens = index < NEAR && /^\s*$/.test(before) && /^\s*,/.test(after);
    const closes = /,\s*$/.test(before) && index + match.length + NEAR > sentence.length && /^\s*$/.test(after);
    if (!opens && !closes && !isTowards(before)) return true;
  }
  return false;
}
