import type { Identifier } from "../identifier.js";

/** A random Pix key is a UUID v4; any UUID looks so, hence only where Pix or a key is spoken of. */
export const identifier: Identifier = {
  type: "br-pix-key",
  shape: "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}",
  digits: 1,
  chance: 1,
  context: { en: ["pix", "pix key"], pt: ["pix", "chave", "chave pix", "chave aleatoria", "aleatoria"], es: ["pix", "clave pix", "llave pix"] },
  source: "Banco Central, DICT: EVP",
  examples: {
    valid: ["123e4567-e89b-42d3-a456-426614174000", "00000000-0000-4000-8000-000000000000"],
    invalid: ["123e4567-e89b-12d3-a456-426614174000"],
  },
};
