import { readFolder } from "../cli/read-folder.js";
import type { Label } from "../core/label.js";
import { groupFiles, readPack } from "../packs/pack.js";
import { readSignals } from "../packs/signals.js";

/** An example of a rule or a signal file: it says of one label whether it holds, and nothing of the others. */
export interface Example {
  readonly label: Label;
  readonly text: string;
  readonly holds: boolean;
}

/**
 * The examples of `rules/`. A hit of a rule holds its signal; a miss of a rule may hold it too (said by somebody whom the rule
 * does not cover), so that it teaches nothing.
 */
export function readExamples(): Example[] {
  const { packs, signals } = groupFiles("rules", readFolder("rules", ".json"));
  const ofSignals = readSignals(signals).examples.flatMap(({ label, hit, miss }) => [...hit.map((text) => ({ label, text, holds: true })), ...miss.map((text) => ({ label, text, holds: false }))]);
  const ofRules = [...packs].flatMap(([folder, files]) => {
    const { source } = readPack(`rules/${folder}`, files);
    return source?.pack.rules.flatMap(({ id, when }) => source.examples.get(id)!.hit.map(({ text }) => ({ label: when.signal, text, holds: true }))) ?? [];
  });
  return [...ofSignals, ...ofRules];
}
