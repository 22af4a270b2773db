import type { Law } from "./message.js";
import { PLACES } from "./place.js";
import { didYouMean } from "./problem.js";

/**
 * What is wrong with the code of a law, and which may be meant; nothing where it is one, be there a pack for it or not. Every country
 * has a law, and its parts may; of a country whose parts are known, as of the United Kingdom, there are no others.
 */
export function wrongLaw(code: string): { readonly message: string; readonly hint: string } | undefined {
  if (isLaw(code)) return undefined;
  const near = meantBy(code.trim().toUpperCase());
  return { message: `"${code}" is no law`, hint: near === undefined ? "give ISO 3166 codes such as GB-EAW (England and Wales), BR, ES or EU" : `did you mean "${near}"?` };
}

/** What `Intl` names as a region that is no country: codes of unions, of the United Nations and of tests. */
const NO_COUNTRIES = ["EU", "EZ", "UN", "QO", "ZZ", "XA", "XB"];
/** Codes that were asked for, up to so many, since a message may name its law: what `Intl` says of one takes as long as reading the message. */
const ASKED = 1024;
const asked = new Map<string, boolean>();

function isLaw(code: string): boolean {
  if (Object.hasOwn(PLACES, code)) return true;
  let known = asked.get(code);
  if (known === undefined) {
    known = isOfCountry(code);
    if (asked.size < ASKED) asked.set(code, known);
  }
  return known;
}

const isOfCountry = (code: string): boolean => (/^[A-Z]{2}(?:-[A-Z]{2,3})?$/.test(code) && countryOf(code) === code.slice(0, 2) && partsOf(code.slice(0, 2)).length === 0);

/** What to say of the law of a country whose parts have laws of their own: it holds in all of them, and theirs may not. */
export function partUnsaid(law: Law): { readonly message: string; readonly hint: string } | undefined {
  const parts = partsOf(law);
  return parts.length === 0 ? undefined : { message: `the law ${law} does not say which part of the country`, hint: `give ${parts.join(", ")}: until then what only one of them has is told as what would apply` };
}

const partsOf = (country: string): Law[] => Object.keys(PLACES).filter((law) => law.startsWith(`${country}-`));

function meantBy(code: string): Law | undefined {
  if (isLaw(code)) return code;
  const country = countryOf(code);
  if (country === undefined) return undefined;
  const parts = partsOf(country);
  return didYouMean(code, parts) ?? parts[0] ?? country;
}

let regions: Intl.DisplayNames | undefined;

/** The country that a code begins with, by the code that ISO 3166 gives it (`GB` for `UK`). */
function countryOf(code: string): string | undefined {
  const [region = ""] = code.split("-");
  if (!/^[A-Z]{2}$/.test(region) || NO_COUNTRIES.includes(region)) return undefined;
  const country = new Intl.Locale("und", { region }).region!;
  regions ??= new Intl.DisplayNames("en", { type: "region", fallback: "none" });
  return regions.of(country) === undefined ? undefined : country;
}
