import type { Identifier } from "../identifier.js";

export const identifier: Identifier = {
  type: "api-key",
  subtype: "google",
  shape: "aiza[a-z0-9_-]{35}",
  digits: 1,
  chance: 0,
  distinct: ".+",
  context: { en: ["key", "token", "secret"], pt: ["chave", "token"], es: ["clave", "token"] },
  source: "Google Cloud API keys",
  examples: { valid: ["AIzaSyA1234567890abcdefghijklmnopqrstuv"], invalid: ["AIzaSyShort"] },
};
