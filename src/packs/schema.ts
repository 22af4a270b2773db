import * as z from "zod";
import { ALL_KINDS, ENTITY_TYPES, LABELS, LANGS } from "../core/label.js";
import { CHANNEL_TRAITS } from "../core/channel.js";
import { wrongLaw } from "../core/law.js";
import { CHANNELS, DIRECTIONS, MARKERS, ROLES } from "../core/message.js";
import { ACTIONS, ADMISSIONS, CLOCK_KEYS, isCategoryOf, OFFICES, PACK_FORMAT } from "../core/rule.js";
import { SEVERITIES } from "../core/severity.js";
import { SETTINGS } from "../core/evidence.js";
import { READERS } from "../core/template.js";

/** The shapes of the JSON files in `rules/`. Every key is described: editors show it, and `rules/schema/` is made from it. */

const localised = z.strictObject({ en: z.string().min(1), pt: z.string().min(1), es: z.string().min(1) });
export const $schema = z.string().optional().describe("Where the schema of this file stands, for editors.");
/** Ids and names of files. */
const NAME = /^[a-z0-9-]+$/;
const NAMED = "a name has small letters, digits and hyphens alone";

/** The pattern is for editors; what no pattern tells is told with the code that is meant. */
const law = z
  .string()
  .superRefine((code, { addIssue }) => {
    const { message, hint } = wrongLaw(code) ?? {};
    if (message !== undefined) addIssue({ code: "custom", message, params: { hint } });
  })
  .meta({ pattern: "^[A-Z]{2}(-[A-Z]{2,3})?$" });
const role = z.enum(ROLES);
const channel = z.enum([...CHANNELS, ...CHANNEL_TRAITS]);
const about = z.enum(["firm", "client", "outsider"]);
export const severity = z.enum(SEVERITIES).exclude(["none"]);

export const signal = z.union([z.enum(LABELS), z.templateLiteral(["x-", z.string().regex(/^[a-z-]+$/)])]);
export const phrases = z.array(z.string().min(1));

export const signalSchema = z.strictObject({
  $schema,
  signal: signal.describe("The label that the phrases speak for: the name of the folder."),
  lang: z.enum(LANGS).describe("The language: the name of the file."),
  even: z.array(z.enum(["reported", "hypothetical", "quoted", "negated"])).min(1).optional().describe("Cues under which phrases that decide (those of x-… signals, and express ones) count all the same."),
  patterns: z
    .strictObject({
      express: phrases.default([]).describe("Phrases that say the act itself (weight 3): one is enough, whatever the classifier says of the rest."),
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
  except: phrases.default([]).describe("Phrases that seem such a cue and are none: a cue that shares a word with one of them does not count."),
});

export const kindSchema = z.strictObject({
  $schema,
  kind: z.enum(ALL_KINDS).describe("What the words tell: the name of the folder."),
  lang: z.enum(LANGS),
  act: z.literal(true).optional().describe("Something done: words that are denied, supposed or quoted do not tell it."),
  phrases: phrases.min(1).describe("Words that tell it. They say what it is about, not whether it is there."),
});

export const wordsSchema = z.strictObject({
  $schema,
  words: z.string().regex(/^[a-z-]+$/).describe("The idea that the list holds: the name of the folder."),
  lang: z.enum(LANGS),
  entries: phrases.min(1),
});

export const spellingsSchema = z.strictObject({
  $schema,
  lang: z.enum(LANGS).describe("The language: the name of the file."),
  spellings: z.record(z.string().min(1), z.array(z.string().min(1)).min(1)).describe("By word, folded: how else it is written in chat. Only what is no other word."),
});

const when = z.strictObject({
  signal: signal.describe("The signal that the rule reads."),
  entity: z.array(z.enum(ENTITY_TYPES)).min(1).optional().describe("Only for these identifiers."),
  atLeast: z.int().min(2).optional().describe("Only where at least so many different values of the identifier's type stand in the message."),
  kind: z.array(z.enum([...ALL_KINDS, "unknown"])).min(1).optional().describe("Only where the words tell one of these kinds (rules/signals/kinds); unknown: where they tell none."),
  marker: z.array(z.enum(MARKERS)).min(1).optional().describe("Only messages to which this happened, as their export says."),
  law: z.array(law).min(1).optional().describe("Only where one of these binds the firm or the matter, not under the other laws of the pack."),
  role: z.array(role).min(1).optional().describe("Only when the sender is one of these."),
  direction: z.array(z.enum(DIRECTIONS)).min(1).optional(),
  channel: z.array(channel).min(1).optional().describe("A channel, or a trait of channels (rules/channels.json): unencrypted, unrecorded, ephemeral, readable, metadata, unapproved."),
  account: z.array(z.enum(["corporate", "personal"])).min(1).optional(),
  about: z.array(about).min(1).optional().describe("Only when the conduct is that of the firm, of a client, of an outsider."),
  admitted: z.array(z.enum(ADMISSIONS)).min(1).optional().describe("Where the sender is qualified: here (under a law of this pack), elsewhere, nowhere, or unknown where nothing says."),
  recipient: z.array(role).min(1).optional().describe("Only when one of these receives it."),
  supervised: z.boolean().optional().describe("Only senders with (without) a supervisor, as far as the message says."),
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
  supervisor: z.string().optional(),
  markers: z.array(z.enum(MARKERS)).optional(),
});

export const ruleSchema = z
  .strictObject({
    $schema,
    id: z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, "an id is <pack>/<name>, the name being that of the file").describe("<pack>/<file name>."),
    title: localised.describe("Begins with “Possible”: a rule accuses nobody."),
    category: signal.describe("The signal of the rule, or a category of the pack's own: x-…."),
    when: when.describe("Which messages the rule speaks of. What is left out allows everything."),
    severity: z.union([severity, z.literal("base")]).describe("At least this where the rule applies; base: what rules/base/severity.json says."),
    provisions: z.array(z.string()).describe("Keys of the pack's provisions.json."),
    why: localised.describe("Why it matters, in one or two sentences; names what one message cannot show."),
    next: localised.describe("What to do next."),
    restricted: z.literal("mlro").optional().describe("Only the MLRO and the deputy may see the finding. For signals of the restricted lane, as the base has it."),
    status: z.literal("shadow").optional().describe("Its findings are kept aside: counted, not routed."),
    examples: z.strictObject({ hit: z.array(example).min(1), miss: z.array(example).min(1) }).describe("Messages on which the rule must and must not fire."),
  })
  .superRefine(({ category, when: { signal: read } }, { addIssue }) => {
    if (!isCategoryOf(category, read)) addIssue({ code: "custom", path: ["category"], message: `a rule on ${read} does not find ${category}`, params: { hint: `write "${read}", or a category of your own: x-…` } });
  });

export const provisionsSchema = z.record(
  z.string().regex(/^[a-zA-Z0-9.-]+$/),
  z.strictObject({
    cite: z.string().min(1),
    gist: z.string().min(1),
    url: z.url().optional(),
    laws: z.array(law).min(1).optional().describe("The laws it belongs to, where they are not all of the pack's."),
    from: z.iso.date().optional().describe("First day on which it is in force; absent: long since."),
    to: z.iso.date().optional().describe("Last day on which it is in force; absent: still."),
    confirmed: z.boolean().describe("false: not checked against the instrument yet."),
    source: z.string().optional().describe("What the check rests on."),
  }),
);

export const packSchema = z.strictObject({
  $schema,
  format: z.literal(PACK_FORMAT).describe("Version of the format of packs."),
  id: z.string().regex(NAME, NAMED),
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  title: localised,
  laws: z.array(law).describe("The laws under which the pack applies. Empty: everywhere."),
});

export const routeRowSchema = z.strictObject({
  id: z.string().regex(NAME, NAMED),
  category: z.array(signal).min(1),
  rule: z.array(z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/)).min(1).optional().describe("Only findings that rest on one of these rules."),
  from: severity.optional().describe("From this severity up. Default: medium."),
  about: z.array(about).min(1).optional(),
  role: z.array(role).min(1).optional().describe("Only when the sender is one of these."),
  direction: z.array(z.enum(DIRECTIONS)).min(1).optional(),
  channel: z.array(z.enum(CHANNELS)).min(1).optional(),
  law: z.array(law).min(1).optional().describe("Only where one of these binds the firm or the matter."),
  to: z.array(z.enum([...OFFICES, "recipients"])).min(1).describe("Offices to tell, one route each; recipients: the people of the firm who received the message."),
  action: z.enum(ACTIONS),
  clock: z.enum(CLOCK_KEYS).optional().describe("A clock of src/triage/clocks.ts."),
  template: z.string().regex(NAME, NAMED).optional().describe("Id of a text that a person may send."),
  kind: z.enum(["conduct", "protective"]).describe("conduct: never to whoever is implicated, nor to their subordinates; protective: to the office even if its holder took part."),
});
export const routesSchema = z.array(routeRowSchema);

export const templateSchema = z.strictObject({
  $schema,
  id: z.string().regex(NAME, NAMED).describe("The name of the file."),
  by: z.array(z.enum([...OFFICES, "recipients"])).min(1).describe("Who may send it."),
  to: z.enum(READERS).describe("Whom it is for."),
  text: localised.describe("What is sent. What a person fills in stands in brackets, the same in every language: [date], [contact]."),
});

export const severityRowSchema = z.strictObject({
  label: z.array(signal).min(1),
  role: z.array(role).min(1).optional(),
  direction: z.array(z.enum(DIRECTIONS)).min(1).optional(),
  channel: z.array(channel).min(1).optional(),
  entity: z.array(z.enum(ENTITY_TYPES)).min(1).optional(),
  recipient: z.array(role).min(1).optional(),
  kind: z.array(z.enum(ALL_KINDS)).min(1).optional().describe("Only where the words tell this kind (rules/signals/kinds)."),
  severity: severity.exclude(["info"]).describe("A label that holds is at least low."),
});
export const severityTableSchema = z.array(severityRowSchema);

const trait = z.boolean();
export const channelsSchema = z.strictObject({
  $schema,
  ...Object.fromEntries(CHANNELS.filter((one) => one !== "unknown").map((one) => [one, z.strictObject({
    encrypted: trait.describe("End to end: nobody between the two can read it."),
    recorded: trait.describe("A copy is kept by the firm without anybody doing anything."),
    ephemeral: trait.describe("Messages may vanish by themselves."),
    readable: trait.describe("A company that does not work for the firm can read it."),
    metadata: trait.describe("A company that does not work for the firm sees who writes to whom, and when."),
  })])),
});

export const calendarSchema = z.strictObject({
  $schema,
  id: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  title: z.string().min(1),
  source: z.string().min(1).describe("What the dates rest on."),
  from: z.iso.date().describe("First and last day that the calendar knows."),
  to: z.iso.date(),
  holidays: z.array(z.iso.date()),
});

const party = z.strictObject({
  id: z.string().optional(),
  names: z.array(z.string()).min(1).describe("Names, numbers and e-mail addresses as the export writes them."),
  role: role.optional(),
  admitted: z.array(law).optional(),
  supervisor: z.string().optional(),
  department: z.string().optional(),
  account: z.enum(["corporate", "personal"]).optional().describe("Whose account it is. Messages of a personal one are counted, never read, unless \"exempt\" is false."),
  exempt: z.boolean().optional().describe("true: messages of this person are counted, never read. false: they are read, of a personal account too."),
  toldOn: z.iso.date().optional().describe("When the person was told that messages are read by machine."),
});

export const peopleSchema = z.strictObject({
  $schema,
  people: z.array(party),
  conversations: z
    .array(
      z.strictObject({
        file: z.string().describe("The end of the path of the export, as much of it as tells it from others (anna/_chat.txt), or the conversation id."),
        exempt: z.boolean().optional().describe("Marked personal or exempt: counted, never read."),
        participants: z.array(z.string()).min(1).optional().describe("Names or ids of everybody in it, as the people have them: who receives a message, and whether it stays in the firm."),
        channel: z.enum(CHANNELS).optional(),
        matter: z.strictObject({ id: z.string().optional(), law: z.array(law).optional() }).optional(),
      }),
    )
    .default([]),
});

const id = z.string().min(1);
export const reason = z.string().min(1).describe("Why the firm decided so.");
export const owner = z.string().min(1).describe("Who answers for the decision.");

export const directorySchema = z.strictObject({
  $schema,
  people: z.array(
    z.strictObject({
      id: id.describe("As sender and recipient ids of messages."),
      name: z.string().optional(),
      supervisor: id.optional().describe("id of the person who supervises this one."),
      department: z.string().optional(),
      law: z.array(law).optional().describe("Laws of the places where the person works."),
      absent: z.array(z.strictObject({ from: z.iso.date(), to: z.iso.date() })).optional().describe("Both days included."),
    }),
  ),
  roles: z
    .partialRecord(z.enum(OFFICES), z.array(z.strictObject({ person: id, deputies: z.array(id).optional().describe("Who stands in, in order."), department: z.string().optional(), law: z.array(law).optional() })).min(1))
    .describe("Who holds which office."),
  zone: z.string().optional().describe("IANA time zone of the firm, such as Europe/London."),
  calendar: z.string().optional().describe("Id of a calendar in rules/calendars."),
  smallAgent: z.boolean().optional().describe("The firm is a small agent under the ANPD's rules."),
  coaf: z.boolean().optional().describe("The firm reports to the COAF: its 24 hours run."),
  targets: z
    .partialRecord(z.enum(CLOCK_KEYS), z.union([z.strictObject({ hours: z.number().positive() }), z.strictObject({ days: z.int().min(0) }), z.strictObject({ workingDays: z.int().min(1) })]))
    .optional()
    .describe("The firm's internal targets, in place of the shipped ones."),
  quietHours: z.strictObject({ from: time(), to: time() }).optional().describe("Between these times what is not urgent waits."),
  succession: z.partialRecord(z.enum(OFFICES).exclude(["mlro", "deputy-mlro"]), z.array(z.enum(OFFICES))).optional().describe("Who is next in line for an office, in place of the shipped order. Laundering stays with the reporting officers."),
  ladder: z.partialRecord(severity, z.array(z.number().positive())).optional().describe("Minutes without an answer after which the next in line are told, in place of the shipped ones."),
  transfers: z.array(z.strictObject({ from: law, to: law, reason, owner })).optional().describe("Transfers of message text out of a law's place that the firm has decided on."),
  addUp: z.strictObject({ messages: z.int().min(2), reason, owner }).optional().describe("Lists messages of one person with this many conduct findings together. Off unless given."),
});

function time() {
  return z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "a time of day is written HH:MM");
}

export type SignalFile = z.infer<typeof signalSchema>;
export type RuleFile = z.infer<typeof ruleSchema>;
export type RuleExample = z.infer<typeof example>;
