import { once } from "node:events";
import { existsSync, readdirSync, statSync } from "node:fs";
import { basename, extname, join, relative } from "node:path";
import { rangesOf } from "../adapters/ranges.js";
import { counted } from "../core/counted.js";
import type { Problem } from "../core/problem.js";
import { reportTally } from "../report/text.js";
import { CHATS, isChat } from "./chats.js";
import { formatOf, paint } from "./formats.js";
import { isNotice, UsageError, warn } from "./problems.js";
import { noAnswer, readPart, total, type Answer, type Part } from "./read-part.js";
import { settingsOf, type ScanOptions, type Settings } from "./settings.js";
import { readInWorkers } from "./workers.js";

/** `obiter scan`: 0; 1 when a finding is at or above `--fail-on`; 2 when a file or a line could not be read. */
export async function scan(paths: readonly string[], options: ScanOptions): Promise<number> {
  const jobs = jobsOf(options.jobs);
  const settings = await settingsOf(options);
  const { open, between, close } = formatOf(settings);
  const sum = noAnswer();
  const told = new Set<string>();
  let [problems, isEmpty] = [0, true];
  const complain = (problem: Problem): void => {
    const { code, file = "", message } = problem;
    // What is told once a file is told once, in however many parts it was read.
    if ((code.startsWith("message/unknown-") || code === "ingest/encoding") && told.size === told.add(`${code} ${file} ${message}`).size) return;
    warn(problem);
    if (!isNotice(problem)) problems++;
  };
  settings.problems.forEach(complain);
  const { parts, missing } = partsOf(paths);
  missing.forEach(complain);
  await write(open);
  for await (const answer of jobs === 1 ? inTurn(parts, settings) : readInWorkers(ranged(parts), options, jobs)) {
    answer.problems.forEach(complain);
    total(sum, answer);
    if (answer.written.length === 0) continue;
    await write(`${isEmpty ? "" : between}${answer.written.join(between)}`);
    isEmpty = false;
  }
  await write(close(isEmpty));
  const { messages, exempt, severities: bySeverity, inShadow, alarmed } = sum;
  if (options.format === "text") await write(reportTally({ messages, exempt, problems, bySeverity, inShadow }, settings.engine.packs, paint));
  return problems > 0 ? 2 : alarmed ? 1 : 0;
}

/** Writes as fast as it is read on the other side. */
async function write(text: string): Promise<void> {
  if (text !== "" && !process.stdout.write(text)) await once(process.stdout, "drain");
}

function jobsOf(jobs = "1"): number {
  const count = Number(jobs);
  if (!Number.isInteger(count) || count < 1 || count > 256) throw new UsageError(`"${jobs}" is no number of jobs: give 1 to 256`);
  return count;
}

async function* inTurn(parts: readonly Part[], settings: Settings): AsyncGenerator<Answer> {
  for (const part of parts) yield* readPart(part, settings);
}

/** Files cut into ranges where they can be. */
async function* ranged(parts: readonly Part[]): AsyncGenerator<Part> {
  for (const part of parts) {
    let isCut = false;
    for await (const range of part.path === "-" ? [] : rangesOf(part.path)) {
      isCut = true;
      yield { ...part, range };
    }
    if (!isCut) yield part;
  }
}

/** Endings that are named of files that are passed over. */
const NAMED = 5;

/** The files of some paths: themselves, or what lies under a folder and may be a chat. */
function partsOf(paths: readonly string[]): { parts: Part[]; missing: Problem[] } {
  const missing: Problem[] = [];
  const parts = paths.flatMap((path): Part[] => {
    if (path === "-") return [{ path, name: "stdin" }];
    if (!existsSync(path)) {
      missing.push({ code: "scan/missing", file: path, message: "no such file", hint: "check the path" });
      return [];
    }
    if (!statSync(path).isDirectory()) return [{ path, name: path }];
    const all = readdirSync(path, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile());
    const [chats, others] = [[] as string[], [] as string[]];
    for (const entry of all) {
      const file = join(entry.parentPath ?? entry.path, entry.name);
      (isChat(file) ? chats : others).push(file);
    }
    const files = chats.sort().map((file) => ({ path: file, name: relative(process.cwd(), file).startsWith("..") ? file : relative(process.cwd(), file) }));
    if (files.length === 0) missing.push({ code: "scan/empty-folder", file: path, message: "there is nothing to read in this folder", hint: CHATS });
    else if (others.length > 0) {
      const endings = [...new Set(others.map((file) => extname(file) || basename(file)))].sort();
      missing.push({ code: "scan/passed-over", file: path, message: `${counted(others.length, "file is", "files are")} passed over (${endings.slice(0, NAMED).join(", ")}${endings.length > NAMED ? ", …" : ""})`, hint: `in a folder ${CHATS}; name another file itself to have it read` });
    }
    return files;
  });
  return { parts, missing };
}
