import type { Assessment, Due, Finding, Route } from "../core/assessment.js";
import { LANGS, type Lang } from "../core/label.js";
import { ObiterError } from "../core/problem.js";
import type { Pack } from "../core/rule.js";
import type { Template } from "../core/template.js";
import { maxSeverity, type Severity } from "../core/severity.js";
import { redact } from "../redact/redact.js";
import { withheld } from "./quote.js";
import { inWords } from "./text.js";
import { ACTION_NAMES, OFFICE_NAMES, PHRASES, SEVERITY_NAMES } from "./words.js";

export interface NoticeOptions {
  readonly lang: Lang;
  /** For titles in the reader's language; else they stand in that of the message. */
  readonly packs?: readonly Pack[];
  /** Texts that a person may send (`obiter/templates`): the one that the route names is added, in the language of the message. */
  readonly templates?: Readonly<Record<string, Template>>;
  /** The text of the message, to be quoted with its identifiers masked. Not quoted where the route or the presumption of privilege forbids it. */
  readonly text?: string;
}

/** A route as a person reads it: what, how grave, what to do, by when, who must not know, and which rows made it. No message text unless it is given. Throws ObiterError on a language that it does not speak. */
export function notice(route: Route, assessment: Assessment, { lang, packs = [], templates = {}, text }: NoticeOptions): string {
  if (!LANGS.includes(lang)) throw new ObiterError([{ code: "notice/lang", message: `a notice cannot be written in ${JSON.stringify(lang) ?? "no language"}`, hint: `one of: ${LANGS.join(", ")}` }]);
  const findings = behind(route, assessment);
  const severity = findings.reduce<Severity>((most, finding) => maxSeverity(most, finding.severity), "none");
  const title = (finding: Finding): string => packs.flatMap(({ rules }) => rules).find(({ id }) => id === finding.rule)?.title[lang] ?? finding.title;
  const { to, via, people = [], action, due, neverTo = [], recused = [], restricted, unrouted, row, rows = [], noContact, template } = route;
  const lines = [`${SEVERITY_NAMES[severity][lang].toUpperCase()} · ${OFFICE_NAMES[via ?? to][lang]}${people.length > 0 ? ` (${people.join(", ")})` : ""}${via === undefined ? "" : ` ${PHRASES.instead[lang]}: ${OFFICE_NAMES[to][lang]}`}`];
  if (unrouted === true) lines.push(PHRASES.unrouted[lang]);
  if (noContact !== undefined) lines.push(`${PHRASES.silence[lang]}.`);
  for (const finding of findings) lines.push(`${title(finding)} (${PHRASES[inWords(finding.confidence)][lang]}) · ${[finding.rule, ...finding.provisions].join(" · ")}`);
  if (restricted !== undefined) lines.push(PHRASES.privilege[lang]);
  lines.push(`→ ${ACTION_NAMES[action][lang]}${due === undefined ? "" : ` · ${dueIn(due, lang)}`}`);
  if (neverTo.length + recused.length > 0) lines.push(`${PHRASES.neverTo[lang]}: ${[...neverTo, ...recused.map((office) => OFFICE_NAMES[office][lang])].join(", ")}`);
  if (text !== undefined && text.trim() !== "") lines.push(quoted(text, route, assessment, lang));
  const sendable = template === undefined ? undefined : templates[template];
  if (sendable !== undefined) lines.push(`${PHRASES.mayBeSent[lang]}: ${sendable.text[assessment.coverage.lang === "unknown" ? lang : assessment.coverage.lang]}`);
  lines.push(`${PHRASES.message[lang]} ${assessment.messageId} · ${PHRASES.because[lang]}: ${[row, ...rows].join(", ")}`);
  return `${lines.join("\n")}\n`;
}

/** The findings that made a route. */
export const behind = ({ because, restricted }: Route, { findings }: Assessment): readonly Finding[] => findings.filter((finding) => because.includes(finding.rule) && finding.restricted === restricted);

function dueIn({ at, regime, provisional, confirmBy, elapsed, weekendsOnly, problem }: Due, lang: Lang): string {
  const when = at !== undefined ? `${PHRASES.by[lang]} ${at}` : problem !== undefined ? PHRASES.noDate[lang] : PHRASES.promptly[lang];
  const state = elapsed === true ? `, ${PHRASES.elapsed[lang]}` : provisional ? `, ${PHRASES.confirm[lang]}` : "";
  return `${when} (${regime}${weekendsOnly === true ? `, ${PHRASES.weekendsOnly[lang]}` : ""}${state})${confirmBy === undefined ? "" : ` · ${PHRASES.confirmBy[lang]} ${confirmBy}`}`;
}

function quoted(text: string, route: Route, assessment: Assessment, lang: Lang): string {
  const why = withheld([route.via ?? route.to], [route], assessment);
  return why === undefined ? `“${redact(text, assessment.findings)}”` : `${PHRASES.withheld[lang]}: ${why === "presumed" ? PHRASES.presumed[lang] : why.join(" · ")}`;
}
