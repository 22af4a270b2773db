import type { Identifier } from "../identifier.js";
import { remainder } from "../identifier-checks.js";

/** Total length per country. */
const LENGTHS = new Map(
  ("AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30")
    .split(" ")
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);

export const identifier: Identifier = {
  type: "iban",
  shape: "[a-z]{2} ?\\d{2}(?:[ .-]{0,2}[a-z0-9]){11,30}",
  digits: 8,
  length: (compact) => LENGTHS.get(compact.slice(0, 2)),
  check: (compact) => remainder(compact.slice(4) + compact.slice(0, 4), 97) === 1 && !/^..00|0{14}/.test(compact),
  chance: 0.0103,
  distinct: ".+",
  context: { en: ["iban", "account", "acc", "bank"], pt: ["iban", "conta", "banco", "nib"], es: ["iban", "cuenta", "banco", "ccc"] },
  source: "ISO 13616 mod 97; SWIFT registry v101 lengths",
  examples: {
    valid: ["GB82 WEST 1234 5698 7654 32", "DE89 3704 0044 0532 0130 00", "ES91 2100 0418 4502 0005 1332", "PT50 0002 0123 1234 5678 9015 4", "FR14 2004 1010 0505 0001 3M02 606", "BR18 0036 0305 0000 1000 9795 493C 1", "NL91 ABNA 0417 1643 00", "IE29 AIBK 9311 5212 3456 78", "gb82west12345698765432"],
    invalid: ["GB82 WEST 1234 5698 7654 33", "DE89 3704 0044 0532 0130 0"],
  },
};
