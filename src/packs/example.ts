import type { Message } from "../core/message.js";
import type { RuleExample } from "./schema.js";

/** The message that an example of a rule stands for. */
export function exampleMessage({ text, lang, role, admitted, direction, channel, account, recipient, supervisor, markers }: RuleExample): Message {
  const sender = { id: "sender", ...(role === undefined ? {} : { role }), ...(admitted === undefined ? {} : { admitted }), ...(account === undefined ? {} : { account }), ...(supervisor === undefined ? {} : { supervisor }) };
  return { text, lang, sender, ...(direction === undefined ? {} : { direction }), ...(channel === undefined ? {} : { channel }), ...(recipient === undefined ? {} : { recipients: [{ id: "recipient", role: recipient }] }), ...(markers === undefined ? {} : { markers }) };
}
