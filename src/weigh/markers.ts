import type { Signal } from "../core/evidence.js";
import type { SignalName } from "../core/label.js";
import type { Marker, Message } from "../core/message.js";

/** What markers of an export say by themselves: words may be gone, or were never there; the fact stands. */
const SAID: Partial<Record<Marker, SignalName>> = { deleted: "x-deleted", disappearing: "off-channel" };

/** The signals of a message, and those that its markers make: sure, but for labels of which the firm wants nobody to be told (`untold`). */
export function withMarkers(signals: readonly Signal[], { text, markers }: Pick<Message, "text" | "markers">, untold: ReadonlySet<SignalName> = new Set()): readonly Signal[] {
  if (markers === undefined) return signals;
  let all = signals;
  for (const marker of markers) {
    const label = SAID[marker];
    if (label === undefined || all.some((one) => one.label === label && one.sure)) continue;
    all = [...all.filter((one) => one.label !== label), { label, holds: true, probability: 1, sure: !untold.has(label), spans: [{ start: 0, end: text.length }], contributions: [] }];
  }
  return all;
}
