import { formatProblem, type Problem } from "../core/problem.js";

/** Bad usage, or a file that could not be read: exit status 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** Notices say what was assumed; they are no failure. */
export const isNotice = ({ code }: Problem): boolean => code === "whatsapp/date-order" || code === "scan/law" || code === "overlay/expired" || code === "overlay/pack-off" || code.startsWith("people/") || code === "scan/passed-over" || code === "explain/line-or-id" || code.startsWith("directory/") || code.startsWith("message/unknown-");

export const warn = (problem: Problem): void => void process.stderr.write(`${isNotice(problem) ? "note: " : ""}${formatProblem(problem)}\n`);
