import { createReadStream, existsSync, statSync } from "node:fs";
import type { Finding, Route } from "../core/assessment.js";
import type { Message } from "../core/message.js";
import type { Change } from "../core/overlay.js";
import { didYouMean, ObiterError, type Problem } from "../core/problem.js";
import { provisionsOf, type Pack, type Rule } from "../core/rule.js";
import { ingest } from "../ingest/ingest.js";
import type { Span } from "../core/span.js";
import { printable } from "../redact/printable.js";
import { excerpt } from "../redact/redact.js";
import { withheldFrom } from "../report/quote.js";
import { inWords } from "../report/text.js";
import { view, withoutLane } from "../triage/view.js";
import { isNotice, UsageError, warn } from "./problems.js";
import { problemsOf } from "./read-part.js";
import { settingsOf, type ReadingOptions, type Settings } from "./settings.js";

/** `obiter explain <rule>` or `obiter explain <file>:<message id>`, or `<file>:<line>`, as `scan` prints it. Values are masked. */
export async function explain(what: string, options: ReadingOptions): Promise<number> {
  const settings = await settingsOf({ ...options, format: "text" });
  for (const problem of settings.problems) warn(problem);
  const { base, packs, overlay, engine } = settings;
  const changes = (overlay?.changes ?? []).filter((_, i) => !engine.problems.some(({ path }) => path[0] === "changes" && path[1] === i));
  const rules = [
    ...[base, ...packs].flatMap((pack) => pack.rules.map((rule) => ({ rule, laws: pack.laws, provisions: pack.provisions }))),
    ...changes.flatMap((change) => (change.change === "rule" ? [{ rule: change.add, laws: [], provisions: overlay!.provisions ?? {} }] : [])),
  ];
  const found = rules.find(({ rule }) => rule.id === what);
  if (found !== undefined) {
    process.stdout.write(describeRule(found.rule, found, changes.filter((change) => "rule" in change && change.rule === what)));
    return 0;
  }
  const place = placeOf(what);
  if (place !== undefined) return explainMessages(place, settings);
  if (isFile(what)) throw new UsageError(`which message of ${what}? Give ${what}:<line>, as scan prints it, or ${what}:<message id>`);
  const colon = what.lastIndexOf(":");
  if (colon > 0) throw new UsageError(`there is no file ${what.slice(0, colon)}: a message is <file>:<line>, as scan prints it, or <file>:<message id>`);
  const meant = didYouMean(what, rules.map(({ rule }) => rule.id));
  throw new UsageError(`there is no rule "${what}"${meant === undefined ? ": `obiter packs` lists them, a firm's own come with --overlay; a message is <file>:<line>" : `; did you mean "${meant}"?`}`);
}

/** A file, and which of its messages. */
interface Place {
  readonly file: string;
  readonly at: string;
}

const isFile = (path: string): boolean => existsSync(path) && statSync(path).isFile();

/** The file is what stands before a colon and is there: paths and ids may hold colons themselves. */
function placeOf(what: string): Place | undefined {
  for (let colon = what.lastIndexOf(":"); colon > 0; colon = what.lastIndexOf(":", colon - 1)) {
    const file = what.slice(0, colon);
    if (isFile(file)) return { file, at: what.slice(colon + 1) };
  }
  return undefined;
}

function describeRule(rule: Rule, pack: Pick<Pack, "laws" | "provisions">, changes: readonly Change[]): string {
  const { id, title, category, when, severity, why, next, restricted } = rule;
  const { laws } = pack;
  const conditions = Object.entries(when).map(([key, value]) => `${key} ${Array.isArray(value) ? value.join(" or ") : String(value)}`);
  const cites = provisionsOf(rule, pack).map(({ cite, gist, confirmed }) => `  ${cite}: ${gist}${confirmed ? "" : " (not confirmed against the instrument)"}`);
  return [
    `${id}  ${title.en}`,
    `category  ${category}, ${severity === "base" ? "severity by rules/base/severity.json" : `at least ${severity}`}${restricted === undefined ? "" : `, only for the ${restricted.toUpperCase()}`}`,
    `when      ${conditions.join(", ")}`,
    `applies   ${laws.length === 0 ? "everywhere" : `under the law of ${laws.join(", ")}`}`,
    `why       ${why.en}`,
    `next      ${next.en}`,
    ...(cites.length > 0 ? ["rests on", ...cites] : []),
    ...changes.map((one) => ({ to: one.change === "severity" ? ` at least ${one.severity}` : "", ...one })).map(({ change, to, reason, owner, expires }) => `the firm  ${change}${to} until ${expires}: ${reason} (${owner})`),
    "",
  ].join("\n");
}

/** The message that begins on the line, as `scan` prints it, and all that have it for their id: where those are others, both may be meant. */
async function explainMessages({ file, at }: Place, settings: Settings): Promise<number> {
  let onLine = 0;
  let named = 0;
  let unread: Problem | undefined;
  try {
    for await (const one of ingest(createReadStream(file), file, settings.ingest)) {
      const isThere = String(one.line) === at;
      if ("code" in one) {
        if (isThere && !isNotice(one)) unread = one;
      } else if (isThere || one.id === at) {
        process.stdout.write(`${onLine + named > 0 ? "\n" : ""}${describeMessage(one, file, settings)}`);
        if (one.id === at) named++;
        else onLine++;
      }
    }
  } catch (error) {
    throw new ObiterError(problemsOf(error, file));
  }
  if (onLine + named === 0) {
    if (unread !== undefined) throw new ObiterError([unread]);
    throw new UsageError(`${file} has no message ${/^\d+$/.test(at) ? `that begins on line ${at}, and none with that id` : `with the id ${at}`}: scan prints places as <file>:<line>`);
  }
  if (unread !== undefined) warn(unread);
  else if (onLine > 0 && named > 0) warn({ code: "explain/line-or-id", message: `${at} is a line of ${file}, and the id of what stands elsewhere: both are explained`, hint: "the line is that which scan prints" });
  return 0;
}

/** A message by its place, with its id where that is another. */
function describeMessage(message: Message, file: string, { engine, viewer, options: { now, as } }: Settings): string {
  const whole = engine.assess(message, now === undefined ? {} : { now });
  const { findings, routes, severity, coverage } = viewer === undefined ? withoutLane(whole) : view(whole, viewer);
  const isQuoted = viewer === undefined || withheldFrom(typeof viewer === "string" ? viewer : undefined, routes, whole) === undefined;
  const { id = "", line } = message;
  const head = `${file}:${line}${id === String(line) ? "" : ` (id ${printable(id)})`}  ${severity !== "none" ? severity : as === undefined ? "nothing found" : `nothing that ${as} may see`}`;
  return `${head}\n${findings.map((finding) => describeFinding(message, finding, whole.findings, isQuoted)).join("")}${routes.map(describeRow).join("")}language ${coverage.lang}; not looked at: ${coverage.skipped.join(", ") || "nothing"}\n`;
}

/** Which rows of the policy made a route, and for which rules. */
const describeRow = ({ to, action, row, rows = [], because }: Route): string => `- tell ${to}: ${action}, by ${[row, ...rows].join(" and ")}, because of ${because.join(" and ")}\n`;

/** A finding with the words that decided it; identifiers and secrets in them are masked, those too that the reader is not told of, and nothing is quoted where the reader may not be shown the text. */
function describeFinding({ text }: Message, { title, rule, confidence, severity, spans, entity, contributions = [] }: Finding, all: readonly Finding[], isQuoted: boolean): string {
  const slice = (span: Span): string => printable(excerpt(text, all, span));
  const lines = [`- ${title}: ${inWords(confidence)}, ${severity} (${rule})`];
  if (!isQuoted) lines.push("  the text is withheld");
  else if (spans.length > 0) lines.push(`  at ${spans.map(({ start, end }) => `${start}–${end}`).join(", ")}${entity === undefined ? "" : `: ${entity} ${slice(spans[0]!)}`}`);
  for (const { feature, weight, span } of isQuoted ? contributions : []) lines.push(`  ${weight > 0 ? "+" : ""}${weight.toFixed(2)} ${feature}${span === undefined ? "" : ` “${slice(span)}”`}`);
  return `${lines.join("\n")}\n`;
}
