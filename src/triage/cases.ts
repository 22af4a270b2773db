import type { Assessment, Finding, NoContact, Route } from "../core/assessment.js";
import type { Directory } from "../core/directory.js";
import { isFirmRole, type Message } from "../core/message.js";
import { ObiterError } from "../core/problem.js";
import { atLeast, maxSeverity, type Severity } from "../core/severity.js";
import { caseId } from "./case-id.js";
import { inSilence } from "./no-contact.js";
import { restsOn } from "./view.js";

/** What belongs together: the routes of a conversation, apart for the restricted lane; a critical message is a case of its own. */
export interface Case {
  readonly id: string;
  readonly restricted?: "mlro";
  readonly severity: Severity;
  /** Instant of the earliest message. */
  readonly opened?: string;
  /** Ids of its messages. */
  readonly messages: readonly string[];
  /** One for each addressee, action and set of people who must not know; the earliest of their due times. */
  readonly routes: readonly Route[];
  /** Nothing is sent there, whatever the case is about: some message of the conversation told of somebody in danger. */
  readonly noContact?: NoContact;
}

/** Messages of one person with conduct findings, to be read together. No score: a person reads them. */
export interface Repeated {
  readonly person: string;
  readonly messages: readonly string[];
  readonly reason: string;
  readonly owner: string;
}

export interface Read {
  readonly message: Message;
  readonly assessment: Assessment;
}

/** Findings of the restricted lane with the id of their case. */
export function withCases(findings: readonly Finding[], message: Message): readonly Finding[] {
  if (findings.every(({ restricted }) => restricted === undefined)) return findings;
  const severity = most(findings.filter(({ restricted }) => restricted !== undefined));
  // Without an id it cannot be told from other messages, nor its case from theirs.
  if (message.id === undefined || message.id === "") return findings;
  return findings.map((finding) => (finding.restricted === undefined ? finding : { ...finding, caseId: idOf(message, severity, finding.restricted) }));
}

/** The cases of some messages, in whatever order they come. Throws ObiterError where one has no id. */
export function cases(all: readonly Read[]): Case[] {
  const open = new Map<string, Opened>();
  const silences = silencesOf(all);
  for (const { message, assessment } of sorted(all)) {
    for (const lane of [undefined, "mlro"] as const) {
      const routes = assessment.routes.filter(({ restricted }) => restricted === lane);
      if (routes.length === 0) continue;
      const severity = most(assessment.findings.filter((finding) => finding.restricted === lane && routes.some((route) => restsOn(route, finding))));
      const id = idOf(message, most(assessment.findings.filter(({ restricted }) => restricted === lane)), lane);
      const silence = silences.get(JSON.stringify(conversationOf(message)));
      let one = open.get(id);
      if (one === undefined) open.set(id, (one = { id, lane, silence, severity, opened: message.sentAt, messages: new Set(), routes: new Map() }));
      one.severity = maxSeverity(one.severity, severity);
      one.opened ??= message.sentAt;
      one.messages.add(assessment.messageId);
      for (const each of routes) {
        const route = inSilence(each, silence);
        const before = one.routes.get(keyOf(route));
        one.routes.set(keyOf(route), before === undefined ? route : merged(before, route));
      }
    }
  }
  return [...open.values()].map(closed).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** A case while messages are added to it. */
interface Opened {
  readonly id: string;
  readonly lane: "mlro" | undefined;
  readonly silence: NoContact | undefined;
  severity: Severity;
  opened: string | undefined;
  readonly messages: Set<string>;
  /** By what tells them apart. */
  readonly routes: Map<string, Route>;
}

const closed = ({ id, lane, silence, severity, opened, messages, routes }: Opened): Case => ({
  id,
  ...(lane === undefined ? {} : { restricted: lane }),
  severity,
  ...(opened === undefined ? {} : { opened }),
  messages: [...messages],
  routes: [...routes.values()],
  ...(silence === undefined ? {} : { noContact: silence }),
});

/** Where nothing may be sent, by conversation: before and after the message that told of it too. */
function silencesOf(all: readonly Read[]): ReadonlyMap<string, NoContact> {
  const silences = new Map<string, NoContact>();
  for (const { message, assessment } of sorted(all)) {
    const silence = assessment.routes.find((route) => route.noContact !== undefined)?.noContact;
    if (silence === undefined) continue;
    const conversation = JSON.stringify(conversationOf(message));
    silences.set(conversation, { ...silence, people: [...new Set([...(silences.get(conversation)?.people ?? []), ...silence.people])].sort() });
  }
  return silences;
}

/** People of the firm with many conduct findings of medium or more: never advice, never clients, never from before the person was told (`toldOn`); nobody unless the directory says so, with reason and owner. Throws ObiterError where a message has no id. */
export function repeated(all: readonly Read[], { addUp }: Directory): Repeated[] {
  if (addUp === undefined) return [];
  const byPerson = new Map<string, Set<string>>();
  for (const { message, assessment } of sorted(all)) {
    const { id: person, role } = message.sender ?? {};
    if (person === undefined || !isFirmRole(role) || role === "bot" || !wasTold(message)) continue;
    const counts = assessment.findings.some((finding) => finding.about === "firm" && finding.restricted === undefined && atLeast(finding.severity, "medium") && !ADVICE.includes(finding.category) && assessment.routes.some((route) => route.kind === "conduct" && restsOn(route, finding)));
    if (counts) byPerson.set(person, (byPerson.get(person) ?? new Set()).add(assessment.messageId));
  }
  return [...byPerson]
    .filter(([, messages]) => messages.size >= addUp.messages)
    .map(([person, messages]) => ({ person, messages: [...messages], reason: addUp.reason, owner: addUp.owner }))
    .sort((a, b) => (a.person < b.person ? -1 : 1));
}

/** Whether the sender knew that messages are read by machine; where nobody says when they were told, they did. */
const wasTold = ({ sender, sentAt }: Message): boolean => sender?.toldOn === undefined || (sentAt !== undefined && sentAt.slice(0, 10) >= sender.toldOn);

const ADVICE: readonly string[] = ["legal-advice", "legal-advice-request", "outcome-guarantee"];

const most = (findings: readonly Finding[]): Severity => findings.reduce<Severity>((severity, finding) => maxSeverity(severity, finding.severity), "none");

function idOf(message: Message, severity: Severity, lane: "mlro" | undefined): string {
  return caseId(lane ?? "open", ...conversationOf(message), ...(severity === "critical" ? messageOf(message) : []));
}

/** What tells a message from others, also from those of other sources that count from 1. */
const messageOf = ({ id = "", sentAt = "", sender }: Message): readonly string[] => [id, sentAt, sender?.id ?? ""];

/** What tells a conversation from others: its id, else the message stands alone. */
const conversationOf = (message: Message): readonly string[] => (message.conversationId === undefined ? messageOf(message) : [message.conversationId]);

/** By time, then by id; messages without a time come last. Throws ObiterError where one has no id. */
function sorted(all: readonly Read[]): readonly Read[] {
  const nameless = all.findIndex(({ message, assessment }) => assessment.messageId === "" || (message.id ?? "") === "");
  if (nameless >= 0) throw new ObiterError([{ code: "cases/no-id", message: `the message at ${nameless} has no id`, hint: "give every message an id that no other has: cases are told apart by it" }]);
  const time = ({ message }: Read): number => (message.sentAt === undefined ? Infinity : Date.parse(message.sentAt) || Infinity);
  const id = ({ assessment }: Read): string => assessment.messageId;
  return [...all].sort((a, b) => (time(a) === time(b) ? 0 : time(a) - time(b)) || (id(a) < id(b) ? -1 : id(a) > id(b) ? 1 : 0));
}

/** What tells routes of a case apart; the rules and rows that ask for them do not, nor whom they went past that day. */
const keyOf = ({ to, via, action, kind, people, neverTo, recused, scope, template, due }: Route): string => JSON.stringify([to, via, action, kind, people, neverTo, recused, scope, template, due?.regime]);

/** Two routes that ask the same of the same people as one, due at the earlier time. */
function merged(before: Route, route: Route): Route {
  const because = [...new Set([...before.because, ...route.because])].sort();
  const rows = [...new Set([...(before.rows ?? []), route.row, ...(route.rows ?? [])])].filter((row) => row !== before.row).sort();
  const due = before.due?.at !== undefined && (route.due?.at === undefined || before.due.at <= route.due.at) ? before.due : (route.due?.at === undefined ? (before.due ?? route.due) : route.due);
  return { ...before, because, ...(rows.length > 0 ? { rows } : {}), ...(due === undefined ? {} : { due }) };
}
