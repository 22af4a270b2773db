import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "obiter-diff-"));
cpSync("rules", folder, { recursive: true, filter: (path) => !path.includes("models") });
const edit = (name: string, change: (value: never) => void): void => {
  const path = join(folder, name);
  const value = JSON.parse(readFileSync(path, "utf8")) as never;
  change(value);
  writeFileSync(path, JSON.stringify(value));
};
edit("signals/words/officials/en.json", (list: { entries: string[] }) => void (list.entries = list.entries.filter((entry) => !/clerk/.test(entry))));
edit("sra/routes.json", (rows: { id: string; to: string[] }[]) => void (rows.find(({ id }) => id === "complaint")!.to = ["managing-partner"]));
edit("sra/rules/undertaking.json", (rule: { severity: string }) => void (rule.severity = "high"));

const corpus = join(folder, "corpus.jsonl");
writeFileSync(corpus, ['{"text":"keep the clerk sweet with an envelope and the file moves","role":"paralegal","direction":"internal"}', '{"text":"We undertake to hold the deposit to your order until completion","role":"solicitor","direction":"outbound"}', '{"text":"I want to make a formal complaint about how you handled my case","role":"client","direction":"inbound"}', '{"text":"see you at three"}'].join("\n"));
const diff = (...more: string[]) => spawnSync(process.execPath, ["dist/cli.js", "diff", "rules", folder, "--on", corpus, "--firm-law", "GB-EAW", ...more], { encoding: "utf8" });

describe("obiter diff", () => {
  it("says in prose what changed, and which alerts with it", () => {
    const { status, stdout } = diff();
    expect(status).toBe(0);
    expect(stdout).toContain("- word <officials> en: clerk");
    expect(stdout).toMatch(/corpus\.jsonl:1: bribery is less sure: 0\.\d+ → 0\.\d+/);
    expect(stdout).toContain("~ rule sra/undertaking (severity)");
    expect(stdout).toContain("~ route sra/complaint (to)");
    expect(stdout).toMatch(/corpus\.jsonl:2: undertaking has another severity: medium → high/);
    expect(stdout).toMatch(/corpus\.jsonl:3: complaint is told to others: .* → .*managing-partner/);
    expect(stdout).not.toContain("corpus.jsonl:4");
  });
  it("and in JSON", () => {
    const { rules, messages, alerts } = JSON.parse(diff("--json").stdout) as { rules: { removed: string[] }; messages: number; alerts: { message: string; change: string }[] };
    expect(rules.removed).toContain("word <officials> en: clerk");
    expect(messages).toBe(4);
    expect(alerts.map(({ change }) => change)).toEqual(expect.arrayContaining(["severity", "route"]));
  });
  it("the same rules tell nothing", () => expect(spawnSync(process.execPath, ["dist/cli.js", "diff", "rules", "rules", "--on", corpus], { encoding: "utf8" }).stdout).toBe("Nothing is changed.\nOn 4 messages: 0 alerts come, 0 go, 0 change severity, 0 change route, 0 rest on another rule, 0 are more or less sure.\n"));
  it("two overlays: what the firm changed of its changes, and what comes of it on the day of each message", () => {
    const overlay = JSON.parse(readFileSync("examples/overlay/firm.json", "utf8")) as { changes: { change: string; expires: string; phrases?: string[] }[] };
    overlay.changes.find(({ change }) => change === "policy")!.expires = "2026-12-31";
    const terms = overlay.changes.find(({ change }) => change === "terms")!;
    terms.phrases = ["the usual envelope"];
    overlay.changes = overlay.changes.filter(({ change }) => change !== "appoint");
    const after = join(mkdtempSync(join(tmpdir(), "obiter-diff-")), "overlay.json");
    writeFileSync(after, JSON.stringify(overlay));
    const { status, stdout, stderr } = spawnSync(process.execPath, ["dist/cli.js", "diff", "examples/overlay/firm.json", after, "--on", "examples/overlay/chat.jsonl", "--firm-law", "GB-EAW"], { encoding: "utf8" });
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/^1 added, 3 removed, 1 changed\.\n {2}\+ terms bribery en: the usual envelope\n {2}- appoint colp\n {2}- terms bribery en: \(thank\|look\) \.\. after the clerk\n {2}- terms bribery en: harbour arrangement\n {2}~ policy undertaking solicitor \(expires\)\n/);
    expect(stdout).toMatch(/chat\.jsonl:2: undertaking has another severity: medium → low/);
    expect(stdout).not.toMatch(/chat\.jsonl:1: undertaking/);
  });
  it.each([["an overlay that is not there", ["diff", "examples/overlay/firm.json", "p/nope.json"], /there is no file or folder p\/nope\.json/], ["a folder that is not there", ["diff", "rules", "nowhere"], /there is no file or folder nowhere/], ["a folder and a file", ["diff", "rules", "examples/overlay/firm.json"], /examples\/overlay\/firm\.json is a file and rules is a folder/], ["a line that is no message", ["diff", "rules", "rules", "--on", "package.json"], /package\.json:1: not a message/]])("%s", (_, args, expected) => {
    const { status, stderr } = spawnSync(process.execPath, ["dist/cli.js", ...args], { encoding: "utf8" });
    expect(stderr).toMatch(expected);
    expect(status).toBe(2);
  });
});
