import type { Assessment, Due, Finding, Route } from "../core/assessment.js";
import { counted } from "../core/counted.js";
import type { Message } from "../core/message.js";
import type { Office } from "../core/rule.js";
import { severityRank, type Severity } from "../core/severity.js";
import { redact } from "../redact/redact.js";
import { printable } from "../redact/printable.js";
import { withheldFrom } from "./quote.js";

/** How the report paints words; plain where there is no terminal. */
export interface Paint {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly severity: (severity: Severity, text: string) => string;
}

export interface TextOptions {
  readonly paint: Paint;
  /** Show identifiers and secrets as they stand. */
  readonly reveal: boolean;
  /** What the reader may see of the assessment, and the office they read it in; else everything but the restricted lane. */
  readonly reader?: { readonly office?: Office; readonly seen: Assessment };
}

/** People read words, not numbers that look like guilt. */
export const inWords = (confidence: number): "likely" | "possible" => (confidence >= 0.8 ? "likely" : "possible");

/** The findings that a reader may see. */
export const visible = ({ findings }: Assessment, mlro: boolean): readonly Finding[] => findings.filter((finding) => mlro || finding.restricted === undefined);

const LABELS_WIDTH = 9;
const LONGEST_QUOTE = 280;

/** One message with its risks, for a person: who, when, what, under which rule, who must know by when. Empty when there is nothing to say. */
export function reportMessage(message: Message, assessment: Assessment, file: string, { paint, reveal, reader }: TextOptions): string {
  const seen = reader?.seen ?? assessment;
  const findings = visible(seen, reader !== undefined).filter(({ severity }) => severity !== "info");
  if (findings.length === 0) return "";
  const severity = findings.reduce<Severity>((most, finding) => (severityRank(finding.severity) > severityRank(most) ? finding.severity : most), "none");
  const { sender, sentAt, line } = message;
  const who = [sender?.name ?? sender?.id, sender?.role === undefined ? undefined : `(${sender.role})`].filter(Boolean).join(" ");
  const where = line === undefined ? file : `${file}:${line}`;
  const lines = [`${paint.severity(severity, severity.toUpperCase().padEnd(8))} ${paint.bold(printable(who) || "unknown sender")}  ${sentAt === undefined ? "" : printable(readableTime(sentAt))}  ${paint.dim(where)}`];
  const why = reader === undefined ? undefined : withheldFrom(reader.office, seen.routes, assessment);
  lines.push(why !== undefined ? `  text withheld: ${why === "presumed" ? "presumed privileged" : why.join(" · ")}` : message.text.trim() === "" ? `  ${paint.dim(`(${inPlaceOfText(message)})`)}` : `  ${paint.dim("“")}${quoted(message, assessment, reveal)}${paint.dim("”")}`);
  for (const finding of findings) {
    lines.push(field("risk", `${finding.title} (${inWords(finding.confidence)}, ${finding.severity})${finding.entity === undefined && finding.kind === undefined ? "" : ` · ${finding.entity ?? finding.kind}`}`));
    lines.push(field("rule", [finding.rule, ...finding.provisions].join(" · ")));
    if (finding.provisions.length === 0 && finding.wouldApply !== undefined) {
      lines.push(field("", `would apply: ${finding.wouldApply.map(({ cite, ifLaw }) => `${cite} (if ${ifLaw})`).join(" · ")}`));
    }
    if (severityRank(finding.severity) >= severityRank("medium")) lines.push(field("why", finding.why), field("next", finding.next));
  }
  if (seen.routes.some(({ noContact }) => noContact !== undefined)) lines.push(field("safe", "SEND NOTHING to this person or chat: somebody else may read it. Speak to them in a way that they choose."));
  for (const route of seen.routes.filter((one) => reader !== undefined || one.restricted === undefined)) lines.push(field("tell", describeRoute(route)));
  return `${lines.join("\n")}\n`;
}

const quoted = ({ text }: Message, { findings }: Assessment, reveal: boolean): string => shorten(reveal ? text : redact(text, findings)).replaceAll("\n", "\n   ");
/** What there was in place of words. */
const inPlaceOfText = ({ markers = [] }: Message): string => (["deleted", "media"] as const).find((marker) => markers.includes(marker)) ?? "no text";
const field = (name: string, text: string): string => `  ${name.padEnd(LABELS_WIDTH - 2)}${text}`;
const shorten = (text: string): string => printable(text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text);
/** An ISO 8601 instant without its seconds; anything else as it is written. */
const readableTime = (instant: string): string =>
  instant.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?$/, (_, day: string, time: string, offset = "") => `${day} ${time}${offset === "" ? "" : ` ${offset === "Z" ? "UTC" : offset}`}`);

function describeRoute({ to, action, due, neverTo = [], recused = [], people, via, unrouted }: Route): string {
  const never = neverTo.length + recused.length === 0 ? "" : `, not ${[...neverTo, ...recused].join(", ")}`;
  const who = unrouted === true ? " UNROUTED: nobody is left who may be told" : people === undefined ? (via === undefined ? "" : ` (${via} instead)`) : ` (${[...people, ...(via === undefined ? [] : [`as ${via}`])].join(", ")})`;
  return `${to}${who}: ${action}${due === undefined ? "" : ` ${describeDue(due)}`}${never}`;
}

/** By when, under which rule, and what a person still has to do about it. */
export function describeDue({ at, regime, provisional, confirmBy, elapsed, weekendsOnly, problem }: Due): string {
  const when = at !== undefined ? `by ${readableTime(at)}` : problem !== undefined ? "by a date to be set" : "promptly";
  const target = at === undefined && confirmBy !== undefined ? `, target ${readableTime(confirmBy)}` : "";
  const rest = elapsed === true ? ", period elapsed: check the file" : provisional ? ", once a person confirms" : "";
  return `${when}${target} (${regime}${weekendsOnly === true ? ", weekends only: check public holidays" : ""}${rest})`;
}

/** Counts at the end of a report. */
export interface Tally {
  readonly messages: number;
  readonly exempt: number;
  readonly problems: number;
  readonly bySeverity: Readonly<Partial<Record<Severity, number>>>;
  /** Findings of rules in shadow, by rule. */
  readonly inShadow: Readonly<Record<string, number>>;
}

export function reportTally({ messages, exempt, problems, bySeverity, inShadow }: Tally, packs: readonly string[], paint: Paint): string {
  const counts = (["critical", "high", "medium", "low"] as const).map((severity) => paint.severity(severity, `${bySeverity[severity] ?? 0} ${severity}`)).join(" · ");
  const notes = [exempt > 0 ? `${exempt} exempt, not read` : "", problems > 0 ? `${counted(problems, "problem")}, told above` : ""].filter(Boolean);
  const shadow = Object.entries(inShadow).sort(([a], [b]) => (a < b ? -1 : 1)).map(([rule, count]) => `${count} ${rule}`);
  return `${paint.bold(counted(messages, "message"))}, findings: ${counts}${notes.length > 0 ? ` · ${notes.join(" · ")}` : ""}\n${shadow.length > 0 ? `in shadow, told nobody: ${shadow.join(" · ")}\n` : ""}${paint.dim(`packs: ${packs.join(", ")} · a machine's reading: a person decides`)}\n`;
}
