import type { Identifier } from "../identifier.js";

export const identifier: Identifier = {
  type: "mac-address",
  shape: ["(?:[0-9a-f]{2}:){5}[0-9a-f]{2}", "(?:[0-9a-f]{2}-){5}[0-9a-f]{2}", "[0-9a-f]{4}\\.[0-9a-f]{4}\\.[0-9a-f]{4}"],
  digits: 1,
  check: (_, written) => /[a-f]/i.test(written) || !/[.-]/.test(written),
  chance: 0,
  distinct: ".+",
  context: { en: ["mac", "mac address"], pt: ["mac", "endereco mac"], es: ["mac", "direccion mac"] },
  source: "IEEE 802: six octets. With dots or dashes at least one letter, else it may be a sum or a date",
  examples: { valid: ["00:00:5E:00:53:01", "00-00-5e-00-53-ff", "0000.5e00.5301"], invalid: ["00:00:5E:00:53", "00:00:5E:00:53:GG", "12-34-56-78-90-12"] },
};
