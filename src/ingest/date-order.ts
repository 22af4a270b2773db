export type DateOrder = "dmy" | "mdy" | "ymd";
/** The three numbers of a date, as written. */
export type DateParts = readonly [number, number, number];

export interface InferredOrder {
  readonly order: DateOrder;
  /** `certain`: any other order makes a date impossible · `likely`: this order runs forward in time · `assumed`: nothing tells. */
  readonly confidence: "certain" | "likely" | "assumed";
}

export const isRealDate = (year: number, month: number, day: number): boolean => month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();

/** In which order the dates of a file are written: by what is possible, then by what runs forward in time, else day first. */
export function inferDateOrder(dates: readonly DateParts[]): InferredOrder {
  if (dates.some(([first]) => first > 31)) return { order: "ymd", confidence: "certain" };
  const judge = (order: "dmy" | "mdy"): { impossible: number; backward: number } => {
    let [impossible, backward, last] = [0, 0, 0];
    for (const [a, b, year] of dates) {
      const [month, day] = order === "dmy" ? [b, a] : [a, b];
      if (month > 12 || day > 31) impossible++;
      const at = year * 10_000 + month * 100 + day;
      if (at < last) backward++;
      last = at;
    }
    return { impossible, backward };
  };
  const [dmy, mdy] = [judge("dmy"), judge("mdy")];
  if (dmy.impossible !== mdy.impossible) return { order: dmy.impossible < mdy.impossible ? "dmy" : "mdy", confidence: "certain" };
  if (dmy.backward !== mdy.backward) return { order: dmy.backward < mdy.backward ? "dmy" : "mdy", confidence: "likely" };
  return { order: "dmy", confidence: "assumed" };
}
