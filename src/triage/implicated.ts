import type { Directory } from "../core/directory.js";
import type { Message } from "../core/message.js";

/** Why somebody may not be told of a person's conduct. */
export type Bar = "implicated" | "subordinate";

/**
 * Who may not be told: whoever is implicated, and whoever works under one of them, at any depth (by the directory and by what
 * the message says of its parties). Having received a message implicates nobody.
 */
export function barred(implicated: readonly string[], { sender, recipients = [] }: Message, directory: Directory | undefined): ReadonlyMap<string, Bar> {
  const bars = new Map<string, Bar>(implicated.map((id) => [id, "implicated"]));
  const parties = [...(directory?.people ?? []), ...(sender === undefined ? [] : [sender]), ...recipients];
  for (let grown = true; grown; ) {
    grown = false;
    for (const { id, supervisor } of parties) {
      if (supervisor === undefined || bars.has(id) || !bars.has(supervisor)) continue;
      bars.set(id, "subordinate");
      grown = true;
    }
  }
  return bars;
}
