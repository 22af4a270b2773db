import { readFolder } from "../cli/read-folder.js";
import type { SignalName } from "../core/label.js";
import { channels } from "../generated/channels.js";
import { conductOf } from "../core/conduct.js";
import { fits } from "../judge/judge.js";
import { exampleMessage as messageOf } from "../packs/example.js";
import { groupFiles, readPack } from "../packs/pack.js";
import { readSignals } from "../packs/signals.js";

/** An example of a rule or a signal file: it says of one signal whether it holds, and nothing of the others. */
export interface Example {
  readonly label: SignalName;
  readonly text: string;
  readonly holds: boolean;
}

/**
 * The examples of `rules/`. A hit of a rule holds its signal. A miss of a rule that covers its sender does not; any other miss
 * may hold it too (said by somebody whom the rule does not cover), so that it teaches nothing.
 */
export function readExamples(): Example[] {
  const { packs, signals } = groupFiles("rules", readFolder("rules", ".json"));
  const ofSignals = readSignals(signals).examples.flatMap(({ label, hit, miss }) => [...hit.map((text) => ({ label, text, holds: true })), ...miss.map((text) => ({ label, text, holds: false }))]);
  const ofRules = [...packs].flatMap(([folder, files]) => {
    const { source } = readPack(`rules/${folder}`, files);
    if (source === undefined) return [];
    return source.pack.rules.flatMap((rule) => {
      const label = rule.when.signal;
      const { hit, miss } = source.examples.get(rule.id)!;
      const covered = miss.filter((example) => {
        const message = messageOf(example);
        return fits(rule, source.pack, { label }, message, conductOf(message), channels);
      });
      return [...hit.map(({ text }) => ({ label, text, holds: true })), ...covered.map(({ text }) => ({ label, text, holds: false }))];
    });
  });
  return [...ofSignals, ...ofRules];
}
