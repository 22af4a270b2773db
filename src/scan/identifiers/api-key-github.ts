import type { Identifier } from "../identifier.js";

export const identifier: Identifier = {
  type: "api-key",
  subtype: "github",
  shape: "(?:gh[opsur]_[a-z0-9]{20,255}|github_pat_[a-z0-9_]{20,255})",
  digits: 1,
  chance: 0,
  distinct: ".+",
  context: { en: ["key", "token", "secret"], pt: ["chave", "token"], es: ["clave", "token"] },
  source: "GitHub token formats",
  examples: { valid: ["ghp_16C7e42F292c6912E7710c838347Ae178B4a"], invalid: ["ghp_short", "github_pat"] },
};
