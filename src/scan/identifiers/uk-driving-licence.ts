import type { Identifier } from "../identifier.js";

/** GB licence: surname, decade, month (+50 for women), day, year, initials, two secret check characters. */
const PARTS = /^(?=[A-Z9]{5})[A-Z]{1,5}9{0,4}\d(\d\d)(\d\d)\d[A-Z9][A-Z9][A-Z0-9][A-Z]{2}$/;

export const identifier: Identifier = {
  type: "uk-driving-licence",
  shape: "[a-z]{1,5}9{0,4} ?\\d{6} ?[a-z9]{2} ?[a-z0-9] ?[a-z]{2}",
  digits: 6,
  check: (compact) => {
    const parts = PARTS.exec(compact);
    if (parts === null || compact.length !== 16) return false;
    const month = Number(parts[1]) % 50;
    return Number(parts[1]) < 63 && month >= 1 && month <= 12 && Number(parts[2]) >= 1 && Number(parts[2]) <= 31;
  },
  chance: 0.08,
  distinct: ".+",
  context: {
    en: ["driving licence", "driving license", "drivers licence", "licence number", "license number", "licence no", "dvla", "driver number", "licence"],
    pt: ["carta de conducao", "carteira de motorista", "dvla"],
    es: ["carne de conducir", "permiso de conducir", "dvla"],
  },
  source: "DVLA layout, ukdriving.org.uk",
  examples: { valid: ["SMITH806150J99AB", "JONES 752310 AB9 ZZ", "DOE99 901019 J99 XX", "HARGR 753116 SM9IJ"], invalid: ["SMITH813150J99AB", "SMITH806320J99AB"] },
};
