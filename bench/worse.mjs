/** What counts as worse than the record. */
export const WORSE = 1.5;

/** Only what is told in floors can be compared between days. */
export const inFloors = ({ unit }) => unit === "× F";

/**
 * Rows of a report that cost more than 1.5 times what the record says of the same subject, with the file that measures them. The best
 * round counts, so that a busy machine alone fails nothing. What the record does not know passes.
 */
export function worse(report, record) {
  const known = new Map(record.rows.map((row) => [row.subject, row.median]));
  return report.rows.filter(inFloors).flatMap(({ subject, file, median, min = median }) => (known.has(subject) && min > WORSE * known.get(subject) ? [{ subject, file, best: min, before: known.get(subject) }] : []));
}
