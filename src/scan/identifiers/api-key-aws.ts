import type { Identifier } from "../identifier.js";

export const identifier: Identifier = {
  type: "api-key",
  subtype: "aws",
  shape: "(?:akia|asia|abia|acca)[a-z2-7]{16}",
  digits: 1,
  check: (_, written) => written === written.toUpperCase(),
  chance: 0,
  distinct: ".+",
  context: { en: ["aws", "access key", "key"], pt: ["aws", "chave"], es: ["aws", "clave"] },
  source: "AWS IAM unique identifiers",
  examples: { valid: ["AKIAIOSFODNN7EXAMPLE", "ASIAIOSFODNN7EXAMPLE"], invalid: ["AKIAIOSFODNN7EXAMPL", "AKIAIOSFODNN0EXAMPLE", "akiaiosfodnn7example"] },
};
