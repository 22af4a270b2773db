import * as z from "zod";
import { LABELS, LANGS } from "../core/label.js";
import { CHANNELS } from "../core/message.js";
import { OFFICES } from "../core/rule.js";
import { $schema, owner, phrases, provisionsSchema, reason, routeRowSchema, ruleSchema, severity, severityRowSchema, signal } from "./schema.js";

/** The shape of a firm's overlay, for editors and for places in Problems. What a change may refer to is for `overlay-check.ts`. */

const decided = { reason, owner, expires: z.iso.date().describe("The last day on which the change holds.") };
const rule = z.string().describe("Id of a rule: `obiter packs` lists them.");
const lang = z.enum(LANGS);

export const overlaySchema = z.strictObject({
  $schema,
  format: z.literal(1).describe("Version of this format."),
  version: z.string().regex(/^\d+\.\d+\.\d+$/, "a version is written 1.0.0").describe("Of the firm's own choosing: assessments name it."),
  provisions: provisionsSchema.optional().describe("What the firm's own rules cite: its policies, say."),
  changes: z.array(
    z.discriminatedUnion("change", [
      z.strictObject({ change: z.literal("disable").describe("Leaves a rule out."), rule, ...decided }),
      z.strictObject({ change: z.literal("shadow").describe("Keeps a rule's findings aside: counted, not routed."), rule, ...decided }),
      z.strictObject({ change: z.literal("severity").describe("The rule asks for at least this severity."), rule, severity, ...decided }),
      z.strictObject({ change: z.literal("policy").describe("A row that stands before those of rules/base/severity.json."), row: severityRowSchema, ...decided }),
      z.strictObject({ change: z.literal("alert").describe("From which probability somebody is told of a label."), label: z.enum(LABELS), from: z.number().positive().max(1), ...decided }),
      z.strictObject({
        change: z.literal("terms").describe("Phrases of the firm for a signal."), signal, lang, phrases: phrases.min(1),
        strength: z.enum(["certain", "likely", "hint"]).optional().describe("certain (default): found by itself; the others are evidence for the classifier."), ...decided,
      }),
      z.strictObject({ change: z.literal("exclude").describe("Phrases in whose sentence the signal does not count."), signal, lang, phrases: phrases.min(1), ...decided }),
      z.strictObject({ change: z.literal("rule").describe("A rule of the firm's own."), add: ruleSchema, ...decided }),
      z.strictObject({ change: z.literal("route").describe("A row of the firm's own for the routing policy."), add: routeRowSchema, ...decided }),
      z.strictObject({ change: z.literal("channel").describe("Approves a channel, or forbids it."), channel: z.enum(CHANNELS), approved: z.boolean(), ...decided }),
      z.strictObject({ change: z.literal("appoint").describe("Who holds an office, in place of the directory's."), office: z.enum(OFFICES), person: z.string().min(1), deputies: z.array(z.string().min(1)).min(1).optional(), ...decided }),
    ]),
  ),
});
