import { ObiterError } from "./problem.js";
import { CHANNELS, DIRECTIONS, MARKERS, ROLES, type Marker, type Message, type Party } from "./message.js";

/** A message as it comes from outside: nothing is known of its fields. */
export type Fields = Readonly<Record<string, unknown>>;
export const isObject = (value: unknown): value is Fields => typeof value === "object" && value !== null && !Array.isArray(value);

const isText = (value: unknown): boolean => value === undefined || typeof value === "string";
const isId = (value: unknown): boolean => isText(value) || typeof value === "number";

/** What a field is to be, as whoever fills it is told. */
export const FIELDS = {
  text: "a string",
  id: "a string",
  sentAt: "an ISO 8601 string",
  stage: '"sent" or "draft"',
  conversationId: "a string",
  sender: 'an object such as {"id":"u1","role":"paralegal","admitted":["GB-EAW"]}',
  recipients: 'a list such as [{"id":"u2","role":"solicitor"}]',
  direction: "a string",
  channel: "a string",
  lang: "a BCP 47 tag such as en-GB",
  matter: 'an object such as {"id":"m1","law":["GB-EAW"]}',
  markers: `a list of: ${MARKERS.join(", ")}`,
  exempt: "true or false",
} as const satisfies Partial<Record<keyof Message, string>>;
/** What may stand in a sender or recipient. */
export const PARTY = ["id", "name", "role", "admitted", "supervisor", "department", "account", "toldOn"] as const satisfies readonly (keyof Party)[];

/** The field that keeps an object from being a message. It stands before every reading: for a good message it compares, and makes nothing. */
export function wrongField(given: Fields): keyof typeof FIELDS | undefined {
  const { stage, sender, recipients, matter, markers, exempt } = given;
  if (typeof given["text"] !== "string") return "text";
  if (!isId(given["id"])) return "id";
  if (!isText(given["sentAt"])) return "sentAt";
  if (stage !== undefined && stage !== "sent" && stage !== "draft") return "stage";
  if (!isText(given["conversationId"])) return "conversationId";
  if (sender !== undefined && !isParty(sender)) return "sender";
  if (recipients !== undefined && !isListOf(isParty, recipients)) return "recipients";
  if (!isText(given["direction"])) return "direction";
  if (!isText(given["channel"])) return "channel";
  if (!isText(given["lang"])) return "lang";
  if (matter !== undefined && !(isObject(matter) && isText(matter["id"]) && isTexts(matter["law"]))) return "matter";
  if (markers !== undefined && !isListOf(isMarker, markers)) return "markers";
  return exempt === undefined || typeof exempt === "boolean" ? undefined : "exempt";
}

const isParty = (given: unknown): boolean =>
  isObject(given) && isId(given["id"]) && isText(given["name"]) && isText(given["role"]) && isTexts(given["admitted"]) && isText(given["supervisor"]) && isText(given["department"]) &&
  (given["account"] === undefined || given["account"] === "corporate" || given["account"] === "personal") && isText(given["toldOn"]);
const isMarker = (given: unknown): boolean => MARKERS.includes(given as Marker);
const isString = (given: unknown): boolean => typeof given === "string";
const isTexts = (given: unknown): boolean => given === undefined || isListOf(isString, given);

function isListOf(fits: (one: unknown) => boolean, given: unknown): boolean {
  if (!Array.isArray(given)) return false;
  for (let i = 0; i < given.length; i++) if (!fits(given[i])) return false;
  return true;
}

/** Told of a word that Obiter does not know, which is treated as `unknown`. */
export type Tell = (field: "role" | "direction" | "channel", given: string, known: readonly string[]) => void;

/** The message with words that Obiter knows: a role, direction or channel that it does not is `unknown`. One that has none such is itself. */
export function withKnownWords(message: Message, tell: Tell): Message {
  if (isKnown(message)) return message;
  const { id, sender, recipients, direction, channel } = message;
  const known = <T extends string>(list: readonly T[], field: Parameters<Tell>[0], given: T): T => {
    if (list.includes(given)) return given;
    tell(field, given, list);
    return "unknown" as T;
  };
  const party = ({ id: own, ...given }: Party): Party => ({ ...(own === undefined || own === "" ? {} : { id: String(own) }), ...given, ...(given.role === undefined ? {} : { role: known(ROLES, "role", given.role) }) });
  return {
    ...message,
    ...(id === undefined ? {} : { id: String(id) }),
    ...(sender === undefined ? {} : { sender: party(sender) }),
    ...(recipients === undefined ? {} : { recipients: recipients.map(party) }),
    ...(direction === undefined ? {} : { direction: known(DIRECTIONS, "direction", direction) }),
    ...(channel === undefined ? {} : { channel: known(CHANNELS, "channel", channel) }),
  };
}

function isKnown({ id, sender, recipients, direction, channel }: Message): boolean {
  if (typeof id === "number" || (direction !== undefined && !DIRECTIONS.includes(direction)) || (channel !== undefined && !CHANNELS.includes(channel))) return false;
  if (sender !== undefined && !isKnownParty(sender)) return false;
  if (recipients !== undefined) for (let i = 0; i < recipients.length; i++) if (!isKnownParty(recipients[i]!)) return false;
  return true;
}

const isKnownParty = ({ id, role }: Party): boolean => (id === undefined || (typeof id === "string" && id !== "")) && (role === undefined || ROLES.includes(role));

/** The message that a caller gives to be read: nothing is made for a good one. Throws ObiterError for what is no message, without any of its text. */
export function soundMessage(given: Message): Message {
  if (!isObject(given)) throw refusal("object", "what is to be read is no message", 'give an object such as { text: "…" }');
  const wrong = wrongField(given);
  if (wrong !== undefined) throw refusal(wrong, `"${wrong}" of the message is not what it should be`, `give ${FIELDS[wrong]}${wrong === "text" ? "" : ", or leave it out"}`);
  return withKnownWords(given, ignore);
}

const refusal = (field: string, message: string, hint: string): ObiterError => new ObiterError([{ code: `message/${field}`, message, hint }]);
const ignore = (): void => undefined;
