import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Assessment } from "../src/core/assessment.js";

const folder = mkdtempSync(join(tmpdir(), "obiter-"));
const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const obiter = (args: readonly string[], input?: string) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["dist/cli.js", ...args], { encoding: "utf8", input, env: { ...process.env, NO_COLOR: "1" } });
  return { status, stdout, stderr };
};
const lines = (stdout: string): Assessment[] => stdout.trim().split("\n").map((line) => JSON.parse(line) as Assessment);

describe("--model", () => {
  const messages = file("model.jsonl", `${JSON.stringify({ id: "1", text: "the hearing is at ten" })}\n`);
  const labelled = file("labelled.jsonl", `${JSON.stringify({ id: "1", lang: "en", text: "lose page nine before they ask", labels: ["evidence-tampering"] })}\n`);
  it.each([["1", []], ["2", ["--jobs", "2"]]] as const)("scans with the larger one, in %s thread(s), and says so", (_, more) => {
    const { status, stdout } = obiter(["scan", messages, "--model", "large", "--format", "jsonl", "--pack", "sra", ...more]);
    expect(status).toBe(0);
    expect(lines(stdout)[0]!.packs).toEqual([expect.stringMatching(/^sra@/), expect.stringMatching(/^model:large@/)]);
  });
  it("evaluates and explains with it", () => {
    expect(obiter(["eval", labelled, "--model", "large"])).toMatchObject({ status: 0, stdout: expect.stringContaining("evidence-tampering") as string });
    expect(obiter(["explain", `${messages}:1`, "--model", "large"])).toMatchObject({ status: 0, stdout: expect.stringContaining("nothing found") as string });
  });
  it("knows no other", () => {
    expect(obiter(["scan", messages, "--model", "huge"])).toMatchObject({ status: 2, stderr: expect.stringContaining("default, large") as string });
  });
});

describe("new", () => {
  const rules = join(folder, "rules");
  mkdirSync(join(rules, "house"), { recursive: true });
  writeFileSync(join(rules, "house/pack.json"), JSON.stringify({ format: 1, id: "house", version: "0.1.0", title: { en: "House", pt: "Casa", es: "Casa" }, laws: ["IE"] }));
  it("writes a rule that fails check until it is written, and overwrites nothing", () => {
    expect(obiter(["new", "house/side-letters", "--rules", rules])).toMatchObject({ status: 0, stdout: expect.stringContaining("side-letters.json") as string });
    const { status, stdout } = obiter(["check", join(rules, "house")]);
    expect(status).toBe(1);
    expect(stdout).toMatch(/side-letters\.json:\d+:\d+: .* at examples\.hit/);
    expect(obiter(["new", "house/side-letters", "--rules", rules])).toMatchObject({ status: 2, stderr: expect.stringContaining("is there already") as string });
  });
  it.each([["hause/x", /did you mean "house"\?/], ["house", /"house" is no id of a rule/], ["house/Side Letters", /is no id/]])("refuses %s", (id, expected) => {
    const { status, stderr } = obiter(["new", id, "--rules", rules]);
    expect(stderr).toMatch(expected);
    expect(status).toBe(2);
  });
});

describe("rules of one's own", () => {
  const said = { en: "Possible side letter", pt: "Possível carta", es: "Posible carta" };
  const own = join(folder, "own");
  const written = (path: string, value: unknown): void => {
    mkdirSync(join(own, path, ".."), { recursive: true });
    writeFileSync(join(own, path), typeof value === "string" ? value : JSON.stringify(value, null, 2));
  };
  const example = (text: string) => (["en", "pt", "es"] as const).flatMap((lang) => [1, 2].map((i) => ({ lang, text: `${text} ${i}` })));
  written("acme/pack.json", { format: 1, id: "acme", version: "0.2.0", title: said, laws: ["IE"] });
  written("acme/provisions.json", { policy: { cite: "Acme policy 4", gist: "No side letters.", confirmed: true } });
  written("acme/routes.json", [{ id: "letters", category: ["x-side-letter"], to: ["colp"], action: "review", kind: "protective" }]);
  written("acme/rules/letters.json", { id: "acme/letters", title: said, category: "x-side-letter", when: { signal: "x-side-letter" }, severity: "medium", provisions: ["policy"], why: said, next: said, examples: { hit: example("put it in a side letter"), miss: example("a letter on the side") } });
  written("signals/x-side-letter/en.json", { signal: "x-side-letter", lang: "en", patterns: { certain: ["side letter"] }, examples: { hit: ["put it in a side letter", "by side letter"], miss: ["a letter", "on the side"] } });
  const asked = `${JSON.stringify({ text: "put it in a side letter", sender: { id: "s", role: "solicitor" } })}\n${JSON.stringify({ text: "give the clerk five hundred in cash so he moves our file up, nobody needs to know", sender: { id: "s", role: "paralegal" } })}\n`;
  const scan = (...more: string[]) => obiter(["scan", file("letters.jsonl", asked), "--format", "jsonl", "--firm-law", "IE", "--rules", own, ...more]);
  it("are sound, and read messages beside the shipped ones, with an overlay too", () => {
    expect(obiter(["check", own])).toMatchObject({ status: 0, stdout: expect.stringContaining("16 examples: all good") as string });
    for (const more of [[], ["--jobs", "2"], ["--overlay", file("terms.json", JSON.stringify({ format: 1, version: "1.0.0", changes: [{ change: "terms", signal: "bribery", lang: "en", phrases: ["harbour arrangement"], reason: "r", owner: "o", expires: "2999-12-31" }] }))]]) {
      const { status, stdout, stderr } = scan(...more);
      expect([status, stderr]).toEqual([0, ""]);
      const [letter, bribe] = lines(stdout);
      expect(letter).toMatchObject({ severity: "medium", findings: [{ rule: "acme/letters", provisions: ["Acme policy 4"] }], routes: [{ to: "colp", row: "acme/letters" }] });
      expect(bribe).toMatchObject({ severity: "critical" });
      expect(bribe!.packs).toEqual(expect.arrayContaining(["acme@0.2.0", expect.stringMatching(/^sra@/)]));
    }
  });
  it("are chosen and explained as the shipped ones are", () => {
    expect(lines(scan("--pack", "acme").stdout)[0]!.packs).toEqual(["acme@0.2.0"]);
    expect(scan("--pack", "acne")).toMatchObject({ status: 2, stderr: expect.stringContaining('did you mean "acme"') as string });
    expect(obiter(["explain", "acme/letters", "--rules", own])).toMatchObject({ status: 0, stdout: expect.stringContaining("Acme policy 4: No side letters.") as string });
  });
  it("are refused with their place where something is wrong with them", () => {
    written("acme/rules/letters.json", { id: "acme/letters", category: "bribery" });
    expect(scan()).toMatchObject({ status: 2, stdout: "", stderr: expect.stringMatching(/letters\.json:\d+:\d+: .*\[schema\//) as string });
    expect(scan("--rules", join(own, "nowhere"))).toMatchObject({ status: 2, stderr: expect.stringContaining("there is no folder") as string });
  });
});

describe("overlays", () => {
  const wrong = (change: object): string => file("overlay.json", JSON.stringify({ format: 1, version: "1.0.0", changes: [{ change: "disable", rule: "sra/undertaking", reason: "r", owner: "o", expires: "2999-12-31", ...change }] }, null, 2));
  it("the example is sound, and its rules' examples are run", () => expect(obiter(["check", "examples/overlay/firm.json"])).toMatchObject({ status: 0, stdout: expect.stringContaining("2 examples: all good") as string }));
  it.each([
    ["a rule that is gone", { rule: "sra/undertakings" }, /overlay\.json:7:15: there is no rule "sra\/undertakings" .*\[overlay\/unknown-rule\]\n {2}hint: did you mean "sra\/undertaking"\?/],
    ["a misspelt change", { change: "disabel" }, /overlay\.json:6:17: "disabel" is not one of the values that may stand here.*\n {2}hint: did you mean "disable"\?/],
    ["what cannot be silenced", { rule: "base/bribery" }, /overlay\.json:6:17: bribery, laundering and tipping off cannot be silenced/],
    ["an expired change", { expires: "2020-01-01" }, /overlay\.json:10:18: the change ended on 2020-01-01/],
  ])("check and scan tell of %s", (_, change, expected) => {
    const path = wrong(change);
    expect(obiter(["check", path])).toMatchObject({ status: 1, stdout: expect.stringMatching(expected) as string });
    const { status, stderr, stdout } = obiter(["scan", "-", "--overlay", path, "--format", "jsonl"], '{"text":"hello"}\n');
    expect(stderr).toMatch(expected);
    expect(status).toBe("expires" in change ? 0 : 2);
    expect(lines(stdout)[0]!.packs).toContain("firm@1.0.0");
  });
  it.each([
    ["of a later format", '{"format":2,"version":"1.0.0","changes":[]}', /overlay\.json: the overlay is of format 2/],
    ["with a comma too many", '{"format":1,}', /overlay\.json:1:13: not valid JSON/],
  ])("an overlay %s is refused", (_, content, expected) => {
    const { status, stderr } = obiter(["scan", "-", "--overlay", file("overlay.json", content)], "");
    expect(status).toBe(2);
    expect(stderr).toMatch(expected);
  });
});

describe("changes that do not do what they seem to", () => {
  const decided = { reason: "r", owner: "o", expires: "2999-12-31" };
  const checked = (...changes: object[]) => obiter(["check", file("effect.json", JSON.stringify({ format: 1, version: "1.0.0", changes: changes.map((change) => ({ ...change, ...decided })) }, null, 2))]);
  it.each([
    ["a severity that the policy asks for anyway", [{ change: "severity", rule: "sra/undertaking", severity: "low" }], 1, /effect\.json:8:19: "low" changes nothing: .* medium or high \[overlay\/no-effect\]\n.*"policy" row/],
    ["a severity that raises", [{ change: "severity", rule: "sra/undertaking", severity: "high" }], 0, /^1 change, 0 examples: all good\n$/],
    ["a rule beside which another hears the same", [{ change: "disable", rule: "sra/undertaking" }], 0, /note: .*effect\.json:7:15: supervising-solicitor, colp may be told all the same: base\/undertaking hears the same signal of the same senders \[overlay\/still-told\]/],
    ["a rule in shadow beside others", [{ change: "shadow", rule: "sra/unsupervised-advice" }], 0, /note: .*told all the same: base\/legal-advice, /],
    ["all that hear it", [{ change: "disable", rule: "sra/undertaking" }, { change: "disable", rule: "base/undertaking" }], 0, /^2 changes, 0 examples: all good\n$/],
    ["a rule beside which the others tell nobody", [{ change: "disable", rule: "sra/own-advice-off-file" }], 0, /^1 change, 0 examples: all good\n$/],
    ["a term that stands everywhere", [{ change: "terms", signal: "bribery", lang: "en", phrases: ["the"] }], 1, /effect\.json:\d+:\d+: "the" stands in nearly every message/],
  ])("%s", (_, changes, status, expected) => expect(checked(...changes)).toMatchObject({ status, stdout: expect.stringMatching(expected) as string }));
});

describe("check of a file", () => {
  it.each([
    ["a rule", ["rules/sra/rules/undertaking.json"], 2, /is part of a pack, and is checked with it: obiter check rules\/sra/],
    ["a manifest", ["rules/sra/pack.json"], 2, /obiter check rules\/sra/],
    ["the rows of a routing policy", ["rules/sra/routes.json"], 2, /obiter check rules\/sra/],
    ["participants", ["examples/people.json"], 0, /^12 people, 4 conversations: all good/],
    ["a participant who is nobody of the people", [file("stranger.json", '{"people":[{"names":["Ana"]}],\n"conversations":[{"file":"a.txt","participants":["ana","Bem"]}]}')], 1, /stranger\.json:2:56: nobody among the people has the name "Bem" \[people\/stranger\]/],
    ["participants of one name", [file("twice.json", '{"people":[{"names":["Ana"],"role":"client"},\n{"names":["ana"],"role":"solicitor"}]}')], 1, /twice\.json:2:11: somebody else has the name "ana" too \[people\/twice\]/],
    ["an overlay without its format", [file("bare.json", '{"version":"1.0.0","changes":[]}')], 1, /the overlay has no format/],
    ["an overlay that is no JSON: the line is shown", [file("comma.json", '{"format":1,}')], 1, /comma\.json:1:13: not valid JSON.*\n.*\n {2}\| \{"format":1,\}\n {2}\| {13}\^\nnothing of it can be used: 1 problem\n/],
    ["a directory with a law that is none", [file("law.json", '{"people":[{"id":"ana","law":["GB-ENG"]}],"roles":{"colp":[{"person":"ana"}]}}')], 1, /"GB-ENG" is no law .*\n.*"GB-EAW"/],
    ["a folder that holds no pack, with one inside", ["."], 2, /there is no pack in \.: did you mean rules\?/],
  ])("%s", (_, args, status, expected) => {
    const ran = obiter(["check", ...args]);
    expect(`${ran.stdout}${ran.stderr}`).toMatch(expected);
    expect(ran.status).toBe(status);
  });
});

describe("check of a directory", () => {
  it("the example is sound", () => expect(obiter(["check", "examples/triage/firm.json"])).toMatchObject({ status: 0, stdout: "5 people, 11 offices: all good\n" }));
  it.each([
    ["an office that there is not", { roles: { copl: [{ person: "ana" }] } }, /directory\.json:\d+:\d+: .*copl.*\n.*"colp"/],
    ["offices that nobody holds or stands in for", { roles: { hr: [{ person: "ana" }] } }, /directory\.json:\d+:\d+: routes are addressed to mlro, which nobody holds, nor is anybody next in line, at roles \[directory\/nobody\]/],
    ["a target of a clock that no route uses", { roles: { "managing-partner": [{ person: "ana" }], mlro: [{ person: "ana" }], dpo: [{ person: "ben" }] }, targets: { "hipaa-breach": { days: 30 } } }, /directory\.json:\d+:\d+: no route .* targets\.hipaa-breach \[directory\/unused-clock\]/],
  ])("%s", (_, more, expected) => {
    const { status, stdout } = obiter(["check", file("directory.json", JSON.stringify({ people: [{ id: "ana" }, { id: "ben" }], ...more }, null, 2))]);
    expect(stdout).toMatch(expected);
    expect(status).toBe(1);
  });
});

describe("scan", () => {
  const risky = file("risky.jsonl", '{"id":"m1","text":"My NI number is JG 10 37 59 A"}\nnot json\n{"id":"m3","text":"see you at three"}\n');

  it("writes one assessment a line, reports the bad line and goes on", () => {
    const { status, stdout, stderr } = obiter(["scan", risky, "--format", "jsonl"]);
    expect(lines(stdout).map(({ messageId }) => messageId)).toEqual(["m1", "m3"]);
    expect(stderr).toMatch(/risky\.jsonl:2: not valid JSON/);
    expect(stderr).not.toContain("not json");
    expect(status).toBe(2);
  });

  it("reads standard input", () => {
    const { status, stdout } = obiter(["scan", "-", "--format", "jsonl"], '{"text":"hello there"}\n');
    expect(status).toBe(0);
    expect(lines(stdout)).toMatchObject([{ messageId: "1", severity: "none" }]);
  });

  it("exits with 1 at or above --fail-on", () => {
    const message = '{"text":"My NI number is JG 10 37 59 A","sender":{"id":"c","role":"client"},"direction":"inbound"}\n';
    expect(obiter(["scan", "-", "--fail-on", "low"], message).status).toBe(1);
    expect(obiter(["scan", "-", "--fail-on", "critical"], message).status).toBe(0);
  });

  it("reads as of --now: a period of an old export has run out", () => {
    const request = '{"text":"Please send me a copy of all the personal data you hold about me","sentAt":"2026-05-01T10:00:00Z","sender":{"id":"c","role":"client"},"direction":"inbound"}\n';
    const read = (...now: string[]) => obiter(["scan", "-", "--firm-law", "GB-EAW", ...now], request);
    expect(read("--now", "2026-11-22T09:00:00Z").stdout).toContain("period elapsed: check the file");
    expect(read().stdout).toMatch(/tell.*by 2026-06-01/);
    expect(read().stdout).not.toContain("elapsed");
    expect(read("--now", "today")).toMatchObject({ status: 2, stdout: "" });
  });

  it("says of which file each assessment is", () => {
    const [one, two] = ["one.jsonl", "two.jsonl"].map((name) => file(name, '{"text":"hello"}\n'));
    expect(lines(obiter(["scan", one!, two!, "--format", "jsonl"]).stdout)).toMatchObject([{ messageId: "1", file: one, line: 1 }, { messageId: "1", file: two, line: 1 }]);
    expect(JSON.parse(obiter(["scan", one!, "--format", "json"]).stdout)).toMatchObject([{ file: one, line: 1 }]);
  });

  it.each([["25/11/2026 10:00", "25/11/2026 10:00"], ["2026-11-20T16:40:00Z", "2026-11-20 16:40 UTC"], ["2026-11-20T16:40:00.123+01:00", "2026-11-20 16:40 +01:00"], ["2026-11-20T16:40:00", "2026-11-20 16:40 "], ["yes\u001b[2Jterday", "yes\ufffd[2Jterday"]])("shows the time %j as %j", (sentAt, expected) =>
    expect(obiter(["scan", "-"], `${JSON.stringify({ text: "My NI number is JG 10 37 59 A", sentAt })}\n`).stdout.split("\n")[0]).toContain(` ${expected} `));

  it("names what it passes over in a folder", () => {
    const mixed = mkdtempSync(join(tmpdir(), "mixed-"));
    for (const name of ["chat.jsonl", "export.csv", "photo.jpg", "other.csv"]) writeFileSync(join(mixed, name), '{"text":"hello"}\n');
    expect(obiter(["scan", mixed])).toMatchObject({ status: 0, stdout: expect.stringMatching(/^1 message, /) as string, stderr: expect.stringMatching(/note: .*: 3 files are passed over \(\.csv, \.jpg\) \[scan\/passed-over\]/) as string });
  });

  it("takes of a folder what begins as Teams messages or as a backup of SMS, and no other JSON or XML", () => {
    const mixed = mkdtempSync(join(tmpdir(), "formats-"));
    const page = '{\n  "value": [\n    {"messageType":"message","createdDateTime":"2026-11-20T16:40:00Z","body":{"contentType":"text","content":"hi"}}\n  ]\n}';
    const files = { "a.json": page, "people.json": '{\n  "people": []\n}', "list.json": '[{"name":"Ana"}]', "b.xml": '<smses count="1"><sms address="1" date="1795192800000" type="1" body="hi" /></smses>', "pom.xml": "<project></project>", "c.eml": "From: a@b.example\nTo: c@d.example\n\nhi\n" };
    for (const [name, text] of Object.entries(files)) writeFileSync(join(mixed, name), text);
    expect(obiter(["scan", mixed])).toMatchObject({ status: 0, stdout: expect.stringMatching(/^3 messages, /) as string, stderr: expect.stringMatching(/note: .*: 3 files are passed over \(\.json, \.xml\)/) as string });
  });

  it.each(["examples/mail-en.eml", "examples/teams-en.json", "examples/sms-en.xml"])("%s is read from a file, from standard input, by several readers, and explained", (path) => {
    const scan = (from: string, ...more: string[]) => obiter(["scan", from, "--people", "examples/people.json", "--firm-law", "GB-EAW", "--format", "jsonl", ...more], from === "-" ? readFileSync(path, "utf8") : undefined);
    const one = scan(path);
    expect(one).toMatchObject({ status: 0, stderr: "" });
    const risky = lines(one.stdout).filter(({ findings }) => findings.length > 0) as unknown as { messageId: string; line: number }[];
    expect(risky).toHaveLength(1);
    expect(scan(path, "--jobs", "2").stdout).toBe(one.stdout);
    expect(lines(scan("-").stdout).map(({ messageId }) => messageId)).toEqual(lines(one.stdout).map(({ messageId }) => messageId));
    for (const at of [risky[0]!.line, risky[0]!.messageId]) expect(obiter(["explain", `${path}:${at}`]).stdout).toMatch(new RegExp(`^${path}:${risky[0]!.line}[^\n]*\n- Possible`));
  });

  it.each([["1", []], ["2", ["--jobs", "2"]]] as const)("tells once that a file is not UTF-8, and reads it, in %s thread(s)", (_, more) => {
    const row = `{"text":"não","pad":"${"x".repeat(1000)}"}\n`;
    const { status, stdout, stderr } = obiter(["scan", file("windows.jsonl", Buffer.from(row.repeat(5000), "latin1")), "--pack", "sra", ...more]);
    expect({ status, told: stderr.match(/windows\.jsonl:\d+: [^\n]*\[ingest\/encoding\]/g) }).toMatchObject({ status: 2, told: [expect.stringMatching(/windows\.jsonl:1: /)] });
    expect(stdout).toMatch(/^5000 messages, /);
  });

  it("tells of two people with one name", () => {
    const people = file("same.json", '{"people":[{"names":["Ana"],"role":"client"},{"names":["Ana"],"role":"solicitor"}]}');
    expect(obiter(["scan", risky, "--people", people]).stderr).toMatch(/note: .*same\.json:1:\d+: somebody else has the name "Ana" too/);
  });

  it("masks unless asked to reveal", () => {
    expect(obiter(["scan", risky]).stdout).not.toContain("JG 10 37 59 A");
    expect(obiter(["scan", risky, "--reveal"]).stdout).toContain("JG 10 37 59 A");
  });

  it("prints no control characters of a message, and no CVV", () => {
    const { stdout } = obiter(["scan", "-"], `${JSON.stringify({ text: "\u001b[2J my card 4111 1111 1111 1111 cvv 737", sender: { id: "x\u001b[31m", role: "client" } })}\n`);
    expect(stdout).toContain("payment-card");
    expect(stdout).not.toMatch(/\u001b|737/);
  });

  it("advice among colleagues accuses nobody; where a client reads it, it does", () => {
    const advice = "12/11/2026, 10:00 - Ann: You should reject the offer, you have a strong claim against them for unfair dismissal\n12/11/2026, 10:01 - ";
    const people = file("who.json", '{"people":[{"names":["Ann"],"role":"paralegal"},{"names":["Bob"],"role":"solicitor"},{"names":["Cy"],"role":"client"}],"conversations":[{"file":"silent.txt","participants":["Ann","Bob","Cy"]}]}');
    const found = (chat: string) => lines(obiter(["scan", chat, "--people", people, "--firm-law", "GB-EAW", "--format", "jsonl"]).stdout)[0];
    expect(found(file("staff.txt", `${advice}Bob: ok thanks\n`))).toMatchObject({ severity: "low", routes: [] });
    for (const chat of [file("client.txt", `${advice}Cy: ok thanks\n`), file("unlisted.txt", `${advice}Zed: ok thanks\n`), file("silent.txt", `${advice}Bob: ok thanks\n`), file("alone.txt", `${advice}Ann: ok?\n`)]) {
      expect(found(chat), chat).toMatchObject({ severity: "high", findings: [{ rule: "sra/unsupervised-advice" }] });
    }
  });

  it("work on a personal account is told, where the firm says that the account is read", () => {
    const chat = file("private.txt", "12/11/2026, 10:00 - Cy: hi\n12/11/2026, 10:01 - Ann: You should reject the offer, you have a strong claim against them for unfair dismissal\n");
    const scan = (more: object) => lines(obiter(["scan", chat, "--people", file("account.json", JSON.stringify({ people: [{ names: ["Ann"], role: "solicitor", admitted: ["GB-EAW"], account: "personal", ...more }, { names: ["Cy"], role: "client" }] })), "--firm-law", "GB-EAW", "--format", "jsonl"]).stdout)[1];
    expect(scan({})).toMatchObject({ severity: "none", coverage: { skipped: ["out-of-scope"] } });
    expect(scan({ exempt: false })).toMatchObject({ severity: "medium", findings: [{ rule: "sra/work-on-personal-account" }] });
  });

  it("those who received changed bank details are told, where the participants of an export are named", () => {
    const { stdout } = obiter(["scan", "examples/whatsapp-android-en.txt", "--people", "examples/people.json", "--firm-law", "GB-EAW"]);
    expect(stdout).toContain("tell   recipients (josie, tom): verify-by-phone");
  });

  it("the examples: every message is counted, the exempt chat is not read", () => {
    const { status, stdout } = obiter(["scan", "examples", "--people", "examples/people.json", "--firm-law", "GB-EAW"]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/\d+ messages.*2 exempt, not read/);
    expect(stdout).not.toContain("pudding");
  });

  it("keeps what only the MLRO may see out of text and SARIF", () => {
    const message = '{"text":"Can you take 80k in cash through your client account for my cousin, no need for any paperwork or names","sender":{"id":"c","role":"client"},"direction":"inbound"}\n';
    const [raw] = lines(obiter(["scan", "-", "--format", "jsonl", "--firm-law", "GB-EAW"], message).stdout);
    const restricted = raw!.findings.filter(({ restricted: lane }) => lane !== undefined);
    expect(restricted.map(({ category }) => category)).toContain("money-laundering");
    for (const format of ["text", "sarif"]) {
      const { stdout } = obiter(["scan", "-", "--format", format, "--firm-law", "GB-EAW"], message);
      if (format === "text") expect(stdout).not.toMatch(/launder/i);
      else expect((JSON.parse(stdout) as { runs: { results: { ruleId: string }[] }[] }).runs[0]!.results.map(({ ruleId }) => ruleId)).not.toContain(restricted[0]!.rule);
      expect(obiter(["scan", "-", "--format", format, "--firm-law", "GB-EAW", "--as", "mlro"], message).stdout).toMatch(/launder/i);
    }
  });

  it.each([
    ["the password is Tr0ub4dor&3 and again Tr0ub4dor&3", /r&3|Tr0/], ["wifi password is correct horse battery staple", /horse|staple/], ["p4ssw0rd is b.l.u.e.b.e.r.r.y", /b\.e\.r|blueberry/], ["my login is jane and the pass is kitty cat dog, do not share it", /kitty|cat dog/],
  ])("neither the report nor explain shows a secret: %s", (text, secret) => {
    const chat = file("secret.jsonl", `${JSON.stringify({ id: "m1", text })}\n`);
    for (const args of [["scan", chat], ["explain", `${chat}:m1`]]) {
      const { stdout } = obiter(args);
      expect(stdout).toContain("base/credentials");
      expect(stdout).not.toMatch(secret);
    }
    expect(obiter(["scan", chat, "--reveal"]).stdout).toMatch(secret);
  });

  it("explain masks what its reader is not told of", () => {
    const chat = file("laptop.jsonl", `${JSON.stringify({ id: "m1", text: "work password Yorkie-Tea1961 laptop with all the client files was nicked on the train", sender: { id: "p", role: "paralegal" }, direction: "internal" })}\n`);
    const { stdout } = obiter(["explain", `${chat}:m1`, "--firm-law", "GB-EAW", "--as", "colp"]);
    expect(stdout).toMatch(/sra|gdpr|base/);
    expect(stdout).not.toContain("Yorkie");
  });

  it("explain leaves the restricted lane out, the severity too, and says which row made a route", () => {
    const chat = file("lane.jsonl", '{"id":"m1","text":"Can you take 80k in cash through your client account for my cousin, no need for any paperwork or names","sender":{"id":"c","role":"client"},"direction":"inbound"}\n{"id":"m2","text":"Please send me a copy of all the personal data you hold about me","sender":{"id":"c","role":"client"},"direction":"inbound"}\n');
    expect(obiter(["explain", `${chat}:m1`, "--firm-law", "GB-EAW"]).stdout).not.toMatch(/launder|mlro|high|critical/);
    expect(obiter(["explain", `${chat}:m2`, "--firm-law", "GB-EAW"]).stdout).toMatch(/- tell dpo: notify, by gdpr\/request-uk and base\/data-request, because of gdpr\/request-access/);
  });

  it("with a directory, routes name people, and each sees what reaches them", () => {
    const firm = (more: readonly string[]) => obiter(["scan", "examples/triage/chat.jsonl", "--directory", "examples/triage/firm.json", "--firm-law", "GB-EAW", ...more]);
    expect(firm([]).stdout).toMatch(/tell {3}colp \(cleo\): escalate .*not ben, dan, eve/);
    expect(firm(["--as", "ben"]).stdout).not.toContain("valuation");
    expect(firm(["--as", "colp"]).stdout).not.toContain("valuation");
    expect(firm(["--as", "cleo"]).stdout).toContain("valuation");
    expect(lines(firm(["--as", "cofa", "--format", "jsonl"]).stdout).flatMap(({ routes }) => routes.map(({ to }) => to))).toEqual(["cofa"]);
    expect(JSON.parse(firm(["--as", "cofa", "--format", "sarif"]).stdout)).toMatchObject({ runs: [{ results: [{ locations: [{ physicalLocation: { region: { startLine: 3 } } }] }] }] });
    expect(JSON.parse(firm(["--as", "hr", "--format", "sarif"]).stdout)).toMatchObject({ runs: [{ results: [] }] });
    expect(firm(["--as", "nobody"])).toMatchObject({ status: 2, stdout: "" });
  });

  it("says where a directory is wrong, and goes on", () => {
    const directory = file("firm.json", '{\n"people": [{"id":"a","supervisor":"b"},{"id":"b","supervisor":"a"}],\n"roles": {"colp":[{"person":"x"}]}\n}');
    const { status, stdout, stderr } = obiter(["scan", risky, "--directory", directory, "--format", "jsonl", "--firm-law", "GB-EAW"]);
    expect(stderr).toMatch(/firm\.json:2:.*under themselves/);
    expect(stderr).toMatch(/firm\.json:3:.*nobody has the id "x"/);
    expect([status, lines(stdout).length]).toEqual([2, 2]);
    expect(obiter(["scan", risky, "--directory", file("bad.json", '{"people":[],"rolls":{}}')])).toMatchObject({ status: 2, stdout: "" });
  });

  it("SARIF has places and no message text", () => {
    const { stdout } = obiter(["scan", "examples/whatsapp-android-en.txt", "--format", "sarif"]);
    const log = JSON.parse(stdout) as { version: string; runs: { columnKind: string; results: { locations: { physicalLocation: { region: { startLine: number } } }[] }[] }[] };
    expect(log.version).toBe("2.1.0");
    expect(log.runs[0]!.columnKind).toBe("utf16CodeUnits");
    expect(log.runs[0]!.results.length).toBeGreaterThan(3);
    for (const { locations } of log.runs[0]!.results) expect(locations[0]!.physicalLocation.region.startLine).toBeGreaterThan(1);
    expect(stdout).not.toContain("two grand");
  });
});

describe("bad usage exits with 2 and says what to do", () => {
  const locked = file("locked.jsonl", "{}");
  chmodSync(locked, 0);
  it.each([
    ["a pack that does not exist", ["scan", "-", "--pack", "sar"], /there is no pack "sar"; did you mean "sra"\?/],
    ["a format that does not exist", ["scan", "-", "--format", "xml"], /Allowed choices are text, json, jsonl, sarif/],
    ["a zone that does not exist", ["scan", "-", "--time-zone", "Mars/Base"], /no time zone/],
    ["a law that is none", ["scan", "-", "--firm-law", "England"], /is no law/],
    ["a law that is another", ["scan", "-", "--firm-law", "UK"], /"UK" is no law: did you mean "GB-EAW"\?/],
    ["a day that is none", ["scan", "-", "--as-of", "yesterday"], /"yesterday" is no date: give --as-of a date such as/],
    ["an instant that is none", ["scan", "-", "--now", "today"], /"today" is no instant: give --now /],
    ["a directory for participants", ["scan", "-", "--people", "examples/triage/firm.json"], /firm\.json is a file for --directory, not for --people/],
    ["participants for a directory", ["scan", "-", "--directory", "examples/people.json"], /people\.json is a file for --people, not for --directory/],
    ["help of a command that does not exist", ["redact", "--help"], /unknown command 'redact'/],
    ["a zip that is none", ["scan", file("rand.zip", Uint8Array.of(1, 0, 0, 7))], /rand\.zip: the zip is damaged, or none/],
    ["an empty folder", ["scan", mkdtempSync(join(tmpdir(), "empty-"))], /nothing to read in this folder/],
    ["a folder without packs", ["check", mkdtempSync(join(tmpdir(), "empty-"))], /there is no pack/],
    ["a missing file", ["scan", join(folder, "nowhere.txt")], /no such file/],
    ["an empty file", ["scan", file("empty.txt", "")], /the file is empty/],
    ["a picture", ["scan", file("a.txt", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 1))], /not a text file/],
    ["a people file with an unknown key", ["scan", "-", "--people", file("people.json", '{"people":[{"names":["a"],"rol":"client"}]}')], /people\.json:1:27: unknown key "rol".*\n.*did you mean "role"/],
    ["a command that does not exist", ["scna"], /Did you mean scan/],
    ["a rule that does not exist", ["explain", "sra/unsupervised-advise"], /did you mean "sra\/unsupervised-advice"/],
    ["a folder that does not exist", ["check", "nowhere"], /there is no folder nowhere/],
    ["labelled messages that are none", ["eval", file("bad.jsonl", '{"text":"secret words"}\n')], /bad\.jsonl:1: not a labelled message/],
  ])("%s", (_, args, expected) => {
    const { status, stderr } = obiter(args, "");
    expect(stderr).toMatch(expected);
    expect(stderr).not.toContain("secret words");
    expect(status).toBe(2);
  });

  it.skipIf(process.getuid?.() === 0)("a locked file", () => {
    const { status, stderr } = obiter(["scan", locked]);
    expect(stderr).toMatch(/cannot be read/);
    expect(status).toBe(2);
  });

  it("a closed pipe is no error", () => {
    const { status, stderr, stdout } = spawnSync("sh", ["-c", `"${process.execPath}" dist/cli.js scan examples --format jsonl | head -1`], { encoding: "utf8" });
    expect([status, stderr.replace(/^note:.*\n.*\n/gm, "")]).toEqual([0, ""]);
    expect(stdout.trim().split("\n").length).toBe(1);
  });
});

describe("the other commands", () => {
  it("packs lists every rule", () => expect(obiter(["packs"]).stdout).toMatch(/base@0\.1\.0[\s\S]*gdpr@[\s\S]*lgpd@[\s\S]*sra@/));
  it("explain says what a rule means and rests on", () => expect(obiter(["explain", "sra/unsupervised-advice"]).stdout).toMatch(/applies {3}under the law of GB-EAW[\s\S]*SRA Code for Firms 4\.4/));
  it("explain knows the firm's own rules, what the firm changes of others, and the firm's words that decided", () => {
    const own = (what: string) => obiter(["explain", what, "--overlay", "examples/overlay/firm.json", "--directory", "examples/triage/firm.json", "--firm-law", "GB-EAW"]);
    expect(own("firm/side-letters")).toMatchObject({ status: 0, stderr: "", stdout: expect.stringMatching(/x-side-letter, at least medium[\s\S]*rests on\n {2}Firm policy 12: /) as string });
    expect(own("sra/own-advice-off-file").stdout).toMatch(/the firm {2}disable until 2027-03-31: All chats go to the file every night \(ben\)/);
    expect(own("examples/overlay/chat.jsonl:o3").stdout).toMatch(/\(firm\/side-letters\)\n.*\n {2}\+3\.00 pattern:x-side-letter:asserted “side letter”\n- tell colp: review, by firm\/side-letters/);
    expect(own("examples/overlay/chat.jsonl:o4").stdout).toMatch(/pattern:bribery:\w+ “harbour arrangement”/);
    expect(own("firm/side-leters")).toMatchObject({ status: 2, stderr: expect.stringContaining('did you mean "firm/side-letters"?') as string });
    expect(obiter(["explain", "firm/side-letters"])).toMatchObject({ status: 2, stderr: expect.stringContaining("come with --overlay") as string });
  });
  it("explain reads as scan does: roles come from the people of an export", () => {
    const [alone, known] = [[], ["--people", "examples/people.json"]].map((people) => obiter(["explain", "examples/whatsapp-ios-en.txt:6", "--firm-law", "GB-EAW", ...people]).stdout);
    expect(known).not.toBe(alone);
    expect(known).not.toContain("unknown-sender");
  });
  describe("explain takes the place that scan prints", () => {
    const risk = "My NI number is JG 10 37 59 A";
    const chat = (...ids: readonly (string | undefined)[]): string => ids.map((id, i) => JSON.stringify({ ...(id === undefined ? {} : { id }), text: i === 3 ? risk : "see you at three", sender: { id: "a", role: "client" }, direction: "inbound" })).join("\n");
    const numbers = file("dup.jsonl", chat("7", "8", "9", "1", "2", "4"));
    const names = file("ids.jsonl", chat("p7", "p8", "p8", "a:b", "12"));
    it.each([
      ["a line, and the id of another: both, in their order", numbers, "4", /^\S*dup\.jsonl:4 \(id 1\) {2}low[\s\S]*\n\n\S*dup\.jsonl:6 \(id 4\) {2}nothing found/],
      ["an id where no message begins on such a line", numbers, "7", /dup\.jsonl:1 \(id 7\) {2}nothing found/],
      ["the line of a message that has an id", names, "4", /ids\.jsonl:4 \(id a:b\) {2}low/],
      ["an id with a colon", names, "a:b", /ids\.jsonl:4 \(id a:b\) {2}low/],
      ["an id that several have: all of them", names, "p8", /ids\.jsonl:2 \(id p8\)[\s\S]*ids\.jsonl:3 \(id p8\)/],
    ])("%s", (_, path, at, expected) => expect(obiter(["explain", `${path}:${at}`])).toMatchObject({ status: 0, stdout: expect.stringMatching(expected) as string }));
    it("a number that is a line and the id of another is told, and no other", () => {
      expect(obiter(["explain", `${numbers}:4`]).stderr).toMatch(/^note: 4 is a line of \S*dup\.jsonl, and the id of what stands elsewhere: both are explained \[explain\/line-or-id\]/);
      for (const one of [`${numbers}:7`, `${numbers}:3`, `${names}:4`, `${names}:p8`]) expect(obiter(["explain", one]).stderr).toBe("");
    });
    it("an id is explained, though nobody can read the line of that number, which is told", () => {
      const mixed = file("mixed.jsonl", '{"id":"2","text":"ok"}\n{oops');
      expect(obiter(["explain", `${mixed}:2`])).toMatchObject({ status: 0, stdout: expect.stringMatching(/mixed\.jsonl:1 \(id 2\)/) as string, stderr: expect.stringMatching(/mixed\.jsonl:2: not valid JSON/) as string });
    });
    it("as scan does", () => expect(obiter(["scan", numbers]).stdout).toContain(`${numbers}:4\n`));
    it.each([
      ["a line that is not there", `${numbers}:99`, /has no message that begins on line 99, and none with that id/],
      ["an id that is not there", `${names}:p99`, /has no message with the id p99/],
      ["a file that is not there", "nofile.txt:2", /there is no file nofile\.txt/],
      ["a file alone", numbers, /which message of .*dup\.jsonl\?/],
      ["a line that cannot be read", `${file("broken.jsonl", '{"text":"a"}\n{oops')}:2`, /broken\.jsonl:2: not valid JSON/],
      ["a file that cannot be read", `${file("bad.zip", Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0))}:2`, /bad\.zip: /],
    ])("%s is told", (_, what, expected) => expect(obiter(["explain", what])).toMatchObject({ status: 2, stdout: "", stderr: expect.stringMatching(expected) as string }));
    it("to whoever may see it: the restricted lane to the MLRO alone", () => {
      const lane = file("lane2.jsonl", '{"id":"m1","text":"Can you take 80k in cash through your client account for my cousin, no need for any paperwork or names","sender":{"id":"c","role":"client"},"direction":"inbound"}\n');
      const seen = (...as: string[]) => obiter(["explain", `${lane}:1`, "--firm-law", "GB-EAW", ...as]).stdout;
      expect(seen("--as", "mlro")).toMatch(/launder[\s\S]*tell mlro/);
      expect(seen("--as", "hr")).toMatch(/nothing that hr may see/);
      expect(seen()).toContain("nothing found");
    });
    it("nothing is quoted where the text is withheld", () => {
      const abuse = file("privileged.jsonl", `${JSON.stringify({ text: "Your advice is useless, you stupid bitch, I will make you regret it", sender: { id: "c", role: "solicitor" }, recipients: [{ id: "s", role: "paralegal" }], direction: "internal", matter: { id: "m" } })}\n`);
      const places = (...as: string[]): number[] => (JSON.parse(obiter(["scan", abuse, "--firm-law", "GB-EAW", "--format", "sarif", ...as]).stdout) as { runs: { results: { properties: { spans: unknown[] } }[] }[] }).runs[0]!.results.map(({ properties }) => properties.spans.length);
      expect([places()[0], places("--as", "hr")]).toEqual([1, [0]]);
      const { stdout } = obiter(["explain", `${abuse}:1`, "--firm-law", "GB-EAW", "--as", "hr"]);
      expect(stdout).toContain("the text is withheld");
      expect(stdout).not.toContain("bitch");
    });
  });
  it("explain says to what the firm changed a severity", () => {
    const path = file("raise.json", JSON.stringify({ format: 1, version: "1.0.0", changes: [{ change: "severity", rule: "sra/undertaking", severity: "high", reason: "test", owner: "ben", expires: "2999-12-31" }] }));
    expect(obiter(["explain", "sra/undertaking", "--overlay", path]).stdout).toContain("the firm  severity at least high until 2999-12-31: test (ben)");
  });
  it("explain shows what decided, masked", () => {
    const { stdout } = obiter(["explain", "examples/whatsapp-android-en.txt:7"]);
    expect(stdout).toMatch(/whatsapp-android-en\.txt:7 {2}\w+\n- Possible/);
    expect(stdout).toMatch(/\+\d+\.\d\d /);
    expect(obiter(["explain", "examples/whatsapp-android-en.txt:11"]).stdout).toContain("uk-nino •• •• •• •9 A");
  });
  it("eval prints the table", () => {
    const rows = file("rows.jsonl", '{"lang":"en-GB","role":"client","direction":"inbound","channel":"whatsapp","text":"My NI number is JG 10 37 59 A","labels":["pii"],"entities":[{"type":"uk-nino","text":"JG 10 37 59 A"}]}\n{"lang":"en-GB","text":"see you at three","labels":[]}\n');
    const { status, stdout } = obiter(["eval", rows]);
    expect(stdout).toMatch(/en: 2 messages, 1 benign/);
    expect(stdout).toMatch(/pii +100\.0% +100\.0% +100\.0% +1 +1 +0 +0/);
    expect(stdout).toMatch(/uk-nino +100\.0%/);
    expect(status).toBe(0);
  });
  it("eval tells rows that would spoil the figures, measures the others, and shows a dash for a share of nothing", () => {
    const row = (more: object) => JSON.stringify({ lang: "en", text: "see you at three", labels: [], ...more });
    const rows = file("typos.jsonl", [{ labels: ["bribary"] }, { role: "solicitr" }, { lang: "fr" }, { labels: undefined }, { lang: undefined }, { entities: [{ type: "ibam", text: "x" }] }, { labels: ["threat", "x-own-mistake"] }].map(row).join("\n"));
    const { status, stdout, stderr } = obiter(["eval", rows]);
    for (const expected of [/:1: unknown label "bribary".*\n.*"bribery"/, /:2: unknown role "solicitr".*\n.*"solicitor"/, /:3: unknown language "fr"/, /:4: not a labelled message/, /:5: not a labelled message/, /:6: unknown type of entity "ibam".*\n.*"iban"/]) expect(stderr).toMatch(expected);
    expect(stderr).not.toMatch(/:7:|three/);
    expect(stdout).toMatch(/^en: 1 message, 0 benign/);
    expect(stdout).toMatch(/bribery +– +– +– +0 +0 +0 +0\n/);
    expect(stdout).toMatch(/threat +– +0\.0% +0\.0% +1 +0 +0 +1\n/);
    expect(status).toBe(2);
  });
  it("eval says what changed between two results, message by message", () => {
    const result = (found: object) => JSON.stringify({ en: { verdicts: [{ id: "m1", labels: ["threat"], found }, { id: "m2", labels: [], found: { complaint: 0.4 } }] } });
    const [before, after] = [file("before.json", result({})), file("after.json", result({ threat: 0.71, bribery: 0.5 }))];
    expect(obiter(["eval", "--compare", before, after]).stdout).toBe("m1 mended threat: not found, now found 0.71\nm1 broken bribery: not found, now found 0.50\n1 mended, 1 broken\n");
    expect(obiter(["eval", "--compare", after, before]).stdout).toContain("1 mended, 1 broken");
    expect(obiter(["eval", "--compare", before, file("no.json", "{}")])).toMatchObject({ status: 2 });
  });
  it("eval --json can be compared with itself, and --errors names no text", () => {
    const rows = file("wrong.jsonl", '{"id":"w1","lang":"en-GB","text":"see you at three","labels":["threat"]}\n');
    const json = file("once.json", obiter(["eval", rows, "--json"]).stdout);
    expect(obiter(["eval", "--compare", json, json]).stdout).toBe("0 mended, 0 broken\n");
    expect(obiter(["eval", rows, "--errors"]).stdout).toMatch(/threat missed: w1\n/);
    expect(obiter(["eval", rows, "--errors"]).stdout).not.toContain("three");
  });
  it("check finds what is wrong with a pack", () => {
    const pack = mkdtempSync(join(tmpdir(), "pack-"));
    writeFileSync(join(pack, "pack.json"), readFileSync("rules/sra/pack.json", "utf8").replace('"version"', '"verson"'));
    const { status, stdout } = obiter(["check", pack]);
    expect(stdout).toMatch(/unknown key "verson".*\n.*did you mean "version"/);
    expect(status).toBe(1);
  });
});
