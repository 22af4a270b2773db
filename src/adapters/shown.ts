import type { Assessment } from "../core/assessment.js";
import type { Engine } from "../engine.js";
import type { Message } from "../core/message.js";
import { ObiterError, type Problem } from "../core/problem.js";
import { messageOf, readMessage } from "../ingest/jsonl.js";
import { view, withoutLane, type Viewer } from "../triage/view.js";

/** What every adapter needs: an engine, and for whom it answers. */
export interface Reading {
  readonly engine: Pick<Engine, "assess">;
  /** The office or person who gets the answers. Default: everything but the restricted lane. */
  readonly as?: Viewer;
}

/** Assesses a message and leaves out what the reader may not see. */
export function assessFor({ engine, as }: Reading, message: Message): Assessment {
  const assessment = engine.assess(message);
  return as === undefined ? withoutLane(assessment) : view(assessment, as);
}

/** The message in a JSON text or in a value that was JSON; where it has no id, it is that of the record it came in, if there is one. Throws ObiterError, without any of its text. */
export function messageIn(given: unknown, id = ""): Message {
  const once = (): void => undefined;
  const message = typeof given === "string" ? readMessage({ text: given, number: 1 }, "message", once, id) : messageOf(given, 1, "message", once, id);
  if ("code" in message) throw new ObiterError([message]);
  return message;
}

/** What may be said of an error: its own words only where Obiter wrote them, since others may quote the message. */
export const problemOf = (error: unknown): Problem =>
  error instanceof ObiterError && error.problems[0] !== undefined ? error.problems[0] : { code: "adapter/failed", message: "the message could not be processed", hint: "see the host's own log" };
