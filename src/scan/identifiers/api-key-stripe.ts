import type { Identifier } from "../identifier.js";

export const identifier: Identifier = {
  type: "api-key",
  subtype: "stripe",
  shape: "(?:sk|rk|pk)_(?:live|test)_[a-z0-9]{10,250}",
  digits: 1,
  chance: 0,
  distinct: ".+",
  context: { en: ["key", "token", "secret"], pt: ["chave", "token"], es: ["clave", "token"] },
  source: "Stripe key prefixes",
  examples: { valid: ["sk_live_9fT2aQx71mLpZr04Yb8"], invalid: ["sk_live_1"] },
};
