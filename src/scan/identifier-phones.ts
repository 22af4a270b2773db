import type { Lang } from "../core/label.js";

/** How people of one country write a number at home, without the country's code. */
export interface LocalForm {
  readonly country: string;
  /** The number without separators. */
  readonly digits: RegExp;
  /** Sizes of the groups, joined by spaces, in which it needs no context word. */
  readonly groups: RegExp;
  /** Languages of messages in which it is taken so; none: any. */
  readonly langs?: readonly Lang[];
}

const EN: readonly Lang[] = ["en"];
const PT: readonly Lang[] = ["pt"];
const ES: readonly Lang[] = ["es"];

/** National forms of 29 countries. Order matters only for what is said of them, not for whether they are found. */
export const LOCAL_FORMS: readonly LocalForm[] = [
  { country: "GB", digits: /^07[1-9]\d{8}$/, groups: /^(?:11|5 6|5 3 3|4 3 4|3 4 4|4 7|3 2 3 3|3 3 3 2|2 9|5 2 2 2|2 3 3 3|5 2 4|5 4 2|4 4 3|[\d ]{9,})$/ },
  { country: "GB", digits: /^0(?:2\d|1\d\d|3\d\d)\d{7,8}$/, groups: /^(?:3 4 4|4 3 4|5 6|5 5|5 3 3|3 8|4 7|5 2 4|4 3 2 2|3 3 5|6 4|6 5)$/ },
  { country: "GB", digits: /^08(?:00|08|45|44|43|7\d)\d{6,7}$/, groups: /^(?:4 3 4|4 3 3|4 7|4 6|5 6|5 5|4 3 2 2)$/ },
  { country: "IE", digits: /^08[356789]\d{7}$/, groups: /^(?:3 3 4|3 7|3 4 3|10|3 2 5)$/, langs: EN },
  { country: "IE", digits: /^0[1-9]\d{7,8}$/, groups: /^(?:2 3 4|2 7|3 3 4|3 7|3 3 3)$/, langs: EN },
  { country: "US", digits: /^1?[2-9]\d{2}[2-9]\d{6}$/, groups: /^(?:1 )?(?:3 3 4|3 7)$/ },
  { country: "AU", digits: /^04\d{8}$/, groups: /^(?:4 3 3|4 6)$/, langs: EN },
  { country: "ZA", digits: /^0[1-8]\d{8}$/, groups: /^3 3 4$/, langs: EN },
  { country: "NG", digits: /^0[789][01]\d{8}$/, groups: /^(?:4 3 4|4 7|11|3 4 4|5 3 3)$/, langs: EN },
  { country: "IN", digits: /^0?[6-9]\d{9}$/, groups: /^(?:5 5|6 5|3 3 4|4 3 3)$/, langs: EN },
  { country: "PK", digits: /^03\d{9}$/, groups: /^(?:4 7|4 3 4)$/, langs: EN },
  { country: "FR", digits: /^0[1-9]\d{8}$/, groups: /^2 2 2 2 2$/ },
  { country: "DE", digits: /^01[567]\d{8,9}$/, groups: /^(?:4 7|4 8|4 3 4|4 4 4|4 4 3|5 6|5 7)$/ },
  { country: "DE", digits: /^0[2-9]\d{7,10}$/, groups: /^(?:3 [6-8]|4 [5-8]|5 [4-6]|3 4 4|3 3 [2-5])$/, langs: EN },
  { country: "NL", digits: /^06\d{8}$/, groups: /^(?:2 8|2 2 2 2 2|2 4 4|10)$/ },
  { country: "PL", digits: /^[4-8]\d{8}$/, groups: /^3 3 3$/, langs: EN },
  { country: "IT", digits: /^3[2-9]\d{7,8}$/, groups: /^(?:3 3 4|3 7|3 6|3 3 3)$/ },
  { country: "BR", digits: /^0?[1-9]{2}9\d{8}$/, groups: /^(?:2 5 4|2 9|2 1 4 4|3 5 4|3 1 4 4|2 3 3 3|11)$/, langs: PT },
  { country: "BR", digits: /^0?[1-9]{2}[2-5]\d{7}$/, groups: /^(?:2 4 4|3 4 4|2 8)$/, langs: PT },
  { country: "BR", digits: /^9[1-9]\d{7}$/, groups: /^(?:5 4|1 4 4)$/, langs: PT },
  { country: "BR", digits: /^0[38]00\d{6,7}$/, groups: /^(?:4 3 4|4 3 3|4 7)$/, langs: PT },
  { country: "PT", digits: /^9[1236]\d{7}$/, groups: /^(?:3 3 3|2 3 2 2|2 3 4|3 2 2 2|2 7)$/, langs: PT },
  { country: "PT", digits: /^2[1-9]\d{7}$/, groups: /^(?:3 3 3|2 3 2 2|2 3 4|3 2 2 2)$/, langs: PT },
  { country: "ES", digits: /^[67]\d{8}$/, groups: /^(?:3 3 3|3 2 2 2|2 3 2 2|3 6|3 2 4|1 1 1 [\d ]+)$/, langs: ES },
  { country: "ES", digits: /^[89][1-8]\d{7}$/, groups: /^(?:3 3 3|3 2 2 2|2 3 2 2|2 7|3 6)$/, langs: ES },
  { country: "MX", digits: /^(?:01|044|045|1)?[2-9]\d{9}$/, groups: /^(?:2 4 4|3 3 4|3 3 2 2|2 2 2 2 2|2 8|3 7)$/, langs: ES },
  { country: "AR", digits: /^0?(?:11|[23]\d{2,3})(?:15)?\d{6,8}$/, groups: /^(?:2 4 4|3 4 4|3 3 4|4 2 4|3 7|4 6|2 2 4 4|3 2 3 4|3 2 7)$/, langs: ES },
  { country: "AR", digits: /^15\d{6,8}$/, groups: /^2 (?:4 4|3 4|8)$/, langs: ES },
  { country: "CO", digits: /^3[0-5]\d{8}$/, groups: /^(?:3 3 4|3 7|3 3 2 2|10|1 1 1 [\d ]+)$/, langs: ES },
  { country: "CL", digits: /^0?9\d{8}$/, groups: /^(?:1 4 4|1 8|2 4 4)$/, langs: ES },
  { country: "PE", digits: /^9\d{8}$/, groups: /^(?:3 3 3|1 4 4)$/, langs: ES },
  { country: "EC", digits: /^09\d{8}$/, groups: /^(?:3 3 4|3 7|2 4 4|4 3 3|10)$/, langs: ES },
  { country: "VE", digits: /^04(?:12|14|16|24|26)\d{7}$/, groups: /^(?:4 7|4 3 4|4 3 2 2)$/, langs: ES },
  { country: "UY", digits: /^09\d{7}$/, groups: /^(?:3 3 3|3 6)$/, langs: ES },
  { country: "DO", digits: /^8[024]9\d{7}$/, groups: /^(?:3 3 4|3 7)$/, langs: ES },
];

/** True when the digits fit some national form: a cheap first question. */
const ANY_FORM = new RegExp(LOCAL_FORMS.map(({ digits }) => digits.source).join("|"));
export const fitsSomewhere = (digits: string): boolean => ANY_FORM.test(digits);

/** Calling codes with the fewest and most digits of a national number. */
const NATIONAL: Readonly<Record<string, readonly [number, number]>> = {
  1: [10, 10], 7: [10, 10], 20: [8, 10], 27: [9, 9], 30: [10, 10], 31: [9, 9], 32: [8, 9], 33: [9, 9], 34: [9, 9], 36: [8, 9], 39: [8, 11],
  40: [9, 9], 41: [9, 9], 43: [7, 12], 44: [9, 10], 45: [8, 8], 46: [7, 10], 47: [8, 8], 48: [9, 9], 49: [6, 12], 51: [8, 9], 52: [10, 11],
  53: [8, 8], 54: [10, 11], 55: [10, 11], 56: [8, 9], 57: [8, 10], 58: [10, 10], 61: [9, 9], 62: [8, 12], 63: [8, 10], 64: [8, 10], 65: [8, 8],
  66: [8, 9], 81: [9, 10], 82: [8, 11], 84: [8, 10], 86: [10, 11], 90: [10, 10], 91: [10, 10], 92: [9, 10], 93: [9, 9], 94: [9, 9], 95: [7, 10],
  98: [10, 10], 212: [9, 9], 213: [8, 9], 216: [8, 8], 218: [8, 9], 220: [7, 7], 221: [9, 9], 233: [9, 9], 234: [8, 10], 238: [7, 7], 239: [7, 7],
  244: [9, 9], 245: [7, 9], 249: [9, 9], 251: [9, 9], 252: [7, 9], 254: [9, 10], 255: [9, 9], 256: [9, 9], 258: [8, 9], 260: [9, 9], 263: [9, 10],
  291: [7, 7], 350: [8, 8], 351: [9, 9], 352: [6, 11], 353: [7, 9], 354: [7, 9], 355: [8, 9], 356: [8, 8], 357: [8, 8], 358: [6, 11], 359: [7, 9],
  370: [8, 8], 371: [8, 8], 372: [7, 8], 373: [8, 8], 374: [8, 8], 375: [9, 10], 376: [6, 9], 380: [9, 9], 381: [8, 9], 382: [8, 8], 383: [8, 9],
  385: [8, 9], 386: [8, 8], 387: [8, 9], 389: [8, 8], 420: [9, 9], 421: [9, 9], 501: [7, 7], 502: [8, 8], 503: [8, 8], 504: [8, 8], 505: [8, 8],
  506: [8, 8], 507: [7, 8], 509: [8, 8], 591: [8, 8], 593: [8, 9], 595: [9, 9], 597: [6, 7], 598: [7, 9], 670: [7, 8], 852: [8, 8], 853: [8, 8],
  855: [8, 9], 880: [8, 10], 886: [8, 9], 960: [7, 7], 961: [7, 8], 962: [8, 9], 963: [8, 9], 964: [10, 10], 965: [8, 8], 966: [8, 9], 967: [7, 9],
  968: [8, 8], 970: [8, 9], 971: [8, 9], 972: [8, 9], 973: [8, 8], 974: [8, 8], 977: [8, 10], 992: [9, 9], 994: [9, 9], 995: [9, 9], 998: [9, 9],
};

/** True when the digits are a calling code and a national number of a length that the country has. */
export function isInternational(digits: string): boolean {
  for (let width = 1; width <= 3; width++) {
    const range = NATIONAL[digits.slice(0, width)];
    const left = digits.length - width;
    if (range !== undefined && left >= range[0] && left <= range[1] && !/^(.)\1+$/.test(digits.slice(width))) return true;
  }
  return false;
}

/** Mobile numbers with the calling code and no plus, as WhatsApp shows them. */
export const BARE_INTERNATIONAL = /^(?:447[1-9]\d{8}|55[1-9]{2}9\d{8}|34[67]\d{8}|3519[1236]\d{7}|3538[356789]\d{7}|336\d{8}|337\d{8}|521?[2-9]\d{9}|549\d{10}|573\d{9}|569\d{8}|519\d{8}|91[6-9]\d{9}|234[789]\d{9})$/;
