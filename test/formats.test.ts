import { describe, expect, it } from "vitest";
import { createEngine } from "../src/index.js";
import { FORMATS } from "./identifiers/formats.js";

/** Every format of the reference, through the whole engine and in a sentence of each language. */
const engine = createEngine({ packs: [] });
const found = (text: string): string[] => engine.assess({ text }).findings.flatMap(({ entity, spans }) => (entity === undefined ? [] : spans.map(({ start, end }) => `${entity} ${text.slice(start, end)}`)));
const SENTENCES = [(words: string, value: string) => `thanks, the ${words} is ${value}`, (words: string, value: string) => `olha, segue: ${words} ${value}, obrigada`, (words: string, value: string) => `hola, te paso ${words}: ${value} 👍`];

/** What the detector decides otherwise than the format alone, and why. */
const OTHERWISE: Readonly<Record<string, string>> = {
  "uk-passport 123456789": "digits counted up: a placeholder",
  "us-passport 123456789": "digits counted up: a placeholder",
  "dk-cpr 010190-0001": "its check digit is not guaranteed since 2007",
  "us-ssn 123-45-6789": "every form's placeholder",
  "phone 02079460958": "no E.164, but a London number",
  "uk-bank-account 08-99-99 66374959": "Pay.UK's table of modulus checks is licensed and not used",
  "uk-bank-account 10-79-99 88837493": "Pay.UK's table of modulus checks is licensed and not used",
  "uk-bank-account 20-30-99 58716970": "Pay.UK's table of modulus checks is licensed and not used",
  "br-bank-account 1234-4 12345678-9": "check digits differ by bank and are not required",
};

/** Of a web address only the token is a secret. */
const secretIn = (value: string): string => (value.startsWith("https:") ? value.slice(value.indexOf("=") + 1) : value);

describe.each(FORMATS)("%s, %s", (type, words, valid, invalid) => {
  it.each(valid.filter((value) => !(`${type} ${value}` in OTHERWISE)))("finds %s", (value) => {
    for (const sentence of SENTENCES) expect(found(sentence(words, value)).filter((one) => one === `${type} ${secretIn(value)}`)).toHaveLength(1);
  });
  it.each(invalid.filter((value) => !(`${type} ${value}` in OTHERWISE)))("does not find %s", (value) => {
    for (const sentence of SENTENCES) expect(found(sentence(words, value)).filter((one) => one === `${type} ${value}`)).toEqual([]);
  });
});

it.each(Object.keys(OTHERWISE))("decides otherwise: %s", (one) => {
  const [type, value] = [one.slice(0, one.indexOf(" ")), one.slice(one.indexOf(" ") + 1)];
  const [, words, valid] = FORMATS.find(([name, , good, bad]) => name === type && (good.includes(value) || bad.includes(value)))!;
  expect(found(SENTENCES[0]!(words, value)).some((name) => name.startsWith(`${type} `))).toBe(!valid.includes(value));
});
