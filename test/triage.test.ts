import { describe, expect, it } from "vitest";
import { calendars } from "../src/generated/calendars.js";
import { addDays, addMonths, addWorkingDays, isWorkingDay, rollForward } from "../src/triage/calendar.js";
import { CLOCKS, dueOf } from "../src/triage/clocks.js";

const calendar = (id: string) => calendars.find((one) => one.id === id)!;
const due = (clock: string, start: string | undefined) => dueOf(CLOCKS[clock]!, start, calendars);

describe("clocks", () => {
  it.each([
    ["72 hours run through a weekend", "gdpr-breach", "2026-11-20T16:40:00Z", "2026-11-23T16:40:00Z"],
    ["a month that ends on a Sunday", "gdpr-request", "2027-01-31T10:00:00Z", "2027-03-01"],
    ["a month that ends on Christmas Day", "gdpr-request", "2026-11-25T10:00:00Z", "2026-12-29"],
    ["a request at half past midnight in summer counts on that day in London", "gdpr-request", "2026-06-30T23:30:00Z", "2026-08-03"],
    ["20 November is a holiday in Brazil", "lgpd-incident", "2026-11-18T12:00:00-03:00", "2026-11-24"],
    ["late evening in São Paulo is still that day", "lgpd-incident", "2026-11-19T01:30:00Z", "2026-11-24"],
  ])("%s", (_, clock, start, at) => expect(due(clock, start).at).toBe(at));

  it("without a start there is no date", () => expect(due("gdpr-breach", undefined)).toMatchObject({ provisional: true }));
  it("a wall clock without a zone starts no clock", () => expect(due("gdpr-breach", "2026-11-20T16:40:00").at).toBeUndefined());
  it("outside the calendar's years there is no date", () => expect(due("lgpd-incident", "2031-01-05T12:00:00Z").at).toBeUndefined());
  it("a machine's hit on a breach is not awareness", () => {
    expect(due("gdpr-breach", "2026-11-20T16:40:00Z").provisional).toBe(true);
    expect(due("gdpr-request", "2026-11-20T16:40:00Z").provisional).toBe(false);
  });
});

describe("calendars", () => {
  it("8 weeks from 2 November 2026", () => expect(addDays("2026-11-02", 56)).toBe("2026-12-28"));
  it("two months from 25 November 2026", () => expect(addMonths("2026-11-25", 3)).toBe("2027-02-25"));
  it("20 business days from 18 November 2026 in Brazil", () => expect(addWorkingDays("2026-11-18", 20, calendar("br"))).toBe("2026-12-17"));
  it("six business days for a small agent", () => expect(addWorkingDays("2026-11-18", 6, calendar("br"))).toBe("2026-11-27"));
  it("seven working days over Christmas in England", () => expect(addWorkingDays("2026-12-18", 7, calendar("gb-eaw"))).toBe("2026-12-31"));
  it("rolls to a working day", () => {
    expect(rollForward("2026-12-25", calendar("gb-eaw"))).toBe("2026-12-29");
    expect(isWorkingDay("2026-11-20", calendar("br"))).toBe(false);
    expect(isWorkingDay("2026-11-20", calendar("gb-eaw"))).toBe(true);
  });
});
