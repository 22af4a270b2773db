import type { Finding, NoContact, Route } from "../core/assessment.js";
import { isFirmRole, type Message } from "../core/message.js";
import { atLeast } from "../core/severity.js";

/** The category of what tells that a person is in danger from themselves or from somebody close. */
const SAFEGUARDING = "x-safeguarding";

/**
 * Where nothing may be sent, since somebody else may be reading along: the device of whoever wrote of it, or, where the firm's own
 * people wrote, of those outside whom they wrote to, and the conversation. Held from `low` up: silence does less harm than a message.
 */
export function noContact(findings: readonly Finding[], { sender, recipients = [], conversationId, channel }: Message): NoContact | undefined {
  if (!findings.some(({ category, severity }) => category === SAFEGUARDING && atLeast(severity, "low"))) return undefined;
  const parties = sender === undefined ? [] : isFirmRole(sender.role) ? recipients.filter(({ role }) => !isFirmRole(role)) : [sender];
  return { people: [...new Set(parties.flatMap(({ id }) => id ?? []))].sort(), ...(conversationId === undefined ? {} : { conversationId }), ...(channel === undefined ? {} : { channel }) };
}

/** A route by which nothing is sent there: it has no text to send. */
export function inSilence(route: Route, silence: NoContact | undefined): Route {
  if (silence === undefined) return route;
  const { template: _, ...rest } = route;
  return { ...rest, noContact: silence };
}
