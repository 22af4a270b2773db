import type { Identifier } from "../identifier.js";

/** The form alone: digits and a letter. */
export const identifier: Identifier = {
  type: "mt-identity-card",
  shape: "\\d{7}[mgaplhbz]",
  chance: 1,
  context: { en: ["karta tal identita", "maltese id", "malta id", "id card"] },
  source: "Identità Malta",
  examples: { valid: ["0123456M", "1234567A"], invalid: ["1234567Q"] },
};
