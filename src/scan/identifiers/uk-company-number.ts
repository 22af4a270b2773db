import type { Identifier } from "../identifier.js";

/** Companies House numbers have no check digit: only what they are called tells. */
export const identifier: Identifier = {
  type: "uk-company-number",
  shape: ["\\d{8}", "(?:sc|ni|oc|so|nc|fc|sf|nf|lp|sl|nl|ip|sp|ic|si|np|nv|rc|sr|nr|no|rs|ce|cs|ge|gs|gn|es|se|oe|ac|sa|na|sg|en|zc|sz|nz)\\d{6}", "r0\\d{6}"],
  digits: 6,
  check: (compact) => !/^0+$/.test(compact),
  chance: 1,
  context: {
    en: ["company number", "companies house", "company no", "crn", "co no", "company reg", "company registration", "registered number", "registered no", "registered in england", "company"],
    pt: ["company number", "companies house", "empresa inglesa"],
    es: ["company number", "companies house", "empresa inglesa"],
  },
  source: "Companies House: uniform resource identifiers and prefixes",
  examples: { valid: ["01234567", "SC123456", "OC301234", "NI012345"], invalid: ["1234567", "ZZ123456", "00000000"] },
};
