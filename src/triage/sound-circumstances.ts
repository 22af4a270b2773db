import { ObiterError } from "../core/problem.js";
import type { Circumstances } from "./address.js";

/** What the caller says of a reading, if anything. Throws ObiterError, whatever the message holds. */
export function soundCircumstances(given: Circumstances | undefined): Circumstances | undefined {
  if (given === undefined) return undefined;
  if (typeof given !== "object" || given === null) throw refusal("what is known of the reading is no object", 'give such as { now: "2026-11-20T16:40:00Z" }');
  const { now, implicated } = given;
  if (now !== undefined && typeof now !== "string") throw refusal('"now" is no text', "give an ISO 8601 instant such as 2026-11-20T16:40:00Z");
  if (implicated !== undefined && !(Array.isArray(implicated) && implicated.every((one) => typeof one === "string"))) throw refusal('"implicated" is no list of texts', 'give ids of people, such as ["u7"]');
  return given;
}

const refusal = (message: string, hint: string): ObiterError => new ObiterError([{ code: "reading/circumstances", message, hint }]);
