import type { Problem } from "../core/problem.js";

/** Problems of which each is told once a file, however often it comes up: `waiting` hands over those that are new. */
export function toldOnce(): { readonly once: (problem: Problem) => void; readonly waiting: () => Problem[] } {
  const told = new Set<string>();
  const pending: Problem[] = [];
  return {
    once: (problem) => {
      if (told.size < told.add(`${problem.code} ${problem.message}`).size) pending.push(problem);
    },
    waiting: () => pending.splice(0),
  };
}
