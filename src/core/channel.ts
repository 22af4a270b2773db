import type { Channel } from "./message.js";

/** What a channel is like. Encryption and record are two things: Signal is secure and unrecorded, e-mail the other way round. */
export interface ChannelProfile {
  /** End to end: nobody between the two can read it. */
  readonly encrypted: boolean;
  /** A copy is kept by the firm without anybody doing anything. */
  readonly recorded: boolean;
  /** Messages may vanish by themselves. */
  readonly ephemeral: boolean;
  /** A company that does not work for the firm can read it. */
  readonly readable: boolean;
  /** A company that does not work for the firm sees who writes to whom, and when. */
  readonly metadata: boolean;
  /** What the firm decided. Absent: nothing, which is treated as approved. */
  readonly approved?: boolean;
}
export type ChannelProfiles = Readonly<Partial<Record<Channel, ChannelProfile>>>;

/** What a condition may ask of a channel in place of its name. */
export const CHANNEL_TRAITS = ["unencrypted", "unrecorded", "ephemeral", "readable", "metadata", "unapproved"] as const;
export type ChannelTrait = (typeof CHANNEL_TRAITS)[number];

/** Whether a channel is one of those named, or has one of the traits. Nothing is known of an unknown channel. */
export function isOn(asked: readonly (Channel | ChannelTrait)[], channel: Channel, profiles: ChannelProfiles): boolean {
  const profile = profiles[channel];
  return asked.some((one) => {
    if (one === channel) return true;
    if (profile === undefined) return false;
    if (one === "unencrypted") return !profile.encrypted;
    if (one === "unrecorded") return !profile.recorded;
    if (one === "unapproved") return profile.approved === false;
    return (one === "ephemeral" || one === "readable" || one === "metadata") && profile[one];
  });
}
