import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Label } from "../core/label.js";

/** A labelled message, as the labelling guidelines define it. */
export interface LabelledMessage {
  readonly id: string;
  readonly lang: string;
  readonly role: string;
  readonly direction: string;
  readonly channel: string;
  readonly text: string;
  readonly labels: readonly Label[];
  readonly entities?: readonly { readonly type: string; readonly text: string }[];
  readonly note?: string;
}

/** A corpus file: `<lang>/<author>-<theme>.jsonl`. */
export interface CorpusFile {
  readonly lang: string;
  readonly author: string;
  readonly name: string;
  readonly messages: readonly LabelledMessage[];
}

/** Files of this author are the holdout: written by somebody who wrote no training file, and only ever measured. */
export const HOLDOUT = "holdout";

export function readCorpus(folder: string): CorpusFile[] {
  return readdirSync(folder)
    .sort()
    .flatMap((lang) =>
      readdirSync(join(folder, lang))
        .filter((name) => name.endsWith(".jsonl"))
        .sort()
        .map((name) => ({ lang, author: name.split("-")[0]!, name, messages: readJsonl(join(folder, lang, name)) })),
    );
}

export function readJsonl(path: string): LabelledMessage[] {
  return readFileSync(path, "utf8").split("\n").filter((line) => line !== "").map((line) => JSON.parse(line) as LabelledMessage);
}
