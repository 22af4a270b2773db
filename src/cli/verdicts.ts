import { readFileSync } from "node:fs";
import { confidences } from "../report/calibration.js";
import type { Judged } from "../report/metrics.js";
import { UsageError } from "./problems.js";

/** What was said of a labelled message, without its text. */
export interface Verdict {
  readonly id: string;
  /** The labels that hold. */
  readonly labels: readonly string[];
  /** The labels that were found, with their confidence. */
  readonly found: Readonly<Record<string, number>>;
}

export const verdictOf = ({ id, labels, assessment }: Judged & { readonly id: string }): Verdict => ({ id, labels, found: Object.fromEntries(confidences(assessment)) });

const isWrong = ({ labels, found }: Verdict, label: string): boolean => labels.includes(label) !== label in found;
const labelsOf = (...verdicts: readonly Verdict[]): string[] => [...new Set(verdicts.flatMap(({ labels, found }) => [...labels, ...Object.keys(found)]))];

/** Mistakes shown per label and kind. */
const SHOWN = 10;

/** By label, the false findings it was surest of and the messages it missed, by id. */
export function worstMistakes(verdicts: readonly Verdict[]): string {
  const label = (name: string): string[] => {
    const wrong = verdicts.filter((verdict) => isWrong(verdict, name));
    const surest = wrong.filter(({ found }) => name in found).sort((a, b) => b.found[name]! - a.found[name]!);
    const missed = wrong.filter(({ found }) => !(name in found));
    const more = (all: readonly Verdict[]): string => (all.length > SHOWN ? ` and ${all.length - SHOWN} more` : "");
    return [
      ...(surest.length > 0 ? [`${name} false: ${surest.slice(0, SHOWN).map(({ id, found }) => `${id} ${found[name]!.toFixed(2)}`).join(", ")}${more(surest)}`] : []),
      ...(missed.length > 0 ? [`${name} missed: ${missed.slice(0, SHOWN).map(({ id, found }) => `${id}${Object.keys(found).length > 0 ? ` (found ${Object.keys(found).join(", ")})` : ""}`).join(", ")}${more(missed)}`] : []),
    ];
  };
  return `${labelsOf(...verdicts).sort().flatMap(label).join("\n")}\n`;
}

/** What changed from one `eval --json` to another, message by message: ids, labels and confidence, no text. */
export function compare(before: string, after: string): string {
  const [old, now] = [readVerdicts(before), readVerdicts(after)];
  const lines: string[] = [];
  let [mended, broken] = [0, 0];
  for (const [key, verdict] of now) {
    const was = old.get(key);
    if (was === undefined) continue;
    for (const label of labelsOf(was, verdict)) {
      if (isWrong(was, label) === isWrong(verdict, label)) continue;
      const right = isWrong(was, label);
      if (right) mended++;
      else broken++;
      const [from, to] = [was, verdict].map(({ found }) => (label in found ? `found ${found[label]!.toFixed(2)}` : "not found"));
      lines.push(`${verdict.id} ${right ? "mended" : "broken"} ${label}: ${from}, now ${to}`);
    }
  }
  const alone = [...old.keys()].filter((key) => !now.has(key)).length + [...now.keys()].filter((key) => !old.has(key)).length;
  return `${[...lines, `${mended} mended, ${broken} broken${alone > 0 ? `, ${alone} messages in one file only` : ""}`].join("\n")}\n`;
}

function readVerdicts(path: string): Map<string, Verdict> {
  try {
    const groups = JSON.parse(readFileSync(path, "utf8")) as Record<string, { readonly verdicts?: readonly Verdict[] }>;
    const all = Object.entries(groups).flatMap(([lang, { verdicts = [] }]) => verdicts.map((verdict): [string, Verdict] => [`${lang} ${verdict.id}`, verdict]));
    if (all.length > 0) return new Map(all);
  } catch {
    // told below
  }
  throw new UsageError(`${path} is no result of "obiter eval --json"`);
}
