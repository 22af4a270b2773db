import type { Assessment, Finding } from "../core/assessment.js";
import type { Message } from "../core/message.js";
import { ObiterError } from "../core/problem.js";
import { provisionsOf, type Pack } from "../core/rule.js";
import type { Severity } from "../core/severity.js";
import type { Span } from "../core/span.js";
import { visible } from "./text.js";

/** A message of a file with what was found in it. */
export interface Assessed {
  readonly file: string;
  readonly message: Message;
  readonly assessment: Assessment;
}

export type SarifLevel = "none" | "note" | "warning" | "error";

/** What Obiter writes of SARIF 2.1.0 (OASIS): the part of its object model that is used. */
export interface SarifLog {
  readonly $schema: string;
  readonly version: "2.1.0";
  readonly runs: readonly [
    {
      readonly tool: { readonly driver: { readonly name: "obiter"; readonly version: string; readonly rules: readonly SarifRule[] } };
      readonly columnKind: "utf16CodeUnits";
      readonly results: readonly SarifResult[];
    },
  ];
}

export interface SarifRule {
  readonly id: string;
  readonly shortDescription: { readonly text: string };
  readonly fullDescription: { readonly text: string };
  readonly help: { readonly text: string };
}

export interface SarifResult {
  readonly ruleId: string;
  readonly level: SarifLevel;
  readonly message: { readonly text: string };
  readonly locations: readonly {
    readonly physicalLocation: { readonly artifactLocation: { readonly uri: string }; readonly region: { readonly startLine: number } };
    readonly logicalLocations: readonly { readonly name: string; readonly kind: "message"; readonly fullyQualifiedName?: string }[];
  }[];
  readonly partialFingerprints: { readonly "obiter/v1": string };
  readonly properties: { readonly "security-severity": string; readonly confidence: number; readonly severity: Severity; readonly spans: readonly Span[] };
}

export interface SarifOptions {
  /** Their rules are described in the log. */
  readonly packs: readonly Pack[];
  /** Of the tool that wrote it. */
  readonly version: string;
  /** Include the restricted lane: only for what the reporting officers alone can read. */
  readonly mlro?: boolean;
}

const LEVELS: Readonly<Record<Severity, SarifLevel>> = { none: "none", info: "note", low: "note", medium: "warning", high: "error", critical: "error" };
const SCORES: Readonly<Record<Severity, string>> = { none: "0.0", info: "1.0", low: "3.0", medium: "5.0", high: "8.0", critical: "9.5" };

/**
 * SARIF 2.1.0 (OASIS). Places are file and line; the spans within the message are among the properties. No message text is in it, nor
 * any finding of a restricted lane unless asked for as MLRO. Throws ObiterError without packs or version.
 */
export function toSarif(assessed: readonly Assessed[], options: SarifOptions): SarifLog {
  const { packs, version, mlro = false } = options ?? {};
  const isList = Array.isArray(packs as unknown);
  if (!isList || typeof version !== "string") throw new ObiterError([{ code: "sarif/options", message: `a SARIF log needs ${isList ? "a version" : "the packs whose rules it describes"}`, hint: 'give such as { packs: [sra], version: "1.0.0" }' }]);
  const rules: SarifRule[] = packs.flatMap((pack) =>
    pack.rules.map((rule) => ({
      id: rule.id,
      shortDescription: { text: rule.title.en },
      fullDescription: { text: rule.why.en },
      help: { text: [rule.next.en, ...provisionsOf(rule, pack).map(({ cite }) => cite)].join("\n") },
    })),
  );
  const results = assessed.flatMap((one) => toSarifResults(one, { mlro }));
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [{ tool: { driver: { name: "obiter", version, rules } }, columnKind: "utf16CodeUnits", results }],
  };
}

/** The results of one message, as they stand in a log: a log of any length can be written as it is made. */
export const toSarifResults = (one: Assessed, { mlro = false }: Pick<SarifOptions, "mlro">): SarifResult[] => visible(one.assessment, mlro).map((finding) => toResult(one, finding));

function toResult({ file, message, assessment }: Assessed, { rule, title, severity, confidence, spans, entity }: Finding): SarifResult {
  // A view may leave out the places.
  const { start, end } = spans[0] ?? { start: 0, end: 0 };
  return {
    ruleId: rule,
    level: LEVELS[severity],
    message: { text: entity === undefined ? title : `${title} (${entity})` },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri: file.split(/[\\/]/).map(encodeURIComponent).join("/") }, region: { startLine: message.line ?? 1 } },
        logicalLocations: [{ name: assessment.messageId, kind: "message", ...(message.conversationId === undefined ? {} : { fullyQualifiedName: `${message.conversationId}/${assessment.messageId}` }) }],
      },
    ],
    partialFingerprints: { "obiter/v1": [file, assessment.messageId, rule, start, end].join("|") },
    properties: { "security-severity": SCORES[severity], confidence, severity, spans },
  };
}
