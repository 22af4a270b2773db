import * as core from "libphonenumber-js/core";
import type { CountryCode } from "libphonenumber-js/core";
import metadata from "libphonenumber-js/metadata.max.json";
import { foldString } from "../core/fold.js";
import type { Lang } from "../core/label.js";
import type { PhoneForm, PhonePlan, PhoneTables } from "../scan/identifier-phones.js";

/** Countries whose numbers are known as people write them at home, and the languages of messages in which they are taken so; none: any. */
const HOMES: Readonly<Partial<Record<CountryCode, { readonly langs?: readonly Lang[]; readonly places: string }>>> = {
  GB: { places: "uk england scotland wales london" }, IE: { langs: ["en"], places: "dublin" }, US: { places: "usa york" }, CA: { places: "toronto" }, AU: { langs: ["en"], places: "sydney" },
  NZ: { langs: ["en"], places: "auckland" }, ZA: { langs: ["en"], places: "johannesburg" }, NG: { langs: ["en"], places: "lagos" }, IN: { langs: ["en"], places: "delhi mumbai" }, PK: { langs: ["en"], places: "karachi" },
  FR: { places: "paris" }, DE: { langs: ["en"], places: "berlin" }, NL: { places: "holland amsterdam" }, BE: { langs: [], places: "brussels" }, CH: { langs: [], places: "zurich geneva" }, PL: { langs: ["en"], places: "warsaw" },
  IT: { places: "rome milan" }, RO: { langs: ["en"], places: "bucharest" }, BR: { langs: ["pt"], places: "brasil" }, PT: { langs: ["pt"], places: "lisboa lisbon" }, AO: { langs: [], places: "luanda" },
  ES: { langs: ["es"], places: "madrid" }, MX: { langs: ["es"], places: "cdmx" }, AR: { langs: ["es"], places: "buenos" }, CO: { langs: ["es"], places: "bogota" }, CL: { langs: ["es"], places: "santiago" },
  PE: { langs: ["es"], places: "lima" }, EC: { langs: ["es"], places: "quito" }, VE: { langs: ["es"], places: "caracas" }, UY: { langs: ["es"], places: "montevideo" }, DO: { langs: ["es"], places: "" },
};
const TYPES = ["FIXED_LINE", "MOBILE", "TOLL_FREE", "SHARED_COST", "VOIP", "UAN", "PREMIUM_RATE"] as const;
const SHORTEST = 7;
const LONGEST = 12;
/** Shortest number without an area code that is worth knowing. */
const SHORTEST_LOCAL = 9;
const OTHER = 1;
const MOBILE = 2;
/** Random numbers drawn for each first three digits. */
const DRAWS = 24;
/** Of these, fewest that are valid, or the first three digits count as not given out. */
const FEWEST_VALID = 3;

/** What the library has of a country's plan; its types leave most of it out. */
interface Plan {
  readonly callingCode: () => string;
  readonly nationalPrefix: () => string | undefined;
  readonly possibleLengths: () => number[];
  readonly type: (name: string) => { readonly pattern: () => string | undefined } | undefined;
  readonly formats: () => { pattern(): string; format(): string; leadingDigitsPatterns(): string[]; nationalPrefixFormattingRule(): string | undefined; nationalPrefixIsOptionalWhenFormattingInNationalFormat(): boolean }[];
}
interface Metadata {
  readonly selectNumberingPlan: (country: CountryCode) => { readonly numberingPlan: Plan };
}
const { Metadata: Library } = core as unknown as { readonly Metadata: new (json: unknown) => Metadata };
const library = new Library(metadata);
const planIn = (country: CountryCode): Plan => library.selectNumberingPlan(country).numberingPlan;

/** Numbering plans of libphonenumber's metadata as tables: by length and first three digits, which national numbers are given out, and how they are grouped. */
export function compilePhones(): PhoneTables {
  const codes: Record<string, readonly number[]> = {};
  for (const [code, [country]] of Object.entries(metadata.country_calling_codes as Record<string, [CountryCode]>)) {
    codes[code] = planIn(country).possibleLengths().filter((length) => length >= 6);
  }
  return { codes, plans: (Object.keys(HOMES) as CountryCode[]).map(planOf) };
}

function planOf(country: CountryCode): PhonePlan {
  const numbering = planIn(country);
  const prefix = numbering.nationalPrefix() || "";
  const formats = numbering.formats().map((one) => ({ pattern: whole(one.pattern()), lead: new RegExp(`^(?:${one.leadingDigitsPatterns().at(-1) ?? ""})`), format: one.format(), rule: one.nationalPrefixFormattingRule() || "", optional: one.nationalPrefixIsOptionalWhenFormattingInNationalFormat() }));
  /** Some are not written as they are dialled: in Argentina `9 11 1234 5678` is `11 15 1234 5678`. */
  const rewrites = formats.some(({ format }) => /\d/.test(format.replace(/\$\d/g, "")));
  const types = TYPES.flatMap((type) => { const pattern = numbering.type(type)?.pattern(); return pattern === undefined || pattern === "" ? [] : [[type, whole(pattern)] as const]; });
  /** By trunk prefix, digits and first group (which matters only without a trunk zero). */
  const kinds = new Map<string, Uint8Array>();
  const put = (trunk: string, digits: string, first: number, kind: number): void => {
    const key = `${trunk},${digits.length},${trunk === "0" ? 0 : first}`;
    const known = kinds.get(key) ?? kinds.set(key, new Uint8Array(1000)).get(key)!;
    known[Number(digits.slice(0, 3))] = kind;
  };
  const random = randomOf(country);

  for (const length of numbering.possibleLengths().filter((one) => one >= SHORTEST && one <= LONGEST)) {
    for (let start = 0; start < 1000; start++) {
      const drawn = Array.from({ length: DRAWS }, () => String(start).padStart(3, "0") + random(length - 3));
      const valid = drawn.flatMap((number) => { const fits = types.filter(([, pattern]) => pattern.test(number)); return fits.length === 0 ? [] : [{ number, mobile: fits.some(([type]) => type === "MOBILE") }]; });
      if (valid.length < FEWEST_VALID) continue;
      const kind = valid.filter(({ mobile }) => mobile).length * 2 >= valid.length ? MOBILE : OTHER;
      for (const { number } of rewrites ? valid : valid.slice(0, 1)) {
        const format = formats.find(({ pattern, lead }) => pattern.test(number) && lead.test(number));
        if (format === undefined) continue;
        const sizes = number.replace(format.pattern, format.format).match(/\d+/g)!;
        const written = sizes.join("");
        const first = sizes[0]!.length;
        if (written !== number) put("+", number, 0, kind);
        if (country === "MX") put("+", `1${number}`, 0, kind); // WhatsApp still shows the 1 that mobile numbers had until 2019
        const carries = /\d/.test(format.rule.replace("$1", ""));
        if (carries || prefix !== "") put(prefix, written, first, kind);
        if (!carries || format.optional) put("", written, first, kind);
        const local = sizes.slice(1).join("");
        if (kind === MOBILE && local.length >= SHORTEST_LOCAL && (written !== number || format.rule.startsWith("("))) put("", local, sizes[1]!.length, kind);
      }
    }
  }
  const forms = [...kinds].map(([key, known]): PhoneForm => {
    const [trunk, digits, first] = key.split(",");
    return { trunk: trunk!, digits: Number(digits), first: Number(first), kinds: runsOf(known) };
  });
  const { langs, places } = HOMES[country]!;
  const names = (["en", "pt", "es"] as const).map((lang) => foldString(new Intl.DisplayNames(lang, { type: "region" }).of(country)!));
  return { code: numbering.callingCode(), ...(langs === undefined ? {} : { langs }), places: [...new Set([...names, ...places.split(" ")])].filter((place) => place !== ""), forms };
}

const whole = (pattern: string): RegExp => new RegExp(`^(?:${pattern})$`);

/** Digits at random (a linear congruential generator), the same for a country at each run. */
function randomOf(country: string): (count: number) => string {
  let state = [...country].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7);
  return (count) => Array.from({ length: count }, () => { state = (Math.imul(state, 1664525) + 1013904223) >>> 0; return Math.floor((state / 2 ** 32) * 10); }).join("");
}

/** `length×kind` for each run of equal kinds, as one text: lengths in base 36, kinds 0 to 2. */
function runsOf(kinds: Uint8Array): string {
  const runs: string[] = [];
  for (let from = 0; from < kinds.length; ) {
    let to = from;
    while (to < kinds.length && kinds[to] === kinds[from]) to++;
    if (to < kinds.length || kinds[from] !== 0) runs.push(`${kinds[from]}${(to - from).toString(36)}`);
    from = to;
  }
  return runs.join(" ");
}
