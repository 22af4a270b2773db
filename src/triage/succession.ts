import type { Directory } from "../core/directory.js";
import { isReporting, type Office } from "../core/rule.js";

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

/** The offices in line after one. No firm's order takes laundering from the reporting officers, and what is restricted stays with whom it is addressed to. */
export function lineAfter(office: Office, directory: Directory | undefined, restricted: boolean): readonly Office[] {
  if (isReporting(office)) return NEXT[office];
  return restricted ? [] : (directory?.succession?.[office] ?? NEXT[office]);
}
