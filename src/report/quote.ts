import type { Assessment, Route } from "../core/assessment.js";
import type { Addressee } from "../core/rule.js";

/** Readers who are not shown what is presumed privileged. */
const NOT_QUOTED: readonly Addressee[] = ["hr", "it-security"];

/** Why a message may not be quoted to whoever reads it in these offices: authorities, or the presumption of privilege. Undefined where it may. */
export function withheld(offices: readonly Addressee[], routes: readonly Route[], { privileged }: Assessment): readonly string[] | "presumed" | undefined {
  const cites = [...new Set(routes.flatMap(({ withoutText }) => withoutText ?? []))];
  return cites.length > 0 ? cites : privileged !== undefined && offices.every((office) => NOT_QUOTED.includes(office)) ? "presumed" : undefined;
}

/** The same for whoever reads a view: the holder of an office, or a person, who reads it in the offices by which its routes reach them. */
export const withheldFrom = (office: Addressee | undefined, routes: readonly Route[], assessment: Assessment): ReturnType<typeof withheld> =>
  withheld(office === undefined ? routes.map(({ to, via }) => via ?? to) : [office], routes, assessment);
