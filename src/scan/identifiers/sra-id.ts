import type { Identifier } from "../identifier.js";

/** The number of a firm or a solicitor in a public register. */
export const identifier: Identifier = {
  type: "sra-id",
  shape: "\\d{5,7}",
  digits: 5,
  chance: 1,
  context: { en: ["sra id", "sra number", "sra no", "sra", "authorised and regulated"], pt: ["sra id", "sra"], es: ["sra id", "sra"] },
  source: "SRA: Solicitors Register",
  examples: { valid: ["123456", "8001234"], invalid: ["1234", "SRA123"] },
};
