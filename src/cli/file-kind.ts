import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { SourceFile } from "../packs/json.js";
import { UsageError } from "./problems.js";

/** What a file is for. */
export type FileKind = "overlay" | "participants" | "directory" | "pack";

/** Keys that only a file of that kind has; what begins with a list is part of a pack. They are looked for in the text, so that a broken file is told too. */
const SIGNS: readonly (readonly [FileKind, RegExp])[] = [
  ["overlay", /"changes"\s*:/], ["participants", /"(?:names|conversations)"\s*:/], ["directory", /"(?:roles|people)"\s*:/],
  ["pack", /^\ufeff?\s*\[|"(?:when|patterns|laws|cite|entries|phrases|holidays)"\s*:/],
];

export const kindOf = (text: string): FileKind | undefined => SIGNS.find(([, sign]) => sign.test(text))?.[0];

const OPTIONS: Readonly<Partial<Record<FileKind, string>>> = { overlay: "--overlay", participants: "--people", directory: "--directory" };

/** Reads a firm's file. Throws UsageError where there is none, or where it is one of another kind. */
export function readFirmFile(path: string, wanted: FileKind): SourceFile {
  if (!existsSync(path)) throw new UsageError(`there is no file ${path}`);
  const text = readFileSync(path, "utf8");
  const kind = kindOf(text);
  if (kind !== undefined && kind !== wanted && kind !== "pack") throw new UsageError(`${path} is a file for ${OPTIONS[kind]}, not for ${OPTIONS[wanted]}`);
  return { path, text };
}

/** The folder of the pack in which a file stands. */
export function packOf(path: string): string | undefined {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (existsSync(join(folder, "pack.json"))) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}
