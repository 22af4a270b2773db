import type { Law } from "../core/message.js";
import type { ClockKey } from "../core/rule.js";
import type { Period } from "./count.js";

/** An article that the UK GDPR and the EU GDPR share, or shared until the UK put another in its place. */
interface SharedArticle {
  readonly gdpr: string;
  readonly uk?: { readonly from: string; readonly article: string };
}

/** A time limit that a rule sets, counted exactly as that rule says (legal references, part E2). */
export interface Clock {
  readonly regime: string | SharedArticle;
  readonly basis: string;
  /** ISO date: the first day on which the rule was in force; absent: long since. What came earlier starts no clock, but where `before` says what set the same period until then. */
  readonly from?: string;
  readonly before?: { readonly regime: string; readonly basis: string };
  /**
   * What starts it. `received`: a message with a request or complaint · `known`: knowledge, of which a machine's hit is only a
   * sign · `breach`: the same, and only a report by the firm's own people gives the time · `event`: something that no message
   * shows (a disclosure made, a training held): the firm's record starts it.
   */
  readonly starts: "received" | "known" | "breach" | "event";
  /** Absent: the rule sets no number. */
  readonly period?: Period;
  /** The period of a small agent (agente de tratamento de pequeno porte). */
  readonly smallAgent?: Period;
  /** The firm's own target where the rule sets no number. */
  readonly target?: Period;
  /** Whose days and holidays: of Brazil, of the firm's part of the United Kingdom, or of the firm wherever it is (default). */
  readonly place?: "br" | "uk";
  /** Runs only where the firm has set it (`directory.coaf`). */
  readonly optIn?: true;
  /** Only the firm's record tells that it runs (it works for a controller, it has extended the period, it discovered a breach of the Accounts Rules, a law binds it that no pack serves): no route names it. */
  readonly unrouted?: true;
}

/** The Data (Use and Access) Act 2025, its main parts (SI 2026/82). */
const DUAA = "2026-02-05";
/** Its duty on complaints. */
const DUAA_COMPLAINTS = "2026-06-19";
/** The SRA Standards and Regulations. */
const STARS = "2019-11-25";
const LGPD = "2020-09-18";
/** Resolução CD/ANPD 15/2024, on its publication. */
const ANPD_15 = "2024-04-26";

const MONTH = "the same day of the month, else its last day, rolled to the next working day";

export const CLOCKS: Readonly<Record<ClockKey, Clock>> = {
  "gdpr-breach": { regime: { gdpr: "Art. 33(1)" }, basis: "72 hours after becoming aware; hours run through nights, weekends and holidays", starts: "breach", period: { hours: 72 } },
  "gdpr-breach-processor": { regime: { gdpr: "Art. 33(2)" }, basis: "the processor tells the controller without undue delay", starts: "breach", target: { hours: 24 }, unrouted: true },
  "gdpr-breach-people": { regime: { gdpr: "Art. 34(1)" }, basis: "people at high risk are told without undue delay", starts: "breach", target: { hours: 24 } },
  "gdpr-request": { regime: { gdpr: "Art. 12(3)", uk: { from: DUAA, article: "Art. 12A" } }, basis: `one month from receipt: ${MONTH}`, starts: "received", period: { months: 1, roll: true } },
  "gdpr-request-extended": { regime: { gdpr: "Art. 12(3)", uk: { from: DUAA, article: "Art. 12A" } }, basis: `one month and two more, if the person is told why within the first: ${MONTH}`, starts: "received", period: { months: 3, roll: true }, unrouted: true },
  "uk-request": { regime: "UK GDPR Art. 12A", basis: `one month from the latest of request, proof of identity asked for, and fee; days while clarification is awaited do not count: ${MONTH}`, from: DUAA, before: { regime: "UK GDPR Art. 12(3)", basis: `one month from receipt: ${MONTH}` }, starts: "received", period: { months: 1, roll: true }, place: "uk" },
  "uk-request-extended": { regime: "UK GDPR Art. 12A", basis: `one month and two more, if the person is told why within the first, from the latest of request, proof of identity asked for, and fee; days while clarification is awaited do not count: ${MONTH}`, from: DUAA, before: { regime: "UK GDPR Art. 12(3)", basis: `one month and two more from receipt, if the person is told why within the first: ${MONTH}` }, starts: "received", period: { months: 3, roll: true }, place: "uk", unrouted: true },
  "uk-complaint": { regime: "Data Protection Act 2018 s.164A(3)", basis: "acknowledged within 30 days beginning when received: the day of receipt is day 1", from: DUAA_COMPLAINTS, starts: "received", period: { days: 30, inclusive: true }, place: "uk" },
  "uk-complaint-outcome": { regime: "Data Protection Act 2018 s.164A(4)", basis: "an outcome without undue delay", from: DUAA_COMPLAINTS, starts: "received", target: { days: 30 }, place: "uk" },
  "poca-disclosure": { regime: "Proceeds of Crime Act 2002 s.330", basis: "as soon as practicable after knowledge or suspicion; privileged circumstances (s.330) are considered first", starts: "known", target: { days: 0 }, place: "uk" },
  "poca-notice": { regime: "Proceeds of Crime Act 2002 s.335(5)", basis: "seven working days, the first being the first working day after the disclosure", starts: "event", period: { workingDays: 7 }, place: "uk" },
  "poca-moratorium": { regime: "Proceeds of Crime Act 2002 s.335(6)", basis: "31 days, the day on which refusal is received being day 1; a court may extend it (s.336A)", starts: "event", period: { days: 31, inclusive: true }, place: "uk" },
  "sra-report": { regime: "SRA Code for Solicitors 7.7 and Code for Firms 3.9", basis: "promptly on reasonable belief", from: STARS, starts: "known", target: { workingDays: 1 }, place: "uk" },
  "accounts-breach": { regime: "SRA Accounts Rules 6.1", basis: "promptly upon discovery; a shortfall is replaced at once", from: STARS, starts: "known", target: { days: 0 }, place: "uk", unrouted: true },
  "complaint-8-weeks": { regime: "SRA Code for Solicitors 8.4; Legal Ombudsman Scheme Rules", basis: "eight weeks (56 calendar days) from the complaint", starts: "received", period: { days: 56 }, place: "uk" },
  "ombudsman-6-months": { regime: "Legal Ombudsman Scheme Rules 4.4", basis: "six calendar months from the final response", starts: "event", period: { months: 6 }, place: "uk" },
  "ombudsman-1-year": { regime: "Legal Ombudsman Scheme Rules 4.5", basis: "one year from the act or omission, or from when the client should have known", starts: "event", period: { months: 12 }, place: "uk" },
  undertaking: { regime: "SRA Code for Solicitors 1.3", basis: "the agreed date, else within a reasonable time", from: STARS, starts: "received", target: { workingDays: 1 }, place: "uk" },
  "lgpd-incident": { regime: "Resolução CD/ANPD 15/2024, arts. 6º, 9º", basis: "business days from knowledge (three; six for a small agent), the first day left out, to the ANPD and to the data subjects; weekends and national holidays skipped", from: ANPD_15, starts: "breach", period: { workingDays: 3 }, smallAgent: { workingDays: 6 }, place: "br" },
  "lgpd-incident-complete": { regime: "Resolução CD/ANPD 15/2024, art. 6º", basis: "20 business days from knowledge to complete the notice (40 for a small agent), the first day left out", from: ANPD_15, starts: "breach", period: { workingDays: 20 }, smallAgent: { workingDays: 40 }, place: "br" },
  "lgpd-request": { regime: "LGPD art. 19", basis: "at once in simplified form, or 15 calendar days from the request; the law is silent on holidays, so nothing is rolled", from: LGPD, starts: "received", period: { days: 15 }, place: "br" },
  "coaf-report": { regime: "Lei 9.613/1998, art. 11, II", basis: "24 consecutive hours from the proposal or transaction", starts: "known", period: { hours: 24 }, place: "br", optIn: true },
  "harassment-training": { regime: "Lei 14.457/2022, art. 23, IV", basis: "twelve months from the last training", starts: "event", period: { months: 12 }, place: "br" },
  "hipaa-breach": { regime: "45 CFR 164.404(b)", basis: "60 calendar days from discovery at the latest, without unreasonable delay", starts: "breach", period: { days: 60 }, unrouted: true },
  "hipaa-small-breaches": { regime: "45 CFR 164.408(c)", basis: "60 days after the end of the calendar year of discovery", starts: "breach", period: { afterYear: 60 }, unrouted: true },
};

/** Whether a rule, or what set the same period before it, was in force on a day; no day: it is now. */
export const ranOn = ({ from, before }: Clock, day: string | undefined): boolean => from === undefined || before !== undefined || day === undefined || from <= day;

/** What the clock was called, and how it was counted, on a day. */
export const ruleOn = (clock: Clock, day: string | undefined): Pick<Clock, "regime" | "basis"> => (clock.before !== undefined && day !== undefined && day < clock.from! ? clock.before : clock);

/** The rule by its name under some laws on a day: of the UK GDPR or the EU GDPR, and of both only where both bind or nobody says which. */
export function regimeOf(clock: Clock, laws: readonly Law[] = [], day?: string): string {
  const { regime } = ruleOn(clock, day);
  if (typeof regime === "string") return regime;
  const { gdpr, uk } = regime;
  const [isUk, isEu] = [laws.some(isBritish), laws.some((law) => !isBritish(law))];
  const british = uk !== undefined && (day === undefined || uk.from <= day) ? uk.article : gdpr;
  if (isUk === isEu) return british === gdpr ? `UK GDPR and EU GDPR ${gdpr}` : `UK GDPR ${british} and EU GDPR ${gdpr}`;
  return isUk ? `UK GDPR ${british}` : `EU GDPR ${gdpr}`;
}

const isBritish = (law: Law): boolean => law === "GB" || law.startsWith("GB-");
