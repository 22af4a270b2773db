import { readFileSync } from "node:fs";
import type { Message } from "../core/message.js";
import { createEngine } from "../create-engine.js";
import { f1, measure, precision, recall, type Counts, type Judged, type Metrics } from "../report/metrics.js";
import { modelNamed, type ModelName } from "./model.js";
import { overlayFrom } from "./overlay.js";
import { choosePacks } from "./packs.js";
import { UsageError } from "./problems.js";
import { compare, verdictOf, worstMistakes } from "./verdicts.js";

interface Row {
  readonly id: string;
  readonly text: string;
  readonly lang: string;
  readonly role?: string;
  readonly direction?: string;
  readonly channel?: string;
  readonly labels: readonly string[];
  readonly entities?: readonly { readonly type: string; readonly text: string }[];
}

export interface EvalOptions {
  readonly pack?: string;
  readonly errors?: boolean;
  readonly compare?: boolean;
  readonly json?: boolean;
  readonly overlay?: string;
  readonly model?: ModelName;
  readonly failUnder?: string;
}

/** `obiter eval`: precision, recall and F1 per label and language on labelled messages; 1 where a language's macro-F1 is below `--fail-under`. Text, role, direction and channel are all it passes on. */
export async function evaluate(paths: readonly string[], { pack, errors, compare: comparing, json, overlay, model, failUnder }: EvalOptions): Promise<number> {
  if (comparing === true) {
    if (paths.length !== 2) throw new UsageError("--compare takes two results of eval --json");
    process.stdout.write(compare(paths[0]!, paths[1]!));
    return 0;
  }
  const bar = failUnder === undefined ? 0 : Number(failUnder);
  if (!(bar >= 0 && bar <= 1)) throw new UsageError(`"${failUnder}" is no F1: give a number from 0 to 1`);
  const engine = createEngine({ packs: choosePacks(pack), ...(await modelNamed(model)), ...(overlay === undefined ? {} : { overlay: overlayFrom(overlay).overlay }) });
  const judged: (Judged & { readonly id: string })[] = paths.flatMap((path) =>
    readRows(path).map(({ id, text, lang, role, direction, channel, labels, entities = [] }) => {
      const message = { id, text, ...(role === undefined ? {} : { sender: { id: "sender", role } }), ...(direction === undefined ? {} : { direction }), ...(channel === undefined ? {} : { channel }) } as Message;
      return { id, text, lang: lang.slice(0, 2), labels, entities, assessment: engine.assess(message) };
    }),
  );
  const langs = [...new Set(judged.map(({ lang }) => lang))].sort();
  const groups = langs.map((lang): readonly [string, Metrics] => [lang, measure(judged.filter((one) => one.lang === lang))]);
  if (groups.length > 1) groups.push(["all", measure(judged)]);
  process.stdout.write(json === true ? `${JSON.stringify(Object.fromEntries(groups.map(([lang, metrics]) => [lang, { ...asJson(metrics), ...(lang === "all" ? {} : { verdicts: judged.filter((one) => one.lang === lang).map(verdictOf) }) }])), null, 2)}\n` : groups.map(([lang, metrics]) => table(lang, metrics)).join("\n"));
  if (errors === true) process.stdout.write(`\n${worstMistakes(judged.map(verdictOf))}`);
  return groups.some(([, { macroF1 }]) => macroF1 < bar) ? 1 : 0;
}

function readRows(path: string): Row[] {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    throw new UsageError(`${path} cannot be read`);
  }
  return text.split("\n").flatMap((line, i) => {
    if (line.trim() === "") return [];
    try {
      const row = JSON.parse(line) as Row;
      if (typeof row.text === "string" && Array.isArray(row.labels)) return [{ ...row, id: row.id ?? String(i + 1) }];
    } catch {
      // told below, without the text of the line
    }
    throw new UsageError(`${path}:${i + 1}: not a labelled message: {"lang":"en-GB","text":"…","labels":[]}`);
  });
}

const percent = (share: number): string => `${(100 * share).toFixed(1)}%`.padStart(6);
const row = (name: string, counts: Counts): string => `  ${name.padEnd(22)} ${percent(precision(counts))} ${percent(recall(counts))} ${percent(f1(counts))}  ${String(counts.hit + counts.missed).padStart(5)} ${String(counts.hit).padStart(5)} ${String(counts.false).padStart(5)} ${String(counts.missed).padStart(6)}\n`;

function table(lang: string, { messages, labels, macroF1, micro, benign, falseAlarms, calibration, alerts, entities, entityTotal }: Metrics): string {
  const head = (name: string): string => `  ${name.padEnd(22)}   prec    rec     F1  count   hit false missed\n`;
  return (
    `${lang}: ${messages} messages, ${benign} benign\n${head("label")}${[...labels].map(([label, counts]) => row(label, counts)).join("")}` +
    `  macro-F1 ${macroF1.toFixed(3)} · micro-F1 ${f1(micro).toFixed(3)} · false alarms on benign: ${percent(falseAlarms.low / Math.max(1, benign)).trim()} any (${falseAlarms.low}), ${percent(falseAlarms.medium / Math.max(1, benign)).trim()} medium or more (${falseAlarms.medium})\n` +
    `${calibration === undefined ? "" : `  calibration error ${calibration.toFixed(3)}\n`}${alerts.size === 0 ? "" : `  told per 1,000 messages: ${[...alerts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([role, count]) => `${role} ${((1000 * count) / messages).toFixed(0)}`).join(", ")}\n`}` +
    `${head("entity")}${[...entities].sort(([a], [b]) => (a < b ? -1 : 1)).map(([type, counts]) => row(type, counts)).join("")}${row("all entities", entityTotal)}`
  );
}

const asJson = ({ messages, labels, macroF1, micro, benign, falseAlarms, calibration, alerts, entities, entityTotal }: Metrics) => ({
  messages, benign, macroF1, microF1: f1(micro), falseAlarms, calibration, alerts: Object.fromEntries(alerts),
  labels: Object.fromEntries([...labels].map(([label, counts]) => [label, { precision: precision(counts), recall: recall(counts), f1: f1(counts), ...counts }])),
  entities: Object.fromEntries([...entities].map(([type, counts]) => [type, { precision: precision(counts), recall: recall(counts), ...counts }])),
  entityTotal,
});
