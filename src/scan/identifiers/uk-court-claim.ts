import type { Identifier } from "../identifier.js";

/** County Court, Money Claim Online, High Court and employment tribunal numbers; the list of forms is not exhaustive. */
export const identifier: Identifier = {
  type: "uk-court-claim",
  shape: [
    "[a-z]\\d{2}[a-z]{2}\\d{3}", "[a-z]\\d[a-z]{2}[a-z0-9]{4}", "\\d[a-z]{2}\\d{5}", "\\d{3}m[cr]\\d{3}",
    "(?:kb|qb|bl|ch|cr|cl|lm|pt|ip|ht|il|hc|ac|ad|fl|hp|e)-\\d{4}-(?:[a-z]{3}-)?\\d{6}", "\\d{6,7}/\\d{4}",
  ],
  digits: 4,
  chance: 1,
  distinct: "[A-Z]{1,2}-20\\d{2}-(?:[A-Z]{3}-)?\\d{6}",
  context: {
    en: ["claim no", "case no", "claim number", "case number", "claim", "et case", "tribunal case"],
    pt: ["claim no", "claim number"],
    es: ["claim no", "claim number"],
  },
  source: "HMCTS claim forms; formats not confirmed",
  examples: { valid: ["E35YM123", "K1QZ34A5", "123MC456", "KB-2025-001234", "AC-2025-LON-001234", "2201234/2024"], invalid: ["E35YM12", "KB-25-1234"] },
};
