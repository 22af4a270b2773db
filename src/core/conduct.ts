import { isFirmRole, type Message } from "./message.js";
import type { About } from "./rule.js";

/** Whose conduct a message is: that of its sender. An unknown sender of the firm's own messages belongs to the firm. */
export function conductOf({ sender, direction }: Message): About {
  const role = sender?.role;
  if (isFirmRole(role)) return "firm";
  if (role === "client") return "client";
  if (role === "counterparty" || role === "third-party") return "outsider";
  return direction === "outbound" || direction === "internal" ? "firm" : direction === "inbound" ? "client" : "outsider";
}
