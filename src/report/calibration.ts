import type { Assessment } from "../core/assessment.js";
import { atLeast } from "../core/severity.js";

const BINS = 10;

/** What is found, by label: the highest confidence among its findings from `low` up; `x-…` is left out. */
export function confidences({ findings }: Assessment): Map<string, number> {
  const found = new Map<string, number>();
  for (const { category, severity, confidence } of findings) {
    if (!category.startsWith("x-") && atLeast(severity, "low")) found.set(category, Math.max(found.get(category) ?? 0, confidence));
  }
  return found;
}

/**
 * Expected calibration error of what is found, 0..1: the mean distance between how sure it says it is and how often that is right,
 * over ten bins of confidence, each weighing by its findings (Naeini et al. 2015). Undefined when nothing is found.
 */
export function calibrationError(rows: readonly { readonly labels: readonly string[]; readonly assessment: Assessment }[]): number | undefined {
  const bins = Array.from({ length: BINS }, () => ({ count: 0, confidence: 0, right: 0 }));
  for (const { labels, assessment } of rows) {
    for (const [label, confidence] of confidences(assessment)) {
      const bin = bins[Math.min(BINS - 1, Math.floor(confidence * BINS))]!;
      bin.count++;
      bin.confidence += confidence;
      if (labels.includes(label)) bin.right++;
    }
  }
  const total = bins.reduce((sum, { count }) => sum + count, 0);
  return total === 0 ? undefined : bins.reduce((sum, { confidence, right }) => sum + Math.abs(confidence - right), 0) / total;
}
