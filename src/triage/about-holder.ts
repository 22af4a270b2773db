import type { Finding } from "../core/assessment.js";
import type { Message } from "../core/message.js";
import { REPORTING_OFFICES, type Office } from "../core/rule.js";
import { dayOf, type Policy } from "./address.js";
import type { Circumstances } from "./circumstances.js";
import { barred } from "./implicated.js";
import { named } from "./named.js";
import { choose, chooseOffice, scopeOf } from "./recipient.js";

/** Findings, with the reporting offices whose holder they are about: those see all but that, and what is not grave enough for a route has none that could say so. */
export const withPast = (findings: readonly Finding[], message: Message, policy: Policy, circumstances: Circumstances = {}): readonly Finding[] =>
  findings.map((finding) => {
    const past = aboutHolders(finding, message, policy, circumstances);
    return past.length === 0 ? finding : { ...finding, past };
  });

function aboutHolders(finding: Finding, message: Message, { directory }: Policy, { now, implicated = [] }: Circumstances): readonly Office[] {
  const { people, offices } = named(finding, message, directory);
  const own = finding.about === "firm" && message.sender?.id !== undefined ? [message.sender.id] : [];
  const bars = barred([...implicated, ...people, ...own], message, directory);
  return REPORTING_OFFICES.filter((office) => {
    const { past } = directory === undefined ? chooseOffice(office, offices, true) : choose(office, { directory, scope: scopeOf(message, directory), supervisors: [], bars, today: dayOf(now ?? message.sentAt, directory), restricted: true });
    return past.some((one) => one.office === office && (one.because === "implicated" || one.because === "subordinate"));
  });
}
