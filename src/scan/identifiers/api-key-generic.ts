import type { Identifier } from "../identifier.js";

/** A random string that is called a key, a token or a secret. */
export const identifier: Identifier = {
  type: "api-key",
  shape: "[a-z0-9][a-z0-9_+/=-]{15,160}",
  digits: 2,
  check: (_, written) => {
    if (/[/_=-]{2}|^https?|[a-z]{12}/i.test(written.replace(/={1,2}$/, ""))) return false;
    if (/^[\da-f]{24,64}$/.test(written)) return /[a-f]\d.*\d[a-f]/.test(written) && !written.startsWith("0123456789");
    if (/^[\dA-F-]+$/i.test(written)) return false;
    return /[a-z]/.test(written) && /[A-Z]/.test(written) && (written.match(/\d/g) ?? []).length >= 3 && /\d[a-z]|[A-Z]\d/i.test(written);
  },
  chance: 0.1,
  distinct: "(?=.*[g-z+/])[a-z0-9+/]{40}",
  context: {
    en: ["api", "api key", "key", "token", "secret", "bearer", "client secret", "aws", "webhook", "private key", "access key"],
    pt: ["chave", "token", "segredo", "secret", "api", "webhook", "chave de api"],
    es: ["clave", "llave", "token", "secreto", "secret", "api", "clave privada"],
  },
  source: "40 characters is the length of an AWS secret",
  examples: {
    valid: ["5KbGr41vNdQpS9hYtWc7LmxEjo", "Zk7-uH2pXq94mWv_bT0cRs6yLj8aEd1f", "wJk3/sR9vTtq0PzYxE4bLh8cNf1UuGm2QiDaV7Oo", "9f8a7b6c5d4e3f2a1b0c9d8e7f6a5b4c"],
    invalid: ["Statement-of-case-2024", "https-portal-firm-123", "0123456789abcdef0123456789abcdef"],
  },
};
