import { isFirmRole, type Message } from "../core/message.js";
import type { Problem } from "../core/problem.js";

/** Messages held back until it is known who writes in a chat: memory stays bounded however long the export. */
const HELD = 5000;

/**
 * The messages of an export that is one chat. To whom the firm's people write is told by who else writes, where nobody has said it: what
 * they write goes out where anybody writes who is not known to be of the firm, and is internal where two or more of them write and
 * nobody else. The second is said, since who only reads leaves no trace.
 */
export async function* inOneChat(messages: AsyncIterable<Message | Problem>, file: string): AsyncGenerator<Message | Problem> {
  const firm = new Set<string>();
  let outside = false;
  let said = false;
  let held: (Message | Problem)[] | undefined = [];
  const directed = function* (one: Message | Problem): Generator<Message | Problem> {
    // A list of participants may be older than who writes.
    if (outside && isByFirm(one) && one.direction !== "outbound") yield { ...one, direction: "outbound" };
    else if (!isOpen(one) || firm.size < 2) yield one;
    else {
      if (!said && one.exempt !== true) yield INTERNAL(file);
      said ||= one.exempt !== true;
      yield { ...one, direction: "internal" };
    }
  };
  for await (const one of messages) {
    const writer = "code" in one ? undefined : one.sender;
    if (isFirmRole(writer?.role)) firm.add(writer!.id ?? "");
    else outside ||= writer !== undefined;
    if (held === undefined || (held.length === 0 && !isOpen(one))) yield* directed(one);
    else if (held.push(one) === HELD || outside) {
      for (const each of held) yield* directed(each);
      held = undefined;
    }
  }
  for (const each of held ?? []) yield* directed(each);
}

const isByFirm = (one: Message | Problem): one is Message => !("code" in one) && isFirmRole(one.sender?.role);
/** Whether somebody of the firm writes, and nobody has said to whom. */
const isOpen = (one: Message | Problem): one is Message => isByFirm(one) && one.direction === undefined;

const INTERNAL = (file: string): Problem => ({
  code: "people/internal", file, message: "only people of the firm write here: read as internal", hint: 'where somebody else reads along, name the "participants" of the conversation in the participants file',
});
