import type { Finding, Route } from "../core/assessment.js";
import { PLACES } from "../core/place.js";
import { isFirmRole, type Law, type Message } from "../core/message.js";
import type { Pack, RouteRow } from "../core/rule.js";
import { atLeast } from "../core/severity.js";
import type { Calendar } from "./calendar.js";
import { dueOf } from "./due.js";

export interface Policy {
  readonly base: Pack;
  readonly packs: readonly Pack[];
  readonly law: readonly Law[];
  readonly calendars: readonly Calendar[];
}

/**
 * Who must know of the findings, what they are asked to do, by when, and who must not be told. Every row of the policies that
 * fits makes a route; routes to one office with one action and one clock are one. A conduct route never goes to the sender.
 */
export function triage(findings: readonly Finding[], message: Message, { base, packs, law, calendars }: Policy): Route[] {
  const laws = [...law, ...(message.matter?.law ?? [])];
  const applying = [base, ...packs].filter((pack) => pack.laws.length === 0 || pack.laws.some((one) => laws.includes(one)));
  const routes = new Map<string, Route>();
  for (const pack of applying) {
    for (const row of pack.routes) {
      const fitting = findings.filter((finding) => fits(row, finding));
      if (fitting.length === 0) continue;
      const place = [...laws, ...pack.laws].filter((one) => pack.laws.includes(one)).map((one) => PLACES[one]).find((one) => one !== undefined);
      const restricted = fitting.find((finding) => finding.restricted !== undefined)?.restricted;
      const never = row.kind === "conduct" && isFirmRole(message.sender?.role) && message.sender !== undefined ? [message.sender.id] : [];
      for (const to of row.to) {
        const key = `${to} ${row.action} ${row.clock ?? ""} ${row.kind}`;
        const before = routes.get(key);
        routes.set(key, {
          to,
          action: row.action,
          ...(row.clock === undefined ? {} : { due: dueOf(row.clock, message.sentAt, { calendars, ...place }) }),
          because: [...new Set([...(before?.because ?? []), ...fitting.map(({ rule }) => rule)])].sort(),
          row: before?.row ?? `${pack.id}/${row.id}`,
          kind: row.kind,
          ...(never.length > 0 ? { neverTo: never } : {}),
          ...(restricted === undefined ? {} : { restricted }),
        });
      }
    }
  }
  return [...routes.values()];
}

const fits = ({ category, from = "medium", about }: RouteRow, finding: Finding): boolean =>
  category.includes(finding.category) && atLeast(finding.severity, from) && (about?.includes(finding.about) ?? true);
