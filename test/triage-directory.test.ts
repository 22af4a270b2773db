import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Directory } from "../src/core/directory.js";
import { calendars } from "../src/generated/calendars.js";
import { sra } from "../src/generated/packs/sra.js";
import { createEngine } from "../src/index.js";
import { checkDirectory } from "../src/triage/check-directory.js";
import { soundDirectory } from "../src/triage/sound-directory.js";
import { cases } from "../src/triage/cases.js";
import { next } from "../src/triage/escalate.js";
import { assessed, finding, five, message, policy } from "./triage-firm.js";

describe("a directory from a caller without types", () => {
  it("that is right is kept whole", () => expect(soundDirectory(five)).toEqual({ directory: five, problems: [] }));
  it.each([
    [null, ["the top"]], ["five", ["the top"]], [[], ["the top"]], [{ people: {}, roles: [] }, ["people", "roles"]], [{ people: [{ id: 7 }, "ana", {}], roles: {} }, ["people.0.id", "people.1", "people.2.id"]],
    [{ people: [], roles: { colpp: [] } }, ["roles.colpp"]], [{ people: [], roles: { colp: "ben" } }, ["roles.colp"]], [{ people: [], roles: { colp: [{ person: "ben", deputies: "cleo" }] } }, ["roles.colp.0.deputies"]],
    [{ people: [{ id: "a", absent: [{ from: "soon" }] }], roles: {} }, ["people.0.absent.0.from", "people.0.absent.0.to"]], [{ people: [], roles: {}, quietHours: "night" }, ["quietHours"]], [{ people: [], roles: {}, addUp: { messages: 1, reason: "r", owner: "o" } }, ["addUp.messages"]],
    [{ people: [], roles: {}, transfers: [{ from: "BR", to: "GB" }] }, ["transfers.0.reason", "transfers.0.owner"]], [{ people: [], roles: {}, succession: { hr: ["boss"] } }, ["succession.hr.0"]], [{ people: [], roles: {}, coaf: "yes", __proto__x: 1 }, ["coaf", "__proto__x"]],
  ])("%j: Problems at %j, and it still routes", (given, places) => {
    const { directory, problems } = soundDirectory(given);
    expect(problems.map(({ problem }) => problem.message.split(" at ").at(-1))).toEqual(places);
    for (const { problem } of problems) expect(problem.hint).toBeTruthy();
    expect(soundDirectory(directory).problems).toEqual([]);
    const engine = createEngine({ packs: [sra], law: "GB-EAW", directory: given as Directory });
    expect(engine.problems.length).toBeGreaterThanOrEqual(problems.length);
    expect(engine.assess({ text: "You should reject the offer, you have a strong claim for unfair dismissal", sender: { id: "va", role: "virtual-assistant" }, direction: "outbound" }).routes.length).toBeGreaterThan(0);
  });
  it("a law: any JSON whatever gives Problems and routes, never a crash", () => {
    const near = fc.record({ people: fc.anything(), roles: fc.dictionary(fc.constantFrom("colp", "hr", "mlro", "x"), fc.anything()), zone: fc.anything(), quietHours: fc.anything(), targets: fc.anything(), ladder: fc.anything(), succession: fc.anything(), transfers: fc.anything(), addUp: fc.anything() }, { requiredKeys: [] });
    fc.assert(fc.property(fc.oneof(fc.anything(), near), (given) => {
      const { directory } = soundDirectory(given);
      checkDirectory(directory, calendars);
      const found = [finding("bribery"), finding("data-breach")];
      const { routes } = assessed(found, message(), policy(directory));
      expect(routes.length).toBeGreaterThan(0);
      next(cases([{ message: message(), assessment: assessed(found, message(), policy(directory)) }])[0]!, [], "2026-12-20T16:00:00Z", directory);
    }), { numRuns: 300 });
  });
});

describe("what the routes ask of a directory", () => {
  const told = (more: object): string[] => createEngine({ packs: [sra], law: "GB-EAW", directory: { people: [{ id: "ana" }, { id: "ben" }], roles: { colp: [{ person: "ana" }], mlro: [{ person: "ben" }] }, ...more } as Directory }).problems.map(({ path, problem }) => `${problem.code} ${path.join(".")} ${problem.message}`);
  it.each<[string, object, string[]]>([
    ["the next in line take what nobody holds", {}, []],
    ["an office in whose line nobody stands", { roles: { colp: [{ person: "ana" }], hr: [{ person: "ben" }] } }, ["addressed to mlro", "addressed to deputy-mlro"]],
    ["a firm's own order that ends with nobody", { succession: { dpo: ["encarregado"] } }, ["dpo"]],
    ["a target on a clock of a pack that is not on", { targets: { "sra-report": { workingDays: 1 }, "gdpr-breach-people": { hours: 12 } } }, ["targets.gdpr-breach-people"]],
    ["a directory where nobody holds anything is told once", { roles: {} }, ["nobody holds any office"]],
  ])("%s", (_, more, expected) => {
    const problems = told(more);
    expect(problems.filter((problem) => expected.some((one) => problem.includes(one)))).toEqual(problems);
    expect(problems.length).toBe(expected.length);
  });
});

describe("the firm's own order", () => {
  const own = { ...five, succession: { colp: ["hr"] }, roles: { "managing-partner": [{ person: "cleo" }], hr: [{ person: "ana" }] }, ladder: { high: [30] } } as unknown as Directory;
  it("says who is next in line", () => {
    expect(assessed([finding("bribery")], message(), policy(own)).routes.find(({ to }) => to === "colp")).toMatchObject({ people: ["ana"], via: "hr" });
    expect(assessed([finding("bribery")], message(), policy({ ...own, succession: {} })).routes.find(({ to }) => to === "colp")).toMatchObject({ people: ["cleo"], via: "managing-partner" });
  });
  it("says when they are told", () => {
    const [one] = cases([{ message: message(), assessment: assessed([finding("harassment")], message(), policy(five)) }]);
    const told = (directory: Directory, now: string) => next(one!, [], now, directory).notices.filter(({ step }) => step > 0).length;
    expect(told({ ...five, ladder: { high: [30] } }, "2026-11-20T17:10:00Z")).toBeGreaterThan(0);
    expect(told(five, "2026-11-20T17:10:00Z")).toBe(0);
    expect(told({ ...five, ladder: { high: [] } }, "2026-12-20T17:10:00Z")).toBe(0);
  });
  it("never takes laundering out of the lane", () => {
    const leaky = { ...five, succession: { mlro: ["managing-partner"], "deputy-mlro": ["colp"] }, roles: { "managing-partner": [{ person: "ana" }], colp: [{ person: "ben" }] } } as Directory;
    expect(checkDirectory(leaky, calendars).map(({ problem }) => problem.code)).toEqual(["directory/lane", "directory/lane"]);
    for (const route of assessed([finding("money-laundering")], message(), policy(leaky)).routes) expect(route).toMatchObject({ unrouted: true, people: [] });
  });
  it("steps that do not follow each other are told", () => expect(checkDirectory({ ...five, ladder: { high: [60, 30] } }, calendars).map(({ problem }) => problem.code)).toEqual(["directory/ladder"]));
});
