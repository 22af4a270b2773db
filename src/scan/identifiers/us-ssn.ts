import type { Identifier } from "../identifier.js";

/** No check digit since 2011. 078-05-1120 and its like were printed in advertisements; 123-45-6789 is every form's placeholder. */
const NEVER = new Set(["078051120", "219099999", "457555462", "123456789", "987654321"]);

export const identifier: Identifier = {
  type: "us-ssn",
  shape: "\\d{3}[ -]?\\d{2}[ -]?\\d{4}",
  digits: 9,
  check: (compact) => !/^(?:000|666|9)|^...00|0000$|^(.)\1{8}$/.test(compact) && !NEVER.has(compact),
  chance: 0.8882,
  distinct: "\\d{3}-\\d{2}-\\d{4}",
  context: {
    en: ["ssn", "social security", "social security number", "social", "ssns", "soc sec"],
    pt: ["ssn", "social security", "seguro social americano"],
    es: ["ssn", "seguro social", "social security", "numero de seguro social"],
  },
  source: "SSA randomisation, 25 June 2011",
  examples: { valid: ["899-99-9998", "219-45-6789"], invalid: ["000-12-3456", "666-12-3456", "900-12-3456", "123-00-6789", "123-45-0000", "078-05-1120", "123-45-6789"] },
};
