import { existsSync, readFileSync } from "node:fs";
import type { Directory } from "../core/directory.js";
import type { Overlay } from "../core/overlay.js";
import type { People } from "../core/people.js";
import { PLACES } from "../core/place.js";
import { ObiterError, type Problem } from "../core/problem.js";
import { OFFICES, type Office, type Pack } from "../core/rule.js";
import { SEVERITIES, type Severity } from "../core/severity.js";
import { createEngine } from "../create-engine.js";
import type { Engine } from "../engine.js";
import type { DateOrder } from "../ingest/date-order.js";
import type { IngestOptions } from "../ingest/ingest.js";
import { isTimeZone } from "../ingest/zone.js";
import { readDirectory } from "../packs/directory.js";
import { readJson } from "../packs/json.js";
import { peopleSchema } from "../packs/schema.js";
import { isInstant } from "../triage/count.js";
import { modelNamed, type ModelName } from "./model.js";
import { overlayFrom } from "./overlay.js";
import { allPacks, choosePacks } from "./packs.js";
import { UsageError } from "./problems.js";

/** How messages are read, as it was typed. */
export interface ReadingOptions {
  readonly pack?: string;
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
  readonly packs: readonly Pack[];
  readonly overlay?: Overlay;
  readonly viewer?: Office | { readonly person: string };
  readonly ingest: IngestOptions;
  /** What is wrong with what they name, and may still be read with. */
  readonly problems: readonly Problem[];
}

/** Reads what the options name and makes the engine. Throws UsageError and ObiterError where nothing can be read with them. */
export async function settingsOf(options: ScanOptions): Promise<Settings> {
  const { failOn, timeZone, dateOrder, now } = options;
  if (timeZone !== undefined && !isTimeZone(timeZone)) throw new UsageError(`"${timeZone}" is no time zone: give an IANA name such as Europe/London`);
  if (failOn !== undefined && !SEVERITIES.includes(failOn)) throw new UsageError(`"${failOn}" is no severity: one of ${SEVERITIES.slice(1).join(", ")}`);
  if (now !== undefined && !isInstant(now)) throw new UsageError(`"${now}" is no instant: give date, time and offset, such as 2026-11-20T16:40:00Z`);
  const packs = choosePacks(options.pack);
  const law = lawsOf(options.firmLaw);
  const firm = options.directory === undefined ? undefined : directoryFrom(options.directory);
  const changed = options.overlay === undefined ? undefined : overlayFrom(options.overlay);
  const engine = createEngine({ packs, law, ...(await modelNamed(options.model)), ...(firm === undefined ? {} : { directory: firm.directory }), ...(changed === undefined ? {} : { overlay: changed.overlay }), ...(options.asOf === undefined ? {} : { asOf: options.asOf }) });
  const people = options.people === undefined ? undefined : readPeople(options.people);
  const zone = timeZone ?? law.map((one) => PLACES[one]?.zone).find((one) => one !== undefined);
  const problems = [
    ...(changed?.problemsWith(engine.problems) ?? []),
    ...engine.problems.filter(({ problem }) => problem.code.startsWith("directory/")).map(({ path, problem }) => firm?.locate(path, problem) ?? problem),
    ...law.filter((one) => !allPacks.some(({ laws }) => laws.includes(one))).map((one) => ({ code: "scan/law", message: `no pack serves the law ${one}`, hint: "findings keep their base severity; `obiter packs` lists the laws" })),
  ];
  return {
    options, engine, packs, problems, ...(changed === undefined ? {} : { overlay: changed.overlay }),
    ...(options.as === undefined ? {} : { viewer: viewerOf(options.as, firm?.directory) }),
    ingest: { ...(people === undefined ? {} : { people }), ...(dateOrder === undefined ? {} : { dateOrder }), ...(zone === undefined ? {} : { timeZone: zone }) },
  };
}

/** The laws of `--firm-law`, in the spelling that packs use. */
export function lawsOf(list: string | undefined): string[] {
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
