import type { Identifier } from "../identifier.js";

export const identifier: Identifier = {
  type: "br-plate",
  shape: "[a-z]{3}[ -]?\\d[a-j0-9]\\d{2}",
  digits: 3,
  check: (compact) => !/^(?:ART|LEI|PAG|FLS|CEP|REF|INV|DOC|RUA|CPF|OAB|ANO|EUR|BRL|USD|GBP|DIA|VAT|TEL|SMS|ISO)/.test(compact),
  chance: 1,
  context: {
    en: ["plate", "number plate", "license plate", "reg"],
    pt: ["placa", "placas", "veiculo", "carro", "moto", "caminhao", "automovel", "emplacado", "multa", "ipva", "detran", "dirigindo", "financiado", "uno", "gol", "hb20", "onix", "corolla", "civic"],
    es: ["placa", "placas", "patente"],
  },
  source: "Contran Res. 969/2022",
  examples: { valid: ["ABC1D23", "ABC-1234", "ZZZ9J99"], invalid: ["AB1C234", "ABCD123"] },
};
