import type { Log, ReportingDescriptor, Result } from "sarif";
import type { Assessment, Finding } from "../core/assessment.js";
import type { Message } from "../core/message.js";
import type { Pack } from "../core/rule.js";
import type { Severity } from "../core/severity.js";
import { visible } from "./text.js";

/** A message of a file with what was found in it. */
export interface Assessed {
  readonly file: string;
  readonly message: Message;
  readonly assessment: Assessment;
}

const LEVELS: Readonly<Record<Severity, Result["level"]>> = { none: "none", info: "note", low: "note", medium: "warning", high: "error", critical: "error" };
const SCORES: Readonly<Record<Severity, string>> = { none: "0.0", info: "1.0", low: "3.0", medium: "5.0", high: "8.0", critical: "9.5" };

/**
 * SARIF 2.1.0 (OASIS). Places are file and line, columns are UTF-16 code units of the message; no message text is in it, nor
 * any finding of a restricted lane unless asked for as MLRO.
 */
export function toSarif(assessed: readonly Assessed[], packs: readonly Pack[], version: string, mlro = false): Log {
  const rules: ReportingDescriptor[] = packs.flatMap(({ rules: all, provisions }) =>
    all.map(({ id, title, why, next, provisions: keys }) => ({
      id,
      shortDescription: { text: title.en },
      fullDescription: { text: why.en },
      help: { text: [next.en, ...keys.map((key) => provisions[key]!.cite)].join("\n") },
    })),
  );
  const results = assessed.flatMap((one) => visible(one.assessment, mlro).map((finding) => toResult(one, finding)));
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [{ tool: { driver: { name: "obiter", version, rules } }, columnKind: "utf16CodeUnits", results }],
  } as Log;
}

function toResult({ file, message, assessment }: Assessed, { rule, title, severity, confidence, spans, entity }: Finding): Result {
  const { start, end } = spans[0]!;
  return {
    ruleId: rule,
    level: LEVELS[severity],
    message: { text: entity === undefined ? title : `${title} (${entity})` },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri: file.split(/[\\/]/).map(encodeURIComponent).join("/") }, region: { startLine: message.line ?? 1, charOffset: start, charLength: end - start } },
        logicalLocations: [{ name: assessment.messageId, kind: "message", ...(message.conversationId === undefined ? {} : { fullyQualifiedName: `${message.conversationId}/${assessment.messageId}` }) }],
      },
    ],
    partialFingerprints: { "obiter/v1": [file, assessment.messageId, rule, start, end].join("|") },
    properties: { "security-severity": SCORES[severity], confidence, severity, spans },
  };
}
