import type { Token } from "../../core/text.js";
import { unitAt } from "../../core/unit-at.js";
import type { Identifier, Reading, Scene } from "../identifier.js";

/** Words that stand between a sort code and an account number. */
const BETWEEN = new Set("and account an acct acc accnt ac a c number no num nr n is the my its it s with then sort code sc bank name a/c o e conta y cuenta to at her his our their for in".split(" "));
const FEWEST_DIGITS = 13;
const MOST_BETWEEN = 7;
/** How the digits of a sort code, and of an account number, are grouped: the sizes of the groups, a decimal place each. */
const CODES = new Set([222, 6, 33]);
const ACCOUNTS = new Set([8, 44, 2222, 332, 35, 53, 7, 34, 43]);

const isNumber = (token: Token | undefined): token is Token => {
  if (token === undefined || token.word === "") return false;
  for (let i = 0; i < token.word.length; i++) if (unitAt(token.word, i) < 48 || unitAt(token.word, i) > 57) return false;
  return true;
};

interface Digits {
  readonly digits: string;
  readonly sizes: number;
  readonly next: number;
}

/** Digits of `wanted` length from token `i` on, in as many groups as it takes. */
function readDigits({ text: { tokens, original } }: Scene, i: number, wanted: number): Digits | undefined {
  let count = 0;
  let sizes = 0;
  let next = i;
  for (; count < wanted && isNumber(tokens[next]); next++) {
    if (next > i && !isJoin(original, tokens[next - 1]!.end, tokens[next]!.start)) break;
    count += tokens[next]!.word.length;
    sizes = sizes * 10 + tokens[next]!.word.length;
  }
  if (count !== wanted) return undefined;
  let digits = "";
  for (let k = i; k < next; k++) digits += tokens[k]!.word;
  return { digits, sizes, next };
}

const isJoin = (original: string, from: number, to: number): boolean => (to === from + 1 && unitAt(original, from) === 32) || /^[ .\-/\n\u2010-\u2015\u00a0]{1,2}$/.test(original.slice(from, to));

function readAccount(scene: Scene, i: number): Digits | undefined {
  const account = readDigits(scene, i, 8) ?? readDigits(scene, i, 7);
  return account !== undefined && ACCOUNTS.has(account.sizes) ? account : undefined;
}

function readSortCode(scene: Scene, i: number): Digits | undefined {
  const code = readDigits(scene, i, 6);
  return code !== undefined && CODES.has(code.sizes) && !/^0{6}|^(.)\1{5}$/.test(code.digits) ? code : undefined;
}

/** A sort code and an account number, in either order, with nothing but their names in between. */
function read(scene: Scene, at: number): Reading | undefined {
  const { tokens, original } = scene.text;
  const i = scene.tokenFrom(at);
  if (tokens[i]?.start !== at || !isNumber(tokens[i])) return undefined;
  for (const [first, second] of [[readSortCode, readAccount], [readAccount, readSortCode]] as const) {
    const one = first(scene, i);
    if (one === undefined) continue;
    let j = one.next;
    while (j < tokens.length && j - one.next < MOST_BETWEEN && BETWEEN.has(tokens[j]!.word)) j++;
    const two = second(scene, j);
    if (two === undefined || isNumber(tokens[two.next]) && original.slice(tokens[two.next - 1]!.end, tokens[two.next]!.start) === "-") continue;
    if (/^(.)\1+$/.test(one.digits + two.digits) || original.slice(tokens[one.next - 1]!.end, tokens[j]!.start).length > 45) continue;
    const dashed = /^\d\d-\d\d-\d\d$/.test(scene.plain.slice(at, at + 8));
    const english = scene.text.lang === undefined || scene.text.lang === "en";
    const grouped = dashed || (english && one.sizes === 222 && (two.sizes === 8 || two.sizes === 44));
    const reading = { start: at, end: tokens[two.next - 1]!.end, confidence: dashed ? 0.85 : 0.75 };
    return grouped || j > one.next ? reading : { ...reading, needsContext: true };
  }
  return undefined;
}

export const identifier: Identifier = {
  type: "uk-bank-account",
  at: [{ chars: "0123456789", digits: FEWEST_DIGITS }],
  read,
  context: {
    en: ["sort code", "sort", "sortcode", "s c", "sc", "account", "account number", "acct", "acc", "a c", "bank", "bank details", "bacs", "bacs details"],
    pt: ["sort code", "conta", "conta inglesa", "banco"],
    es: ["sort code", "cuenta", "banco"],
  },
  source: "Pay.UK: six-digit sort code, eight-digit account; the modulus table is licensed and not used",
  examples: {
    valid: [
      "sort code [[20 00 00 acct 5577 9911]]", "pay [[08-99-99 66374958]] please", "s/c [[204418, account number 71239905]]", "sort code & acc [[04-00-75 / 28810937]]", "acc [[71239905 sort code 20-44-18]] ta",
      "account: [[20-45-91\n73009512]]", "[[60 83 71 44120965]] is the sort code and account", "sc: [[20-00-00 an: 55779911]]",
    ],
    invalid: ["sort code 20-44-18", "account 71239905", "between 20-11-18 and 30-11-18", "invoice 204418 order 7123"],
  },
};
