/** An ISO date that is in the calendar. */
export const isDate = (value: unknown): value is string => typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value)) && new Date(value).toISOString().startsWith(value);

/** The ISO date of an instant as it is written; none where it is no instant. */
export const dayOf = (instant: string | undefined): string | undefined => (isDate(instant?.slice(0, 10)) ? instant!.slice(0, 10) : undefined);
