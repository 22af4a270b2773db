import { isDate, isInstant } from "../core/day.js";
import type { Directory } from "../core/directory.js";
import { partUnsaid, wrongLaw } from "../core/law.js";
import type { Overlay } from "../core/overlay.js";
import type { People } from "../core/people.js";
import { isUnder, placeOf } from "../core/place.js";
import { ObiterError, type Problem } from "../core/problem.js";
import { OFFICES, type Office, type Pack } from "../core/rule.js";
import { SEVERITIES, type Severity } from "../core/severity.js";
import { createEngineOver, foundation } from "../create-engine.js";
import type { Engine, Foundation } from "../engine.js";
import type { DateOrder } from "../ingest/date-order.js";
import type { IngestOptions } from "../ingest/ingest.js";
import { doubtsIn } from "../ingest/people.js";
import { isTimeZone } from "../ingest/zone.js";
import { readDirectory } from "../packs/directory.js";
import { placeAt, readJson, type SourceFile } from "../packs/json.js";
import { peopleSchema } from "../packs/schema.js";
import { readFirmFile } from "./file-kind.js";
import { loadRules } from "./load-rules.js";
import { modelNamed, type ModelName } from "./model.js";
import { overlayFrom } from "./overlay.js";
import { allPacks, besideShipped, choosePacks } from "./packs.js";
import { UsageError } from "./problems.js";

/** How messages are read, as it was typed. */
export interface ReadingOptions {
  readonly pack?: string;
  readonly rules?: string;
  readonly firmLaw?: string;
  readonly people?: string;
  readonly dateOrder?: DateOrder;
  readonly timeZone?: string;
  readonly now?: string;
  readonly directory?: string;
  readonly overlay?: string;
  readonly model?: ModelName;
  readonly asOf?: string;
  readonly as?: string;
}

/** The options of `scan`: plain, so that a worker thread gets them as they are. */
export interface ScanOptions extends ReadingOptions {
  readonly format: "text" | "json" | "jsonl" | "sarif";
  readonly failOn?: Severity;
  readonly reveal?: boolean;
  readonly jobs?: string;
}

/** What the options stand for. */
export interface Settings {
  readonly options: ScanOptions;
  readonly engine: Engine;
  /** The base, and the packs that are on. */
  readonly base: Pack;
  readonly packs: readonly Pack[];
  readonly overlay?: Overlay;
  readonly viewer?: Office | { readonly person: string };
  readonly ingest: IngestOptions;
  /** What is wrong with what they name, and may still be read with. */
  readonly problems: readonly Problem[];
}

/** Reads what the options name and makes the engine. Throws UsageError and ObiterError where nothing can be read with them. */
export async function settingsOf(options: ScanOptions): Promise<Settings> {
  const { failOn, timeZone, dateOrder, now, asOf } = options;
  if (timeZone !== undefined && !isTimeZone(timeZone)) throw new UsageError(`"${timeZone}" is no time zone: give an IANA name such as Europe/London`);
  if (failOn !== undefined && !SEVERITIES.includes(failOn)) throw new UsageError(`"${failOn}" is no severity: one of ${SEVERITIES.slice(1).join(", ")}`);
  if (now !== undefined && !isInstant(now)) throw new UsageError(`"${now}" is no instant: give --now date, time and offset, such as 2026-11-20T16:40:00Z`);
  if (asOf !== undefined && !isDate(asOf)) throw new UsageError(`"${asOf}" is no date: give --as-of a date such as 2026-11-20`);
  const { over, all } = rulesFrom(options.rules);
  const packs = choosePacks(options.pack, all);
  const law = lawsOf(options.firmLaw);
  const firm = options.directory === undefined ? undefined : directoryFrom(options.directory);
  const changed = options.overlay === undefined ? undefined : overlayFrom(options.overlay);
  const engine = createEngineOver(over, { packs, law, ...(await modelNamed(options.model)), ...(firm === undefined ? {} : { directory: firm.directory }), ...(changed === undefined ? {} : { overlay: changed.overlay }), ...(asOf === undefined ? {} : { asOf }) });
  const people = options.people === undefined ? undefined : peopleFrom(options.people);
  const zone = timeZone ?? law.map((one) => placeOf(one)?.zone).find((one) => one !== undefined);
  const problems = [
    ...(people?.problems ?? []),
    ...(changed?.problemsWith(engine.problems) ?? []),
    ...engine.problems.filter(({ problem }) => problem.code.startsWith("directory/")).map(({ path, problem }) => firm?.locate(path, problem) ?? problem),
    ...law.flatMap((one) => {
      const wrong = all.some(({ laws }) => isUnder(one, laws)) ? partUnsaid(one) : { message: `no pack serves the law ${one}`, hint: "findings keep their base severity; `obiter packs` lists the laws" };
      return wrong === undefined ? [] : [{ code: "scan/law", ...wrong }];
    }),
  ];
  return {
    options, engine, base: over.base, packs, problems, ...(changed === undefined ? {} : { overlay: changed.overlay }),
    ...(options.as === undefined ? {} : { viewer: viewerOf(options.as, firm?.directory) }),
    ingest: { ...(people === undefined ? {} : { people: people.people }), ...(dateOrder === undefined ? {} : { dateOrder }), ...(zone === undefined ? {} : { timeZone: zone }) },
  };
}

/** The shipped rules, or with `--rules` those of a folder in place of what is shipped under the same id. Throws ObiterError where something is wrong with them. */
function rulesFrom(path: string | undefined): { over: Foundation; all: readonly Pack[] } {
  if (path === undefined) return { over: foundation, all: allPacks };
  const { foundation: over, sources, problems } = loadRules(path);
  if (problems.length > 0) throw new ObiterError(problems);
  return { over, all: besideShipped(sources.map(({ pack }) => pack).filter(({ id }) => id !== "base")) };
}

/** The laws of `--firm-law`, in the spelling that packs use. */
export function lawsOf(list: string | undefined): string[] {
  return (list?.split(",") ?? []).map((given) => {
    const law = given.trim().toUpperCase();
    const wrong = wrongLaw(law);
    if (wrong !== undefined) throw new UsageError(`"${given}" is no law: ${wrong.hint}`);
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
  const { directory, problems, locate } = readDirectory(readFirmFile(path, "directory"));
  if (directory === undefined) throw new ObiterError(problems);
  return { directory, locate };
}

function peopleFrom(path: string): { people: People; problems: readonly Problem[] } {
  const { people, problems } = readPeople(readFirmFile(path, "participants"));
  if (people === undefined) throw new ObiterError(problems);
  return { people, problems };
}

/** A participants file, and what is wrong with it. */
export function readPeople(file: SourceFile): { people?: People; problems: readonly Problem[] } {
  const { value, problems } = readJson(file, peopleSchema);
  if (value === undefined) return { problems };
  const people = value as People;
  return { people, problems: doubtsIn(people).map(({ path, problem }) => ({ ...problem, file: file.path, ...placeAt(file.text, path) })) };
}
