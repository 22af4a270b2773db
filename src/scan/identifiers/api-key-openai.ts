import type { Identifier } from "../identifier.js";

export const identifier: Identifier = {
  type: "api-key",
  subtype: "openai",
  shape: "sk-(?:proj-|ant-|svcacct-)?[a-z0-9_-]{20,200}",
  digits: 2,
  chance: 0,
  distinct: ".+",
  context: { en: ["key", "token", "secret"], pt: ["chave", "token"], es: ["clave", "token"] },
  source: "OpenAI and Anthropic key prefixes",
  examples: { valid: ["sk-proj-Ab12Cd34Ef56Gh78Ij90Kl12"], invalid: ["sk-short"] },
};
