import type { Identifier } from "../identifier.js";
import { allSame, luhn } from "../identifier-checks.js";

/** Issuer ranges by length. HMCTS case references (15–18 …) pass Luhn but lie in none. */
const BRANDS = [
  /^4(?:\d{12}|\d{15}|\d{18})$/,
  /^5[1-5]\d{14}$/,
  /^2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}$/,
  /^3[47]\d{13}$/,
  /^3(?:0[0-5]|095|6\d|[89]\d)\d{11,16}$/,
  /^6(?:011|4[4-9]\d|5\d\d|2\d\d)\d{12,15}$/,
  /^35(?:2[89]|[3-8]\d)\d{12,15}$/,
  /^(?:50|5[6-9]|6\d)\d{10,17}$/,
];

export const identifier: Identifier = {
  type: "payment-card",
  shape: ["\\d{4}[ .-]?\\d{4}[ .-]?\\d{4}[ .-]?\\d{4}[ -]?\\d{3}", "\\d{4}[ .-]?\\d{4}[ .-]?\\d{4}[ .-]?\\d{4}", "\\d{4}[ -]?\\d{6}[ -]?\\d{4,5}", "\\d{12,19}"],
  digits: 12,
  check: (compact) => luhn(compact) && !allSame(compact) && BRANDS.some((brand) => brand.test(compact)),
  chance: 0.0397,
  distinct: "\\d{4}([ .-])\\d{4}\\1\\d{4}\\1\\d{4}|\\d{4}([ -])\\d{6}\\2\\d{5}|[2-6]\\d{14,15}",
  context: {
    en: ["card", "cards", "visa", "mastercard", "amex", "debit", "credit card", "card number", "card no", "cvv", "expiry", "exp", "pan"],
    pt: ["cartao", "cartoes", "cartao de credito", "credito", "debito", "visa", "mastercard", "elo", "validade", "venc", "cvv"],
    es: ["tarjeta", "tarjetas", "visa", "mastercard", "credito", "debito", "caducidad", "cad", "vence", "cvv"],
  },
  source: "ISO/IEC 7812 and issuer ranges",
  examples: {
    valid: ["4111 1111 1111 1111", "5555 5555 5555 4444", "2221 0000 0000 0009", "3782 822463 10005", "6500 0000 0000 0002", "6062 8200 0000 0003", "3622 720627 1667", "4111-1111-1111-1111"],
    invalid: ["4111 1111 1111 1112", "1700 0000 0012 3456"],
  },
};
