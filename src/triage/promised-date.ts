import { addDays } from "./calendar.js";

/** Month names and weekdays in English, Portuguese and Spanish, without accents; the first letters are enough. */
const MONTHS = ["jan|ene", "feb|fev", "mar", "apr|abr", "may|mai", "jun", "jul", "aug|ago", "sep|set", "oct|out", "nov", "dec|dez|dic"];
const DAYS = ["sunday|domingo", "monday|segunda|lunes", "tuesday|terca|martes", "wednesday|quarta|miercoles", "thursday|quinta|jueves", "friday|sexta|viernes", "saturday|sabado"];
const TODAY = /\b(?:today|tonight|hoje|hoy)\b/;
const TOMORROW = /\b(?:tomorrow|amanha|manana)\b/;

/**
 * The date that a promise names, read on the day it was made: an ISO date, a day of the month, `today`, `tomorrow`, or the next such
 * weekday. The last one named is meant ("exchange on Monday, funds by Friday"). Undefined where none is named, or no such day exists.
 */
export function promisedDate(text: string, made: string): string | undefined {
  const plain = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const found: { at: number; date: string }[] = [];
  const add = (at: number, date: string | undefined): void => void (date !== undefined && found.push({ at, date }));
  for (const match of plain.matchAll(/\b(\d{4})-(\d{2})-(\d{2})\b/g)) add(match.index, realDate(Number(match[1]), Number(match[2]), Number(match[3])));
  MONTHS.forEach((names, month) => {
    for (const match of plain.matchAll(new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th|º)?(?: of| de)? (?:${names})[a-z]*\\b(?:,? (?:de )?(\\d{4}))?`, "g"))) add(match.index, yearly(made, match[2], month + 1, Number(match[1])));
    for (const match of plain.matchAll(new RegExp(`\\b(?:${names})[a-z]* (\\d{1,2})(?:st|nd|rd|th)?\\b(?:,? (\\d{4})\\b)?`, "g"))) add(match.index, yearly(made, match[2], month + 1, Number(match[1])));
  });
  DAYS.forEach((names, weekday) => {
    for (const match of plain.matchAll(new RegExp(`\\b(?:${names})(?:-feira)?\\b`, "g"))) add(match.index, addDays(made, (weekday - weekdayOf(made) + 6) % 7 + 1));
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
