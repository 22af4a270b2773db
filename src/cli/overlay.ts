import type { Overlay } from "../core/overlay.js";
import { ObiterError, type LocatedProblem, type Problem } from "../core/problem.js";
import { checkOverlay } from "../packs/overlay-check.js";
import { readOverlay } from "../packs/overlay-file.js";
import { readFirmFile } from "./file-kind.js";

/** A firm's overlay as read from its file. */
export interface ReadOverlay {
  readonly overlay: Overlay;
  /** What is wrong with it, each in its place: by its schema, else by what the engine says of it, and what has expired by today. */
  readonly problemsWith: (found: readonly LocatedProblem[]) => Problem[];
}

/** Reads an overlay. Throws ObiterError where nothing of it can be used. */
export function overlayFrom(path: string): ReadOverlay {
  const { overlay, problems, locate } = readOverlay(readFirmFile(path, "overlay"));
  if (overlay === undefined) throw new ObiterError(problems);
  const unusable = checkOverlay(overlay);
  if (unusable.length > 0) throw new ObiterError(unusable.map((problem) => ({ ...problem, file: path })));
  const today = new Date().toISOString().slice(0, 10);
  const expired = overlay.changes.flatMap((change, i) =>
    change?.expires < today ? [locate(["changes", i, "expires"], { code: "overlay/expired", message: `the change ended on ${change.expires}`, hint: "decide anew, or remove it" })] : [],
  );
  return { overlay, problemsWith: (found) => [...(problems.length > 0 ? problems : found.filter(({ problem }) => problem.code.startsWith("overlay/")).map((one) => locate(one.path, one.problem))), ...expired] };
}
