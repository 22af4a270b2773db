import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import pc from "picocolors";
import type { Message } from "../core/message.js";
import { ObiterError, type Problem } from "../core/problem.js";
import { atLeast, SEVERITIES, type Severity } from "../core/severity.js";
import type { Directory } from "../core/directory.js";
import { OFFICES, type Office } from "../core/rule.js";
import type { People } from "../core/people.js";
import { PLACES } from "../core/place.js";
import { createEngine } from "../create-engine.js";
import { ingest } from "../ingest/ingest.js";
import type { DateOrder } from "../ingest/date-order.js";
import { isTimeZone } from "../ingest/zone.js";
import { readDirectory } from "../packs/directory.js";
import { readJson } from "../packs/json.js";
import { peopleSchema } from "../packs/schema.js";
import { toSarif, type Assessed } from "../report/sarif.js";
import { reportMessage, reportTally, type Paint } from "../report/text.js";
import { isInstant } from "../triage/count.js";
import { view, withoutLane } from "../triage/view.js";
import { overlayFrom } from "./overlay.js";
import { base } from "../generated/base.js";
import { allPacks, choosePacks } from "./packs.js";
import { isNotice, UsageError, warn } from "./problems.js";
import { version } from "./version.js";

export interface ScanOptions {
  readonly format: "text" | "json" | "jsonl" | "sarif";
  readonly pack?: string;
  readonly firmLaw?: string;
  readonly people?: string;
  readonly dateOrder?: DateOrder;
  readonly timeZone?: string;
  readonly failOn?: Severity;
  readonly reveal?: boolean;
  readonly directory?: string;
  readonly as?: string;
  readonly overlay?: string;
  readonly asOf?: string;
  readonly now?: string;
}

const paint: Paint = {
  bold: pc.bold,
  dim: pc.dim,
  severity: (severity, text) => (severity === "critical" ? pc.bgRed(pc.white(text)) : severity === "high" ? pc.red(text) : severity === "medium" ? pc.yellow(text) : pc.dim(text)),
};

/** `obiter scan`: 0; 1 when a finding is at or above `--fail-on`; 2 when a file or a line could not be read. */
export async function scan(paths: readonly string[], options: ScanOptions): Promise<number> {
  const { format, failOn, timeZone, dateOrder } = options;
  if (timeZone !== undefined && !isTimeZone(timeZone)) throw new UsageError(`"${timeZone}" is no time zone: give an IANA name such as Europe/London`);
  if (failOn !== undefined && !SEVERITIES.includes(failOn)) throw new UsageError(`"${failOn}" is no severity: one of ${SEVERITIES.slice(1).join(", ")}`);
  if (options.now !== undefined && !isInstant(options.now)) throw new UsageError(`"${options.now}" is no instant: give date, time and offset, such as 2026-11-20T16:40:00Z`);
  const packs = choosePacks(options.pack);
  const law = lawsOf(options.firmLaw);
  const firm = options.directory === undefined ? undefined : directoryFrom(options.directory);
  const changed = options.overlay === undefined ? undefined : overlayFrom(options.overlay);
  const engine = createEngine({ packs, law, ...(firm === undefined ? {} : { directory: firm.directory }), ...(changed === undefined ? {} : { overlay: changed.overlay }), ...(options.asOf === undefined ? {} : { asOf: options.asOf }) });
  const people = options.people === undefined ? undefined : readPeople(options.people);
  const zone = timeZone ?? law.map((one) => PLACES[one]?.zone).find((one) => one !== undefined);
  const viewer = options.as === undefined ? undefined : viewerOf(options.as, firm?.directory);
  const write = process.stdout.write.bind(process.stdout);
  const tally = { messages: 0, exempt: 0, problems: 0, bySeverity: {} as Partial<Record<Severity, number>>, inShadow: {} as Record<string, number> };
  const kept: Assessed[] = [];
  let failed = false;
  let alarmed = false;
  const complain = (problem: Problem): void => {
    warn(problem);
    if (isNotice(problem)) return;
    failed = true;
    tally.problems++;
  };
  for (const one of [...(changed?.problemsWith(engine.problems) ?? []), ...engine.problems.filter(({ problem }) => problem.code.startsWith("directory/")).map(({ path, problem }) => firm?.locate(path, problem) ?? problem)]) complain(one);
  for (const one of law) if (!allPacks.some(({ laws }) => laws.includes(one))) complain({ code: "scan/law", message: `no pack serves the law ${one}`, hint: "findings keep their base severity; `obiter packs` lists the laws" });
  for (const { path, name } of paths.flatMap(filesOf)) {
    if (path !== "-" && !existsSync(path)) {
      complain({ code: "scan/missing", file: name, message: "no such file", hint: "check the path" });
      continue;
    }
    if (path !== "-" && statSync(path).isDirectory()) {
      complain({ code: "scan/empty-folder", file: name, message: "there is nothing to read in this folder", hint: "chats end in .txt, .zip or .jsonl" });
      continue;
    }
    try {
      const bytes = path === "-" ? process.stdin : createReadStream(path, { highWaterMark: 1 << 20 });
      const settings = { ...(people === undefined ? {} : { people }), ...(dateOrder === undefined ? {} : { dateOrder }), ...(zone === undefined ? {} : { timeZone: zone }) };
      for await (const one of ingest(bytes, name, settings)) {
        if ("code" in one) {
          complain(one);
          continue;
        }
        if (one.markers?.includes("system")) continue;
        tally.messages++;
        if (one.exempt === true) tally.exempt++;
        const assessment = engine.assess(one, options.now === undefined ? {} : { now: options.now });
        const open = viewer === undefined ? withoutLane(assessment) : view(assessment, viewer);
        const seen = viewer === undefined && (format === "json" || format === "jsonl") ? assessment : open;
        for (const { severity } of seen.findings) tally.bySeverity[severity] = (tally.bySeverity[severity] ?? 0) + 1;
        for (const { rule } of seen.shadow ?? []) tally.inShadow[rule] = (tally.inShadow[rule] ?? 0) + 1;
        if (failOn !== undefined && open.findings.some(({ severity }) => atLeast(severity, failOn))) alarmed = true;
        if (format === "jsonl") write(`${JSON.stringify(seen)}\n`);
        else if (format === "text") {
          const report = reportMessage(one, assessment, name, { paint, reveal: options.reveal === true, ...(viewer === undefined ? {} : { reader: typeof viewer === "object" ? { seen } : { office: viewer, seen } }) });
          if (report !== "") write(`${report}\n`);
        } else kept.push({ file: name, message: withoutText(one), assessment: seen });
      }
    } catch (error) {
      if (error instanceof ObiterError) error.problems.forEach(complain);
      else if (error instanceof Error && "code" in error) complain({ code: "scan/unreadable", file: name, message: `the file cannot be read (${String(error.code)})`, hint: "check that it is not locked and that you may read it" });
      else throw error;
    }
  }
  if (format === "json") write(`${JSON.stringify(kept.map(({ assessment }) => assessment), null, 2)}\n`);
  if (format === "sarif") write(`${JSON.stringify(toSarif(kept, [base.pack, ...packs], version, viewer !== undefined), null, 2)}\n`);
  if (format === "text") write(reportTally(tally, engine.packs, paint));
  return failed ? 2 : alarmed ? 1 : 0;
}

/** What the reports need of a message besides its text. */
const withoutText = (message: Message): Message => ({ ...message, text: "" });

/** The files of a path: itself, or what lies under a folder and may be a chat; a folder without any is given back. */
function filesOf(path: string): { path: string; name: string }[] {
  if (path === "-" || !existsSync(path) || !statSync(path).isDirectory()) return [{ path, name: path === "-" ? "stdin" : path }];
  const files = readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(?:txt|zip|jsonl)$/i.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort()
    .map((file) => ({ path: file, name: relative(process.cwd(), file).startsWith("..") ? file : relative(process.cwd(), file) }));
  return files.length > 0 ? files : [{ path, name: path }];
}

/** The laws of `--firm-law`, in the spelling that packs use. */
function lawsOf(list: string | undefined): string[] {
  return (list?.split(",") ?? []).map((given) => {
    const law = given.trim().toUpperCase();
    if (!/^[A-Z]{2}(?:-[A-Z]{2,3})?$/.test(law)) throw new UsageError(`"${given}" is no law: give ISO 3166 codes such as GB-EAW or BR`);
    return law;
  });
}

/** The office or the person that `--as` names. */
function viewerOf(as: string, directory: Directory | undefined): Office | { person: string } {
  const office = OFFICES.find((one) => one === as);
  if (office !== undefined) return office;
  if (directory?.people.some(({ id }) => id === as) === true) return { person: as };
  throw new UsageError(`"${as}" is no office and nobody in the directory: an office is one of ${OFFICES.join(", ")}`);
}

function directoryFrom(path: string): { directory: Directory; locate: ReturnType<typeof readDirectory>["locate"] } {
  if (!existsSync(path)) throw new UsageError(`there is no file ${path}`);
  const { directory, problems, locate } = readDirectory({ path, text: readFileSync(path, "utf8") });
  if (directory === undefined) throw new ObiterError(problems);
  return { directory, locate };
}

function readPeople(path: string): People {
  if (!existsSync(path)) throw new UsageError(`there is no file ${path}`);
  const { value, problems } = readJson({ path, text: readFileSync(path, "utf8") }, peopleSchema);
  if (value === undefined) throw new ObiterError(problems);
  return value as People;
}
