import type { Assessment } from "../core/assessment.js";
import type { Engine } from "../engine.js";
import type { Message } from "../core/message.js";
import { hintFor, ObiterError, type Problem } from "../core/problem.js";
import { isObject } from "../core/sound-message.js";
import { messageOf, readMessage } from "../ingest/jsonl.js";
import { view, withoutLane, type Viewer } from "../triage/view.js";
import { wrongViewer } from "../triage/viewer.js";

/** What every adapter needs: an engine, and for whom it answers. */
export interface Reading {
  readonly engine: Pick<Engine, "assess">;
  /** The office or person who gets the answers. Default: everything but the restricted lane. */
  readonly as?: Viewer;
  /**
   * Told of what failed and is told nobody else: the cause, and which message of a batch or a stream it was (its own id, of a queue the id of
   * the record). An ObiterError never holds the text of a message; what `deliver` or another part of the host throws may. What it throws itself changes nothing.
   */
  readonly onError?: (error: unknown, messageId: string | undefined) => unknown;
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

/** Tells the host. */
export async function tell({ onError }: Reading, error: unknown, messageId?: string): Promise<void> {
  try {
    await onError?.(error, messageId);
  } catch {
    // A log that fails must not fail the message too.
  }
}

type Check = (value: unknown) => { readonly message: string; readonly hint: string } | undefined;
const must = (holds: (value: unknown) => boolean, message: string, hint: string): Check => (value) => (holds(value) ? undefined : { message, hint });
const isFunction = (value: unknown): boolean => typeof value === "function";
const bytes = must((value) => Number.isSafeInteger(value) && (value as number) > 0, "is no number of bytes", "give a whole number above 0, or leave it out");

/** What an option is to be. */
const OPTIONS = {
  engine: must((value) => isObject(value) && isFunction(value["assess"]), "is no engine", "give what createEngine returns"),
  as: wrongViewer,
  onError: must(isFunction, "is no function", "give one that takes an error and the id of a message"),
  deliver: must(isFunction, "is no function", "give one that takes an assessment and its message"),
  token: must((value) => typeof value === "string", "is no text", "give the token, or leave the option out where something else guards the door"),
  maxMessageBytes: bytes,
  maxBytes: bytes,
  shards: must((value) => typeof value === "string" && value !== "", "is no folder", "give the path of a folder that all workers share"),
} satisfies Record<string, Check>;

const READING = ["engine", "as", "onError"] as const;
export const WEB = [...READING, "token", "maxMessageBytes", "maxBytes"] as const;

/** What types cannot keep out of JavaScript, told before the first request. An option that is given without a value (`token: process.env.TOKEN`) is a mistake too. Throws ObiterError. */
export function refuseMistakes(adapter: string, options: unknown, known: readonly (keyof typeof OPTIONS)[], needed: readonly (keyof typeof OPTIONS)[] = ["engine"]): void {
  const given = isObject(options) ? options : {};
  const problems = [...new Set([...needed, ...Object.keys(given)])].flatMap((key): Problem[] => {
    const option = known.find((one) => one === key);
    if (option === undefined) {
      return [{ code: "adapter/option", message: `${adapter} knows no option "${key}"`, hint: hintFor(key, known) }];
    }
    const wrong = OPTIONS[option](given[option]);
    return wrong === undefined ? [] : [{ code: "adapter/option", message: `${adapter}: "${option}" ${key === "as" ? `names nobody: ${wrong.message}` : wrong.message}`, hint: wrong.hint }];
  });
  if (problems.length > 0) throw new ObiterError(problems);
}
