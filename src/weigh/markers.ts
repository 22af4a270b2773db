import type { Signal } from "../core/evidence.js";
import type { Message } from "../core/message.js";

/** The signals of a message, and `x-deleted` where its export says that it was deleted: its words may be gone, the fact stands. */
export function withMarkers(signals: readonly Signal[], { text, markers }: Pick<Message, "text" | "markers">): readonly Signal[] {
  if (markers?.includes("deleted") !== true || signals.some(({ label }) => label === "x-deleted")) return signals;
  return [...signals, { label: "x-deleted", holds: true, probability: 1, sure: true, spans: [{ start: 0, end: text.length }], contributions: [] }];
}
