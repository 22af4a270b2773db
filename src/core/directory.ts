import type { Law } from "./message.js";
import type { ClockKey, Office } from "./rule.js";
import type { Severity } from "./severity.js";

/** Somebody of the firm. */
export interface Person {
  readonly id: string;
  readonly name?: string;
  /** `id` of the person who supervises this one. */
  readonly supervisor?: string;
  readonly department?: string;
  /** Laws of the places where the person works. */
  readonly law?: readonly Law[];
  /** ISO dates, both included. */
  readonly absent?: readonly { readonly from: string; readonly to: string }[];
}

/** Who holds an office, for a department or a law where these are given, and who stands in, in order. */
export interface Appointment {
  readonly person: string;
  readonly deputies?: readonly string[];
  readonly department?: string;
  readonly law?: readonly Law[];
}

/** Who is who in the firm, and how it counts time. The firm's own data: Obiter guesses none of it. */
export interface Directory {
  readonly people: readonly Person[];
  readonly roles: Partial<Readonly<Record<Office, readonly Appointment[]>>>;
  /** IANA zone, and id of a calendar; where not given, those of the law. */
  readonly zone?: string;
  readonly calendar?: string;
  /** The firm is a small agent under the ANPD's rules. */
  readonly smallAgent?: boolean;
  /** The firm reports to the COAF: its 24 hours run. */
  readonly coaf?: boolean;
  /** Internal targets in place of the shipped ones. */
  readonly targets?: Partial<Readonly<Record<ClockKey, { readonly hours: number } | { readonly days: number } | { readonly workingDays: number }>>>;
  /** Times of day (`HH:MM`) between which what is not urgent waits. */
  readonly quietHours?: { readonly from: string; readonly to: string };
  /** Who is next in line for an office, in place of the shipped order. Not for the reporting officers: laundering stays with them. */
  readonly succession?: Partial<Readonly<Record<Office, readonly Office[]>>>;
  /** Minutes without an answer after which the next in line are told, in place of the shipped ones. */
  readonly ladder?: Partial<Readonly<Record<Severity, readonly number[]>>>;
  /** Transfers of message text out of a law's place that the firm has decided on. */
  readonly transfers?: readonly { readonly from: Law; readonly to: Law; readonly reason: string; readonly owner: string }[];
  /** Lists messages of one person with this many conduct findings together. Off unless given. */
  readonly addUp?: { readonly messages: number; readonly reason: string; readonly owner: string };
}
