/** What a message says or does: the eighteen labels of the labelling guidelines. Public vocabulary. */
export const LABELS = [
  "legal-advice", "legal-advice-request", "outcome-guarantee", "bribery", "harassment", "threat", "pii", "special-category",
  "credentials", "confidentiality", "off-channel", "evidence-tampering", "money-laundering", "payment-fraud",
  "data-subject-request", "data-breach", "complaint", "undertaking",
] as const;
export type Label = (typeof LABELS)[number];

/** A label, or what packs and firms add: `x-…`. No classifier learns those; phrases decide. */
export type SignalName = Label | `x-${string}`;
export const isSignalName = (value: unknown): value is SignalName => typeof value === "string" && (LABELS.some((label) => label === value) || /^x-[a-z-]+$/.test(value));

/** Identifiers that make a message `pii` (or `credentials`: the last three). Public vocabulary. */
export const ENTITY_TYPES = [
  "email", "phone", "postal-address", "date-of-birth", "person-name", "ip-address", "payment-card", "iban", "crypto-wallet",
  "uk-nino", "uk-nhs-number", "uk-utr", "uk-passport", "uk-driving-licence", "uk-bank-account", "uk-vat", "br-cpf", "br-cnpj",
  "br-rg", "br-cnh", "br-pis", "br-titulo-eleitor", "br-cns", "br-bank-account", "br-pix-key", "br-cnj", "br-oab", "br-plate",
  "es-dni", "es-nie", "es-nuss", "pt-nif", "fr-nir", "de-steuer-id", "it-codice-fiscale", "nl-bsn", "pl-pesel", "ie-ppsn",
  "us-ssn", "password", "one-time-code", "api-key",
] as const;
/** Identifiers that are noted (a finding of severity `info`) and make no label. Public vocabulary. */
export const NOTED_TYPES = [
  "bic", "mac-address", "imei", "gps-coordinates", "mrz", "uk-company-number", "uk-court-claim", "hmcts-case", "sra-id", "br-cep",
  "br-renavam", "es-cif", "pt-cc", "fr-siret", "de-personalausweis", "de-rvnr", "it-partita-iva", "be-nrn", "eu-vat", "us-ein",
  "us-passport", "mx-curp", "mx-clabe", "ar-cuit", "cl-rut", "co-nit",
  "at-svnr", "bg-egn", "cy-tic", "cz-rodne-cislo", "dk-cpr", "ee-isikukood", "fi-hetu", "fr-siren", "gr-afm", "gr-amka", "hr-oib",
  "hu-taj", "hu-tax-id", "lt-asmens-kodas", "lu-matricule", "lv-personas-kods", "mt-identity-card", "no-fodselsnummer", "pl-nip",
  "ro-cnp", "se-personnummer", "si-emso", "uk-postcode", "us-dea", "us-itin", "us-mbi", "us-npi",
] as const;
export type NotedType = (typeof NOTED_TYPES)[number];
export type EntityType = (typeof ENTITY_TYPES)[number] | NotedType;
/** True for an identifier that makes no label. */
export const isNoted = (type: EntityType): type is NotedType => (NOTED_TYPES as readonly EntityType[]).includes(type);

/** Entity types that are secrets: they make a message `credentials`, not `pii`. */
export const SECRET_TYPES: readonly EntityType[] = ["password", "one-time-code", "api-key"];
/** Entity types that make a message `pii` only together. */
export const WEAK_TYPES: readonly EntityType[] = ["person-name", "postal-address"];

/** What special-category data are about (UK GDPR and EU GDPR Art. 9 and, `criminal`, Art. 10). */
export const SPECIAL_KINDS = ["health", "sex-life", "orientation", "ethnicity", "religion", "politics", "union", "genetic", "biometric", "criminal"] as const;

/** Rights over one's data that a request may use (UK GDPR and EU GDPR Arts. 15–18, 20–22 and 7(3); LGPD arts. 18–20). */
export const RIGHTS = ["access", "rectification", "erasure", "restriction", "portability", "objection", "automated-decision", "consent-withdrawal"] as const;

/** What a finding is about more closely, by signal: phrases of `rules/signals/kinds` tell it. */
export const KINDS = {
  "legal-advice": ["immigration"],
  confidentiality: ["privilege"],
  "data-subject-request": RIGHTS,
  complaint: ["personal-data"],
  "special-category": SPECIAL_KINDS,
  threat: ["violence"],
  "money-laundering": ["client-account", "tipping-off"],
  "payment-fraud": ["payment-due"],
  "x-safeguarding": ["self-harm"],
  "x-deleted": ["conversation"],
  "x-reserved-activity": ["audience", "oath"],
  "x-transfer": ["brazil", "united-kingdom", "eea"],
} as const;
export type Kind = (typeof KINDS)[keyof typeof KINDS][number];
export const ALL_KINDS: readonly Kind[] = Object.values(KINDS).flat();

/** The languages that Obiter knows. */
export const LANGS = ["en", "pt", "es"] as const;
export type Lang = (typeof LANGS)[number];

/** A text in each of Obiter's languages. */
export type Localised = Readonly<Record<Lang, string>>;
