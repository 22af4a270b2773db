import type { Assessment } from "../core/assessment.js";
import { isNoted, LABELS, type Label } from "../core/label.js";
import { atLeast } from "../core/severity.js";
import { calibrationError, confidences } from "./calibration.js";

/** A labelled message with what Obiter said of it. */
export interface Judged {
  readonly text: string;
  readonly lang: string;
  readonly labels: readonly string[];
  readonly entities: readonly { readonly type: string; readonly text: string }[];
  readonly assessment: Assessment;
}

/** Right and wrong answers of one kind. */
export interface Counts {
  hit: number;
  false: number;
  missed: number;
}

export const precision = ({ hit, false: wrong }: Counts): number => (hit + wrong === 0 ? 0 : hit / (hit + wrong));
export const recall = ({ hit, missed }: Counts): number => (hit + missed === 0 ? 0 : hit / (hit + missed));
export const f1 = ({ hit, false: wrong, missed }: Counts): number => (hit + wrong + missed === 0 ? 0 : (2 * hit) / (2 * hit + wrong + missed));

export interface Metrics {
  readonly messages: number;
  readonly labels: ReadonlyMap<Label, Counts>;
  /** Mean F1 of the labels that occur. */
  readonly macroF1: number;
  readonly micro: Counts;
  readonly benign: number;
  /** Benign messages with a finding of `low` or more, and of `medium` or more. */
  readonly falseAlarms: { readonly low: number; readonly medium: number };
  /** Expected calibration error of what is found, 0..1; undefined when nothing is. */
  readonly calibration: number | undefined;
  /** Messages of which each role is told. */
  readonly alerts: ReadonlyMap<string, number>;
  readonly entities: ReadonlyMap<string, Counts>;
  readonly entityTotal: Counts;
}

/** The labels that an assessment finds: categories from `low` up; `x-…` counts neither way. */
export const labelsFound = (assessment: Assessment): Set<string> => new Set(confidences(assessment).keys());

export function measure(rows: readonly Judged[]): Metrics {
  const labels = new Map<Label, Counts>(LABELS.map((label) => [label, { hit: 0, false: 0, missed: 0 }]));
  const entities = new Map<string, Counts>();
  const micro = { hit: 0, false: 0, missed: 0 };
  const entityTotal = { hit: 0, false: 0, missed: 0 };
  const falseAlarms = { low: 0, medium: 0 };
  const alerts = new Map<string, number>();
  let benign = 0;
  const count = (kind: keyof Counts, ...all: Counts[]): void => {
    for (const counts of all) counts[kind]++;
  };
  for (const { text, labels: truth, entities: expected, assessment } of rows) {
    const found = labelsFound(assessment);
    for (const label of LABELS) {
      const counts = labels.get(label)!;
      if (found.has(label)) count(truth.includes(label) ? "hit" : "false", counts, micro);
      else if (truth.includes(label)) count("missed", counts, micro);
    }
    for (const role of new Set(assessment.routes.map(({ to }) => to))) alerts.set(role, (alerts.get(role) ?? 0) + 1);
    if (truth.length === 0) {
      benign++;
      if (found.size > 0) falseAlarms.low++;
      if (assessment.findings.some(({ severity }) => atLeast(severity, "medium"))) falseAlarms.medium++;
    }
    const of = (type: string): Counts => entities.get(type) ?? entities.set(type, { hit: 0, false: 0, missed: 0 }).get(type)!;
    const left = assessment.findings.flatMap(({ entity, suspect, spans: [span] }) => (entity === undefined || suspect === true || isNoted(entity) || span === undefined ? [] : [{ type: entity as string, text: text.slice(span.start, span.end) }]));
    for (const entity of expected) {
      const at = left.findIndex((one) => one.type === entity.type && sameValue(one.text, entity.text));
      if (at >= 0) left.splice(at, 1);
      count(at >= 0 ? "hit" : "missed", of(entity.type), entityTotal);
    }
    for (const { type } of left) count("false", of(type), entityTotal);
  }
  const occurring = [...labels.values()].filter(({ hit, missed }) => hit + missed > 0);
  const macroF1 = occurring.reduce((sum, counts) => sum + f1(counts), 0) / Math.max(1, occurring.length);
  return { messages: rows.length, labels, macroF1, micro, benign, falseAlarms, calibration: calibrationError(rows), alerts, entities, entityTotal };
}

/** Equal when stripped to letters and digits, or covering it by at most half more, or covering 60% of it (labelling guidelines). */
function sameValue(found: string, expected: string): boolean {
  const bare = (value: string): string => value.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  const [a, b] = [bare(found), bare(expected)];
  if (a === b) return true;
  if (a.includes(b)) return a.length <= 1.5 * b.length;
  return b.includes(a) && a.length >= 0.6 * b.length;
}
