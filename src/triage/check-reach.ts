import type { Directory } from "../core/directory.js";
import type { LocatedProblem } from "../core/problem.js";
import { OFFICES, type Pack } from "../core/rule.js";
import { lineAfter } from "./succession.js";

/** What routes ask of a directory: somebody in the line of each office that they are addressed to; and of its targets, that a route uses their clock. */
export function checkReach(directory: Directory, packs: readonly Pack[]): LocatedProblem[] {
  const rows = packs.flatMap(({ routes }) => routes);
  const isHeld = (office: (typeof OFFICES)[number]): boolean => (directory.roles[office] ?? []).length > 0;
  // Where nobody holds any office, that is said once (`checkDirectory`).
  const nobody = !OFFICES.some(isHeld) ? [] : OFFICES.filter((office) => rows.some(({ to }) => to.includes(office)) && ![office, ...lineAfter(office, directory, false)].some(isHeld));
  const unused = Object.keys(directory.targets ?? {}).filter((key) => !rows.some(({ clock }) => clock === key));
  return [
    ...nobody.map((office): LocatedProblem => ({ path: ["roles"], problem: { code: "directory/nobody", message: `routes are addressed to ${office}, which nobody holds, nor is anybody next in line, at roles`, hint: `name a holder: until then what is for ${office} is unrouted` } })),
    ...unused.map((key): LocatedProblem => ({ path: ["targets", key], problem: { code: "directory/unused-clock", message: `no route of the packs that are on uses the clock at targets.${key}`, hint: "the target does nothing: put the pack on whose routes use it, or remove the target" } })),
  ];
}
