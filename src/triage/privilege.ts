import { isFirmRole, type Message } from "../core/message.js";

/**
 * Whether a message is presumed privileged: between client and firm, or internal to a matter. A person decides in the end; who is
 * unknown on the client's side of a conversation with the firm is presumed a client, and so is whoever the firm's people write to if nothing tells.
 */
export function isPresumedPrivileged({ sender, recipients = [], direction, matter }: Message): boolean {
  const role = sender?.role ?? "unknown";
  const outsiders = recipients.some((party) => party.role === "counterparty" || party.role === "third-party");
  if (role === "counterparty" || role === "third-party" || outsiders) return false;
  if (direction === "internal") return matter !== undefined;
  return role === "client" || direction === "inbound" || isFirmRole(role);
}
