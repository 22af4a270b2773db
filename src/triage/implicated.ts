import type { Directory } from "../core/directory.js";
import { indexed } from "../core/indexed.js";
import type { Message } from "../core/message.js";

/** Why somebody may not be told of a person's conduct. */
export type Bar = "implicated" | "subordinate";

/**
 * Who may not be told: whoever is implicated, and whoever works under one of them, at any depth (by the directory and by what
 * the message says of its parties). Having received a message implicates nobody.
 */
export function barred(implicated: readonly string[], { sender, recipients = [] }: Message, directory: Directory | undefined): ReadonlyMap<string, Bar> {
  if (implicated.length === 0) return NOBODY;
  const bars = new Map<string, Bar>(implicated.map((id) => [id, "implicated"]));
  const bar = (id: string): void => void (bars.has(id) || bars.set(id, "subordinate"));
  const supervised = [...(sender === undefined ? [] : [sender]), ...recipients].filter(({ supervisor }) => supervisor !== undefined);
  // Whoever is added on the way is come to in turn.
  for (const above of bars.keys()) {
    if (directory !== undefined) for (const id of under(directory).get(above) ?? []) bar(id);
    for (const { id, supervisor } of supervised) if (id !== undefined && supervisor === above) bar(id);
  }
  return bars;
}

const NOBODY: ReadonlyMap<string, Bar> = new Map();

/** By person, whom they supervise. */
const under = indexed(({ people }: Directory) => people.flatMap(({ id, supervisor }) => (supervisor === undefined ? [] : [[supervisor, id] as const])));
