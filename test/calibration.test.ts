import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Assessment } from "../src/index.js";
import { calibrationError } from "../src/report/calibration.js";
import { bestThreshold } from "../src/train/calibrate.js";

const row = (confidence: number, right: boolean) => ({ labels: right ? ["threat"] : [], assessment: { findings: [{ category: "threat", severity: "low", confidence }] } as unknown as Assessment });

describe("calibration error", () => {
  it("is none where nothing is found", () => expect(calibrationError([{ labels: ["threat"], assessment: { findings: [] } as unknown as Assessment }])).toBeUndefined());
  it.each([
    ["sure and right", [row(1, true), row(1, true)], 0],
    ["sure and wrong", [row(1, false), row(1, false)], 1],
    ["half sure, half right", [row(0.5, true), row(0.5, false)], 0],
    ["two bins, weighed by their findings", [row(0.95, true), row(0.95, true), row(0.95, true), row(0.25, true)], (3 * 0.05 + 0.75) / 4],
  ])("%s", (_, rows, expected) => expect(calibrationError(rows)).toBeCloseTo(expected, 10));
  it("lies between 0 and 1", () =>
    fc.assert(fc.property(fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean()), { minLength: 1 }), (all) => {
      const error = calibrationError(all.map(([confidence, right]) => row(confidence, right)))!;
      expect(error >= 0 && error <= 1).toBe(true);
    })));
});

describe("thresholds", () => {
  const probabilities = [0.9, 0.8, 0.7, 0.6, 0.5, 0.4];
  const holds = [true, true, false, true, false, false];
  it.each([
    ["the best F1", 1, 1, 1, 0.55],
    ["false alarms that cost more", 0.5, 1, 1, 0.75],
    ["messages that count as many", 1, 1, 40, 0.75],
    ["nearly as good, but higher", 1, 0.9, 1, 0.75],
  ])("%s", (_, beta, nearly, times, expected) => expect(bestThreshold(probabilities, holds, beta, nearly, () => times)).toBe(expected));
  it("asking for less of the best never lowers it", () =>
    fc.assert(fc.property(fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean()), { minLength: 1 }), fc.double({ min: 0.5, max: 1, noNaN: true }), (all, nearly) => {
      const [given, truth] = [all.map(([probability]) => probability), all.map(([, one]) => one)];
      expect(bestThreshold(given, truth, 0.5, nearly)).toBeGreaterThanOrEqual(bestThreshold(given, truth, 0.5));
    })));
});
