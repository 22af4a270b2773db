import type { Identifier } from "../identifier.js";
import { weigh, weights } from "../identifier-checks.js";

const BY = weights(8, 2);

export const identifier: Identifier = {
  type: "ie-ppsn",
  shape: "\\d{7}[ -]?[a-w][a-iwtx]?",
  check: (compact) => {
    const second = compact.charCodeAt(8) - 64;
    const sum = weigh(compact, BY) + (second >= 1 && second <= 9 ? second * 9 : 0);
    return !/^0{7}/.test(compact) && "WABCDEFGHIJKLMNOPQRSTUV"[sum % 23] === compact[7];
  },
  chance: 0.038,
  distinct: "\\d{7}[a-w][ahwtx]",
  context: {
    en: ["pps", "ppsn", "pps number", "pps no", "pps num", "personal public service", "rsi"],
    pt: ["pps", "ppsn"],
    es: ["pps", "ppsn"],
  },
  source: "Revenue; mod 23, second letter × 9",
  examples: { valid: ["1234567T", "1234567FA", "9999999P", "1234567 T"], invalid: ["1234567A"] },
};
