import type { Identifier } from "../identifier.js";

/** Luhn over letters too: from the right every second value is doubled. */
function isCard(compact: string): boolean {
  let sum = 0;
  for (let i = 0; i < 12; i++) {
    const value = parseInt(compact[11 - i]!, 36);
    const counted = i % 2 === 0 ? value : value * 2;
    sum += counted > 9 && i % 2 === 1 ? counted - 9 : counted;
  }
  return sum % 10 === 0;
}

export const identifier: Identifier = {
  type: "pt-cc",
  shape: "\\d{8}[ -]?\\d[ -]?[a-z0-9]{2}\\d",
  digits: 9,
  check: isCard,
  chance: 0.1,
  distinct: "\\d{8} \\d [A-Z]{2}\\d",
  context: { en: ["cartao de cidadao", "portuguese id"], pt: ["cartao de cidadao", "cc", "cartao do cidadao", "cartao cidadao", "bilhete de identidade", "bi"], es: ["cartao de cidadao", "documento portugues"] },
  source: "AMA: validação do número de documento do Cartão de Cidadão; stdnum agrees",
  examples: { valid: ["00000000 0 ZZ4", "12345678 9 ZX5", "123456789ZX5"], invalid: ["00000000 0 ZZ5"] },
};
