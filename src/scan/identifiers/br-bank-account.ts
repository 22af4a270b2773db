import type { Identifier, Reading, Scene } from "../identifier.js";

const AGENCY = new Set(["ag", "agencia", "agc", "age"]);
const ACCOUNT = new Set("conta contas c cc cp p corrente poupanca ct cta".split(" "));
const BETWEEN = new Set("is es n no num numero nr de da e o a do op operacao banco dv digito tipo pj pf salario pagamento e/ou bradesco itau nubank inter santander caixa".split(" "));
/** "Nubank 0001 conta 41187236-9": behind their names the agency needs none. */
const BANKS = new Set("nubank inter bradesco itau santander caixa bb sicoob sicredi c6 banrisul mercantil neon picpay pagbank".split(" "));
const MOST_BETWEEN = 8;

/** Agency and account without a word for the agency: each has a check digit. */
const PAIR = /^\d{4}-[\dx][ /,]{1,3}\d{4,8}-[\dx](?![\p{L}\p{N}])/iu;

/** Digits (and points) with an optional check digit, from an offset; its end, or undefined. */
function numberEnd(plain: string, at: number, least: number, most: number): number | undefined {
  const match = /^(\d[\d.]{0,14}(?:-\d{5,8})?)(?: ?[-/] ?([\dxX]{1,2}))?(?![\p{L}\p{N}])/u.exec(plain.slice(at, at + 24));
  const digits = match?.[1]!.replace(/[.-]/g, "").length ?? 0;
  return match !== null && digits >= least && digits <= most && !match[1]!.endsWith(".") ? at + match[0].length : undefined;
}

/** Agency and account from the word for the agency on, or account and agency from the number on. */
function read(scene: Scene, i: number): Reading | undefined {
  const { tokens } = scene.text;
  const agencyFirst = AGENCY.has(tokens[i]!.word);
  const start = numberFrom(scene, i + 1);
  if (start === undefined) return undefined;
  const agency = tokens[i - 1];
  if (agency !== undefined && /^\d{4}$/.test(agency.word) && BANKS.has(tokens[i - 2]?.word ?? "") && tokens[i]!.start - agency.end <= 2) {
    const end = numberEnd(scene.plain, start, 4, 13);
    return end === undefined || !/-[\dx]$/i.test(scene.plain.slice(start, end)) ? undefined : { start: agency.start, end, confidence: 0.9, called: true };
  }
  const pair = agencyFirst ? null : PAIR.exec(scene.plain.slice(start, start + 24));
  if (pair !== null) return { start, end: start + pair[0].length, confidence: 0.9, called: true };
  const oneEnd = agencyFirst ? numberEnd(scene.plain, start, 3, 5) : numberEnd(scene.plain, start, 4, 13);
  if (oneEnd === undefined) return undefined;
  let j = scene.tokenFrom(oneEnd);
  let named = false;
  for (let steps = 0; steps < MOST_BETWEEN && j < tokens.length; steps++, j++) {
    const { word } = tokens[j]!;
    if (/^\d/.test(word)) {
      const op = tokens[j - 1]?.word === "op" || tokens[j - 1]?.word === "operacao" || (/^0\d\d$/.test(word) && !named);
      if (!op) break;
    } else if (agencyFirst ? ACCOUNT.has(word) : AGENCY.has(word)) named = true;
    else if (!BETWEEN.has(word) && !ACCOUNT.has(word)) return undefined;
  }
  const second = tokens[j]?.start;
  if (second === undefined || second - oneEnd > 45) return undefined;
  const end = agencyFirst ? numberEnd(scene.plain, second, 4, 13) : numberEnd(scene.plain, second, 3, 5);
  if (end === undefined || (!named && !/-[\dxX]$/.test(scene.plain.slice(second, end)))) return undefined;
  return { start: agencyFirst ? tokens[i]!.start : start, end, confidence: 0.95, called: true };
}

/** Offset of the number that follows token `i`, across "nº", "é" and the like. */
function numberFrom({ text: { tokens } }: Scene, i: number): number | undefined {
  for (let j = i; j < Math.min(tokens.length, i + 4); j++) {
    if (/^\d/.test(tokens[j]!.word)) return tokens[j]!.start;
    if (!BETWEEN.has(tokens[j]!.word) && !ACCOUNT.has(tokens[j]!.word) && tokens[j]!.word !== "eh") return undefined;
  }
  return undefined;
}

export const identifier: Identifier = {
  type: "br-bank-account",
  at: [{ words: new Set(["ag", "agencia", "agc", "conta", "cc", "poupanca", "corrente"]), with: "digit-after" }],
  read,
  context: { en: [], pt: ["agencia", "ag", "conta", "conta corrente", "poupanca", "banco", "c c", "cc"], es: [] },
  source: "FEBRABAN: agency and account, the check digit differs by bank and is not required",
  examples: {
    valid: ["[[ag 1234-3 cc 12345678-9]]", "Nubank [[ag. 0001 conta 41187236-9]]", "[[agência 0001-9 c/c 98765-4]]", "banco 260 [[ag 0001 c/c 88214590-3]]", "Caixa [[ag 1234 op 013 conta 12345-6]]", "conta [[56789-0 agência 1234]]", "conta [[1234-3 12345678-9]]", "cc: [[0001-9 98765-4]]", "Nubank [[0001 conta 1234567-8]]", "Santander [[ag 0203 cc 13-004721-5]]", "[[Agência: 1234\nConta: 56789-0]]"],
    invalid: ["ag 1234", "conta 12345-6", "conta de luz 1234", "em 2024 conta 12345-6", "nubank 0001 conta 1234567", "conta 1234-3 de 12345678", "na agência 2 pessoas"],
  },
};
