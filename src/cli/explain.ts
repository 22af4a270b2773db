import { createReadStream, existsSync } from "node:fs";
import type { Finding, Route } from "../core/assessment.js";
import type { Message } from "../core/message.js";
import { didYouMean } from "../core/problem.js";
import type { Pack, Rule } from "../core/rule.js";
import { createEngine } from "../create-engine.js";
import { base } from "../generated/base.js";
import { ingest } from "../ingest/ingest.js";
import { overlaps, type Span } from "../core/span.js";
import { mask } from "../redact/mask.js";
import { printable } from "../redact/printable.js";
import { inWords } from "../report/text.js";
import { withoutLane } from "../triage/view.js";
import { allPacks } from "./packs.js";
import { UsageError } from "./problems.js";

/** `obiter explain <rule>` or `obiter explain <file>:<message id>`. Values are masked. */
export async function explain(what: string, law: string | undefined): Promise<number> {
  const packs = [base.pack, ...allPacks];
  const rules = packs.flatMap((pack) => pack.rules.map((rule) => ({ pack, rule })));
  const found = rules.find(({ rule }) => rule.id === what);
  if (found !== undefined) {
    process.stdout.write(describeRule(found.pack, found.rule));
    return 0;
  }
  const colon = what.lastIndexOf(":");
  const file = colon > 0 ? what.slice(0, colon) : what;
  if (colon > 0 && existsSync(file)) return explainMessage(file, what.slice(colon + 1), law);
  const meant = didYouMean(what, rules.map(({ rule }) => rule.id));
  throw new UsageError(`there is no rule "${what}"${meant === undefined ? ": `obiter packs` lists them; a message is <file>:<message id>" : `; did you mean "${meant}"?`}`);
}

function describeRule({ laws, provisions }: Pack, { id, title, category, when, severity, provisions: keys, why, next, restricted }: Rule): string {
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
    "",
  ].join("\n");
}

async function explainMessage(file: string, id: string, law: string | undefined): Promise<number> {
  const engine = createEngine({ packs: allPacks, law: law?.toUpperCase().split(",") ?? [] });
  for await (const one of ingest(createReadStream(file), file)) {
    if ("code" in one || one.id !== id) continue;
    const assessment = withoutLane(engine.assess(one));
    const { findings, routes } = assessment;
    process.stdout.write(`${file}:${id}  ${assessment.severity === "none" ? "nothing found" : assessment.severity}\n${findings.map((finding) => describeFinding(one, finding, findings)).join("")}${routes.map(describeRow).join("")}`);
    process.stdout.write(`language ${assessment.coverage.lang}; not looked at: ${assessment.coverage.skipped.join(", ") || "nothing"}\n`);
    return 0;
  }
  throw new UsageError(`${file} has no message ${id}: ids are those of the file, else line numbers`);
}

/** Which rows of the policy made a route, and for which rules. */
const describeRow = ({ to, action, row, rows = [], because }: Route): string => `- tell ${to}: ${action}, by ${[row, ...rows].join(" and ")}, because of ${because.join(" and ")}\n`;

/** A finding with the words that decided it; what overlaps an identifier is masked. */
function describeFinding({ text }: Message, { title, rule, confidence, severity, spans, entity, contributions = [] }: Finding, all: readonly Finding[]): string {
  const values = all.flatMap((finding) => (finding.entity === undefined ? [] : finding.spans));
  const slice = (span: Span): string => (values.some((value) => overlaps(value, span)) ? mask(text.slice(span.start, span.end)) : printable(text.slice(span.start, span.end)));
  const lines = [`- ${title}: ${inWords(confidence)}, ${severity} (${rule})`, `  at ${spans.map(({ start, end }) => `${start}–${end}`).join(", ")}${entity === undefined ? "" : `: ${entity} ${slice(spans[0]!)}`}`];
  for (const { feature, weight, span } of contributions) lines.push(`  ${weight > 0 ? "+" : ""}${weight.toFixed(2)} ${feature}${span === undefined ? "" : ` “${slice(span)}”`}`);
  return `${lines.join("\n")}\n`;
}
