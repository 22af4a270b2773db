import { describe, expect, it } from "vitest";
import { createEngine } from "../src/index.js";

/** Passwords, codes and PINs as people tell them, and talk about them. */
const engine = createEngine({ packs: [] });
const secrets = (text: string): string[] => engine.assess({ text }).findings.flatMap(({ entity, spans }) => (entity === "password" || entity === "one-time-code" ? spans.map(({ start, end }) => text.slice(start, end)) : []));

describe("told", () => {
  it.each([
    ["the password is Harbour_77 ok", "Harbour_77"], ["code is 482913", "482913"], ["my pin is 4471", "4471"], ["Your verification code is 318205. It expires in 10 minutes.", "318205"], ["318205 is your WhatsApp code", "318205"], ["pw: Ky8-tarn-ouse", "Ky8-tarn-ouse"], ["otp 992134 quick", "992134"],
    ["a senha é Floripa2019", "Floripa2019"], ["senha do portal: jacaranda!88", "jacaranda!88"], ["seu código é 704912, não compartilhe", "704912"], ["o PIN do cartão é 8830", "8830"], ["código de verificação: 229047", "229047"],
    ["la contraseña es Perro.verde7", "Perro.verde7"], ["clave: Sevilla_1992", "Sevilla_1992"], ["tu código es 620418", "620418"], ["mi pin es 4471", "4471"], ["el código de verificación es 318552", "318552"], ["senha: senha: Floripa2019", "Floripa2019"],
  ])("%s", (text, secret) => expect(secrets(text)).toEqual([secret]));
});

describe("policies, dates and other talk", () => {
  it.each([
    "we never ask for your PIN", "never share your password with anyone", "please reset your password by 12/03/2025", "the password expires on 14 March 2026", "the code of conduct 2019 says so", "your password was changed on 12/03/2025", "I've forgotten my password again",
    "nunca pedimos a sua senha nem o PIN", "esqueci minha senha, como faço?", "a senha vence em 10/12/2025", "o código civil de 2002 diz isso", "não compartilhe sua senha com ninguém",
    "nunca pedimos su contraseña ni su PIN", "he olvidado la contraseña", "la clave caduca el 10/12/2025", "el código penal de 1995", "código postal 28013", "la clave es llegar antes",
  ])("%s", (text) => expect(secrets(text)).toEqual([]));
});
