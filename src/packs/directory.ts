import type { Directory } from "../core/directory.js";
import type { Problem } from "../core/problem.js";
import { placeAt, readJson, type SourceFile } from "./json.js";
import { directorySchema } from "./schema.js";

/** Reads a firm's directory. `locate` gives a Problem that was found in it later its place in the file. */
export function readDirectory(file: SourceFile): { directory?: Directory; problems: Problem[]; locate: (path: readonly (string | number)[], problem: Problem) => Problem } {
  const { value, problems } = readJson(file, directorySchema);
  const locate = (path: readonly (string | number)[], problem: Problem): Problem => ({ ...problem, file: file.path, ...placeAt(file.text, path) });
  if (value === undefined) return { problems, locate };
  const { $schema: _, ...directory } = value;
  return { directory: directory as Directory, problems, locate };
}
