import type { Lang } from "../core/label.js";
import { phones } from "../generated/phones.js";

/** National numbers of one length, as people write them: a trunk prefix (`+`: only behind the calling code), then the number. */
export interface PhoneForm {
  readonly trunk: string;
  /** How many digits follow the trunk prefix. */
  readonly digits: number;
  /** Without a trunk zero: how many of these are the area or operator code. */
  readonly first: number;
  /** By the first three digits, in runs of a kind (0 not given out, 1 given out, 2 to mobile phones) and a length in base 36. */
  readonly kinds: string;
}

export interface PhonePlan {
  /** The calling code. */
  readonly code: string;
  /** Languages of messages in which its numbers are taken so; none: any. */
  readonly langs?: readonly Lang[];
  /** Words for the country, folded: beside a number they say that it is one of there. */
  readonly places: readonly string[];
  readonly forms: readonly PhoneForm[];
}

/** What `npm run generate` makes of libphonenumber's metadata. */
export interface PhoneTables {
  /** By calling code: how many digits national numbers have. */
  readonly codes: Readonly<Record<string, readonly number[]>>;
  readonly plans: readonly PhonePlan[];
}

/** Random digits are taken for a bare number, without groups and without a word that names it, no more often than this. */
const MOST_CHANCE = 0.01;
const MOBILE = 2;
const PREFIXES = 1000;

interface Form {
  readonly plan: PhonePlan;
  readonly trunk: string;
  readonly first: number;
  readonly kinds: Uint8Array;
  /** Shares of random strings of its length that are mobile numbers of it: with the trunk prefix, and behind the calling code. */
  readonly chanceAtHome: number;
  readonly chanceAbroad: number;
}

interface Forms {
  /** Without a calling code: by the number of digits, those without a trunk prefix first. */
  readonly home: ReadonlyMap<number, readonly Form[]>;
  /** Mobile numbers that are taken for such behind a calling code without a plus: by `abroadKey`. */
  readonly abroad: ReadonlyMap<number, readonly Form[]>;
}
const abroadKey = (code: number, digits: number): number => code * 32 + digits;

/** Opened when first asked. */
let opened: Forms | undefined;
function forms(): Forms {
  if (opened !== undefined) return opened;
  const all: { readonly digits: number; readonly form: Form }[] = [];
  for (const plan of phones.plans) {
    for (const { trunk, digits, first, kinds: runs } of plan.forms) {
      const kinds = new Uint8Array(PREFIXES);
      let from = 0;
      for (const run of runs.split(" ")) kinds.fill(Number(run[0]), from, (from += Number.parseInt(run.slice(1), 36)));
      const share = kinds.filter((kind) => kind === MOBILE).length / PREFIXES;
      all.push({ digits, form: { plan, trunk, first, kinds, chanceAtHome: share * 10 ** -trunk.length, chanceAbroad: share * 10 ** -plan.code.length } });
    }
  }
  const home = new Map<number, Form[]>();
  const abroad = new Map<number, Form[]>();
  const put = (map: Map<number, Form[]>, key: number, form: Form): void => void (map.get(key)?.push(form) ?? map.set(key, [form]));
  for (const { digits, form } of all) if (form.trunk === "") put(home, digits, form);
  for (const { digits, form } of all) if (/\d/.test(form.trunk)) put(home, digits + 1, form);
  for (const { digits, form } of all) if (form.chanceAbroad <= MOST_CHANCE) put(abroad, abroadKey(Number(form.plan.code), digits), form);
  return (opened = { home, abroad });
}

const digitAt = (digits: string, at: number): number => digits.charCodeAt(at) - 48;
const kindAt = ({ kinds }: Form, digits: string, from: number): number => kinds[digitAt(digits, from) * 100 + digitAt(digits, from + 1) * 10 + digitAt(digits, from + 2)]!;

const NO_FORMS: readonly Form[] = [];
const formsAtHome = (digits: string): readonly Form[] => forms().home.get(digits.length) ?? NO_FORMS;
/** What kind of number digits without a calling code are of a form; 0: none. */
const kindAtHome = (form: Form, digits: string): number => (form.trunk === "" || form.trunk === digits[0] ? kindAt(form, digits, form.trunk.length) : 0);

/** True when the digits are a national number of some country. */
export function isNational(digits: string): boolean {
  for (const form of formsAtHome(digits)) if (kindAtHome(form, digits) > 0) return true;
  return false;
}

/** True when the digits are a calling code and a number as long as that country's, a trunk zero between them or not: `+44 (0)20 …`. */
export function isInternational(digits: string): boolean {
  for (let width = 1; width <= 3; width++) {
    const lengths = phones.codes[digits.slice(0, width)];
    const left = digits.length - width;
    if (lengths === undefined || /^(.)\1+$/.test(digits.slice(width))) continue;
    if (lengths.includes(left) || (digits[width] === "0" && lengths.includes(left - 1))) return true;
  }
  return false;
}

/** True when the digits are a calling code and a mobile number, as WhatsApp shows them without a plus. */
export function isMobileAbroad(digits: string): boolean {
  if (digits[0] === "0") return false;
  for (let width = 1, code = 0; width <= 3; width++) {
    code = code * 10 + digitAt(digits, width - 1);
    for (const form of forms().abroad.get(abroadKey(code, digits.length - width)) ?? NO_FORMS) if (kindAt(form, digits, width) === MOBILE) return true;
  }
  return false;
}

/**
 * How digits without a calling code are one of a national plan: `sure` in groups as at home, in a message of a language of
 * there or beside the country's name · `likely` with the area code in brackets · `called` only where something calls them a phone.
 */
export function nationalSureness(digits: string, sizes: readonly number[], bracketed: boolean, lang: Lang | undefined, isNamed: (places: readonly string[]) => boolean): "sure" | "likely" | "called" | undefined {
  let best: "likely" | "called" | undefined;
  for (const form of formsAtHome(digits)) {
    const kind = kindAtHome(form, digits);
    if (kind === 0) continue;
    best ??= "called";
    if (!(sizes.length === 1 ? kind === MOBILE && form.chanceAtHome <= MOST_CHANCE : isGrouped(form, kind, sizes))) continue;
    const { langs, places } = form.plan;
    if (langs === undefined || lang === undefined || langs.includes(lang) || isNamed(places)) return "sure";
    if (bracketed) best = "likely";
  }
  return best;
}

/**
 * With a trunk zero any groups will do; without, one must end where the area code does, one digit alone stands before four
 * (`11 9 8765 4321`), and two at the end after two. A mobile number may be dictated digit by digit.
 */
function isGrouped({ trunk, first }: Form, kind: number, sizes: readonly number[]): boolean {
  if (trunk === "0" || (kind === MOBILE && sizes[0] === 1 && sizes[1] === 1 && sizes[2] === 1)) return true;
  const area = trunk.length + first;
  let sum = 0;
  let ends = false;
  for (let i = 0; i < sizes.length; i++) {
    const size = sizes[i]!;
    if ((size === 1 && sum > 0 && sizes[i + 1] !== 4) || (size === 2 && i === sizes.length - 1 && (i === 0 || sizes[i - 1] !== 2))) return false;
    sum += size;
    ends ||= sum === area;
  }
  return ends && sizes.length > 1;
}
