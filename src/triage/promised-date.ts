import type { Law } from "../core/message.js";
import { addDays } from "./calendar.js";

/** Month names and weekdays in English, Portuguese and Spanish, without accents. */
const MONTHS = [
  "january|jan|janeiro|enero|ene", "february|feb|fevereiro|fev|febrero", "march|mar|marco|marzo", "april|apr|abril|abr", "may|maio|mayo", "june|jun|junho|junio",
  "july|jul|julho|julio", "august|aug|agosto|ago", "september|sept|sep|setembro|septiembre", "october|oct|outubro|octubre", "november|nov|novembro|noviembre", "december|dec|dezembro|dez|diciembre|dic",
];
/** What leads to a date. */
const LED = "(?<=\\b(?:by|on|before|until|till|this|next) )";
/**
 * Weekdays from Sunday on. Short English ones that are words of their own ("sat", "sun") count after what leads to a date; a Portuguese
 * one is also an ordinal ("a quinta parcela"): it counts with `feira`, or where no noun follows.
 */
const DAYS = [
  [`sunday|domingo|${LED}sun`], ["monday|lunes|mon", "segunda"], ["tuesday|martes|tues?", "terca"], [`wednesday|miercoles|weds|${LED}wed`, "quarta"],
  ["thursday|jueves|thu(?:rs?)?", "quinta"], ["friday|viernes|fri", "sexta"], [`saturday|sabado|${LED}sat`],
] as const;
const NO_NOUN = "(?:[- ]feira\\b|(?=\\s*(?:$|[.,;:!?)]|(?:ao?|as|que vem|de manha|de tarde|pela|sem falta)\\b)))";
/** The above as expressions, made for the first promise. */
let expressions: { readonly months: readonly (readonly [RegExp, RegExp])[]; readonly days: readonly RegExp[] } | undefined;
const named = () => (expressions ??= {
  months: MONTHS.map((names) => [new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th|º)?(?: of| de)? (?:${names})\\b(?:,? (?:de )?(\\d{4}))?`, "g"), new RegExp(`\\b(?:${names}) (\\d{1,2})(?:st|nd|rd|th)?\\b(?:,? (\\d{4})\\b)?`, "g")] as const),
  days: DAYS.map(([names, ordinal]) => new RegExp(ordinal === undefined ? `\\b(?:${names})\\b` : `\\b(?:(?:${names})\\b|${ordinal}${NO_NOUN})`, "g")),
});
const TODAY = /\b(?:today|tonight|hoje|hoy)\b/;
/** Spanish `mañana` is also the morning. */
const TOMORROW = /\b(?<!day after )tomorrow\b|(?<!depois de )\bamanha\b|(?<!\b(?:la|esta|pasado) )\bmanana\b/;
const AFTER_TOMORROW = /\b(?:day after tomorrow|depois de amanha|pasado manana)\b/;
/** `27/11/2026`, also with points or dashes; of two figures the year is plain only between strokes (`27.11.26` is a clause). */
const IN_FIGURES = /(?<![\d./-])(\d{1,2})(?:([./-])(\d{1,2})\2(\d{4})|\/(\d{1,2})\/(\d{2}))(?![\d/-])/g;

/** Whether the day is written before the month, by the places of the law or else by the language; undefined where neither tells. */
export function dayFirst(laws: readonly Law[], lang = ""): boolean | undefined {
  const american = laws.filter((law) => law === "US" || law.startsWith("US-")).length;
  if (laws.length > 0 && (american === 0 || american === laws.length)) return american === 0;
  return /^(?:pt|es)\b/.test(lang) || /^en-(?!US)/.test(lang) ? true : lang === "en-US" ? false : undefined;
}

/**
 * The date that a promise names, read on the day it was made: an ISO date, a day of the month, a date in figures where it can be read
 * in one way only or somebody says in which (`dayFirst`), `today`, `tomorrow`, or the next such weekday. The last one named is meant
 * ("exchange on Monday, funds by Friday"). Undefined where none is named that exists and is still to come.
 */
export function promisedDate(text: string, made: string, isDayFirst?: boolean): string | undefined {
  const plain = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const found: { at: number; date: string }[] = [];
  const add = (at: number, date: string | undefined): void => void (date !== undefined && date >= made && found.push({ at, date }));
  for (const match of plain.matchAll(/\b(\d{4})-(\d{2})-(\d{2})\b/g)) add(match.index, realDate(Number(match[1]), Number(match[2]), Number(match[3])));
  for (const { index, 1: first, 3: long, 4: year, 5: short, 6: of } of plain.matchAll(IN_FIGURES)) add(index, inFigures(Number(year ?? `20${of}`), Number(first), Number(long ?? short), isDayFirst));
  named().months.forEach((patterns, month) => {
    for (const pattern of patterns) for (const match of plain.matchAll(pattern)) add(match.index, yearly(made, match[2], month + 1, Number(match[1])));
  });
  named().days.forEach((pattern, weekday) => {
    for (const match of plain.matchAll(pattern)) add(match.index, addDays(made, ((weekday - weekdayOf(made) + 6) % 7) + 1));
  });
  for (const [pattern, days] of [[TODAY, 0], [TOMORROW, 1], [AFTER_TOMORROW, 2]] as const) {
    const match = pattern.exec(plain);
    if (match !== null) add(match.index, addDays(made, days));
  }
  return found.sort((a, b) => b.at - a.at)[0]?.date;
}

const weekdayOf = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay();

/** A day of the year that was written, else of the year in which it is still to come. */
function yearly(made: string, year: string | undefined, month: number, day: number): string | undefined {
  if (year !== undefined) return realDate(Number(year), month, day);
  const thisYear = Number(made.slice(0, 4));
  const date = realDate(thisYear, month, day);
  return date !== undefined && date < made ? realDate(thisYear + 1, month, day) : date;
}

/** The date that two figures and a year can only mean, or that they mean where somebody says which comes first. */
function inFigures(year: number, first: number, second: number, isDayFirst: boolean | undefined): string | undefined {
  const [european, american] = [realDate(year, second, first), realDate(year, first, second)];
  if (european === undefined || american === undefined || european === american) return european ?? american;
  return isDayFirst === undefined ? undefined : isDayFirst ? european : american;
}

function realDate(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : undefined;
}
