import type { Assessment, Finding } from "../core/assessment.js";
import { isReporting, type Office, type Pack, type RouteRow } from "../core/rule.js";
import { atLeast } from "../core/severity.js";
import { reached, restsOn } from "./view.js";

/** A row of the policy that is addressed to a role, and what kept the role out. */
export interface Reason {
  /** `<pack>/<row>`. */
  readonly row: string;
  readonly why: string;
}

/** Why a role is not told, row by row. The restricted lane is left out unless asked for as one of its officers (`as`), and so is what is about that officer. */
export function whyNot({ findings: all, routes: made }: Assessment, role: Office, packs: readonly Pack[], as: Office = role): Reason[] {
  const findings = all.filter((finding) => finding.restricted === undefined || (isReporting(as) && finding.past?.includes(as) !== true) || made.some((route) => reached(route) === as && restsOn(route, finding)));
  const routes = made.filter((route) => findings.some((finding) => restsOn(route, finding)));
  return packs.flatMap((pack) =>
    pack.routes.flatMap((row) => {
      const id = `${pack.id}/${row.id}`;
      if (!row.to.includes(role)) return [];
      const route = routes.find((one) => one.to === role && (one.row === id || one.rows?.includes(id) === true));
      if (route === undefined) return [{ row: id, why: missing(row, findings) }];
      const past = (route.past ?? []).filter(({ office }) => office === role);
      const told = route.via === undefined && route.unrouted === undefined && past.every(({ because }) => because === "absent");
      return told ? [] : [{ row: id, why: past.map(({ person, because }) => (person === undefined ? (because === "vacant" ? "nobody holds the office" : "its holder is accused") : `${person}: ${because}`)).join("; ") }];
    }),
  );
}

/** The first condition of a row that no finding meets. */
function missing({ category, from = "medium", about, rule }: RouteRow, findings: readonly Finding[]): string {
  const named = findings.filter((finding) => category.includes(finding.category));
  if (named.length === 0) return `no finding of ${category.join(", ")}`;
  const grave = named.filter(({ severity }) => atLeast(severity, from));
  if (grave.length === 0) return `below ${from}`;
  const whose = grave.filter((finding) => about?.includes(finding.about) ?? true);
  if (whose.length === 0) return `not about the conduct of: ${about!.join(", ")}`;
  if (rule !== undefined && !whose.some((finding) => rule.includes(finding.rule) || finding.also?.some((id) => rule.includes(id)) === true)) return `does not rest on ${rule.join(", ")}`;
  return "not for this sender, direction, channel, stage or law";
}
