import * as z from "zod";
import { ENTITY_TYPES, LABELS, LANGS } from "../core/label.js";
import { CHANNELS, DIRECTIONS, ROLES } from "../core/message.js";
import { ACTIONS, CLOCK_KEYS, OFFICES } from "../core/rule.js";
import { SEVERITIES } from "../core/severity.js";
import { SETTINGS } from "../core/evidence.js";

/** The shapes of the JSON files in `rules/`. Every key is described: editors show it, and `rules/schema/` is made from it. */

const localised = z.strictObject({ en: z.string().min(1), pt: z.string().min(1), es: z.string().min(1) });
const $schema = z.string().optional().describe("Where the schema of this file stands, for editors.");
const law = z.string().regex(/^[A-Z]{2}(-[A-Z]{2,3})?$/, "a law is an ISO 3166 code such as GB-EAW, BR, ES, or EU");
const role = z.enum(ROLES);
const about = z.enum(["firm", "client", "outsider"]);
const severity = z.enum(SEVERITIES).exclude(["none"]);
const category = z.union([z.enum(LABELS), z.string().regex(/^x-[a-z-]+$/)], { error: "a category is one of the 18 labels, or begins with x-" });

const phrases = z.array(z.string().min(1));

export const signalSchema = z.strictObject({
  $schema,
  signal: z.enum(LABELS).describe("The label that the phrases speak for: the name of the folder."),
  lang: z.enum(LANGS).describe("The language: the name of the file."),
  patterns: z
    .strictObject({
      certain: phrases.default([]).describe("Phrases that nearly always do it (weight 3)."),
      likely: phrases.default([]).describe("Phrases that mostly do it (weight 2)."),
      hint: phrases.default([]).describe("Phrases that do it together with others (weight 1)."),
    })
    .describe("Phrases, in the phrase language of rules/README.md."),
  unless: phrases.default([]).describe("Phrases in whose sentence none of the patterns counts: the mention, not the act."),
  examples: z.strictObject({
    hit: z.array(z.string()).min(2).describe("Messages that do it; every one must be found."),
    miss: z.array(z.string()).min(2).describe("Messages with the same words that do not do it; none may be found."),
    gap: z.array(z.strictObject({ text: z.string(), why: z.string() })).default([]).describe("Messages known to be judged wrongly, and why."),
  }),
});

export const cueSchema = z.strictObject({
  $schema,
  cue: z.enum(SETTINGS).describe("What the phrases say of the words around them: the name of the folder."),
  lang: z.enum(LANGS),
  phrases: phrases.min(1),
});

export const wordsSchema = z.strictObject({
  $schema,
  words: z.string().regex(/^[a-z-]+$/).describe("The idea that the list holds: the name of the folder."),
  lang: z.enum(LANGS),
  entries: phrases.min(1),
});

const when = z.strictObject({
  signal: z.enum(LABELS).describe("The signal that the rule reads."),
  entity: z.array(z.enum(ENTITY_TYPES)).min(1).optional().describe("Only for these identifiers."),
  role: z.array(role).min(1).optional().describe("Only when the sender is one of these."),
  direction: z.array(z.enum(DIRECTIONS)).min(1).optional(),
  channel: z.array(z.enum(CHANNELS)).min(1).optional(),
  account: z.array(z.enum(["corporate", "personal"])).min(1).optional(),
  about: z.array(about).min(1).optional().describe("Only when the conduct is that of the firm, of a client, of an outsider."),
  admitted: z.boolean().optional().describe("true: only senders admitted under a law of this pack; false: only senders not known to be."),
});

const example = z.strictObject({
  lang: z.enum(LANGS),
  text: z.string().min(1),
  role: role.optional(),
  admitted: z.array(law).optional(),
  direction: z.enum(DIRECTIONS).optional(),
  channel: z.enum(CHANNELS).optional(),
  account: z.enum(["corporate", "personal"]).optional(),
  recipient: role.optional(),
});

export const ruleSchema = z.strictObject({
  $schema,
  id: z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, "an id is <pack>/<name>, the name being that of the file").describe("<pack>/<file name>."),
  title: localised.describe("Begins with “Possible”: a rule accuses nobody."),
  category,
  when: when.describe("Which messages the rule speaks of. What is left out allows everything."),
  severity: z.union([severity, z.literal("base")]).describe("At least this where the rule applies; base: what rules/base/severity.json says."),
  provisions: z.array(z.string()).describe("Keys of the pack's provisions.json."),
  why: localised.describe("Why it matters, in one or two sentences; names what one message cannot show."),
  next: localised.describe("What to do next."),
  restricted: z.literal("mlro").optional().describe("Only the MLRO and the deputy may see the finding."),
  examples: z.strictObject({ hit: z.array(example).min(1), miss: z.array(example).min(1) }).describe("Messages on which the rule must and must not fire."),
});

export const provisionsSchema = z.record(
  z.string().regex(/^[a-zA-Z0-9.-]+$/),
  z.strictObject({
    cite: z.string().min(1),
    gist: z.string().min(1),
    url: z.url().optional(),
    from: z.iso.date().optional(),
    to: z.iso.date().optional(),
    confirmed: z.boolean().describe("false: not checked against the instrument yet."),
    source: z.string().optional().describe("What the check rests on."),
  }),
);

export const packSchema = z.strictObject({
  $schema,
  id: z.string().regex(/^[a-z0-9-]+$/),
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  title: localised,
  laws: z.array(law).describe("The laws under which the pack applies. Empty: everywhere."),
});

export const routesSchema = z.array(
  z.strictObject({
    id: z.string().regex(/^[a-z0-9-]+$/),
    category: z.array(category).min(1),
    from: severity.optional(),
    about: z.array(about).min(1).optional(),
    to: z.array(z.enum(OFFICES)).min(1).describe("Offices to tell, in order of preference within one route each."),
    action: z.enum(ACTIONS),
    clock: z.enum(CLOCK_KEYS).optional().describe("A clock of src/triage/clocks.ts."),
    kind: z.enum(["conduct", "protective"]),
  }),
);

export const severityTableSchema = z.array(
  z.strictObject({
    label: z.array(z.enum(LABELS)).min(1),
    role: z.array(role).min(1).optional(),
    direction: z.array(z.enum(DIRECTIONS)).min(1).optional(),
    channel: z.array(z.enum(CHANNELS)).min(1).optional(),
    entity: z.array(z.enum(ENTITY_TYPES)).min(1).optional(),
    recipient: z.array(role).min(1).optional(),
    severity,
  }),
);

const party = z.strictObject({
  id: z.string().optional(),
  names: z.array(z.string()).min(1).describe("Names and numbers as the export writes them."),
  role: role.optional(),
  admitted: z.array(law).optional(),
  supervisor: z.string().optional(),
  department: z.string().optional(),
  account: z.enum(["corporate", "personal"]).optional(),
  exempt: z.boolean().optional().describe("Messages of this person are counted, never read."),
  toldOn: z.iso.date().optional().describe("When the person was told that messages are read by machine."),
});

export const peopleSchema = z.strictObject({
  $schema,
  people: z.array(party),
  conversations: z
    .array(
      z.strictObject({
        file: z.string().describe("File name of the export, or the conversation id."),
        exempt: z.boolean().optional().describe("Marked personal or exempt: counted, never read."),
        channel: z.enum(CHANNELS).optional(),
        matter: z.strictObject({ id: z.string().optional(), law: z.array(law).optional() }).optional(),
      }),
    )
    .default([]),
});

export type SignalFile = z.infer<typeof signalSchema>;
export type CueFile = z.infer<typeof cueSchema>;
export type WordsFile = z.infer<typeof wordsSchema>;
export type RuleFile = z.infer<typeof ruleSchema>;
export type RuleExample = z.infer<typeof example>;
export type PeopleFile = z.infer<typeof peopleSchema>;
