import type { Channel, Law, Party } from "./message.js";

/** Who is who in a chat, as the firm says it. Senders that are not listed stay `unknown`. */
export interface People {
  readonly people: readonly Participant[];
  readonly conversations: readonly Conversation[];
}

export interface Participant extends Partial<Party> {
  /** Names and numbers as the export writes them. */
  readonly names: readonly string[];
  /** Their messages are counted, never read. Left out: those of a personal account are not. */
  readonly exempt?: boolean;
}

export interface Conversation {
  /** The end of the path of the export (`anna/_chat.txt`: as much of it as tells it from others), or the conversation id. */
  readonly file: string;
  readonly exempt?: boolean;
  /** Names or ids of everybody in it. Who receives a message, and whether it stays in the firm, is told by them. */
  readonly participants?: readonly string[];
  readonly channel?: Channel;
  readonly matter?: { readonly id?: string; readonly law?: readonly Law[] };
}
