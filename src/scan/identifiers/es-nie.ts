import type { Identifier } from "../identifier.js";
import { letter23 } from "../identifier-checks.js";

export const identifier: Identifier = {
  type: "es-nie",
  shape: "[xyz][ .-]?\\d{1}[ .]?\\d{3}[ .]?\\d{3}[ .-]?[a-hj-np-tv-z]",
  check: (compact) => letter23(Number("XYZ".indexOf(compact[0]!) + compact.slice(1, 8))) === compact[8] && !/^.0+.$/.test(compact),
  chance: 0.0379,
  distinct: "[xyz][ -]?\\d{7}[ -]?[a-z]",
  context: {
    en: ["nie", "nie number", "spanish residence"],
    pt: ["nie"],
    es: ["nie", "extranjero", "extranjeria", "permiso de residencia", "tie", "tarjeta de residencia", "n i e"],
  },
  source: "Orden INT/2058/2008; mod 23",
  examples: { valid: ["X1234567L", "Y0000001S", "Z9999999H", "x-1234567-l"], invalid: ["X1234567Z"] },
};
