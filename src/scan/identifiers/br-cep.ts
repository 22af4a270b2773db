import type { Identifier } from "../identifier.js";

/** A postcode: part of an address where a street stands by it, else noted by itself. */
export const identifier: Identifier = {
  type: "br-cep",
  shape: ["\\d{5}-?\\d{3}", "\\d{2}\\.\\d{3}-\\d{3}"],
  digits: 8,
  check: (compact) => !compact.startsWith("00000"),
  chance: 1,
  context: { en: ["cep"], pt: ["cep", "codigo postal", "endereco"], es: ["cep"] },
  source: "Correios: Código de Endereçamento Postal",
  examples: { valid: ["01310-100", "70000-000", "01.310-100", "01310100"], invalid: ["0131-100", "00000-000"] },
};
