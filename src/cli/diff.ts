import { existsSync, readFileSync } from "node:fs";
import type { Message, Role } from "../core/message.js";
import { formatProblem } from "../core/problem.js";
import { composeEngine } from "../engine.js";
import { diffAlerts, diffInventories, inventoryOf, type ChangedAlert, type ChangedNames } from "../packs/diff.js";
import { exampleMessage } from "../packs/example.js";
import { loadRules, type LoadedRules } from "./load-rules.js";
import { UsageError } from "./problems.js";

export interface DiffOptions {
  readonly on?: readonly string[];
  readonly firmLaw?: string;
  readonly json?: boolean;
}

/** `obiter diff`: what changed between two folders of rules, and which alerts come, go or change on messages. 0; 2 where a folder or a file cannot be read. */
export function diff(before: string, after: string, { on, firmLaw, json }: DiffOptions): number {
  const sides = [before, after].map(loadRules) as [LoadedRules, LoadedRules];
  const problems = sides.flatMap(({ problems: found }) => found);
  if (problems.length > 0) throw new UsageError(`the rules cannot be compared:\n${problems.map(formatProblem).join("\n")}`);
  const names = diffInventories(...(sides.map(inventory) as [ReturnType<typeof inventory>, ReturnType<typeof inventory>]));
  const messages = on === undefined ? examplesOf(sides) : on.flatMap(messagesOf);
  const law = firmLaw?.toUpperCase().split(",") ?? [...new Set(sides.flatMap(({ sources }) => sources.flatMap(({ pack }) => pack.laws)))].sort();
  const [old, now] = sides.map(({ foundation, sources }) => composeEngine(foundation, { packs: sources.map(({ pack }) => pack).filter(({ id }) => id !== "base"), law })) as [ReturnType<typeof composeEngine>, ReturnType<typeof composeEngine>];
  const alerts = messages.flatMap(({ place, message }) => diffAlerts(old.assess(message), now.assess(message)).map((alert) => ({ message: place, ...alert })));
  process.stdout.write(json === true ? `${JSON.stringify({ rules: names, messages: messages.length, alerts }, null, 2)}\n` : prose(names, alerts, messages.length));
  return 0;
}

const inventory = ({ sources, foundation, signals }: LoadedRules) => inventoryOf(sources.map(({ pack }) => pack), foundation.severities, signals.phrases, signals.words);

interface Placed {
  readonly place: string;
  readonly message: Message;
}

/** Every example of both sides, each once. */
function examplesOf(sides: readonly LoadedRules[]): Placed[] {
  const all = sides.flatMap(({ sources, signals }): Placed[] => [
    ...sources.flatMap(({ examples }) => [...examples].flatMap(([rule, { hit, miss }]) => [...hit.map((one, i) => ({ place: `${rule} hit ${i}`, message: exampleMessage(one) })), ...miss.map((one, i) => ({ place: `${rule} miss ${i}`, message: exampleMessage(one) }))])),
    ...signals.examples.flatMap(({ label, lang, hit, miss }) => [...hit.map((text, i) => ({ place: `${label} ${lang} hit ${i}`, message: { text, lang } })), ...miss.map((text, i) => ({ place: `${label} ${lang} miss ${i}`, message: { text, lang } }))]),
  ]);
  return [...new Map(all.map((one) => [JSON.stringify(one.message), one])).values()];
}

/** The messages of a JSONL file, labelled or not. */
function messagesOf(path: string): Placed[] {
  if (!existsSync(path)) throw new UsageError(`there is no file ${path}`);
  return readFileSync(path, "utf8").split("\n").flatMap((line, i) => {
    if (line.trim() === "") return [];
    try {
      const { role, sender, ...row } = JSON.parse(line) as Message & { role?: Role };
      if (typeof row.text === "string") return [{ place: `${path}:${i + 1}`, message: { ...row, sender: sender ?? { id: "sender", ...(role === undefined ? {} : { role }) } } }];
    } catch {
      // told below, without the text of the line
    }
    throw new UsageError(`${path}:${i + 1}: not a message: {"text":"…"}`);
  });
}

/** Names shown of a kind of change, at most. */
const SHOWN = 12;

function prose({ added, removed, changed }: ChangedNames, alerts: readonly (ChangedAlert & { readonly message: string })[], messages: number): string {
  const list = (sign: string, names: readonly string[]): string => `${names.slice(0, SHOWN).map((name) => `  ${sign} ${name}\n`).join("")}${names.length > SHOWN ? `  ${sign} … ${names.length - SHOWN} more\n` : ""}`;
  const count = (change: ChangedAlert["change"]): number => alerts.filter((alert) => alert.change === change).length;
  const rules = added.length + removed.length + changed.length === 0 ? "The rules are the same.\n" : `Rules: ${added.length} added, ${removed.length} removed, ${changed.length} changed.\n${list("+", added)}${list("-", removed)}${list("~", changed.map(({ name, keys }) => `${name} (${keys.join(", ")})`))}`;
  const told = `On ${messages} messages: ${count("comes")} alerts come, ${count("goes")} go, ${count("severity")} change severity, ${count("route")} change route, ${count("rule")} rest on another rule, ${count("confidence")} are more or less sure.\n`;
  const surer = alerts.filter(({ change }) => change === "confidence");
  const more = surer.length > SHOWN ? `  … ${surer.length - SHOWN} more are more or less sure\n` : "";
  return `${rules}${told}${[...alerts.filter(({ change }) => change !== "confidence"), ...surer.slice(0, SHOWN)].map(describe).join("")}${more}`;
}

function describe({ message, change, category, before, after }: ChangedAlert & { readonly message: string }): string {
  const tell = ({ routes }: { readonly routes: readonly string[] }): string => routes.join(", ") || "nobody";
  if (before === undefined || after === undefined) {
    const { rule, severity, routes } = (after ?? before)!;
    return `  ${message}: ${category} ${change}, ${severity} (${rule}), told to ${tell({ routes })}\n`;
  }
  if (change === "confidence") return `  ${message}: ${category} is ${after.confidence > before.confidence ? "surer" : "less sure"}: ${before.confidence} → ${after.confidence}\n`;
  const from = change === "severity" ? before.severity : change === "rule" ? before.rule : tell(before);
  const to = change === "severity" ? after.severity : change === "rule" ? after.rule : tell(after);
  return `  ${message}: ${category} ${change === "route" ? "is told to others" : `has another ${change}`}: ${from} → ${to}\n`;
}
