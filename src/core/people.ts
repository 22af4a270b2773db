import type { Channel, Law, Party } from "./message.js";

/** Who is who in a chat, as the firm says it. Senders that are not listed stay `unknown`. */
export interface People {
  readonly people: readonly (Partial<Party> & { readonly names: readonly string[]; readonly exempt?: boolean })[];
  readonly conversations: readonly Conversation[];
}

export interface Conversation {
  /** The end of the path of the export (`anna/_chat.txt`: as much of it as tells it from others), or the conversation id. */
  readonly file: string;
  readonly exempt?: boolean;
  readonly channel?: Channel;
  readonly matter?: { readonly id?: string; readonly law?: readonly Law[] };
}
