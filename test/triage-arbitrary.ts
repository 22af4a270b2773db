import fc from "fast-check";
import type { Finding } from "../src/core/assessment.js";
import type { Directory } from "../src/core/directory.js";
import { LABELS } from "../src/core/label.js";
import { isFirmRole, type Message, type Party } from "../src/core/message.js";
import { OFFICES } from "../src/core/rule.js";
import { assessed, finding, message, policy } from "./triage-firm.js";

/** Any firm, and any message of its people with any findings. */
const ids = ["ana", "ben", "cleo", "dan", "eve", "finn"] as const;
const id = fc.constantFrom(...ids);
const directory: fc.Arbitrary<Directory> = fc.record({
  people: fc.tuple(...ids.map((one) => fc.record({ id: fc.constant(one), supervisor: fc.option(id, { nil: undefined }), absent: fc.constantFrom(undefined, [{ from: "2026-11-19", to: "2026-11-21" }]) }, { requiredKeys: ["id"] }).map((person) => JSON.parse(JSON.stringify(person)) as Directory["people"][number]))),
  roles: fc.dictionary(fc.constantFrom(...OFFICES), fc.array(fc.record({ person: id, deputies: fc.subarray([...ids]) }), { minLength: 1, maxLength: 2 })) as fc.Arbitrary<Directory["roles"]>,
});
export const about = (role: Party["role"]): Finding["about"] => (isFirmRole(role) ? "firm" : role === "client" ? "client" : "outsider");
export const sentBy: fc.Arbitrary<Message> = fc.record({
  sender: fc.record({ id, role: fc.constantFrom("solicitor", "paralegal", "client", "counterparty") }),
  recipients: fc.array(fc.record({ id, role: fc.constantFrom("solicitor", "trainee", "client") }), { maxLength: 2 }),
  stage: fc.constantFrom("sent", "draft"),
}).map((more) => message(more as Partial<Message>));
const found = fc.uniqueArray(fc.record({ category: fc.constantFrom(...LABELS), severity: fc.constantFrom("low", "medium", "high", "critical") }), { minLength: 1, maxLength: 4, selector: ({ category }) => category });
export const anyFirm = fc.record({ directory, one: sentBy, found, implicated: fc.subarray([...ids], { maxLength: 2 }) }).map(({ directory: known, one, found: some, implicated }) => {
  const findings = some.map(({ category, severity }) => finding(category, { severity: severity as Finding["severity"], about: about(one.sender!.role) }));
  return { known, one, findings, implicated, assessment: assessed(findings, one, policy(known), { implicated }) };
});
export const runs = { numRuns: 300 };
