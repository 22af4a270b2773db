import type { Identifier } from "../identifier.js";
import { documentDigit } from "../identifier-checks.js";

export const identifier: Identifier = {
  type: "de-personalausweis",
  shape: "[0-9cfghjklmnprtvwxyz]{9} ?\\d(?: ?d)?",
  digits: 2,
  check: (compact) => /^.{10}D?$/.test(compact) && documentDigit(compact.slice(0, 9)) === Number(compact[9]),
  chance: 0.1,
  context: { en: ["personalausweis", "german id", "ausweis", "ausweisnummer"], pt: ["personalausweis", "documento alemao"], es: ["personalausweis", "documento aleman"] },
  source: "ICAO 9303 weights 7, 3, 1; § 20 PAuswG limits its use (not confirmed)",
  examples: { valid: ["T220001293", "L01X00T471"], invalid: ["T220001294"] },
};
