/**
 * Messages to be timed, made with a fixed seed. Ordinary chat is a Markov chain over the everyday messages of the corpora (each word
 * follows the one or two before it somewhere there), so that words are as common as people use them and hardly a message stands there
 * as it is. One in ten has something to find put in: an identifier, or a clause with a risk. They exist to be timed: accuracy is
 * measured elsewhere, on messages that people wrote.
 */
import { readdirSync, readFileSync } from "node:fs";

const CORPUS = new URL("../rules/models/default/corpus/", import.meta.url);
const LONGEST = 240;

const RISKS = {
  en: ["delete this chat before anyone sees it", "there is cash in it for you if the file moves", "drop the claim or you will regret it", "you have a strong claim and should sue", "dont put any of this in writing", "i will see that the judge is looked after"],
  pt: ["apaga essa conversa antes que alguém veja", "tem um agrado pra você se o processo andar", "retira a ação ou você vai se arrepender", "você tem direito e deve processar", "não põe nada disso por escrito", "o juiz vai ser bem recompensado"],
  es: ["borra este chat antes de que lo vean", "hay algo para ti si el expediente avanza", "retira la demanda o te vas a arrepentir", "tienes derecho y debes demandar", "no pongas nada de esto por escrito", "el juez va a quedar bien agradecido"],
};
const LABELS = { email: ["my email is", "meu email é", "mi correo es"], phone: ["call me on", "me liga no", "llámame al"], cpf: ["cpf", "meu cpf é", "cpf"], card: ["card number", "número do cartão", "número de tarjeta"], dni: ["dni", "dni", "mi dni es"], nino: ["ni number", "nino", "nino"] };

/** A generator of whole numbers below n (xorshift32). */
function randomOf(seed) {
  let state = seed;
  return (n) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % n;
  };
}

function chainOf(lang) {
  const follows = new Map();
  const add = (key, word) => follows.get(key)?.push(word) ?? follows.set(key, [word]);
  for (const file of readdirSync(new URL(`${lang}/`, CORPUS)).filter((name) => name.startsWith("everyday")).sort()) {
    for (const line of readFileSync(new URL(`${lang}/${file}`, CORPUS), "utf8").trim().split("\n")) {
      const { text, labels } = JSON.parse(line);
      if (labels.length > 0 || text.length > LONGEST) continue;
      const words = ["", "", ...text.split(" "), ""];
      for (let i = 2; i < words.length; i++) {
        add(`${words[i - 2]} ${words[i - 1]}`, words[i]);
        add(words[i - 1], words[i]);
      }
    }
  }
  return follows;
}

const luhn = (digits) => {
  let sum = 0;
  for (let i = digits.length - 1, twice = true; i >= 0; i--, twice = !twice) {
    const value = Number(digits[i]) * (twice ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return `${digits}${(10 - (sum % 10)) % 10}`;
};
const cpf = (digits) => {
  let all = digits;
  for (let k = 0; k < 2; k++) all += ([...all].reduce((sum, digit, i) => sum + Number(digit) * (all.length + 1 - i), 0) * 10) % 11 % 10;
  return `${all.slice(0, 3)}.${all.slice(3, 6)}.${all.slice(6, 9)}-${all.slice(9)}`;
};

/** @param {number} count @param {number} [seed] @returns {string[]} */
export function makeMessages(count, seed = 20261121) {
  const random = randomOf(seed);
  const pick = (list) => list[random(list.length)];
  const digits = (n) => Array.from({ length: n }, () => random(10)).join("");
  const chains = { en: chainOf("en"), pt: chainOf("pt"), es: chainOf("es") };
  const identifier = {
    email: () => `${pick(["ana", "john", "maria", "pedro"])}.${pick(["silva", "smith", "garcia"])}${random(99)}@example.org`,
    phone: () => pick([() => `07700 900${digits(3)}`, () => `(11) 9${digits(4)}-${digits(4)}`, () => `+34 6${digits(2)} ${digits(3)} ${digits(3)}`])(),
    cpf: () => cpf(`${1 + random(9)}${digits(8)}`),
    card: () => luhn(`4${digits(14)}`).replace(/(.{4})(?=.)/g, "$1 "),
    dni: () => ((number) => `${number}${"TRWAGMYFPDXBNJZSQVHLCKE"[Number(number) % 23]}`)(digits(8)),
    nino: () => `${pick(["AB", "CE", "JG", "PX"])} ${digits(2)} ${digits(2)} ${digits(2)} ${pick(["A", "B", "C", "D"])}`,
  };
  const sentence = (lang) => {
    for (;;) {
      const words = ["", ""];
      while (words.length < 60) {
        const known = random(8) === 0 && words.length > 2 ? words.at(-1) : `${words.at(-2)} ${words.at(-1)}`;
        const word = pick(chains[lang].get(known));
        if (word === "") break;
        words.push(word);
      }
      const text = words.slice(2).join(" ");
      if (text.length <= LONGEST) return text;
    }
  };
  return flat(Array.from({ length: count }, () => {
    const lang = pick(["en", "en", "en", "en", "pt", "pt", "pt", "es", "es"]);
    let text = sentence(lang);
    if (random(3) === 0) text += ` ${sentence(lang)}`;
    const draw = random(1000);
    if (draw < 45) {
      const kind = pick(Object.keys(identifier));
      text += ` ${pick(LABELS[kind])} ${identifier[kind]()}`;
    } else if (draw < 100) text += `, ${pick(RISKS[lang])}`;
    return random(40) === 0 ? text.toUpperCase() : text;
  }));
}

/** Strings as a message that was received is one: V8 keeps what was put together in pieces, which are read several times more slowly. */
const flat = (texts) => JSON.parse(JSON.stringify(texts));

/** The messages with a literal put into six of a hundred, in capitals into some of these. */
export function withLiterals(texts, literals, seed = 7) {
  const random = randomOf(seed);
  return flat(texts.map((text) => {
    if (random(100) >= 6) return text;
    const literal = literals[random(literals.length)];
    return `${text} ${random(8) === 0 ? literal.toUpperCase() : literal}`;
  }));
}
