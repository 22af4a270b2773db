import { isMainThread } from "node:worker_threads";
import { Command, CommanderError, Option } from "commander";
import { ObiterError, formatProblem } from "../core/problem.js";
import { SEVERITIES, type Severity } from "../core/severity.js";
import { base } from "../generated/base.js";
import { check } from "./check.js";
import { diff, type DiffOptions } from "./diff.js";
import { evaluate, type EvalOptions } from "./eval.js";
import { explain } from "./explain.js";
import { MODELS } from "./model.js";
import { newRule } from "./new-rule.js";
import { allPacks } from "./packs.js";
import { UsageError } from "./problems.js";
import { scan } from "./scan.js";
import type { ReadingOptions, ScanOptions } from "./settings.js";
import { version } from "./version.js";
import { serveParts } from "./workers.js";

const program = new Command("obiter")
  .description("Reads law-firm chat and says what risk a message carries, under which rule, and who must know by when.")
  .version(version)
  .showSuggestionAfterError()
  .exitOverride();

let status = 0;

const whichModel = (): Option => new Option("--model <name>", "the classifiers: `large` finds more and takes longer to load (default: default)").choices(MODELS);

/** With the options that say how messages are read. */
const reading = (command: Command): Command =>
  command
    .option("--pack <ids>", "rule packs, separated by commas (default: all)")
    .option("--rules <folder>", "a pack of your own, or a folder of packs, beside the shipped ones (of two packs of one id, yours)")
    .option("--firm-law <codes>", "laws that bind the firm, e.g. GB-EAW or BR: packs of other laws only say what would apply")
    .option("--people <file>", "participants: who has which role, which conversations are exempt")
    .addOption(new Option("--date-order <order>", "how the export writes dates (default: inferred over the file)").choices(["dmy", "mdy", "ymd"]))
    .option("--time-zone <zone>", "IANA zone whose clock the export shows (default: that of the firm's law)")
    .option("--now <instant>", "when the messages are read, for absences and periods that have run out (default: when each was sent)")
    .option("--directory <file>", "who holds which office in the firm: routes name people")
    .option("--overlay <file>", "what the firm changes of the packs")
    .option("--as <who>", "show what this office (or person of the directory) may see, and no more")
    .addOption(whichModel())
    .option("--as-of <date>", "read by the provisions and the overlay of this day (default: of the day a message was sent)");

reading(program.command("scan"))
  .description("read messages and report what is risky")
  .argument("<file...>", "WhatsApp exports (.txt, .zip), e-mail (.eml, .mbox), Teams messages (.json), SMS backups (.xml), JSONL, folders of them, or - for standard input")
  .addOption(new Option("--format <format>", "how to write the findings").choices(["text", "json", "jsonl", "sarif"]).default("text"))
  .addOption(new Option("--fail-on <severity>", "exit with 1 when a finding that the reader may see is at least this").choices(SEVERITIES.slice(1)))
  .option("--jobs <count>", "worker threads that read: JSONL files in stretches, other files whole", "1")
  .option("--reveal", "show identifiers and secrets instead of masking them")
  .addHelpText("after", "\nExamples:\n  $ obiter scan chat.txt --firm-law GB-EAW --people people.json\n  $ obiter scan exports/ --format sarif > findings.sarif\n  $ cat messages.jsonl | obiter scan - --format jsonl --fail-on high")
  .action(async (files: string[], options: ScanOptions) => {
    status = await scan(files, options);
  });

program
  .command("eval")
  .description("measure on labelled messages: precision, recall, F1 per label and language")
  .argument("<file...>", "labelled messages (JSONL)")
  .option("--pack <ids>", "rule packs, separated by commas (default: all)")
  .option("--errors", "list the worst mistakes per label, by id")
  .option("--overlay <file>", "what the firm changes of the packs")
  .addOption(whichModel())
  .option("--compare", "take two results of --json instead, and say what changed message by message")
  .option("--fail-under <f1>", "exit with 1 when the macro-F1 of a language is below this (0 to 1)")
  .option("--json", "write the figures as JSON")
  .addHelpText("after", "\nExample:\n  $ obiter eval labelled-en.jsonl labelled-pt.jsonl --errors\n  $ obiter eval --compare before.json after.json")
  .action(async (files: string[], options: EvalOptions) => {
    status = await evaluate(files, options);
  });

program
  .command("check")
  .description("check rule packs: schema, lint, phrases, and every example of every rule and signal")
  .argument("<path>", "a pack, a folder of packs, or a firm's overlay or directory")
  .option("--strict", "also list provisions not yet confirmed")
  .addHelpText("after", "\nExample:\n  $ obiter check rules\n  $ obiter check overlay.json\n  $ obiter check directory.json")
  .action((folder: string, { strict }: { strict?: boolean }) => {
    status = check(folder, strict === true);
  });

program
  .command("new")
  .description("begin a rule: a file that fails check until it is written")
  .argument("<rule>", "its id, <pack>/<name>")
  .option("--rules <folder>", "where the packs stand", "rules")
  .addHelpText("after", "\nExample:\n  $ obiter new sra/side-letters")
  .action((id: string, { rules }: { rules: string }) => {
    status = newRule(id, rules);
  });

program
  .command("diff")
  .description("compare two folders of rules, or two overlays: what changed, and which alerts come, go or are told to others")
  .argument("<old>", "a pack, a folder of packs, or a firm's overlay")
  .argument("<new>", "the same, changed")
  .option("--on <files...>", "messages to try both on (JSONL, labelled or not; default: the examples of both)")
  .option("--firm-law <codes>", "laws that bind the firm (default: all that the packs serve)")
  .option("--json", "write the differences as JSON")
  .addHelpText("after", "\nExample:\n  $ git worktree add ../before && obiter diff ../before/rules rules --on messages.jsonl")
  .action((before: string, after: string, options: DiffOptions) => {
    status = diff(before, after, options);
  });

reading(program.command("explain"))
  .description("say what a rule means, or why a message was flagged")
  .argument("<what>", "a rule id, or a message: <file>:<line>, as scan prints it, or <file>:<message id>")
  .addHelpText("after", "\nExamples:\n  $ obiter explain sra/unsupervised-advice\n  $ obiter explain chat.txt:17 --people people.json --overlay firm.json")
  .action(async (what: string, options: ReadingOptions) => {
    status = await explain(what, options);
  });

program
  .command("packs")
  .description("list the rule packs and their rules")
  .action(() => {
    for (const { id, version: packVersion, title, laws, rules } of [base.pack, ...allPacks]) {
      process.stdout.write(`${id}@${packVersion}  ${title.en}  (${laws.length === 0 ? "everywhere" : laws.join(", ")})\n`);
      for (const rule of rules) process.stdout.write(`  ${rule.id.padEnd(36)} ${(rule.severity as Severity | "base").padEnd(8)} ${rule.title.en}\n`);
    }
  });

/** What was typed. Of a command that there is not, nothing but its name, so that --help says so too. */
function typed(): readonly string[] {
  const [node = "", self = "", name = "-", ...rest] = process.argv;
  return name.startsWith("-") || name === "help" || program.commands.some((command) => command.name() === name) ? process.argv : [node, self, name, ...rest.filter((one) => !one.startsWith("-"))];
}

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(status);
  throw error;
});

try {
  if (isMainThread) await program.parseAsync(typed());
  else await serveParts();
  process.exitCode = status;
} catch (error) {
  process.exitCode = 2;
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else if (error instanceof UsageError) process.stderr.write(`obiter: ${error.message}\n`);
  else if (error instanceof ObiterError) process.stderr.write(`${error.problems.map(formatProblem).join("\n")}\n`);
  else throw error;
}
