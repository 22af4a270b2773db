import type { Directory } from "../core/directory.js";
import { hintFor, type LocatedProblem } from "../core/problem.js";
import { isZone, type Calendar } from "./calendar.js";
import { isCountable } from "./count.js";
import { isTimeOfDay } from "./quiet-hours.js";

/** What its schema cannot say of a directory: unknown people, circles of supervisors, nobody or one person everywhere, places that do not exist. None of it stops routing. */
export function checkDirectory({ people, roles, zone, calendar, targets = {}, quietHours, succession = {}, ladder = {} }: Directory, calendars: readonly Calendar[]): LocatedProblem[] {
  const found: LocatedProblem[] = [];
  const add = (path: readonly (string | number)[], code: string, message: string, hint: string): void => void found.push({ path, problem: { code, message: `${message} at ${path.join(".") || "the top"}`, hint } });
  const ids = new Set(people.map(({ id }) => id));
  const known = (path: readonly (string | number)[], id: string | undefined): void => {
    if (id === undefined || ids.has(id)) return;
    add(path, "directory/unknown-person", `nobody has the id "${id}"`, hintFor(id, ids, "add them under people"));
  };
  people.forEach(({ id, supervisor, absent = [] }, i) => {
    if (people.findIndex((one) => one.id === id) !== i) add(["people", i, "id"], "directory/twice", `the id "${id}" is there twice`, "one entry a person");
    known(["people", i, "supervisor"], supervisor);
    if (isUnderThemselves(id, people)) add(["people", i, "supervisor"], "directory/circle", `"${id}" is under themselves by the chain of supervisors`, "somebody at the top has no supervisor");
    absent.forEach(({ from, to }, j) => from > to && add(["people", i, "absent", j], "directory/absence", "the absence ends before it begins", "from is the first day, to the last"));
  });
  const held = Object.entries(roles).filter(([, appointments]) => appointments.length > 0);
  for (const [office, appointments] of held) {
    appointments.forEach(({ person, deputies = [] }, i) => {
      known(["roles", office, i, "person"], person);
      deputies.forEach((deputy, j) => known(["roles", office, i, "deputies", j], deputy));
    });
  }
  if (held.length === 0) add(["roles"], "directory/empty", "nobody holds any office", "name at least a managing partner; until then everything is unrouted");
  const everybody = new Set(held.flatMap(([, appointments]) => appointments.flatMap(({ person, deputies = [] }) => [person, ...deputies])));
  if (held.length > 1 && everybody.size === 1) add(["roles"], "directory/one-person", `"${[...everybody][0]!}" holds every office`, "an allegation against them reaches nobody: name a deputy, if need be outside the firm");
  if (zone !== undefined && !isZone(zone)) add(["zone"], "directory/zone", `"${zone}" is no time zone`, "give an IANA name such as Europe/London");
  if (calendar !== undefined && !calendars.some(({ id }) => id === calendar)) add(["calendar"], "directory/calendar", `there is no calendar "${calendar}"`, `one of: ${calendars.map(({ id }) => id).join(", ")}`);
  for (const [key, period] of Object.entries(targets)) if (!isCountable(period)) add(["targets", key], "directory/target", "the period cannot be counted", "give whole days or working days, or hours, of at most thirty years");
  for (const office of ["mlro", "deputy-mlro"] as const) if (succession[office] !== undefined) add(["succession", office], "directory/lane", `what reaches the ${office} stays with the reporting officers`, "name a deputy-mlro instead");
  for (const [severity, minutes] of Object.entries(ladder)) if (minutes.some((step, i) => step <= (minutes[i - 1] ?? 0))) add(["ladder", severity], "directory/ladder", "the steps do not follow each other", "give minutes after the case opened, each more than the one before");
  for (const [key, time] of Object.entries(quietHours ?? {})) if (!isTimeOfDay(time)) add(["quietHours", key], "directory/time", "that is no time of day", "write HH:MM, such as 20:00");
  return found;
}

function isUnderThemselves(id: string, people: Directory["people"]): boolean {
  const above = new Map(people.map((person) => [person.id, person.supervisor]));
  let at = above.get(id);
  for (let steps = 0; at !== undefined && steps <= people.length; steps++, at = above.get(at)) if (at === id) return true;
  return false;
}
