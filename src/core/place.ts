import type { Law } from "./message.js";

/** The zone and the calendar by which a law's place counts days. Calendar `none`: Saturdays and Sundays only. */
export const PLACES: Readonly<Record<Law, { readonly zone: string; readonly calendar: string }>> = {
  "GB-EAW": { zone: "Europe/London", calendar: "gb-eaw" },
  "GB-SCT": { zone: "Europe/London", calendar: "gb-sct" },
  "GB-NIR": { zone: "Europe/London", calendar: "gb-nir" },
  GB: { zone: "Europe/London", calendar: "gb-eaw" },
  BR: { zone: "America/Sao_Paulo", calendar: "br" },
  PT: { zone: "Europe/Lisbon", calendar: "none" },
  ES: { zone: "Europe/Madrid", calendar: "none" },
  IE: { zone: "Europe/Dublin", calendar: "none" },
  EU: { zone: "Europe/Brussels", calendar: "none" },
};
