import { readFileSync } from "node:fs";
import { counted } from "../core/counted.js";
import { ENTITY_TYPES, isSignalName, LABELS, LANGS } from "../core/label.js";
import { CHANNELS, DIRECTIONS, ROLES, type Message } from "../core/message.js";
import { hintFor, type Problem } from "../core/problem.js";
import { createEngine } from "../create-engine.js";
import { f1, measure, precision, recall, type Counts, type Judged, type Metrics } from "../report/metrics.js";
import { modelNamed, type ModelName } from "./model.js";
import { overlayFrom } from "./overlay.js";
import { choosePacks } from "./packs.js";
import { UsageError, warn } from "./problems.js";
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

/** `obiter eval`: precision, recall and F1 per label and language on labelled messages; 1 where a language's macro-F1 is below `--fail-under`, 2 where a row cannot be used. Text, role, direction and channel are all it passes on. */
export async function evaluate(paths: readonly string[], { pack, errors, compare: comparing, json, overlay, model, failUnder }: EvalOptions): Promise<number> {
  if (comparing === true) {
    if (paths.length !== 2) throw new UsageError("--compare takes two results of eval --json");
    process.stdout.write(compare(paths[0]!, paths[1]!));
    return 0;
  }
  const bar = failUnder === undefined ? 0 : Number(failUnder);
  if (!(bar >= 0 && bar <= 1)) throw new UsageError(`"${failUnder}" is no F1: give a number from 0 to 1`);
  const engine = createEngine({ packs: choosePacks(pack), ...(await modelNamed(model)), ...(overlay === undefined ? {} : { overlay: overlayFrom(overlay).overlay }) });
  const problems: Problem[] = [];
  const rows = paths.flatMap((path) => readRows(path, problems));
  problems.forEach(warn);
  if (rows.length === 0) throw new UsageError(`there is no labelled message in ${paths.join(", ")}`);
  const judged = rows.map(({ id, text, lang, role, direction, channel, labels, entities = [] }) => {
    const message = { id, text, ...(role === undefined ? {} : { sender: { id: "sender", role } }), ...(direction === undefined ? {} : { direction }), ...(channel === undefined ? {} : { channel }) } as Message;
    return { id, text, lang: lang.slice(0, 2), labels, entities, assessment: engine.assess(message) };
  });
  const langs = [...new Set(judged.map(({ lang }) => lang))].sort();
  const groups = langs.map((lang): readonly [string, Metrics] => [lang, measure(judged.filter((one) => one.lang === lang))]);
  if (groups.length > 1) groups.push(["all", measure(judged)]);
  process.stdout.write(json === true ? `${JSON.stringify(Object.fromEntries(groups.map(([lang, metrics]) => [lang, { ...asJson(metrics), ...(lang === "all" ? {} : { verdicts: judged.filter((one) => one.lang === lang).map(verdictOf) }) }])), null, 2)}\n` : groups.map(([lang, metrics]) => table(lang, metrics)).join("\n"));
  if (errors === true) process.stdout.write(`\n${worstMistakes(judged.map(verdictOf))}`);
  return problems.length > 0 ? 2 : groups.some(([, { macroF1 }]) => macroF1 < bar) ? 1 : 0;
}

/** The rows of a file. What is no labelled message, or says what Obiter does not know, would spoil the figures: it is told and left out. */
function readRows(path: string, problems: Problem[]): Row[] {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    throw new UsageError(`${path} cannot be read`);
  }
  return text.split("\n").flatMap((line, i) => {
    if (line.trim() === "") return [];
    let row: Row | undefined;
    try {
      row = JSON.parse(line) as Row;
    } catch {
      // told below, without the text of the line
    }
    const wrong = wrongRow(row);
    if (wrong === undefined) return [{ ...row!, id: row!.id ?? String(i + 1) }];
    problems.push({ code: "eval/row", file: path, line: i + 1, ...wrong });
    return [];
  });
}

type Wrong = Pick<Problem, "message" | "hint">;

function wrongRow(row: Row | undefined): Wrong | undefined {
  if (typeof row?.text !== "string" || !Array.isArray(row.labels) || typeof row.lang !== "string") return { message: "not a labelled message", hint: 'write {"lang":"en","text":"…","labels":[]}' };
  const { lang, labels, role, direction, channel, entities = [] } = row;
  if (!Array.isArray(entities) || entities.some((one) => typeof one?.text !== "string")) return { message: "its entities are no list of texts with their types", hint: 'write "entities":[{"type":"iban","text":"…"}]' };
  return (
    unknown("language", [lang.slice(0, 2)], LANGS) ?? unknown("label", labels.filter((label) => !isSignalName(label)), LABELS) ?? unknown("role", [role], ROLES) ?? unknown("direction", [direction], DIRECTIONS) ??
    unknown("channel", [channel], CHANNELS) ?? unknown("type of entity", entities.map(({ type }) => type), ENTITY_TYPES)
  );
}

/** The first of what is given that is none of the list. */
function unknown(what: string, given: readonly unknown[], list: readonly string[]): Wrong | undefined {
  const wrong = given.find((one) => one !== undefined && !list.includes(one as string));
  if (wrong === undefined) return undefined;
  return { message: `unknown ${what} ${JSON.stringify(String(wrong).slice(0, 40))}`, hint: hintFor(String(wrong), list) };
}

const DASH = "–".padStart(6);
const percent = (share: number): string => `${(100 * share).toFixed(1)}%`.padStart(6);
/** A share of nothing is none: it shows as a dash. */
const shareOf = (of: number, share: number): string => (of === 0 ? DASH : percent(share));
function row(name: string, counts: Counts): string {
  const { hit, false: wrong, missed } = counts;
  const count = hit + missed;
  return `  ${name.padEnd(22)} ${shareOf(hit + wrong, precision(counts))} ${shareOf(count, recall(counts))} ${shareOf(count, f1(counts))}  ${String(count).padStart(5)} ${String(hit).padStart(5)} ${String(wrong).padStart(5)} ${String(missed).padStart(6)}\n`;
}

function table(lang: string, { messages, labels, macroF1, micro, benign, falseAlarms, calibration, alerts, entities, entityTotal }: Metrics): string {
  const head = (name: string): string => `  ${name.padEnd(22)}   prec    rec     F1  count   hit false missed\n`;
  return (
    `${lang}: ${counted(messages, "message")}, ${benign} benign\n${head("label")}${[...labels].map(([label, counts]) => row(label, counts)).join("")}` +
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
