import { isFirmRole, type Direction, type Message, type Party } from "../core/message.js";
import type { Conversation, Participant, People } from "../core/people.js";
import type { LocatedProblem } from "../core/problem.js";

/**
 * Gives messages what the participants file knows of their sender, recipients and conversation. Nobody's role is guessed. `by`: in e-mail
 * people are known by their address alone, since whoever writes one may call themselves what they like.
 */
export function createIdentifyPeople({ people, conversations }: People, file: string, by: "name" | "address" = "name"): (message: Message) => Message {
  const byName = new Map(people.flatMap((person) => namesOf(person).map((name) => [keyOf(name), person] as const)));
  const called = (name: string | undefined): Participant | undefined => (name === undefined ? undefined : byName.get(keyOf(name)));
  const personOf = ({ id, name }: Party): Participant | undefined => (by === "name" ? (called(name) ?? called(id)) : id?.includes("@") === true ? called(id) : undefined);
  const identified = (given: Party): Party => {
    const { names: _, exempt: __, ...known } = personOf(given) ?? { names: [] };
    return { ...given, ...known };
  };
  const path = file.replaceAll("\\", "/");
  const isFile = (given: string): boolean => path === given || path.endsWith(`/${given.replaceAll("\\", "/").replace(/^\.?\//, "")}`);
  const conversationOf = (id: string | undefined): Conversation | undefined => conversations.find((one) => isFile(one.file) || (id !== undefined && one.file === id));
  /** Everybody in a conversation but who writes. */
  const audienceOf = ({ participants }: Partial<Conversation> = {}, sender: Party | undefined): Party[] | undefined => {
    if (participants === undefined || sender === undefined) return undefined;
    const isSender = (name: string): boolean => [sender.name, sender.id].some((own) => own !== undefined && keyOf(own) === keyOf(name)) || (personOf(sender) !== undefined && called(name) === personOf(sender));
    return participants.filter((name) => !isSender(name)).map((name) => identified({ id: name, name, role: "unknown" }));
  };
  return (message) => {
    const person = message.sender === undefined ? undefined : personOf(message.sender);
    const conversation = conversationOf(message.conversationId);
    const sender = message.sender === undefined ? undefined : { role: "unknown" as const, ...identified(message.sender) };
    const recipients = message.recipients?.map(identified) ?? audienceOf(conversation, message.sender);
    // What is written on a private account is private, unless the firm says that it is read.
    const isExempt = (person?.exempt ?? person?.account === "personal") || conversation?.exempt === true;
    const direction = message.direction === undefined || message.direction === "unknown" ? (directionOf(sender, recipients) ?? message.direction) : message.direction;
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

/** What is doubtful in a participants file: names and ids that two people have, of which the last counts, and participants who are none of the people. */
export function doubtsIn({ people, conversations }: People): LocatedProblem[] {
  const holders = new Map<string, number>();
  const shared = people.flatMap(({ names, id }, i) =>
    [...names.map((name, j) => ({ name, path: ["people", i, "names", j] })), ...(id === undefined ? [] : [{ name: id, path: ["people", i, "id"] }])].flatMap(({ name, path }): LocatedProblem[] => {
      const before = holders.get(keyOf(name));
      holders.set(keyOf(name), i);
      return before === undefined || before === i ? [] : [{ path, problem: { code: "people/twice", message: `somebody else has the name "${name}" too`, hint: "messages under it are taken for those of whom the file lists last: give each the name or number that tells them apart, or join the two" } }];
    }),
  );
  const strangers = conversations.flatMap(({ participants = [] }, i) =>
    participants.flatMap((name, j): LocatedProblem[] => (holders.has(keyOf(name)) ? [] : [{ path: ["conversations", i, "participants", j], problem: { code: "people/stranger", message: `nobody among the people has the name "${name}"`, hint: "they are not taken for somebody of the firm: list them among the people, with a role" } }])),
  );
  return [...shared, ...strangers];
}

const namesOf = ({ names, id }: Participant): readonly string[] => (id === undefined ? names : [...names, id]);

/** Names by their letters, numbers by their digits: `+44 7700 900123` is `447700900123`. */
function keyOf(name: string): string {
  const digits = name.replace(/\D/g, "");
  return digits.length >= 7 && /^[+\d\s().-]+$/.test(name.trim()) ? digits : name.trim().toLowerCase();
}

/** Who writes from outside writes to the firm. What the firm's people write goes out where anybody receives it who is not known to be of the firm; who receives it must be known. */
function directionOf(sender: Party | undefined, recipients: readonly Party[] = []): Direction | undefined {
  if (sender?.role === undefined || sender.role === "unknown") return undefined;
  if (!isFirmRole(sender.role)) return "inbound";
  if (recipients.length === 0) return undefined;
  return recipients.every(({ role }) => isFirmRole(role)) ? "internal" : "outbound";
}
