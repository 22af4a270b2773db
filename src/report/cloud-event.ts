import type { Assessment, Finding, Route } from "../core/assessment.js";
import { ObiterError } from "../core/problem.js";
import { behind } from "./notice.js";

/** A route in the envelope of CloudEvents 1.0 (CNCF), JSON format. */
export interface CloudEvent {
  readonly specversion: "1.0";
  /** Unique within the source, if the ids of its messages are; the same route of the same message has the same id, so that it can be sent again. */
  readonly id: string;
  readonly source: string;
  readonly type: "obiter.route.v1";
  readonly subject: string;
  readonly time?: string;
  readonly datacontenttype: "application/json";
  readonly data: { readonly messageId: string; readonly route: Route; readonly findings: readonly Pick<Finding, "rule" | "also" | "category" | "about" | "severity" | "confidence" | "provisions" | "title" | "why" | "next" | "caseId">[] };
}

export interface CloudEventOptions {
  /** URI of the context in which messages are read, e.g. `urn:example-firm:chat`. */
  readonly source: string;
  /** RFC 3339 instant at which the event is made. */
  readonly time?: string;
  /** Include the restricted lane: only for what the reporting officers alone can read. */
  readonly mlro?: boolean;
}

/** One event a route, without message text and without places in it. Throws ObiterError without a source, by which receivers know it, and where the message has no id: its events could not be told from others'. */
export function toCloudEvents(assessment: Assessment, options: CloudEventOptions): CloudEvent[] {
  const { source, time, mlro = false } = options ?? {};
  if (typeof source !== "string" || source === "" || (time !== undefined && typeof time !== "string")) {
    throw new ObiterError([{ code: "event/options", message: time !== undefined && typeof time !== "string" ? '"time" of an event is no text' : "an event needs a source", hint: 'give such as { source: "urn:example-firm:chat", time: "2026-11-20T16:40:00Z" }' }]);
  }
  const { messageId } = assessment;
  if (messageId === "") throw new ObiterError([{ code: "event/no-id", message: "the assessment is of a message without an id", hint: "give every message an id that no other of the source has" }]);
  return assessment.routes
    .filter(({ restricted }) => mlro || restricted === undefined)
    .map((route) => ({
      specversion: "1.0",
      id: [messageId, route.row, route.to, route.action, ...(route.restricted === undefined ? [] : [route.restricted])].map(encodeURIComponent).join("/"),
      source,
      type: "obiter.route.v1",
      subject: messageId,
      ...(time === undefined ? {} : { time }),
      datacontenttype: "application/json",
      data: { messageId, route, findings: behind(route, assessment).map(told) },
    }));
}

const told = ({ rule, also, category, about, severity, confidence, provisions, title, why, next, caseId }: Finding): CloudEvent["data"]["findings"][number] => ({
  rule, ...(also === undefined ? {} : { also }), category, about, severity, confidence, provisions, title, why, next, ...(caseId === undefined ? {} : { caseId }),
});
