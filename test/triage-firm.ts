import type { Finding } from "../src/core/assessment.js";
import type { Directory } from "../src/core/directory.js";
import type { Message } from "../src/core/message.js";
import { base } from "../src/generated/base.js";
import { calendars } from "../src/generated/calendars.js";
import * as shipped from "../src/generated/packs/index.js";
import { withPast } from "../src/triage/about-holder.js";
import { withCases } from "../src/triage/cases.js";
import type { Circumstances } from "../src/triage/circumstances.js";
import { isPresumedPrivileged } from "../src/triage/privilege.js";
import { triage, type Policy } from "../src/triage/triage.js";
import type { Assessment } from "../src/core/assessment.js";
import { maxSeverity, type Severity } from "../src/core/severity.js";

/** A firm of five: Ana leads, Ben keeps the rules, Cleo the money, Dan and Eve do the work. */
export const five: Directory = {
  people: [
    { id: "ana", name: "Ana", law: ["GB-EAW"] },
    { id: "ben", name: "Ben", supervisor: "ana", law: ["GB-EAW"] },
    { id: "cleo", name: "Cleo", supervisor: "ana", law: ["GB-EAW"] },
    { id: "dan", name: "Dan", supervisor: "ben", law: ["GB-EAW"], department: "property" },
    { id: "eve", name: "Eve", supervisor: "dan", law: ["GB-EAW"], department: "property" },
  ],
  roles: {
    "managing-partner": [{ person: "ana" }], colp: [{ person: "ben", deputies: ["cleo"] }], cofa: [{ person: "cleo" }], mlro: [{ person: "cleo" }], "deputy-mlro": [{ person: "ana" }],
    dpo: [{ person: "ben" }], hr: [{ person: "ana" }], "it-security": [{ person: "dan" }], "complaints-partner": [{ person: "ana", deputies: ["ben"] }], "supervising-solicitor": [{ person: "ben" }], emergency: [{ person: "ana" }],
  },
  zone: "Europe/London",
  calendar: "gb-eaw",
};

export const policy = (directory?: Directory, more: Partial<Policy> = {}): Policy => ({ base: base.pack, packs: Object.values(shipped), law: ["GB-EAW"], calendars, ...(directory === undefined ? {} : { directory }), ...more });

export const finding = (category: string, more: Partial<Finding> = {}): Finding => ({
  rule: `base/${category}`, category: category as Finding["category"], about: "firm", severity: "high", confidence: 0.9, spans: [{ start: 0, end: 4 }], provisions: [], title: "Possible", why: "why", next: "next",
  ...(category === "money-laundering" ? { restricted: "mlro" as const } : {}), ...more,
});

export const message = (more: Partial<Message> = {}): Message => ({ id: "m1", conversationId: "c1", text: "text", sentAt: "2026-11-20T16:40:00Z", sender: { id: "eve", role: "paralegal" }, direction: "outbound", ...more });
export const by = (id: string, role: "solicitor" | "paralegal" | "client" | "counterparty" = "solicitor") => ({ sender: { id, role } });

/** An assessment of findings that the test gives, with the routes of a policy. */
export function assessed(findings: readonly Finding[], one: Message, some: Policy = policy(five), circumstances?: Circumstances): Assessment {
  const cased = withPast(withCases(findings, one), one, some, circumstances);
  const severity = findings.reduce<Severity>((most, { severity: own }) => maxSeverity(most, own), "none");
  return { messageId: one.id ?? "", severity, findings: cased, routes: triage(cased, one, some, circumstances), ...(isPresumedPrivileged(one) ? { privileged: "presumed" as const } : {}), coverage: { lang: "en", skipped: [] }, packs: [] };
}
