import { isFirmRole, type Direction, type Message, type Party } from "../core/message.js";
import type { Conversation, People } from "../core/people.js";
import type { LocatedProblem } from "../core/problem.js";

/**
 * Gives messages what the participants file knows of their sender, recipients and conversation. Nobody's role is guessed. `by`: in e-mail
 * people are known by their address alone, since whoever writes one may call themselves what they like.
 */
export function createIdentifyPeople({ people, conversations }: People, file: string, by: "name" | "address" = "name"): (message: Message) => Message {
  const byName = new Map(people.flatMap((person) => [...person.names, ...(person.id === undefined ? [] : [person.id])].map((name) => [keyOf(name), person] as const)));
  const path = file.replaceAll("\\", "/");
  const isFile = (given: string): boolean => path === given || path.endsWith(`/${given.replaceAll("\\", "/").replace(/^\.?\//, "")}`);
  const conversationOf = (id: string | undefined): Conversation | undefined => conversations.find((one) => isFile(one.file) || (id !== undefined && one.file === id));
  const personOf = ({ id, name = id }: Party): (typeof people)[number] | undefined => {
    if (by === "address") return id.includes("@") ? byName.get(keyOf(id)) : undefined;
    return byName.get(keyOf(name)) ?? byName.get(keyOf(id));
  };
  const withKnown = (party: Party): Party => {
    const { names: _, exempt: __, ...known } = personOf(party) ?? { names: [] };
    return { ...party, ...known, id: known.id ?? party.id };
  };
  return (message) => {
    const person = message.sender === undefined ? undefined : personOf(message.sender);
    const conversation = conversationOf(message.conversationId);
    const known = message.sender === undefined ? undefined : withKnown(message.sender);
    const sender = known === undefined ? undefined : { ...known, role: known.role ?? "unknown" };
    const recipients = message.recipients?.map(withKnown);
    // What is written on a private account is private: it is counted and not read.
    const isExempt = person?.exempt === true || conversation?.exempt === true || person?.account === "personal";
    const direction = message.direction ?? directionOf(sender, recipients);
    return {
      ...message,
      conversationId: message.conversationId ?? path,
      ...(sender === undefined ? {} : { sender }),
      ...(recipients === undefined ? {} : { recipients }),
      ...(direction === undefined ? {} : { direction }),
      ...(conversation?.channel === undefined ? {} : { channel: conversation.channel }),
      ...(message.matter ?? conversation?.matter ? { matter: { ...conversation?.matter, ...message.matter } } : {}),
      ...(isExempt || message.exempt === true ? { exempt: true } : {}),
    };
  };
}

/** Names and ids that two people have: of those the last counts. */
export function sharedNames({ people }: People): LocatedProblem[] {
  const holders = new Map<string, number>();
  return people.flatMap(({ names, id }, i) =>
    [...names.map((name, j) => ({ name, path: ["people", i, "names", j] })), ...(id === undefined ? [] : [{ name: id, path: ["people", i, "id"] }])].flatMap(({ name, path }): LocatedProblem[] => {
      const before = holders.get(keyOf(name));
      holders.set(keyOf(name), i);
      return before === undefined || before === i ? [] : [{ path, problem: { code: "people/twice", message: `somebody else has the name "${name}" too`, hint: "messages under it are taken for those of whom the file lists last: give each the name or number that tells them apart, or join the two" } }];
    }),
  );
}

/** Names by their letters, numbers by their digits: `+44 7700 900123` is `447700900123`. */
function keyOf(name: string): string {
  const digits = name.replace(/\D/g, "");
  return digits.length >= 7 && /^[+\d\s().-]+$/.test(name.trim()) ? digits : name.trim().toLowerCase();
}

/** Between people of the firm a message is internal where all who receive it are known to be of the firm. */
function directionOf(sender: Party | undefined, recipients: readonly Party[] = []): Direction | undefined {
  if (sender?.role === undefined || sender.role === "unknown") return undefined;
  if (!isFirmRole(sender.role)) return "inbound";
  return recipients.length > 0 && recipients.every(({ role }) => isFirmRole(role)) ? "internal" : "outbound";
}
