import type { Localised } from "./label.js";
import type { Addressee } from "./rule.js";

/** Whom a text is for: the client, whoever sent the message, the other side, or somebody who got a message by mistake. */
export const READERS = ["client", "sender", "other-side", "unintended-recipient"] as const;

/** A text that a person may send once they have read the message: Obiter sends nothing. `[date]` and the like are theirs to fill in. */
export interface Template {
  readonly id: string;
  /** Who may send it. */
  readonly by: readonly Addressee[];
  readonly to: (typeof READERS)[number];
  readonly text: Localised;
}
