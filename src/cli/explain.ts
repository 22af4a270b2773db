import { createReadStream, existsSync } from "node:fs";
import type { Finding, Route } from "../core/assessment.js";
import type { Message } from "../core/message.js";
import type { Change } from "../core/overlay.js";
import { didYouMean } from "../core/problem.js";
import type { Pack, Rule } from "../core/rule.js";
import { base } from "../generated/base.js";
import { ingest } from "../ingest/ingest.js";
import type { Span } from "../core/span.js";
import { printable } from "../redact/printable.js";
import { excerpt } from "../redact/redact.js";
import { inWords } from "../report/text.js";
import { withoutLane } from "../triage/view.js";
import { UsageError, warn } from "./problems.js";
import { settingsOf, type ReadingOptions, type Settings } from "./settings.js";

/** `obiter explain <rule>` or `obiter explain <file>:<message id>`. Values are masked. */
export async function explain(what: string, options: ReadingOptions): Promise<number> {
  const settings = await settingsOf({ ...options, format: "text" });
  for (const problem of settings.problems) warn(problem);
  const { packs, overlay, engine } = settings;
  const changes = (overlay?.changes ?? []).filter((_, i) => !engine.problems.some(({ path }) => path[0] === "changes" && path[1] === i));
  const rules = [
    ...[base.pack, ...packs].flatMap((pack) => pack.rules.map((rule) => ({ rule, laws: pack.laws, provisions: pack.provisions }))),
    ...changes.flatMap((change) => (change.change === "rule" ? [{ rule: change.add, laws: [], provisions: overlay!.provisions ?? {} }] : [])),
  ];
  const found = rules.find(({ rule }) => rule.id === what);
  if (found !== undefined) {
    process.stdout.write(describeRule(found.rule, found, changes.filter((change) => "rule" in change && change.rule === what)));
    return 0;
  }
  const colon = what.lastIndexOf(":");
  const file = colon > 0 ? what.slice(0, colon) : what;
  if (colon > 0 && existsSync(file)) return explainMessage(file, what.slice(colon + 1), settings);
  const meant = didYouMean(what, rules.map(({ rule }) => rule.id));
  throw new UsageError(`there is no rule "${what}"${meant === undefined ? ": `obiter packs` lists them, a firm's own come with --overlay; a message is <file>:<message id>" : `; did you mean "${meant}"?`}`);
}

function describeRule({ id, title, category, when, severity, provisions: keys, why, next, restricted }: Rule, { laws, provisions }: Pick<Pack, "laws" | "provisions">, changes: readonly Change[]): string {
  const conditions = Object.entries(when).map(([key, value]) => `${key} ${Array.isArray(value) ? value.join(" or ") : String(value)}`);
  const cites = keys.map((key) => `  ${provisions[key]!.cite}: ${provisions[key]!.gist}${provisions[key]!.confirmed ? "" : " (not confirmed against the instrument)"}`);
  return [
    `${id}  ${title.en}`,
    `category  ${category}, ${severity === "base" ? "severity by rules/base/severity.json" : `at least ${severity}`}${restricted === undefined ? "" : `, only for the ${restricted.toUpperCase()}`}`,
    `when      ${conditions.join(", ")}`,
    `applies   ${laws.length === 0 ? "everywhere" : `under the law of ${laws.join(", ")}`}`,
    `why       ${why.en}`,
    `next      ${next.en}`,
    ...(cites.length > 0 ? ["rests on", ...cites] : []),
    ...changes.map(({ change, reason, owner, expires }) => `the firm  ${change} until ${expires}: ${reason} (${owner})`),
    "",
  ].join("\n");
}

async function explainMessage(file: string, id: string, { engine, ingest: how, options: { now } }: Settings): Promise<number> {
  for await (const one of ingest(createReadStream(file), file, how)) {
    if ("code" in one || one.id !== id) continue;
    const assessment = withoutLane(engine.assess(one, now === undefined ? {} : { now }));
    const { findings, routes } = assessment;
    process.stdout.write(`${file}:${id}  ${assessment.severity === "none" ? "nothing found" : assessment.severity}\n${findings.map((finding) => describeFinding(one, finding, findings)).join("")}${routes.map(describeRow).join("")}`);
    process.stdout.write(`language ${assessment.coverage.lang}; not looked at: ${assessment.coverage.skipped.join(", ") || "nothing"}\n`);
    return 0;
  }
  throw new UsageError(`${file} has no message ${id}: ids are those of the file, else line numbers`);
}

/** Which rows of the policy made a route, and for which rules. */
const describeRow = ({ to, action, row, rows = [], because }: Route): string => `- tell ${to}: ${action}, by ${[row, ...rows].join(" and ")}, because of ${because.join(" and ")}\n`;

/** A finding with the words that decided it; identifiers and secrets in them are masked. */
function describeFinding({ text }: Message, { title, rule, confidence, severity, spans, entity, contributions = [] }: Finding, all: readonly Finding[]): string {
  const slice = (span: Span): string => printable(excerpt(text, all, span));
  const lines = [`- ${title}: ${inWords(confidence)}, ${severity} (${rule})`, `  at ${spans.map(({ start, end }) => `${start}–${end}`).join(", ")}${entity === undefined ? "" : `: ${entity} ${slice(spans[0]!)}`}`];
  for (const { feature, weight, span } of contributions) lines.push(`  ${weight > 0 ? "+" : ""}${weight.toFixed(2)} ${feature}${span === undefined ? "" : ` “${slice(span)}”`}`);
  return `${lines.join("\n")}\n`;
}
