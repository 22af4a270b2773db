import { existsSync, readFileSync, statSync } from "node:fs";
import type { Assessment } from "../core/assessment.js";
import { counted } from "../core/counted.js";
import type { Law, Message, Role } from "../core/message.js";
import { formatProblem } from "../core/problem.js";
import type { Pack } from "../core/rule.js";
import { createEngine } from "../create-engine.js";
import { composeEngine, type Engine } from "../engine.js";
import { diffAlerts, diffInventories, inventoryOf, inventoryOfOverlay, type ChangedAlert, type ChangedNames, type Inventory } from "../packs/diff.js";
import { exampleMessage } from "../packs/example.js";
import type { RuleFile } from "../packs/schema.js";
import { loadRules, type LoadedRules } from "./load-rules.js";
import { overlayFrom } from "./overlay.js";
import { allPacks } from "./packs.js";
import { isNotice, UsageError } from "./problems.js";
import { lawsOf } from "./settings.js";

export interface DiffOptions {
  readonly on?: readonly string[];
  readonly firmLaw?: string;
  readonly json?: boolean;
}

/** What is compared: by name what it consists of, how it reads messages, and the examples that it brings. */
interface Side {
  readonly inventory: Inventory;
  readonly engine: Pick<Engine, "assess">;
  readonly examples: readonly Placed[];
}

/** `obiter diff`: what changed between two folders of rules or two overlays, and which alerts come, go or change on messages. 0; 2 where something cannot be read. */
export function diff(before: string, after: string, { on, firmLaw, json }: DiffOptions): number {
  const law = firmLaw === undefined ? undefined : lawsOf(firmLaw);
  const [old, now] = areFiles(before, after) ? [overlaySide(before, law), overlaySide(after, law)] : rulesSides(before, after, law);
  const names = diffInventories(old.inventory, now.inventory);
  const messages = on === undefined ? [...new Map([...old.examples, ...now.examples].map((one) => [JSON.stringify(one.message), one])).values()] : on.flatMap(messagesOf);
  // A message without a day is read today: what silences needs a day on which it holds.
  const read = ({ engine }: Side, message: Message): Assessment => engine.assess(message, message.sentAt === undefined ? { now: new Date().toISOString() } : {});
  const alerts = messages.flatMap(({ place, message }) => diffAlerts(read(old, message), read(now, message)).map((alert) => ({ message: place, ...alert })));
  process.stdout.write(json === true ? `${JSON.stringify({ rules: names, messages: messages.length, alerts }, null, 2)}\n` : prose(names, alerts, messages.length));
  return 0;
}

/** Two files are compared as overlays, two folders as rules. */
function areFiles(...paths: readonly string[]): boolean {
  const missing = paths.find((path) => !existsSync(path));
  if (missing !== undefined) throw new UsageError(`there is no file or folder ${missing}`);
  const file = paths.find((path) => statSync(path).isFile());
  const folder = paths.find((path) => !statSync(path).isFile());
  if (file !== undefined && folder !== undefined) throw new UsageError(`${file} is a file and ${folder} is a folder: give two overlays, or two folders of rules`);
  return folder === undefined;
}

const lawsServed = (packs: readonly Pack[]): Law[] => [...new Set(packs.flatMap(({ laws }) => laws))].sort();

function rulesSides(before: string, after: string, law: readonly Law[] | undefined): [Side, Side] {
  const sides = [before, after].map(loadRules);
  const problems = sides.flatMap(({ problems: found }) => found);
  if (problems.length > 0) throw new UsageError(`the rules cannot be compared:\n${problems.map(formatProblem).join("\n")}`);
  const all = lawsServed(sides.flatMap(({ sources }) => sources.map(({ pack }) => pack)));
  return sides.map((side): Side => {
    const packs = side.sources.map(({ pack }) => pack);
    return { inventory: inventoryOf(packs, side.foundation.severities, side.signals.phrases, side.signals.words), engine: composeEngine(side.foundation, { packs: packs.filter(({ id }) => id !== "base"), law: law ?? all }), examples: examplesOf(side) };
  }) as [Side, Side];
}

/** An overlay over the shipped packs. */
function overlaySide(path: string, law: readonly Law[] = lawsServed(allPacks)): Side {
  const { overlay, problemsWith } = overlayFrom(path);
  const engine = createEngine({ packs: allPacks, law, overlay });
  const problems = problemsWith(engine.problems).filter((problem) => !isNotice(problem));
  if (problems.length > 0) throw new UsageError(`the overlays cannot be compared:\n${problems.map(formatProblem).join("\n")}`);
  return { inventory: inventoryOfOverlay(overlay), engine, examples: overlay.changes.flatMap((change) => (change.change === "rule" ? ofRule(change.add.id, (change.add as RuleFile).examples) : [])) };
}

interface Placed {
  readonly place: string;
  readonly message: Message;
}

const ofRule = (rule: string, { hit, miss }: RuleFile["examples"]): Placed[] => [...hit.map((one, i) => ({ place: `${rule} hit ${i + 1}`, message: exampleMessage(one) })), ...miss.map((one, i) => ({ place: `${rule} miss ${i + 1}`, message: exampleMessage(one) }))];

/** Every example of rules and signals. */
const examplesOf = ({ sources, signals }: LoadedRules): Placed[] => [
  ...sources.flatMap(({ examples }) => [...examples].flatMap(([rule, given]) => ofRule(rule, given))),
  ...signals.examples.flatMap(({ label, lang, hit, miss }) => [...hit.map((text, i) => ({ place: `${label} ${lang} hit ${i + 1}`, message: { text, lang } })), ...miss.map((text, i) => ({ place: `${label} ${lang} miss ${i + 1}`, message: { text, lang } }))]),
];

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
  const rules = added.length + removed.length + changed.length === 0 ? "Nothing is changed.\n" : `${added.length} added, ${removed.length} removed, ${changed.length} changed.\n${list("+", added)}${list("-", removed)}${list("~", changed.map(({ name, keys }) => `${name} (${keys.join(", ")})`))}`;
  const told = `On ${counted(messages, "message")}: ${counted(count("comes"), "alert comes", "alerts come")}, ${count("goes")} go, ${count("severity")} change severity, ${count("route")} change route, ${count("rule")} rest on another rule, ${count("confidence")} are more or less sure.\n`;
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
