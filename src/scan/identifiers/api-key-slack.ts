import type { Identifier } from "../identifier.js";

export const identifier: Identifier = {
  type: "api-key",
  subtype: "slack",
  shape: "xox[abeoprs]-[a-z0-9-]{10,250}",
  digits: 1,
  chance: 0,
  distinct: ".+",
  context: { en: ["key", "token", "secret"], pt: ["chave", "token"], es: ["clave", "token"] },
  source: "Slack token types",
  examples: { valid: ["xoxb-123456789012-abcdefGHIJKL"], invalid: ["xoxb-1"] },
};
