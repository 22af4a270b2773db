import { existsSync, readdirSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Problem } from "../core/problem.js";
import { foundation } from "../create-engine.js";
import type { Foundation } from "../engine.js";
import { groupFiles, readPack, type PackSource } from "../packs/pack.js";
import { readShared, type Shared } from "../packs/shared.js";
import { readSignals, type SignalSources } from "../packs/signals.js";
import { compilePhrases } from "../scan/compile.js";
import { stem } from "../train/stem.js";
import { UsageError } from "./problems.js";
import { readFolder } from "./read-folder.js";

/** A pack, or a folder of packs and signals, as read from disk. What the folder lacks of the foundation is the shipped one. */
export interface LoadedRules {
  readonly root: string;
  /** The folders of the packs, read or not. */
  readonly folders: readonly string[];
  readonly sources: readonly PackSource[];
  readonly signals: SignalSources;
  readonly shared: Shared;
  readonly foundation: Foundation;
  readonly problems: readonly Problem[];
}

/** What stands for the frequency of a word where no corpus is at hand: only the matcher's speed rests on it. */
const shorterIsCommoner = (form: string): number => 1 / form.length ** 3;

/** Signals of a pack's own come beside the shipped ones; whoever brings those of labels, or cues, brings all. */
const areOwn = ({ phrases }: SignalSources): boolean => phrases.every(({ meaning }) => "label" in meaning && meaning.label.startsWith("x-"));

const foldersIn = (folder: string): string[] => readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name).sort();

/** Whether packs stand in a folder, or signals: any other folder is not read. */
const holdsPacks = (folder: string): boolean => foldersIn(folder).some((name) => name === "signals" || existsSync(join(folder, name, "pack.json")));

export function loadRules(path: string): LoadedRules {
  if (!existsSync(path) || !statSync(path).isDirectory()) throw new UsageError(`there is no folder ${path}: give a pack or a folder of packs`);
  const folder = resolve(path);
  const isPack = existsSync(join(folder, "pack.json"));
  if (!isPack && !holdsPacks(folder)) {
    const inside = foldersIn(folder).find((name) => holdsPacks(join(folder, name)));
    throw new UsageError(`there is no pack in ${path}: ${inside === undefined ? "a pack is a folder with a pack.json" : `did you mean ${join(path, inside)}?`}`);
  }
  const root = isPack ? dirname(folder) : folder;
  const { packs, signals: files, shared: others } = groupFiles(root, readFolder(folder, ".json"));
  const read = [...packs].map(([name, inside]) => readPack(join(root, name), inside));
  const sources = read.flatMap(({ source }) => source ?? []);
  const signals = readSignals(files);
  const compiled = compilePhrases(signals.phrases, { list: (name, lang) => signals.words.get(name)?.get(lang), stem, spellings: signals.spellings }, shorterIsCommoner);
  const shared = readShared(root, others);
  const base = sources.find(({ pack }) => pack.id === "base");
  return {
    root, folders: [...packs.keys()], sources, signals, shared,
    foundation: { ...foundation, ...(base === undefined ? {} : { base: base.pack, severities: base.severities ?? [] }), ...(files.length === 0 ? {} : areOwn(signals) ? { besides: [compiled.tables] } : { tables: compiled.tables }), ...(shared.channels === undefined ? {} : { channels: shared.channels }) },
    problems: [...read.flatMap(({ problems }) => problems), ...signals.problems, ...shared.problems, ...compiled.problems.map(({ entry, problem }) => ({ ...problem, ...signals.phrases[entry]!.place() }))],
  };
}
