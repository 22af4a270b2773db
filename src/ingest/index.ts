export { ingest } from "./ingest.js";
export type { IngestOptions } from "./ingest.js";
export type { DateOrder } from "./date-order.js";
export type { Bytes } from "./lines.js";
export type { People, Participant, Conversation } from "../core/people.js";
