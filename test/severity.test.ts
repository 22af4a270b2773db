import { describe, expect, it } from "vitest";
import type { Channel, Direction, Message, Role } from "../src/core/message.js";
import { atLeast } from "../src/core/severity.js";
import * as shipped from "../src/generated/packs/index.js";
import { createEngine } from "../src/index.js";
import { readCorpus, type LabelledMessage } from "../src/train/corpus.js";

/** Ordinary work: a client's own data or question, a solicitor's own advice, and nothing else. */
const isOrdinary = ({ role, direction, labels }: LabelledMessage): boolean =>
  labels.length > 0 &&
  ((role === "client" && direction === "inbound" && labels.every((label) => ["pii", "special-category", "legal-advice-request"].includes(label))) || (role === "solicitor" && labels.every((label) => label === "legal-advice")));
const ordinary = readCorpus("rules/models/default/corpus").flatMap(({ messages }) => messages).filter(isOrdinary);
/** Evenly over authors and languages. */
const sample = ordinary.filter((_, i) => i % Math.max(1, Math.floor(ordinary.length / 600)) === 0);

describe("ordinary work stays below medium", () => {
  const engine = createEngine({ packs: Object.values(shipped), law: ["GB-EAW"] });
  it("in at least 95 of 100 corpus messages", () => {
    expect(sample.length).toBeGreaterThanOrEqual(300);
    const raised = sample.filter(({ text, role, direction, channel }) => atLeast(engine.assess({ text, sender: { id: "s", role: role as Role }, direction: direction as Direction, channel: channel as Channel } satisfies Message).severity, "medium"));
    console.info(`${raised.length} of ${sample.length} raise medium or more (${((100 * raised.length) / sample.length).toFixed(1)}%)`);
    expect(raised.length / sample.length).toBeLessThanOrEqual(0.05);
  });
});
