import type { Identifier } from "../identifier.js";

/** A random string behind the prefix that services give their keys, so that scanners find them. */
export const identifier: Identifier = {
  type: "api-key",
  shape: "(?:[a-z]{2,8}[_-])?(?:live|test|prod|prd|whsec|pat|secret)[_-][a-z0-9]{12,80}",
  digits: 3,
  check: (_, written) => (/[a-z0-9]+$/i.exec(written)![0].match(/\d[a-z]|[a-z]\d/gi) ?? []).length >= 3,
  chance: 0.001,
  distinct: ".+",
  context: { en: ["token", "key", "secret"], pt: ["token", "chave", "segredo"], es: ["token", "clave", "secreto"] },
  source: "the form that GitHub's secret scanning asks of its partners: a prefix, then a random string",
  examples: {
    valid: ["dk_live_4hQ7rT2mXz9KpL5w", "whsec_H3nB82jRmC6xZ1rT5p", "live_7vRrW0tGfD3LkPz5", "acme-prd-62fb18dd0e3c55"],
    invalid: ["test_document2024final", "live-broadcast2024", "prod_abcdefghijklmnop"],
  },
};
