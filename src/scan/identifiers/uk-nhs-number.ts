import type { Identifier } from "../identifier.js";
import { allSame, weigh, weights } from "../identifier-checks.js";

const BY = weights(10, 2);

export const identifier: Identifier = {
  type: "uk-nhs-number",
  shape: "\\d{3}[ -]?\\d{3}[ -]?\\d{4}",
  digits: 10,
  check: (compact) => !allSame(compact) && (11 - (weigh(compact, BY) % 11)) % 11 === Number(compact[9]),
  chance: 0.0911,
  context: {
    en: ["nhs", "nhs number", "nhs no", "patient", "gp", "hospital", "patient number", "patient no", "patient id", "hospital number", "health and care number", "chi number"],
    pt: ["nhs"],
    es: ["nhs"],
  },
  source: "NHS Data Dictionary; hmcts and python-stdnum agree",
  examples: { valid: ["999 000 0018", "999 555 1233", "943 476 5870", "943-476-5870", "9 4 3 4 7 6 5 8 7 0"], invalid: ["999 000 0019", "9991234560"] },
};
