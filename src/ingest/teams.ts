import { isInstant } from "../core/day.js";
import type { Marker, Message, Party } from "../core/message.js";
import type { Problem } from "../core/problem.js";
import { isObject, type Fields } from "../core/sound-message.js";
import { textOfHtml } from "./html.js";

/** A message of Teams as Microsoft Graph gives it (`chatMessage`, v1.0): no message of Obiter's own has these fields. */
export const isChatMessage = (value: unknown): value is Fields => isObject(value) && value["text"] === undefined && typeof value["createdDateTime"] === "string" && typeof value["messageType"] === "string";

/**
 * The message that a `chatMessage` is. Its conversation is the chat or the channel, by which a firm can name it. What is answered is left out,
 * since it is a message of its own; files and cards are not read.
 */
export function chatMessageOf(value: Fields, line: number, file: string, once: (problem: Problem) => void): Message | Problem {
  const { id, createdDateTime, body, subject, from, chatId, channelIdentity, messageType, deletedDateTime, lastEditedDateTime, attachments } = value;
  const content = isObject(body) ? body["content"] : undefined;
  const isSystem = messageType !== "message";
  const isDeleted = typeof deletedDateTime === "string";
  if (typeof content !== "string" && !isSystem && !isDeleted) return { code: "teams/body", file, line, message: '"body.content" is missing or not a string', hint: "give the chatMessage as Microsoft Graph returns it" };
  const sentAt = createdDateTime as string;
  const isSound = isInstant(sentAt);
  if (!isSound) once({ code: "message/unknown-time", file, line, message: '"createdDateTime" is no ISO 8601 time with an offset: it starts no clock', hint: "write such as 2026-11-20T16:40:00Z" });
  const isHtml = isObject(body) && body["contentType"] === "html";
  const said = typeof content !== "string" || isSystem ? "" : isHtml ? textOfHtml(content, "left out") : content.trim();
  const markers: Marker[] = [];
  if (isSystem) markers.push("system");
  if (isDeleted) markers.push("deleted");
  if (typeof lastEditedDateTime === "string") markers.push("edited");
  if ((isHtml && typeof content === "string" && content.includes("<img")) || (Array.isArray(attachments) && attachments.some(isFile))) markers.push("media");
  const sender = isObject(from) && !isSystem ? senderOf(from) : undefined;
  const conversationId = textOf(chatId) ?? (isObject(channelIdentity) ? textOf(channelIdentity["channelId"]) : undefined);
  return {
    id: textOf(id) ?? String(line),
    text: [isSystem ? undefined : textOf(subject), said].filter((one) => one !== undefined && one !== "").join("\n\n"),
    ...(isSound ? { sentAt } : {}),
    channel: "teams",
    line,
    ...(conversationId === undefined ? {} : { conversationId }),
    ...(sender === undefined ? {} : { sender }),
    ...(markers.length > 0 ? { markers } : {}),
  };
}

const textOf = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined);

/** Whoever is gone (a deleted user) has left nothing. */
function senderOf({ user, application, device }: Fields): Party | undefined {
  const who = [user, application, device].find(isObject);
  const [id, name] = [textOf(who?.["id"]), textOf(who?.["displayName"])];
  if (who === undefined || (id ?? name) === undefined) return undefined;
  return { id: (id ?? name)!, ...(name === undefined ? {} : { name }), ...(who === application && BOTS.has(who["applicationIdentityType"]) ? { role: "bot" } : {}) };
}

/** Applications that answer by themselves, in the firm's own Teams. Connectors and webhooks pass on what somebody else has written. */
const BOTS: ReadonlySet<unknown> = new Set(["bot", "tenantBot"]);

/** What is attached and not read; a message that is answered or forwarded is attached too. */
const isFile = (one: unknown): boolean => !isObject(one) || !/MessageReference$/i.test(String(one["contentType"]));
