import type { Identifier } from "../identifier.js";
import { allSame, mod11Brazil } from "../identifier-checks.js";

const FIRST = [5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2];
const SECOND = [6, ...FIRST];

/** From July 2026 the first twelve may be letters too; each counts as its ASCII code − 48. */
export const identifier: Identifier = {
  type: "br-cnpj",
  shape: "[a-z0-9]{2}[ .]?[a-z0-9]{3}[ .]?[a-z0-9]{3}[ /]?[a-z0-9]{4}[ -]?\\d{2}",
  digits: 2,
  check: (compact) => !allSame(compact) && !/^0{8}/.test(compact) && mod11Brazil(compact, FIRST) === Number(compact[12]) && mod11Brazil(compact, SECOND) === Number(compact[13]),
  chance: 0.01,
  distinct: ".{2,3}\\.?.{3}\\.?.{3}/.{4}[ -]?\\d{2}",
  context: {
    en: ["cnpj", "tax id"],
    pt: ["cnpj", "cnpjs", "razao social", "inscrita no cnpj", "cnpj mf", "chave", "pix"],
    es: ["cnpj"],
  },
  source: "IN RFB 2.229/2024; SERPRO method",
  examples: {
    valid: ["11.222.333/0001-81", "12.345.678/0001-95", "12.ABC.345/01DE-35", "A1.B2C.3D4/E5F6-68", "ZZ.ZZZ.ZZZ/0001-91", "11222333000181"],
    invalid: ["11.222.333/0001-82", "12.ABC.345/01DE-36", "00.000.000/0000-00"],
  },
};
