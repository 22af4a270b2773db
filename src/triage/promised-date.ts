import { addDays } from "./calendar.js";

/** Month names and weekdays in English, Portuguese and Spanish, without accents. */
const MONTHS = [
  "january|jan|janeiro|enero|ene", "february|feb|fevereiro|fev|febrero", "march|mar|marco|marzo", "april|apr|abril|abr", "may|maio|mayo", "june|jun|junho|junio",
  "july|jul|julho|julio", "august|aug|agosto|ago", "september|sept|sep|setembro|septiembre", "october|oct|outubro|octubre", "november|nov|novembro|noviembre", "december|dec|dezembro|dez|diciembre|dic",
];
/** Weekdays from Sunday on; a Portuguese one is also an ordinal ("a quinta parcela"): it counts with `feira`, or where no noun follows. */
const DAYS = [["sunday|domingo"], ["monday|lunes", "segunda"], ["tuesday|martes", "terca"], ["wednesday|miercoles", "quarta"], ["thursday|jueves", "quinta"], ["friday|viernes", "sexta"], ["saturday|sabado"]] as const;
const NO_NOUN = "(?:[- ]feira\\b|(?=\\s*(?:$|[.,;:!?)]|(?:ao?|as|que vem|de manha|de tarde|sem falta)\\b)))";
/** The above as expressions, made for the first promise. */
let expressions: { readonly months: readonly (readonly [RegExp, RegExp])[]; readonly days: readonly RegExp[] } | undefined;
const named = () => (expressions ??= {
  months: MONTHS.map((names) => [new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th|º)?(?: of| de)? (?:${names})\\b(?:,? (?:de )?(\\d{4}))?`, "g"), new RegExp(`\\b(?:${names}) (\\d{1,2})(?:st|nd|rd|th)?\\b(?:,? (\\d{4})\\b)?`, "g")] as const),
  days: DAYS.map(([names, ordinal]) => new RegExp(ordinal === undefined ? `\\b(?:${names})\\b` : `\\b(?:(?:${names})\\b|${ordinal}${NO_NOUN})`, "g")),
});
const TODAY = /\b(?:today|tonight|hoje|hoy)\b/;
const TOMORROW = /\b(?:tomorrow|amanha|manana)\b/;

/**
 * The date that a promise names, read on the day it was made: an ISO date, a day of the month, `today`, `tomorrow`, or the next such
 * weekday. The last one named is meant ("exchange on Monday, funds by Friday"). Undefined where none is named
 * that exists and is still to come.
 */
export function promisedDate(text: string, made: string): string | undefined {
  const plain = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const found: { at: number; date: string }[] = [];
  const add = (at: number, date: string | undefined): void => void (date !== undefined && date >= made && found.push({ at, date }));
  for (const match of plain.matchAll(/\b(\d{4})-(\d{2})-(\d{2})\b/g)) add(match.index, realDate(Number(match[1]), Number(match[2]), Number(match[3])));
  named().months.forEach((patterns, month) => {
    for (const pattern of patterns) for (const match of plain.matchAll(pattern)) add(match.index, yearly(made, match[2], month + 1, Number(match[1])));
  });
  named().days.forEach((pattern, weekday) => {
    for (const match of plain.matchAll(pattern)) add(match.index, addDays(made, ((weekday - weekdayOf(made) + 6) % 7) + 1));
  });
  for (const [pattern, days] of [[TODAY, 0], [TOMORROW, 1]] as const) {
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

function realDate(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : undefined;
}
