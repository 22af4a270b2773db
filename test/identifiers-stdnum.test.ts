import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { isShaped, type Identifier, type ShapedIdentifier } from "../src/scan/identifier.js";

/** stdnum is the oracle: our checks say the same of random numbers and of numbers made to pass. */
const folder = new URL("../src/scan/identifiers/", import.meta.url);
const identifiers = (await Promise.all(readdirSync(folder).filter((name) => name.endsWith(".ts")).map((name) => import(new URL(name, folder).href)))).map(({ identifier }) => identifier as Identifier);
const checkOf = (type: string): NonNullable<ShapedIdentifier["check"]> => identifiers.filter(isShaped).find((one) => one.type === type)!.check!;

interface Validator {
  readonly validate: (value: string) => { readonly isValid: boolean };
}
const { stdnum } = createRequire(import.meta.url)("stdnum") as { readonly stdnum: Readonly<Record<string, Readonly<Record<string, Validator>>>> };

const DIGITS = "0123456789";
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
let seed = 20261122;
const pick = (list: string): string => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return list[Math.floor((seed / 2 ** 32) * list.length)]!;
};
/** A random string of a form: `9` a digit, `A` a letter, a bracketed class, anything else as it stands. */
const fill = (form: string): string => form.replace(/\[([^\]]+)\]|9|A/g, (sign, list: string | undefined) => pick(list ?? (sign === "9" ? DIGITS : LETTERS)));

const { AR, AT, BE, BR, CL, CO, CY, DE, DK, EE, ES, FI, FR, GB, GR, HR, HU, IE, IT, LU, MT, MX, NL, PL, PT, RO, SE } = stdnum;
const vat = (prefix: string, form: string, oracle: Validator): [string, string, Validator, string] => ["eu-vat", form, oracle, prefix];

/**
 * Type, form, oracle, and a prefix that the oracle does not know. Forms keep to where both follow the same rule: stdnum lets any
 * company end in a letter (CIF), does not check the firm within a SIRET, and differs on Slovenia and Slovakia.
 */
const CASES: readonly [string, string, Validator, string][] = [
  ["es-cif", "[ABEH]99999999", ES!["cif"]!, ""], ["es-cif", "[NPQRSW]9999999[ABCDEFGHIJ]", ES!["cif"]!, ""], ["es-cif", "[CDFGJUV]9999999[0123456789ABCDEFGHIJ]", ES!["cif"]!, ""], ["es-dni", "99999999A", ES!["dni"]!, ""], ["es-nie", "[XYZ]9999999A", ES!["nie"]!, ""],
  ["pt-nif", "[125]99999999", PT!["nif"]!, ""], ["pt-cc", "999999999AA9", PT!["cc"]!, ""], ["fr-siret", "12345678299999", FR!["siret"]!, ""],
  ["de-personalausweis", "[CFGHJK][0123456789CFGHJKLMNPRTVWXYZ]9999999[0123456789]", DE!["pwnr"]!, ""], ["de-rvnr", "65[012][123456789]0[123456789][5678]9A999", DE!["svnr"]!, ""],
  ["it-partita-iva", "99999990019", IT!["iva"]!, ""], ["it-codice-fiscale", "AAAAAA99[ABCDEHLMPRST][01]9A999A", IT!["codicefiscale"]!, ""],
  ["nl-bsn", "999999999", NL!["bsn"]!, ""], ["pl-pesel", "[678]90[123456789]1999999", PL!["pesel"]!, ""], ["ie-ppsn", "9999999A", IE!["pps"]!, ""],
  ["br-cpf", "99999999999", BR!["cpf"]!, ""], ["br-cnpj", "99999999000199", BR!["cnpj"]!, ""], ["uk-utr", "9999999999", GB!["utr"]!, ""],
  ["mx-curp", "AAAA90010[123456789][HM]DFAAA09", MX!["curp"]!, ""], ["mx-clabe", "002010999999999999", MX!["clabe"]!, ""], ["ar-cuit", "[23]099999999[0123456789]", AR!["cuit"]!, ""],
  ["cl-rut", "99999999[0123456789K]", CL!["rut"]!, ""], ["co-nit", "9999999999", CO!["nit"]!, ""],
  ["fr-siren", "999999999", FR!["siren"]!, ""], ["pl-nip", "9999999999", PL!["nip"]!, ""], ["hr-oib", "99999999999", HR!["oib"]!, ""], ["at-svnr", "[123456789]9991[012]0[123456789][56789]9", AT!["vnr"]!, ""], ["ee-isikukood", "39[0123456789]0[123456789]1[0123456789]9999", EE!["ik"]!, ""],
  ["ro-cnp", "1900[1]1[0123456789]40999[0123456789]", RO!["cnp"]!, ""], ["gr-amka", "1[0123456789]0[123456789][5678]999999", GR!["amka"]!, ""], ["cy-tic", "[01]9999999A", CY!["vat"]!, ""],
  vat("AT", "U99999999", AT!["uid"]!), vat("BE", "0999999999", BE!["vat"]!), vat("CY", "[01]9999999A", CY!["vat"]!), vat("DE", "[123]99999999", DE!["vat"]!), vat("DK", "[123]9999999", DK!["cvr"]!),
  vat("EE", "109999999", EE!["kmkr"]!), vat("EL", "999999999", GR!["vat"]!), vat("FI", "99999999", FI!["alv"]!), vat("FR", "99999999999", FR!["tva"]!), vat("HR", "99999999999", HR!["oib"]!), vat("HU", "99999999", HU!["anum"]!),
  vat("IE", "9999999A", IE!["vat"]!), vat("IT", "99999990019", IT!["iva"]!), vat("LU", "99999999", LU!["tva"]!), vat("MT", "[123]9999999", MT!["vat"]!), vat("NL", "999999999B99", NL!["btw"]!), vat("PL", "9999999999", PL!["nip"]!),
  vat("PT", "[125]99999999", PT!["nif"]!), vat("RO", "[123]9999999", RO!["cui"]!), vat("SE", "999999999901", SE!["vat"]!),
];

describe.each(CASES)("%s %s", (type, form, oracle, prefix) => {
  it("agrees with stdnum", () => {
    const check = checkOf(type);
    let passed = 0;
    for (let i = 0; i < 4000; i++) {
      const value = prefix + fill(form);
      const valid = oracle.validate(value.slice(prefix.length)).isValid;
      expect(check(value, value), value).toBe(valid);
      if (valid) passed++;
    }
    expect(passed).toBeGreaterThan(0);
  });
});
