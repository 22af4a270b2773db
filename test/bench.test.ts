import { describe, expect, it } from "vitest";

interface Row { readonly subject: string; readonly unit: string; readonly median: number; readonly min?: number }
const { worse } = (await import("../bench/worse.mjs" as string)) as { worse: (report: { rows: Row[] }, record: { rows: Row[] }) => { subject: string }[] };
const record = { rows: [{ subject: "scan", unit: "× F", median: 10 }, { subject: "start", unit: "ms", median: 10 }] };

describe("worse than the record", () => {
  it.each([
    ["as it was", { subject: "scan", unit: "× F", median: 10 }, []],
    ["half as dear again, and no more", { subject: "scan", unit: "× F", median: 15 }, []],
    ["dearer than that", { subject: "scan", unit: "× F", median: 15.1 }, ["scan"]],
    ["a busy machine: the best round was as ever", { subject: "scan", unit: "× F", median: 30, min: 11 }, []],
    ["every round was dear", { subject: "scan", unit: "× F", median: 30, min: 16 }, ["scan"]],
    ["a subject that the record does not know", { subject: "new", unit: "× F", median: 100 }, []],
    ["milliseconds are no ratio", { subject: "start", unit: "ms", median: 100 }, []],
  ])("%s", (_, row, found) => expect(worse({ rows: [row] }, record).map(({ subject }) => subject)).toEqual(found));
});
