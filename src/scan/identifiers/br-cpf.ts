import type { Identifier } from "../identifier.js";
import { allSame, mod11Brazil, weights } from "../identifier-checks.js";

const FIRST = weights(10, 2);
const SECOND = weights(11, 2);

export const identifier: Identifier = {
  type: "br-cpf",
  shape: "\\d{3}[ .]?\\d{3}[ .]?\\d{3}[ ./-]{0,2}\\d{2}",
  digits: 11,
  check: (compact) => !allSame(compact) && compact !== "01234567890" && mod11Brazil(compact, FIRST) === Number(compact[9]) && mod11Brazil(compact, SECOND) === Number(compact[10]),
  chance: 0.0103,
  distinct: "\\d{3}\\.\\d{3}\\.\\d{3}[ ./-]{1,2}\\d{2}|\\d{9}-\\d{2}|\\d{3} \\d{3} \\d{3}[ -]\\d{2}|\\d{3}\\.\\d{3}\\.\\d{5}",
  alone: ["pt"],
  context: {
    en: ["cpf", "brazilian tax", "tax id"],
    pt: ["cpf", "cpfs", "cadastro de pessoa fisica", "cpf mf", "c p f", "inscrito no cpf", "chave", "pix"],
    es: ["cpf"],
  },
  source: "Receita Federal; brazilian-utils and stdnum agree",
  examples: { valid: ["123.456.789-09", "111.444.777-35", "11144477735", "111 444 777 35", "111444777-35", "111.444.777 - 35", "111-444-777-35", "111/444/777-35", "111,444,777-35", "1 1 1 4 4 4 7 7 7 3 5", "1️⃣1️⃣1️⃣4️⃣4️⃣4️⃣7️⃣7️⃣7️⃣3️⃣5️⃣", "1️⃣1️⃣1️⃣.4️⃣4️⃣4️⃣.7️⃣7️⃣7️⃣-3️⃣5️⃣"], invalid: ["123.456.789-00", "111.111.111-11", "000.000.000-00", "123,456,789-00", "123-456-789-00"] },
};
