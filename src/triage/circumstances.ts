import { isInstant } from "../core/day.js";
import { hintFor, ObiterError, type Problem } from "../core/problem.js";

/** What the caller knows when a message is read. */
export interface Circumstances {
  /** Instant of the reading (ISO 8601 with offset): for absences and for periods that have run out. Default: when it was sent. */
  readonly now?: string;
  /** Ids of people against whom the message makes an allegation, beside its sender. */
  readonly implicated?: readonly string[];
}

const KEYS: readonly string[] = ["now", "implicated"] satisfies (keyof Circumstances)[];

/** What types cannot keep out of JavaScript: whoever is implicated and not understood would be told. Throws ObiterError. */
export function refuseMistakes(circumstances: Circumstances): void {
  if (typeof circumstances !== "object" || circumstances === null) throw new ObiterError([{ code: "circumstances/object", message: "what is known of the reading is no object", hint: 'give such as { now: "2026-11-20T16:40:00Z" }' }]);
  const { now, implicated } = circumstances;
  const problems: Problem[] = Object.keys(circumstances).filter((key) => !KEYS.includes(key)).map((key) => {
    return { code: "circumstances/unknown-key", message: `the circumstances know no "${key}"`, hint: hintFor(key, KEYS) };
  });
  if (now !== undefined) problems.push(...nowProblems(now));
  if (implicated !== undefined && !(Array.isArray(implicated) && implicated.every((id) => typeof id === "string"))) {
    problems.push({ code: "circumstances/implicated", message: '"implicated" is not a list of ids', hint: 'give ids of people, such as ["ben"], or leave it out' });
  }
  if (problems.length > 0) throw new ObiterError(problems);
}

/** The Problem with an instant of reading, if there is one. */
export const nowProblems = (now: unknown): readonly Problem[] =>
  typeof now === "string" && isInstant(now) ? [] : [{ code: "circumstances/now", message: '"now" is no instant', hint: "give date, time and offset, such as 2026-11-20T16:40:00Z (new Date().toISOString() does)" }];
