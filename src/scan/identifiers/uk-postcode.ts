import type { Identifier } from "../identifier.js";

/** Part of an address where a house stands by it, else noted by itself. */
export const identifier: Identifier = {
  type: "uk-postcode",
  shape: ["[a-pr-uwyz](?:\\d{1,2}|[a-hk-y]\\d{1,2}|\\d[a-hjkpstuw]|[a-hk-y]\\d[abehmnprv-y]) ?\\d[abd-hjlnp-uw-z]{2}", "gir ?0aa"],
  digits: 1,
  chance: 1,
  context: { en: ["postcode", "post code"] },
  source: "Royal Mail: Postcode Address File",
  examples: { valid: ["SW1A 2AA", "M1 1AE", "ZE1 0AA", "EC1A 1BB"], invalid: ["QA1 1AA", "SW1A 2CA"] },
};
