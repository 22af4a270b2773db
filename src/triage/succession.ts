import type { Directory } from "../core/directory.js";
import type { Office } from "../core/rule.js";

/**
 * Who takes what an office may not have, or has nobody to take: the next in line. Laundering stays with the reporting officers;
 * what concerns the officers of the firm goes up to the managing partner and back to the compliance officers.
 */
const NEXT: Readonly<Record<Office, readonly Office[]>> = {
  colp: ["managing-partner", "cofa"],
  cofa: ["colp", "managing-partner"],
  mlro: ["deputy-mlro"],
  "deputy-mlro": ["mlro"],
  mlco: ["managing-partner", "colp"],
  dpo: ["colp", "managing-partner"],
  encarregado: ["dpo", "managing-partner"],
  "supervising-solicitor": ["colp", "managing-partner"],
  "complaints-partner": ["managing-partner", "colp"],
  "insurer-notifications": ["managing-partner", "colp"],
  hr: ["managing-partner", "colp"],
  "it-security": ["dpo", "managing-partner", "colp"],
  "safeguarding-lead": ["hr", "managing-partner", "colp"],
  "managing-partner": ["colp", "cofa"],
  emergency: ["managing-partner", "safeguarding-lead", "colp"],
};

/** Offices of the restricted lane: no firm's order takes laundering out of it. */
const REPORTING: readonly Office[] = ["mlro", "deputy-mlro"];

/** The offices in line after one. What is restricted stays with the offices that it is addressed to. */
export function lineAfter(office: Office, directory: Directory | undefined, restricted: boolean): readonly Office[] {
  if (REPORTING.includes(office)) return NEXT[office];
  return restricted ? [] : (directory?.succession?.[office] ?? NEXT[office]);
}
