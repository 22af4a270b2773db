/** Who wrote a message, as seen from the firm. `solicitor` stands for advogado and abogado, `trainee` for estagiário and pasante. */
export const ROLES = [
  "client", "solicitor", "trainee", "paralegal", "virtual-assistant", "support-staff", "bot", "counterparty", "third-party", "unknown",
] as const;
export type Role = (typeof ROLES)[number];

/** The role of a sender or recipient; whatever Obiter does not know is `unknown`. */
export const roleOf = (party: { readonly role?: Role } | undefined): Role => (party?.role !== undefined && ROLES.includes(party.role) ? party.role : "unknown");

/** The laws that a message stands under: those that bind the firm, and those of its matter. */
export const lawsOf = ({ matter }: Message, firm: readonly Law[]): readonly Law[] => (matter?.law === undefined ? firm : [...firm, ...matter.law]);

/** Roles of people (and software) that work for the firm. */
export const FIRM_ROLES: readonly Role[] = ["solicitor", "trainee", "paralegal", "virtual-assistant", "support-staff", "bot"];
export const isFirmRole = (role: Role | undefined): boolean => role !== undefined && FIRM_ROLES.includes(role);

export const DIRECTIONS = ["inbound", "outbound", "internal", "unknown"] as const;
/** `inbound` to the firm, `outbound` from the firm, `internal` between its people. */
export type Direction = (typeof DIRECTIONS)[number];

export const CHANNELS = ["whatsapp", "sms", "wechat", "telegram", "teams", "email", "instagram", "messenger", "imessage", "signal", "threema", "wire", "slack", "client-portal", "unknown"] as const;
export type Channel = (typeof CHANNELS)[number];

/** A law, by ISO 3166 code: `GB-EAW` (England & Wales), `BR`, `ES`, `EU`. */
export type Law = string;

/** Somebody who writes or receives messages. */
export interface Party {
  /** Without one it is nobody that could be told from others: no route names them, and none goes past them. */
  readonly id?: string;
  readonly name?: string;
  readonly role?: Role;
  /** Where the person is qualified as a lawyer, e.g. `["GB-EAW"]`: a fact, not a job title. */
  readonly admitted?: readonly Law[];
  /** `id` of the person who supervises this one. */
  readonly supervisor?: string;
  readonly department?: string;
  readonly account?: "corporate" | "personal";
  /** ISO date on which the person was told that messages are read by machine. */
  readonly toldOn?: string;
}

/** What an export says happened to a message besides its text. `disappearing`: its sender made the chat one whose messages vanish. */
export const MARKERS = ["system", "deleted", "edited", "media", "disappearing"] as const;
export type Marker = (typeof MARKERS)[number];

/** One message. Only `text` is required; everything else sharpens the answer. */
export interface Message {
  readonly text: string;
  readonly id?: string;
  /** ISO 8601 with offset or `Z`. Without an offset it is the wall clock of an unknown zone: shown, but it starts no clock. */
  readonly sentAt?: string;
  /** `draft`: checked before it goes out. Default `sent`. */
  readonly stage?: "sent" | "draft";
  readonly conversationId?: string;
  readonly sender?: Party;
  readonly recipients?: readonly Party[];
  readonly direction?: Direction;
  readonly channel?: Channel;
  /** BCP 47 tag, when the caller knows it. */
  readonly lang?: string;
  readonly matter?: { readonly id?: string; readonly law?: readonly Law[] };
  readonly markers?: readonly Marker[];
  /** Marked personal or exempt by the firm: counted, never read. */
  readonly exempt?: boolean;
  /** 1-based line of the file the message came from. */
  readonly line?: number;
}
