import pc from "picocolors";
import type { Assessment } from "../core/assessment.js";
import type { Message } from "../core/message.js";
import { toSarif, toSarifResults } from "../report/sarif.js";
import { reportMessage, type Paint } from "../report/text.js";
import type { Settings } from "./settings.js";
import { version } from "./version.js";

/** How a scan is written: what comes before, each message as its turn comes, what stands between two and what comes after. Nothing is held back. */
export interface Format {
  readonly open: string;
  /** A message with what was found in it, and what the reader may see of that. Empty: nothing is written. */
  readonly one: (file: string, message: Message, assessment: Assessment, seen: Assessment) => string;
  readonly between: string;
  readonly close: (isEmpty: boolean) => string;
}

export const paint: Paint = {
  bold: pc.bold,
  dim: pc.dim,
  severity: (severity, text) => (severity === "critical" ? pc.bgRed(pc.white(text)) : severity === "high" ? pc.red(text) : severity === "medium" ? pc.yellow(text) : pc.dim(text)),
};

const nothing = (): string => "";

export function formatOf({ options: { format, reveal = false }, base, packs, viewer }: Settings): Format {
  switch (format) {
    case "jsonl":
      return { open: "", one: (file, message, _, seen) => `${JSON.stringify(placed(seen, file, message))}\n`, between: "", close: nothing };
    case "json":
      return { open: "[", one: (file, message, _, seen) => `\n${indented(placed(seen, file, message), 1)}`, between: ",", close: (isEmpty) => (isEmpty ? "]\n" : "\n]\n") };
    case "sarif": {
      const log = JSON.stringify(toSarif([], { packs: [base, ...packs], version }), null, 2);
      const [open, close] = log.split('"results": []');
      return {
        open: `${open!}"results": [`,
        one: (file, message, _, seen) => toSarifResults({ file, message, assessment: seen }, { mlro: viewer !== undefined }).map((result) => `\n${indented(result, 4)}`).join(","),
        between: ",", close: (isEmpty) => `${isEmpty ? "" : "\n      "}]${close!}\n`,
      };
    }
    case "text": {
      const reader = (seen: Assessment): object => (viewer === undefined ? {} : { reader: typeof viewer === "object" ? { seen } : { office: viewer, seen } });
      const report = (file: string, message: Message, assessment: Assessment, seen: Assessment): string => reportMessage(message, assessment, file, { paint, reveal, ...reader(seen) });
      return { open: "", one: (...read) => { const written = report(...read); return written === "" ? "" : `${written}\n`; }, between: "", close: nothing };
    }
  }
}

/** An assessment with its place: ids are unique in their file at most. */
const placed = (seen: Assessment, file: string, { line }: Message): object => ({ ...seen, file, line });

/** JSON as it stands some levels down in a larger text. */
const indented = (value: unknown, level: number): string => `${"  ".repeat(level)}${JSON.stringify(value, null, 2).replaceAll("\n", `\n${"  ".repeat(level)}`)}`;
