import type { Identifier } from "../identifier.js";
import { isCypriot } from "./eu-vat.js";

export const identifier: Identifier = {
  type: "cy-tic",
  shape: "\\d{8}[a-z]",
  digits: 8,
  check: isCypriot,
  chance: 0.0385,
  context: { en: ["tic", "cyprus tax", "cypriot tax"] },
  source: "Τμήμα Φορολογίας; stdnum agrees",
  examples: { valid: ["00123456H", "99999999Q"], invalid: ["00123456A"] },
};
