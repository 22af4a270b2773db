import type { Identifier } from "../identifier.js";

const STATE = "(?:ac|al|ap|am|ba|ce|df|es|go|ma|mt|ms|mg|pa|pb|pr|pe|pi|rj|rn|rs|ro|rr|sc|sp|se|to)";
const NUMBER = "\\d{1,3}(?:\\.?\\d{3})?(?:-?[abeps])?";

/** A lawyer's number at the Ordem dos Advogados do Brasil: always with its State. */
export const identifier: Identifier = {
  type: "br-oab",
  shape: [
    `oab[ /-]{0,3}${STATE}[ /,:-]{0,3}(?:sob )?(?:o )?(?:n[.\u00ba\u00b0o]{0,2} ?|num[.]? |numero )?${NUMBER}`,
    `oab[ :]{0,2}(?:sob )?(?:o )?(?:n[.\u00ba\u00b0o]{0,2} ?|num[.]? |numero )?\\d{1,3}\\.?\\d{3}[ /-]{1,3}${STATE}`,
    `\\d{2,3}\\.?\\d{3}[ -]{0,2}oab[ /-]{1,3}${STATE}`,
  ],
  digits: 3,
  check: (compact) => !/^\D*(\d)\1{4,5}\D*$/.test(compact) && !/\D0+\D*$/.test(compact),
  chance: 1,
  distinct: ".+",
  context: { en: ["oab"], pt: ["oab", "advogado", "advogada", "inscrito"], es: ["oab"] },
  source: "OAB Provimento 42/78",
  examples: { valid: ["OAB/SP 123.456", "OAB-RJ nº 98.765", "OAB/MG 12345-A", "OAB 123.456/SP"], invalid: ["OAB/XX 123456", "OAB 123456"] },
};
