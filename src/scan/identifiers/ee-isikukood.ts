import { isDay } from "../../core/day.js";
import type { Identifier } from "../identifier.js";
import { balticDigit } from "../identifier-checks.js";

export const identifier: Identifier = {
  type: "ee-isikukood",
  shape: "[1-8]\\d{10}",
  digits: 11,
  check: (compact) => isDay(2000, Number(compact.slice(3, 5)), Number(compact.slice(5, 7))) && balticDigit(compact) === Number(compact[10]),
  chance: 0.003,
  context: { en: ["isikukood", "estonian personal code"] },
  source: "EVS 585:2007; stdnum agrees",
  examples: { valid: ["39001010011", "60212319994"], invalid: ["39001010012"] },
};
