import { createReadStream } from "node:fs";
import { ObiterError, type Problem } from "../core/problem.js";
import { atLeast, type Severity } from "../core/severity.js";
import { ingest } from "../ingest/ingest.js";
import { view, withoutLane } from "../triage/view.js";
import { formatOf } from "./formats.js";
import type { Settings } from "./settings.js";

/** A file, or a stretch of one, to be read. */
export interface Part {
  readonly path: string;
  /** As it is told to people. */
  readonly name: string;
  /** A stretch of a JSONL file: from one byte to before another, and the number of its first line. */
  readonly range?: { readonly start: number; readonly end: number; readonly line: number };
}

/** What was found in some messages: plain, so that a worker thread can hand it over. */
export interface Answer {
  /** What is written of each message of which something is. */
  readonly written: string[];
  readonly problems: Problem[];
  messages: number;
  exempt: number;
  readonly severities: Partial<Record<Severity, number>>;
  readonly inShadow: Record<string, number>;
  /** Something is at or above `--fail-on`. */
  alarmed: boolean;
}

export const noAnswer = (): Answer => ({ written: [], problems: [], messages: 0, exempt: 0, severities: {}, inShadow: {}, alarmed: false });

/** Reads a part message by message. What cannot be read is among the problems; nothing is thrown for it. */
export async function* readPart({ path, name, range }: Part, settings: Settings): AsyncGenerator<Answer> {
  const { engine, viewer, options: { format, failOn, now } } = settings;
  const { one: written } = formatOf(settings);
  try {
    const bytes = path === "-" ? process.stdin : createReadStream(path, { highWaterMark: 1 << 20, ...(range === undefined ? {} : { start: range.start, end: range.end - 1 }) });
    for await (const one of ingest(bytes, name, { ...settings.ingest, ...(range === undefined ? {} : { firstLine: range.line }) })) {
      const answer = noAnswer();
      if ("code" in one) answer.problems.push(one);
      else if (one.markers?.includes("system") === true) continue;
      else {
        answer.messages++;
        if (one.exempt === true) answer.exempt++;
        const assessment = engine.assess(one, now === undefined ? {} : { now });
        const open = viewer === undefined ? withoutLane(assessment) : view(assessment, viewer);
        const seen = viewer === undefined && (format === "json" || format === "jsonl") ? assessment : open;
        for (const { severity } of seen.findings) add(answer.severities, severity, 1);
        for (const { rule } of seen.shadow ?? []) add(answer.inShadow, rule, 1);
        answer.alarmed = failOn !== undefined && open.findings.some(({ severity }) => atLeast(severity, failOn));
        const text = written(name, one, assessment, seen);
        if (text !== "") answer.written.push(text);
      }
      yield answer;
    }
  } catch (error) {
    yield { ...noAnswer(), problems: problemsOf(error, name) };
  }
}

/** Adds what was found to what was found before. What was written is not kept. */
export function total(sum: Answer, { messages, exempt, severities, inShadow, alarmed }: Answer): void {
  sum.messages += messages;
  sum.exempt += exempt;
  for (const [severity, count] of Object.entries(severities)) add(sum.severities, severity as Severity, count);
  for (const [rule, count] of Object.entries(inShadow)) add(sum.inShadow, rule, count);
  sum.alarmed ||= alarmed;
}

const add = <K extends string>(counts: Partial<Record<K, number>>, key: K, count: number): void => void (counts[key] = (counts[key] ?? 0) + count);

/** What keeps a file from being read. */
export function problemsOf(error: unknown, name: string): Problem[] {
  if (error instanceof ObiterError) return [...error.problems];
  if (error instanceof Error && "code" in error) return [{ code: "scan/unreadable", file: name, message: `the file cannot be read (${String(error.code)})`, hint: "check that it is not locked and that you may read it" }];
  throw error;
}
