import type { Law } from "./message.js";

/** The states of the European Union, and Iceland, Liechtenstein and Norway, where its data-protection law holds by the EEA Agreement (Joint Committee Decision 154/2018), with their zones. Their public holidays are not known. */
const EU_STATES: Readonly<Record<Law, string>> = {
  AT: "Europe/Vienna", BE: "Europe/Brussels", BG: "Europe/Sofia", CY: "Asia/Nicosia", CZ: "Europe/Prague", DE: "Europe/Berlin", DK: "Europe/Copenhagen", EE: "Europe/Tallinn",
  ES: "Europe/Madrid", FI: "Europe/Helsinki", FR: "Europe/Paris", GR: "Europe/Athens", HR: "Europe/Zagreb", HU: "Europe/Budapest", IE: "Europe/Dublin", IT: "Europe/Rome",
  LT: "Europe/Vilnius", LU: "Europe/Luxembourg", LV: "Europe/Riga", MT: "Europe/Malta", NL: "Europe/Amsterdam", PL: "Europe/Warsaw", PT: "Europe/Lisbon", RO: "Europe/Bucharest",
  SE: "Europe/Stockholm", SI: "Europe/Ljubljana", SK: "Europe/Bratislava", IS: "Atlantic/Reykjavik", LI: "Europe/Vaduz", NO: "Europe/Oslo",
};

/** How days are counted in a place. Calendar `none`: Saturdays and Sundays only. */
interface Place {
  readonly zone: string;
  readonly calendar: string;
}

/** The places of laws that are known. */
export const PLACES: Readonly<Record<Law, Place>> = {
  "GB-EAW": { zone: "Europe/London", calendar: "gb-eaw" },
  "GB-SCT": { zone: "Europe/London", calendar: "gb-sct" },
  "GB-NIR": { zone: "Europe/London", calendar: "gb-nir" },
  GB: { zone: "Europe/London", calendar: "gb-eaw" },
  BR: { zone: "America/Sao_Paulo", calendar: "br" },
  EU: { zone: "Europe/Brussels", calendar: "none" },
  ...Object.fromEntries(Object.entries(EU_STATES).map(([law, zone]) => [law, { zone, calendar: "none" }])),
};

/** Whether a law is one of these or stands under one: the part of a country under the country's (`GB-SCT` under `GB`), and a state under the Union's (`ES` under `EU`). */
export function isUnder(law: Law, laws: readonly Law[]): boolean {
  if (laws.includes(law)) return true;
  const country = countryOf(law);
  return (country !== law && laws.includes(country)) || (Object.hasOwn(EU_STATES, country) && laws.includes("EU"));
}

/** Where a law holds: a part that is not known counts as its country does. */
export function placeOf(law: Law): Place | undefined {
  const known = [law, countryOf(law)].find((one) => Object.hasOwn(PLACES, one));
  return known === undefined ? undefined : PLACES[known];
}

const countryOf = (law: Law): Law => (law.charAt(2) === "-" ? law.slice(0, 2) : law);
