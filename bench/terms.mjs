/** What a scan is timed with: literals in three languages that ordinary chat does not use, and patterns of numbers. Always the same. */
import { readdirSync, readFileSync } from "node:fs";

const CORPUS = new URL("../rules/models/default/corpus/", import.meta.url);
const fold = (text) => text.normalize("NFKD").toLowerCase().replace(/\p{M}/gu, "");
const wordsOf = (text) => fold(text).match(/\p{L}{2,}/gu) ?? [];

/** @param {number} count @returns {string[]} words and phrases of two and three words, folded, none of whose first words stands in everyday messages */
export function literals(count) {
  const ordinary = new Set();
  const rare = new Set();
  const files = ["en", "pt", "es"].flatMap((lang) => readdirSync(new URL(`${lang}/`, CORPUS)).sort().map((file) => ({ lang, file })));
  const texts = ({ lang, file }) => readFileSync(new URL(`${lang}/${file}`, CORPUS), "utf8").trim().split("\n").map((line) => JSON.parse(line).text);
  for (const one of files.filter(({ file }) => file.startsWith("everyday"))) for (const text of texts(one)) for (const word of wordsOf(text)) ordinary.add(word);
  for (const one of files.filter(({ file }) => !file.startsWith("everyday"))) {
    for (const text of texts(one)) {
      const words = wordsOf(text);
      words.forEach((word, i) => {
        if (word.length < 4 || ordinary.has(word)) return;
        rare.add(word);
        if (i + 1 < words.length) rare.add(words.slice(i, i + 2).join(" "));
        if (i + 2 < words.length) rare.add(words.slice(i, i + 3).join(" "));
      });
    }
  }
  const all = [...rare].sort();
  const step = all.length / count;
  if (step < 1) throw new Error(`the corpora give ${all.length} literals, not ${count}`);
  return Array.from({ length: count }, (_, i) => all[Math.floor(i * step)]);
}

/** @param {number} count @returns {string[]} patterns of the regular dialect: numbers grouped in many ways, some after letters */
export function patterns(count) {
  const letters = ["", "[a-z]", "[a-z]{2}", "no ?", "ref ?", "id ?", "ab", "x-"];
  const groups = ["\\d{3}[ .-]?\\d{3}[ .-]?\\d{3}", "\\d{2}\\.\\d{3}\\.\\d{3}/\\d{4}", "\\d{4}[ -]?\\d{4}[ -]?\\d{4}", "\\d{5}-\\d{3}", "\\d{8}[a-z]", "\\d{2}/\\d{2}/\\d{4}", "\\d{3}-\\d{2}-\\d{4}", "\\d{11}", "\\d{6}[a-z]\\d{2}", "\\d{1,3}(?:\\.\\d{1,3}){3}"];
  return letters.flatMap((lead) => groups.map((group) => `\\b${lead}${group}\\b`)).slice(0, count);
}
