import type { Overlay } from "../core/overlay.js";
import type { Problem } from "../core/problem.js";
import { placeAt, readJson, unmarked, type SourceFile } from "./json.js";
import { overlaySchema } from "./overlay-schema.js";

/**
 * Reads a firm's overlay. It comes back even where some changes are not as the schema says: the engine leaves those out that it
 * cannot make. `locate` gives a Problem that was found in it later its place in the file.
 */
export function readOverlay(file: SourceFile): { overlay?: Overlay; problems: Problem[]; locate: (path: readonly (string | number)[], problem: Problem) => Problem } {
  const { problems } = readJson(file, overlaySchema);
  const locate = (path: readonly (string | number)[], problem: Problem): Problem => ({ ...problem, file: file.path, ...placeAt(file.text, path) });
  const unread = problems.some(({ code }) => code.startsWith("json/"));
  return { ...(unread ? {} : { overlay: JSON.parse(unmarked(file.text)) as Overlay }), problems, locate };
}
