import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { LANGS } from "../src/core/label.js";
import { createEngine, type Pack } from "../src/index.js";
import { gdpr, sra } from "../src/generated/packs/index.js";

const texts = { en: "Possible bribe", pt: "Possível suborno", es: "Posible soborno" };
const hits = { en: ["slip the judge two hundred in cash", "we can pay the clerk a little something to lose the file"], pt: ["dá um dinheiro pro juiz por fora", "paga uma propina pro escrivão"], es: ["El del ayuntamiento quiere un sobre con 3.000 para firmar la licencia, ¿se lo doy yo o se lo das tú?", "págale una mordida al secretario del juzgado"] };
const examples = { hit: LANGS.flatMap((lang) => hits[lang].map((text) => ({ lang, text, role: "paralegal" }))), miss: LANGS.flatMap((lang) => ["ok", "."].map((text) => ({ lang, text }))) };
const rule = (id: string) => JSON.stringify({ id, title: texts, category: "bribery", when: { signal: "bribery" }, severity: "high", provisions: ["act.1"], why: texts, next: texts, examples }, null, 2);
const manifest = (id: string, more: object = {}) => JSON.stringify({ format: 1, id, version: "0.1.0", title: texts, laws: ["IE"], ...more }, null, 2);
const provisions = JSON.stringify({ "act.1": { cite: "Act s.1", gist: "Do not.", confirmed: true } });
const packOf = (id: string): Record<string, string> => ({ [`${id}/pack.json`]: manifest(id), [`${id}/provisions.json`]: provisions, [`${id}/rules/bribe.json`]: rule(`${id}/bribe`) });
const signal = JSON.stringify({ signal: "bribery", lang: "en", patterns: { certain: ["/(?<=a)b/"], likely: [], hint: [] }, unless: [], examples: { hit: ["a", "b"], miss: ["c", "d"] } });

/** `obiter check` of a folder with a sound pack and one that is changed. */
const check = (changed: Record<string, string>) => {
  const root = mkdtempSync(join(tmpdir(), "obiter-bad-"));
  for (const [name, content] of Object.entries({ ...packOf("sound"), ...packOf("bad"), ...changed })) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), content);
  }
  return spawnSync(process.execPath, ["dist/cli.js", "check", root], { encoding: "utf8" });
};

describe("bad packs: a clear Problem each, and the other pack is tried", () => {
  it("two sound packs are both tried", () => expect(check({})).toMatchObject({ status: 0, stdout: "2 packs, 2 rules, 0 phrases, 24 examples: all good\n", stderr: "" }));
  it("a byte order mark does no harm", () => expect(check({ "bad/pack.json": `\ufeff${manifest("bad")}` }).stdout).toContain("24 examples: all good"));
  it.each<[string, Record<string, string>, RegExp]>([
    ["a trailing comma", { "bad/pack.json": manifest("bad").replace(/\n\}$/, ",\n}") }, /bad\/pack\.json:13:1: not valid JSON: .*\[json\/syntax\]/],
    ["10 MB", { "bad/provisions.json": provisions + " ".repeat(10_000_000) }, /bad\/provisions\.json: the file has 100000\d\d characters \[json\/too-large\]/],
    ["extends, in a circle", { "bad/pack.json": manifest("bad", { extends: "sound" }), "sound/pack.json": manifest("sound") }, /bad\/pack\.json:13:3: unknown key "extends" \[schema\/unknown-key\]/],
    ["the id of another", { "bad/pack.json": manifest("sound") }, /bad\/pack\.json:3:9: the id is "sound" \[pack\/name\]\n.*two packs of one id/],
    ["a format of the future", { "bad/pack.json": manifest("bad", { format: 2, tone: "stern" }), "bad/routes.json": '{"rows": 1}' }, /^[^\n]*bad\/pack\.json:2:13: the pack is of format 2, and this version reads format 1 \[pack\/format\]\n.*left out/],
    ["no manifest", { "bad/pack.json": "" }, /bad\/pack\.json:1:1: not valid JSON/],
    ["a file that is not known", { "bad/provision.json": "{}" }, /bad\/provision\.json: no file provision\.json belongs in a pack/],
  ])("%s", (_, changed, expected) => {
    const { status, stdout, stderr } = check(changed);
    expect(stdout).toMatch(expected);
    expect(stdout).toMatch(/1 pack, 1 rule, 0 phrases, 12 examples \(not tried: bad\): \d+ problems?\n$/);
    expect([status, stderr]).toEqual([1, ""]);
  });
  it("a pattern that never compiles: its place, and no example is tried by words that are not whole", () => {
    const { status, stdout } = check({ "signals/bribery/en.json": signal });
    expect(stdout).toMatch(/signals\/bribery\/en\.json:1:\d+: .*look-behind.* \[signal\/pattern\]/);
    expect(stdout).toMatch(/0 examples \(not tried: bad, sound\)/);
    expect(status).toBe(1);
  });
});

describe("bad packs given to the engine", () => {
  const promise = { text: "We undertake to hold the deposit to your order until completion", sender: { id: "s", role: "solicitor" as const }, direction: "outbound" as const };
  it("one of the future is left out: a Problem, and coverage says so", () => {
    const engine = createEngine({ packs: [sra, { ...gdpr, format: 2 } as unknown as Pack], law: "GB-EAW" });
    expect(engine.problems).toMatchObject([{ path: ["packs", 1], problem: { code: "pack/format", message: 'the pack "gdpr" is of format 2, and this version reads format 1' } }]);
    const { coverage, findings, packs } = engine.assess(promise);
    expect([coverage.skipped, findings.map(({ rule: id }) => id), packs]).toEqual([expect.arrayContaining(["pack:gdpr"]), ["sra/undertaking"], [`sra@${sra.version}`]]);
  });
  it("two of one id cannot be told apart: refused", () => expect(() => createEngine({ packs: [sra, { ...gdpr, id: "sra" }] })).toThrow(/the pack "sra" is given twice \[engine\/pack\]/));
});
