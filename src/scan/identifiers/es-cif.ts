import type { Identifier } from "../identifier.js";

/** Even places as they are, odd ones doubled; some kinds of company end in a letter, some in a digit, the rest in either. */
export function isCif(compact: string): boolean {
  if (!/^[ABCDEFGHJNPQRSUVW]\d{7}[0-9A-J]$/.test(compact)) return false;
  let sum = 0;
  for (let i = 1; i < 8; i++) {
    const value = Number(compact[i]) * (i % 2 === 1 ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  const digit = (10 - (sum % 10)) % 10;
  const isLetter = compact[8] === "JABCDEFGHI"[digit];
  const isDigit = compact[8] === String(digit);
  return /[NPQRSW]/.test(compact[0]!) ? isLetter : /[ABEH]/.test(compact[0]!) ? isDigit : isLetter || isDigit;
}

export const identifier: Identifier = {
  type: "es-cif",
  shape: "[abcdefghjnpqrsuvw][ -]?\\d{2}[ .]?\\d{3}[ .]?\\d{2}[ .-]?[\\da-j]",
  digits: 7,
  check: isCif,
  chance: 0.12,
  context: { en: ["cif", "spanish company"], pt: ["cif", "nif espanhol"], es: ["cif", "nif", "sociedad", "mercantil"] },
  source: "RD 1065/2007; stdnum agrees",
  examples: { valid: ["A12345674", "B99999997", "Q1234567D", "B-99999997"], invalid: ["A12345675"] },
};
