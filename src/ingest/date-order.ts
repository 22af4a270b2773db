import { isDay } from "../core/day.js";

export type DateOrder = "dmy" | "mdy" | "ymd";
/** The three numbers of a date, as written. */
export type DateParts = readonly [number, number, number];

export interface InferredOrder {
  readonly order: DateOrder;
  /** `certain`: any other order makes a date impossible · `likely`: this order runs forward in time · `assumed`: nothing tells. */
  readonly confidence: "certain" | "likely" | "assumed";
}

/** Year (of four digits), month and day of a date written in an order. */
export function inOrder([a, b, c]: DateParts, order: DateOrder): readonly [year: number, month: number, day: number] {
  const [year, month, day] = order === "dmy" ? [c, b, a] : order === "mdy" ? [c, a, b] : [a, b, c];
  return [year < 100 ? 2000 + year : year, month, day];
}

/**
 * In which order the dates of a file are written: that which makes the fewest impossible, then that which runs forward in time,
 * else day first. A pasted line in another order does not decide.
 */
export function inferDateOrder(dates: readonly DateParts[]): InferredOrder {
  const judged = (["dmy", "mdy", "ymd"] as const).map((order) => {
    let [impossible, backward, last] = [0, 0, 0];
    for (const parts of dates) {
      const [year, month, day] = inOrder(parts, order);
      if (!isDay(year, month, day) || (order === "ymd") !== parts[0] > 31) impossible++;
      const at = year * 10_000 + month * 100 + day;
      if (at < last) backward++;
      last = at;
    }
    return { order, impossible, backward };
  });
  const [best, second] = judged.sort((a, b) => a.impossible - b.impossible || a.backward - b.backward) as [(typeof judged)[number], (typeof judged)[number]];
  if (best.impossible < second.impossible) return { order: best.order, confidence: best.impossible === 0 ? "certain" : "likely" };
  return { order: best.order, confidence: best.backward < second.backward ? "likely" : "assumed" };
}
