import { isOfLane, laneOf } from "../src/core/rule.js";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { formatProblem } from "../src/core/problem.js";
import { LANGS } from "../src/core/label.js";
import { base } from "../src/generated/base.js";
import * as shipped from "../src/generated/packs/index.js";
import { LABELS } from "../src/core/label.js";
import { catalogue } from "../src/packs/catalogue.js";
import { readJson } from "../src/packs/json.js";
import { readPack } from "../src/packs/pack.js";
import { ruleSchema } from "../src/packs/schema.js";

const text = { en: "Possible x", pt: "Possível x", es: "Posible x" };
const rule = { id: "demo/x", title: text, category: "bribery", when: { signal: "bribery" }, severity: "high", provisions: [], why: text, next: text, examples: { hit: [{ lang: "en", text: "a" }], miss: [{ lang: "en", text: "b" }] } };
const file = (content: string) => ({ path: "rules/demo/rules/x.json", text: content });
const problemsOf = (content: string): string[] => readJson(file(content), ruleSchema).problems.map(formatProblem);

describe("errors say where and what to do", () => {
  it.each([
    ["an unknown key", JSON.stringify({ ...rule, severity: undefined, sevrity: "low" }, null, 2), /x\.json:\d+:3: unknown key "sevrity" \[schema\/unknown-key\]\n {2}hint: did you mean "severity"\?/],
    ["an unknown key inside", JSON.stringify({ ...rule, when: { signal: "bribery", rol: ["client"] } }, null, 2), /x\.json:11:5: unknown key "rol" at when .*\n {2}hint: did you mean "role"\?/],
    ["a misspelt value", JSON.stringify({ ...rule, when: { signal: "bribary" } }, null, 2), /x\.json:10:15: "bribary" is not one of the values that may stand here at when\.signal .*\n {2}hint: did you mean "bribery"\?/],
    ["a value that is missing", JSON.stringify({ ...rule, severity: undefined }, null, 2), /x\.json:1:1: what must stand there is missing at severity .*\n.*add "severity"/],
    ["an empty text", JSON.stringify({ ...rule, why: { ...text, en: "" } }, null, 2), /x\.json:15:11: the text is empty at why\.en \[schema\/too-small\]/],
    ["an empty list", JSON.stringify({ ...rule, when: { signal: "bribery", role: [] } }, null, 2), /x\.json:11:13: the list needs at least 1 entry at when\.role \[schema\/too-small\]/],
    ["a number where a text stands", JSON.stringify({ ...rule, why: { ...text, en: 7 } }, null, 2), /x\.json:15:11: a text is wanted here at why\.en \[schema\/invalid-type\]/],
    ["a text where a list stands", JSON.stringify({ ...rule, provisions: "cp.333" }, null, 2), /x\.json:13:17: a list is wanted here at provisions /],
    ["a missing language", JSON.stringify({ ...rule, why: { en: "x", pt: "y" } }, null, 2), /at why\.es/],
    ["a trailing comma", '{\n  "id": "demo/x",\n}', /x\.json:3:1: not valid JSON: .*\[json\/syntax\]/],
    ["a comment", '{ // no\n}', /x\.json:1:3: not valid JSON: invalid comment token .*\n.*JSON has no comments/],
    ["Windows-1252", new TextDecoder().decode(Uint8Array.of(...new TextEncoder().encode('{\n  "id": "Viol'), 0xed, ...new TextEncoder().encode('ncia"\n}'))), /x\.json:2:14: a character that is not UTF-8 \[json\/encoding\]\n.*save the file as UTF-8/],
    ["a key that stands twice", JSON.stringify(rule, null, 2).replace('"severity"', '"severity": "low",\n  "severity"'), /x\.json:13:3: the key "severity" stands there twice \[json\/duplicate-key\]/],
    ["nesting without end", `${"[".repeat(500_000)}`, /x\.json:1:65: .* \[json\/too-deep\]/],
    ["a text without end", `"${'\\"'.repeat(500_000)}`, /x\.json:1:1: not valid JSON/],
    ["an empty file", "", /x\.json:1:1: not valid JSON.*\n.*the file is empty/],
  ])("%s", (_, content, expected) => expect(problemsOf(content).join("\n")).toMatch(expected));

  it("a byte order mark is forgiven, and moves no place", () => {
    expect(problemsOf(`\ufeff${JSON.stringify(rule)}`)).toEqual([]);
    expect(problemsOf('\ufeff{"id": 1}')[0]).toMatch(/x\.json:1:8: /);
  });
  it("only keys are counted, not what looks like one in a text", () => expect(problemsOf(JSON.stringify({ ...rule, why: { ...text, en: '"a": {[ \\"a": \\' } }))).toEqual([]));
  it("a file of 10 MB is refused", () => expect(problemsOf(" ".repeat(10_000_000))[0]).toMatch(/json\/too-large/));
});

describe("a pack", () => {
  const manifest = { path: "rules/demo/pack.json", text: JSON.stringify({ format: 1, id: "demo", version: "0.1.0", title: text, laws: ["BR"] }) };
  it("is its folder", () => {
    const { source, problems } = readPack("rules/demo", [manifest, file(JSON.stringify(rule))]);
    expect(problems).toEqual([]);
    expect(source?.pack.rules.map(({ id }) => id)).toEqual(["demo/x"]);
  });
  it.each([
    ["a rule under another name", [manifest, file(JSON.stringify({ ...rule, id: "demo/y" }))], /by its file it is "demo\/x"/],
    ["a provision that is not there", [manifest, { path: "rules/demo/provisions.json", text: JSON.stringify({ "cp.333": { cite: "CP 333", gist: "x", confirmed: true } }) }, file(JSON.stringify({ ...rule, provisions: ["cp.332"] }))], /did you mean "cp\.333"/],
    ["no manifest", [file(JSON.stringify(rule))], /needs a pack\.json/],
  ])("%s", (_, files, expected) => expect(readPack("rules/demo", files).problems.map(formatProblem).join("\n")).toMatch(expected));
});

describe("the shipped packs", () => {
  it("are all in rules/INDEX.md", () => expect(readFileSync("rules/INDEX.md", "utf8")).toBe(catalogue([base.pack, shipped.conductBr, shipped.gdpr, shipped.lgpd, shipped.sra])));
  const packs = [base.pack, ...Object.values(shipped)];
  it("base has one rule a label, and one for people in danger", () => expect(base.pack.rules.map(({ category }) => category).sort()).toEqual([...LABELS, "x-safeguarding"].sort()));
  it("every label has a severity whoever sent it", () => {
    for (const label of LABELS) expect(base.severities.some((row) => row.label.includes(label) && Object.keys(row).length === 2), label).toBe(true);
  });
  it.each(packs.map((pack) => [pack.id, pack] as const))("%s speaks three languages and accuses nobody", (_, pack) => {
    for (const { id, title, why, next, provisions } of pack.rules) {
      for (const lang of LANGS) for (const one of [title, why, next]) expect(one[lang].length, id).toBeGreaterThan(5);
      expect([title.en, title.pt, title.es].every((one) => /^Poss|^Posible/.test(one)), id).toBe(true);
      for (const key of provisions) expect(pack.provisions[key], `${id} cites ${key}`).toBeDefined();
    }
  });
  it("no route is addressed to a sender or a client, and laundering stays in its lane: the reporting officers, and the COFA by a row that names rules of client account only", () => {
    const rules = packs.flatMap((pack) => pack.rules);
    const kinds = (named: readonly string[] = []) => (named.length === 0 ? ["unknown" as const] : named.flatMap((id) => rules.find((rule) => rule.id === id)!.when.kind ?? ["unknown" as const]));
    for (const { routes } of packs) for (const { category, to, rule } of routes) if (category.includes("money-laundering")) expect(to.filter((office) => !kinds(rule).every((kind) => isOfLane(office, kind)))).toEqual([]);
  });
  it("every rule on a signal of the lane says that it is restricted, and no other does", () => {
    expect([...laneOf(base.pack)]).toEqual(["money-laundering"]);
    for (const { id, when, restricted } of packs.flatMap(({ rules }) => rules)) expect(restricted, id).toBe(laneOf(base.pack).has(when.signal) ? "mlro" : undefined);
  });
});
