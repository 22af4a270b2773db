import Holidays from "date-holidays";
import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { CLOCK_KEYS, type ClockKey } from "../src/core/rule.js";
import { calendars } from "../src/generated/calendars.js";
import { addDays, addMonths, addWorkingDays, isWorkingDay } from "../src/triage/calendar.js";
import { CLOCKS } from "../src/triage/clocks.js";
import { pausedDays } from "../src/triage/count.js";
import { promisedDate } from "../src/triage/promised-date.js";
import { dueOf, ukRequestDue, type Counting } from "../src/triage/due.js";

const london: Counting = { calendars, calendar: "gb-eaw", zone: "Europe/London" };
const scotland = { ...london, calendar: "gb-sct" };
const ireland = { ...london, calendar: "gb-nir" };
const brazil: Counting = { calendars, calendar: "br", zone: "America/Sao_Paulo" };
const elsewhere: Counting = { calendars, zone: "Europe/Madrid" };
const calendar = (id: string) => calendars.find((one) => one.id === id)!;

describe("clocks", () => {
  const vectors: readonly [string, ClockKey, string, Counting, string][] = [
    // Legal references, part E3.
    ["72 hours run through a weekend", "gdpr-breach", "2026-11-20T16:40:00Z", london, "2026-11-23T16:40:00Z"],
    ["a month that ends on a Sunday", "gdpr-request", "2027-01-31T10:00:00Z", london, "2027-03-01"],
    ["a month that ends on Christmas Day", "gdpr-request", "2026-11-25T10:00:00Z", london, "2026-12-29"],
    ["the same with two months more", "gdpr-request-extended", "2026-11-25T10:00:00Z", london, "2027-02-25"],
    ["20 November is a holiday in Brazil", "lgpd-incident", "2026-11-18T12:00:00-03:00", brazil, "2026-11-24"],
    ["a small agent", "lgpd-incident", "2026-11-18T12:00:00-03:00", { ...brazil, smallAgent: true }, "2026-11-27"],
    ["a small agent, all of the notice", "lgpd-incident-complete", "2026-11-18T12:00:00-03:00", { ...brazil, smallAgent: true }, "2027-01-18"],
    ["20 business days to complete", "lgpd-incident-complete", "2026-11-18T12:00:00-03:00", brazil, "2026-12-17"],
    ["15 days for a titular", "lgpd-request", "2026-11-18T12:00:00-03:00", brazil, "2026-12-03"],
    ["seven working days over Christmas", "poca-notice", "2026-12-18T12:00:00Z", london, "2026-12-31"],
    ["31 days of moratorium", "poca-moratorium", "2026-12-31T12:00:00Z", london, "2027-01-30"],
    ["eight weeks", "complaint-8-weeks", "2026-11-02T12:00:00Z", london, "2026-12-28"],
    ["30 days, the day of receipt being day 1", "uk-complaint", "2026-12-01T12:00:00Z", london, "2026-12-30"],
    ["HIPAA", "hipaa-breach", "2026-12-01T12:00:00Z", elsewhere, "2027-01-30"],
    ["small breaches of 2026", "hipaa-small-breaches", "2026-06-01T12:00:00Z", elsewhere, "2027-03-01"],
    ["small breaches of 2027, a leap year following", "hipaa-small-breaches", "2027-06-01T12:00:00Z", elsewhere, "2028-02-29"],
    // Our own.
    ["72 hours through a clock change", "gdpr-breach", "2026-10-24T12:00:00+01:00", london, "2026-10-27T11:00:00Z"],
    ["a request at half past midnight in summer counts on that day in London", "gdpr-request", "2026-06-30T23:30:00Z", london, "2026-08-03"],
    ["31 August to 30 September", "gdpr-request", "2026-08-31T10:00:00Z", london, "2026-09-30"],
    ["29 February", "gdpr-request", "2028-01-31T10:00:00Z", london, "2028-02-29"],
    ["Easter in England: 26 and 29 March are holidays", "gdpr-request", "2027-02-26T10:00:00Z", london, "2027-03-30"],
    ["Easter Monday is no holiday in Scotland", "gdpr-request", "2027-02-26T10:00:00Z", scotland, "2027-03-29"],
    ["2 January in Scotland", "poca-notice", "2026-12-23T12:00:00Z", scotland, "2027-01-07"],
    ["12 July in Northern Ireland", "poca-notice", "2026-07-08T12:00:00Z", ireland, "2026-07-20"],
    ["no holidays known: weekends only", "gdpr-request", "2026-11-25T10:00:00Z", elsewhere, "2026-12-25"],
    ["late evening in São Paulo is still that day", "lgpd-incident", "2026-11-19T01:30:00Z", brazil, "2026-11-24"],
    ["the ANPD's clock counts in Brazil wherever the firm is", "lgpd-incident", "2026-11-18T12:00:00-03:00", london, "2026-11-24"],
    ["a titular's 15 days end on a Saturday and stay there", "lgpd-request", "2026-11-20T12:00:00-03:00", brazil, "2026-12-05"],
    ["24 consecutive hours", "coaf-report", "2026-11-20T16:40:00-03:00", brazil, "2026-11-21T19:40:00Z"],
    ["six months from the final response, on a Sunday", "ombudsman-6-months", "2026-11-30T12:00:00Z", london, "2027-05-30"],
    ["a year", "ombudsman-1-year", "2028-02-29T12:00:00Z", london, "2029-02-28"],
    ["twelve months of training", "harassment-training", "2026-03-10T12:00:00-03:00", brazil, "2027-03-10"],
  ];
  it.each(vectors)("%s (%s)", (_, key, start, counting, at) => expect(dueOf(key, start, counting).at).toBe(at));

  it("every key has a clock", () => expect(Object.keys(CLOCKS).sort()).toEqual([...CLOCK_KEYS].sort()));

  it.each(CLOCK_KEYS.filter((key) => CLOCKS[key].period === undefined))("%s sets no number: promptly, and the firm's target", (key) => {
    const due = dueOf(key, "2026-11-20T16:40:00Z", london);
    expect(due.at).toBeUndefined();
    expect(due.basis).toMatch(/promptly, by the firm's internal target$/);
    expect(due.confirmBy).toBeDefined();
  });

  it("the firm's own target replaces the shipped one", () => {
    expect(dueOf("sra-report", "2026-11-20T16:40:00Z", london).confirmBy).toBe("2026-11-23");
    expect(dueOf("sra-report", "2026-11-20T16:40:00Z", { ...london, targets: { "sra-report": { hours: 4 } } }).confirmBy).toBe("2026-11-20T20:40:00Z");
  });

  it("an access request: the latest of receipt, identity and fee; clarification stands still", () => {
    const request = { received: "2026-10-01T10:00:00Z", identified: "2026-10-05T10:00:00Z" };
    expect(ukRequestDue(request, london).at).toBe("2026-11-05");
    expect(ukRequestDue({ ...request, clarified: [{ asked: "2026-10-08", answered: "2026-10-12" }] }, london).at).toBe("2026-11-10");
    expect(ukRequestDue({ received: "2026-10-05T10:00:00Z", paid: "2026-10-01T10:00:00Z" }, london).at).toBe("2026-11-05");
  });

  it("an access request that the firm extended: three months, and the person told why within the first (legal references, E2 and E3)", () => {
    expect(ukRequestDue({ received: "2026-11-25T10:00:00Z", extended: true }, london)).toMatchObject({ regime: "UK GDPR Art. 12A", at: "2027-02-25" });
    expect(ukRequestDue({ received: "2026-11-25T10:00:00Z", extended: true, clarified: [{ asked: "2026-12-01", answered: "2026-12-04" }] }, london).at).toBe("2027-03-01");
  });

  describe("a rule runs from the day on which it came into force", () => {
    it.each<[string, ClockKey, string, Counting, string | undefined, string]>([
      ["Art. 12A, its first day", "uk-request", "2026-02-05T10:00:00Z", london, "2026-03-05", "UK GDPR Art. 12A"],
      ["the day before: Art. 12(3)", "uk-request", "2026-02-04T10:00:00Z", london, "2026-03-04", "UK GDPR Art. 12(3)"],
      ["extended, the day before", "uk-request-extended", "2026-02-04T10:00:00Z", london, "2026-05-05", "UK GDPR Art. 12(3)"],
      ["extended, by the clock that the UK shared", "gdpr-request-extended", "2026-11-25T10:00:00Z", { ...london, laws: ["GB-EAW"] }, "2027-02-25", "UK GDPR Art. 12A"],
      ["the same before Art. 12A", "gdpr-request-extended", "2025-11-25T10:00:00Z", { ...london, laws: ["GB-EAW"] }, "2026-02-25", "UK GDPR Art. 12(3)"],
      ["the same in Spain", "gdpr-request-extended", "2026-11-25T10:00:00Z", { ...london, laws: ["ES"] }, "2027-02-25", "EU GDPR Art. 12(3)"],
      ["where both bind", "gdpr-request", "2026-11-25T10:00:00Z", { ...london, laws: ["GB-EAW", "ES"] }, "2026-12-29", "UK GDPR Art. 12A and EU GDPR Art. 12(3)"],
      ["s.164A, its first day", "uk-complaint", "2026-06-19T10:00:00Z", london, "2026-07-18", "Data Protection Act 2018 s.164A(3)"],
      ["the day before: nothing", "uk-complaint", "2026-06-18T10:00:00Z", london, undefined, "Data Protection Act 2018 s.164A(3)"],
      ["as of a later day, whose law is asked for", "uk-complaint", "2026-06-18T10:00:00Z", { ...london, asOf: "2026-07-01" }, "2026-07-17", "Data Protection Act 2018 s.164A(3)"],
    ])("%s (%s)", (_, key, start, counting, at, regime) => {
      const due = dueOf(key, start, counting);
      expect([due.at, due.regime]).toEqual([at, regime]);
    });
    it.each<[ClockKey, string, string]>([
      ["uk-complaint", "2026-06-18T10:00:00Z", "2026-06-19"], ["uk-complaint-outcome", "2025-03-03T10:00:00Z", "2026-06-19"],
      ["lgpd-incident", "2024-04-25T12:00:00-03:00", "2024-04-26"], ["lgpd-incident-complete", "2021-05-04T12:00:00-03:00", "2024-04-26"], ["lgpd-request", "2020-09-17T12:00:00-03:00", "2020-09-18"],
      ["sra-report", "2019-11-24T10:00:00Z", "2019-11-25"], ["undertaking", "2018-03-03T10:00:00Z", "2019-11-25"],
    ])("%s says that it was not in force at %s, but from %s", (key, start, from) => {
      const due = dueOf(key, start, london);
      expect(due).toMatchObject({ provisional: true, problem: { code: "clock/not-in-force", message: expect.stringContaining(from) as string } });
      expect(due.at ?? due.confirmBy).toBeUndefined();
      expect(dueOf(key, `${from}T12:00:00Z`, london).problem?.code).not.toBe("clock/not-in-force");
    });
    it("a request received before Art. 12A is counted from receipt: what Art. 12A reckons in does not move it", () => {
      expect(ukRequestDue({ received: "2025-03-03T10:00:00Z", identified: "2025-03-20T10:00:00Z", clarified: [{ asked: "2025-03-05", answered: "2025-03-10" }] }, london)).toMatchObject({ regime: "UK GDPR Art. 12(3)", at: "2025-04-03" });
    });
  });

  it.each([
    ["before the month starts does not count", [["2026-11-03", "2026-11-12"]], "2026-12-21"],
    ["across its start counts from there", [["2026-11-03", "2026-11-24"]], "2026-12-29"],
    ["within it counts, both days", [["2026-11-23", "2026-11-24"]], "2026-12-22"],
    ["that overlaps another counts once", [["2026-11-23", "2026-11-24"], ["2026-11-24", "2026-11-25"], ["2026-11-23", "2026-11-23"]], "2026-12-23"],
    ["after its end does not count", [["2026-12-22", "2027-01-12"]], "2026-12-21"],
  ])("a pause %s", (_, pauses, at) => {
    const request = { received: "2026-11-02T10:00:00Z", identified: "2026-11-20T10:00:00Z", clarified: pauses.map(([asked, answered]) => ({ asked: asked!, answered: answered! })) };
    expect(ukRequestDue(request, london).at).toBe(at);
  });
  it.each([
    ["nothing", {}, "clock/no-start"],
    ["no receipt", { identified: "2026-11-20T10:00:00Z" }, "clock/no-start"],
    ["a date for an instant", { received: "2026-11-02T10:00:00Z", paid: "2026-11-20" }, "clock/no-offset"],
    ["a clarification that is awaited", { received: "2026-11-02T10:00:00Z", clarified: [{ asked: "2026-11-05" }] }, "clock/awaited"],
    ["one without dates", { received: "2026-11-02T10:00:00Z", clarified: [{}] }, "clock/clarification"],
    ["a date in another form", { received: "2026-11-02T10:00:00Z", clarified: [{ asked: "5/11/2026", answered: "2026-11-08" }] }, "clock/clarification"],
    ["a day that does not exist", { received: "2026-11-02T10:00:00Z", clarified: [{ asked: "2026-11-05", answered: "2026-11-31" }] }, "clock/clarification"],
    ["an answer before the question", { received: "2026-11-02T10:00:00Z", clarified: [{ asked: "2026-11-08", answered: "2026-11-05" }] }, "clock/clarification"],
    ["no list", { received: "2026-11-02T10:00:00Z", clarified: "2026-11-08" }, "clock/clarification"],
  ])("an access request with %s: no date, and the Problem says why", (_, request, code) => {
    const due = ukRequestDue(request as Parameters<typeof ukRequestDue>[0], london);
    expect(due).toMatchObject({ regime: "UK GDPR Art. 12A", provisional: true, problem: { code, hint: expect.any(String) as string } });
    expect(due.at ?? due.confirmBy).toBeUndefined();
  });

  it.each([
    ["an unknown clock", "LGPD", london, 0, /there is no clock "LGPD" \[clock\/unknown\]/],
    ["a misspelt clock", "gdpr-breech", london, 0, /did you mean "gdpr-breach"\?/],
    ["a name of every object", "constructor", london, 0, /there is no clock "constructor"/],
    ["no calendars", "gdpr-breach", {}, 0, /"calendars" is not a list \[clock\/calendars\]/],
    ["a pause of no number", "uk-request", london, Number.NaN, /\[clock\/paused\]/],
    ["a pause that shortens", "uk-request", london, -3, /\[clock\/paused\]/],
    ["a target in no unit", "lgpd-incident", { ...brazil, targets: { "lgpd-incident": { fortnights: 1 } } }, 0, /the target of "lgpd-incident" cannot be counted \[clock\/target\]/],
    ["a now that is no instant", "gdpr-breach", { ...london, now: "tomorrow" }, 0, /"now" is no instant/],
  ])("%s is refused", (_, key, counting, paused, expected) => expect(() => dueOf(key as ClockKey, "2026-11-20T16:40:00Z", counting as Counting, paused)).toThrow(expected));

  it.each([
    [["GB-EAW"], "UK GDPR Art. 33(1)"], [["ES"], "EU GDPR Art. 33(1)"], [["GB-SCT", "EU"], "UK GDPR and EU GDPR Art. 33(1)"], [undefined, "UK GDPR and EU GDPR Art. 33(1)"],
  ])("under %j a breach is told under the %s", (laws, regime) => expect(dueOf("gdpr-breach", "2026-11-20T16:40:00Z", { ...london, ...(laws === undefined ? {} : { laws }) }).regime).toBe(regime));

  it("says that only weekends were left out, where a holiday may move the date", () => {
    expect(dueOf("gdpr-request", "2026-11-25T10:00:00Z", elsewhere)).toMatchObject({ at: "2026-12-25", weekendsOnly: true });
    for (const due of [dueOf("gdpr-request", "2026-11-25T10:00:00Z", london), dueOf("gdpr-breach", "2026-11-25T10:00:00Z", elsewhere)]) expect(due).not.toHaveProperty("weekendsOnly");
  });

  it("a machine's hit is not awareness; a person confirms within a third of the period", () => {
    expect(dueOf("gdpr-breach", "2026-11-20T16:40:00Z", london)).toMatchObject({ provisional: true, confirmBy: "2026-11-21T16:40:00Z" });
    expect(dueOf("lgpd-incident", "2026-11-18T12:00:00-03:00", brazil)).toMatchObject({ provisional: true, confirmBy: "2026-11-19" });
    expect(dueOf("gdpr-request", "2026-11-20T16:40:00Z", london)).toMatchObject({ provisional: false });
  });

  it("says that a period has run out", () => {
    expect(dueOf("gdpr-breach", "2026-11-20T16:40:00Z", { ...london, now: "2026-11-23T16:40:01Z" }).elapsed).toBe(true);
    expect(dueOf("gdpr-request", "2026-11-25T10:00:00Z", { ...london, now: "2026-12-29T23:00:00Z" }).elapsed).toBeUndefined();
    expect(dueOf("gdpr-request", "2026-11-25T10:00:00Z", { ...london, now: "2026-12-30T00:00:00Z" }).elapsed).toBe(true);
  });

  it.each([
    ["no start", "gdpr-breach", undefined, london, "clock/no-start"],
    ["a wall clock without a zone", "gdpr-breach", "2026-11-20T16:40:00", london, "clock/no-offset"],
    ["nonsense", "gdpr-breach", "yesterday", london, "clock/no-offset"],
    ["a date alone", "gdpr-breach", "2026-11-20", london, "clock/no-offset"],
    ["a day that does not exist", "gdpr-request", "2026-02-30T10:00:00Z", london, "clock/no-time"],
    ["a month that does not exist", "gdpr-request", "2026-13-40T00:00:00Z", london, "clock/no-time"],
    ["an hour that does not exist", "gdpr-request", "2026-11-20T25:00:00+01:00", london, "clock/no-time"],
    ["a date outside the calendar's years", "lgpd-incident", "2031-01-05T12:00:00Z", brazil, "clock/calendar-years"],
    ["a period that ends outside them", "gdpr-request", "2028-12-20T12:00:00Z", london, "clock/calendar-years"],
    ["an unknown zone", "gdpr-request", "2026-11-20T16:40:00Z", { ...london, zone: "Europe/Atlantis" }, "clock/zone"],
    ["an unknown calendar", "gdpr-request", "2026-11-20T16:40:00Z", { ...london, calendar: "mars" }, "clock/calendar"],
  ] as const)("%s: no date, and the Problem says why", (_, key, start, counting, code) => {
    const due = dueOf(key, start, counting);
    expect(due.at).toBeUndefined();
    expect(due.problem).toMatchObject({ code, hint: expect.any(String) as string });
    expect(due.provisional).toBe(true);
  });
});

describe("laws of the clocks", () => {
  const start = fc.date({ min: new Date("2025-01-01T00:00:00Z"), max: new Date("2028-09-30T00:00:00Z"), noInvalidDate: true }).map((date) => date.toISOString());
  const places = fc.constantFrom(london, scotland, ireland, brazil, elsewhere);

  it("due is never before the start, and never on a non-working day where the rule forbids it", () => {
    fc.assert(fc.property(start, places, fc.constantFrom(...CLOCK_KEYS), (from, counting, key) => {
      const { at, confirmBy } = dueOf(key, from, counting);
      for (const end of [at, confirmBy]) {
        if (end === undefined) continue;
        if (end.includes("T")) expect(Date.parse(end)).toBeGreaterThanOrEqual(Date.parse(from));
        else expect(end >= addDays(from.slice(0, 10), -1)).toBe(true);
      }
      const period = CLOCKS[key].period;
      const ofPlace = CLOCKS[key].place === "br" ? "br" : CLOCKS[key].place === "uk" && !counting.calendar?.startsWith("gb-") ? "gb-eaw" : (counting.calendar ?? "none");
      if (at !== undefined && period !== undefined && ("workingDays" in period || ("months" in period && period.roll))) expect(isWorkingDay(at, calendar(ofPlace))).toBe(true);
      if (at !== undefined && confirmBy !== undefined) expect(confirmBy <= at || confirmBy.slice(0, 10) <= at.slice(0, 10)).toBe(true);
    }), { numRuns: 400 });
  });

  it("pauses count as if the days were ticked off one by one", () => {
    const day = fc.integer({ min: -20, max: 90 });
    fc.assert(fc.property(start, fc.array(fc.tuple(day, fc.nat(30)), { maxLength: 5 }), (from, some) => {
      const first = from.slice(0, 10);
      const pauses = some.map(([begins, length]) => ({ from: addDays(first, begins), to: addDays(first, begins + length) }));
      let end = addMonths(first, 1);
      for (let at = first; at <= end; at = addDays(at, 1)) if (pauses.some((pause) => pause.from <= at && at <= pause.to)) end = addDays(end, 1);
      expect(addDays(addMonths(first, 1), pausedDays(pauses, first))).toBe(end);
    }), { numRuns: 300 });
  });

  it("a promise is never due before it was made", () => {
    const words = fc.array(fc.constantFrom("by", "3", "31", "may", "12 mar", "friday", "sexta", "hoy", "2020-01-01", "2026", "de", "0000-01-01", "feb 30", ",", "29 february"), { maxLength: 6 }).map((some) => some.join(" "));
    fc.assert(fc.property(words, start, (text, from) => {
      const at = promisedDate(text, from.slice(0, 10));
      if (at !== undefined) expect(at >= from.slice(0, 10)).toBe(true);
    }), { numRuns: 300 });
  });

  it("months, days and zones agree with Temporal", () => {
    fc.assert(fc.property(start, fc.integer({ min: 0, max: 14 }), fc.constantFrom("Europe/London", "America/Sao_Paulo", "Europe/Madrid"), (from, months, zone) => {
      const day = Temporal.Instant.from(from).toZonedDateTimeISO(zone).toPlainDate();
      expect(addMonths(day.toString(), months)).toBe(day.add({ months }).toString());
      expect(dueOf("hipaa-breach", from, { calendars, zone }).at).toBe(day.add({ days: 60 }).toString());
    }), { numRuns: 200 });
  });
});

describe("calendars agree with date-holidays", () => {
  const years = [2025, 2026, 2027, 2028];
  const theirs = (country: [string] | [string, string]) =>
    years.flatMap((year) => {
      const all = new Holidays(...(country as [string])).getHolidays(year).filter(({ type }) => type === "public");
      return all.map(({ date }) => date.slice(0, 10));
    });
  const workdays = (dates: readonly string[]) => [...new Set(dates)].filter((date) => isWorkingDay(date, calendar("none"))).sort();

  it.each([["gb-eaw", ["GB", "ENG"]], ["gb-sct", ["GB", "SCT"]], ["gb-nir", ["GB", "NIR"]], ["br", ["BR"]]] as const)("%s", (id, country) => {
    const [ours, known] = [workdays(calendar(id).holidays), workdays(theirs([...country] as [string]))];
    // The World Cup holiday of 2026 was proclaimed after that package was made.
    const extra: Readonly<Record<string, readonly string[]>> = { "gb-sct": ["2026-06-15"] };
    expect(ours.filter((date) => !known.includes(date))).toEqual(extra[id] ?? []);
    expect(known.filter((date) => !ours.includes(date))).toEqual([]);
  });

  it("20 November is a national holiday in Brazil, though date-holidays loses it for a state", () => {
    for (const year of years) expect(calendar("br").holidays).toContain(`${year}-11-20`);
  });

  it("counts working days", () => expect(addWorkingDays("2026-12-18", 7, calendar("gb-eaw"))).toBe("2026-12-31"));
});
