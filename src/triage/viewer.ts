import { hintFor, ObiterError } from "../core/problem.js";
import { OFFICES } from "../core/rule.js";

const VIEWERS: readonly string[] = [...OFFICES, "metrics"];

/** What is wrong with whoever looks: an office that nobody can hold would see nothing, and say nothing of it. */
export function wrongViewer(viewer: unknown, known: readonly string[] = VIEWERS): { readonly code: string; readonly message: string; readonly hint: string } | undefined {
  if (typeof viewer === "string" ? known.includes(viewer) : known === VIEWERS && typeof (viewer as { person?: unknown } | null | undefined)?.person === "string") return undefined;
  return { code: "view/viewer", message: typeof viewer === "string" ? `there is no office "${viewer}"` : "that is no office and no person", hint: hintFor(typeof viewer === "string" ? viewer : "", known, `one of: ${known.join(", ")}${known === VIEWERS ? '; or { person: "…" } with an id of the directory' : ""}`) };
}

/** Throws ObiterError. */
export function refuseViewer(viewer: unknown, known?: readonly string[]): void {
  const wrong = wrongViewer(viewer, known);
  if (wrong !== undefined) throw new ObiterError([wrong]);
}
